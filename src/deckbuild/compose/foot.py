"""What stands at the foot of slides: the brand's text about the lesson, and the date of the build."""

from __future__ import annotations

from datetime import datetime

from deckbuild.brand.brand import Brand
from deckbuild.workspace import built_at

_SEPARATORS = " ·–—-|,/"


def foot_text(brand: Brand, *, edition: str, lesson: str, title: str) -> str:
    """The brand's text with what is known of the lesson; separators beside what is not known are left out."""
    if "text" not in brand.footer.shown:
        return ""
    return brand.footer.text.format(edition=edition, lesson=lesson, title=title).strip(_SEPARATORS)


def foot_date(brand: Brand, language: str) -> str:
    """The date that SOURCE_DATE_EPOCH says, in the brand's format; "" where it says none, as no clock is read."""
    moment = built_at()
    if moment is None or "date" not in brand.footer.shown:
        return ""
    return written_date(moment, brand.date_format, regional(brand, language))


def regional(brand: Brand, language: str) -> str:
    """The language with the brand's country, where it names none: how numbers and dates are written."""
    return f"{language}-{brand.region}" if brand.region and "-" not in language else language


def written_date(moment: datetime, pattern: str, language: str) -> str:
    """A date as the language writes it."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return format_date(moment.date(), pattern, locale=locale)
