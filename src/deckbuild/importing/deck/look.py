"""A deck's look -> the files of a brand: its masters, layouts and theme, without its slides."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.brand.adopt.clean import clean
from deckbuild.brand.adopt.parts import Losses
from deckbuild.ooxml.foreign import Unusable, open_foreign
from deckbuild.ooxml.package import write_package

FILE = "template.pptx"


def brand_files(content: bytes, name: str) -> tuple[Mapping[str, bytes], str]:
    """Files of the folder `brand/NAME/` by their names in it; none, and why, where its look can't be kept."""
    from deckbuild.specimen.adopting import adopted_files
    from deckbuild.specimen.look import look
    from deckbuild.specimen.subject import Subject

    try:
        template = write_package(clean(open_foreign(content), Losses()))
    except Unusable as reason:
        return {}, str(reason)
    subject = Subject(name, {FILE: template}, bare=True)
    looked = look(subject)
    if looked.brand is None:
        why = next(
            (one.message for one in looked.diagnostics if one.severity.value == "error"), "its layouts can’t be used"
        )
        return {}, why
    return {path.name: data for path, data in adopted_files(subject, name, looked.brand, looked.adopted).items()}, ""
