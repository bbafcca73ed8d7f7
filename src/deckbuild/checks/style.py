"""Rules about style: words that leave people out, titles and points that are set alike, dates that can't be misread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.texts import Words, authored, exchanged, found_in, word_list
from deckbuild.diagnostics.model import Severity
from deckbuild.kinds.bullets import Bullets, Point
from deckbuild.kinds.columns import Columns
from deckbuild.kinds.groups import Groups
from deckbuild.markdown import inline
from deckbuild.runs import plain

_TERMS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "chairman": "chair", "chairmen": "chairs", "mankind": "humanity", "manpower": "staff", "man-made": "human-made",
        "manned": "staffed", "unmanned": "uncrewed", "man-hours": "working hours", "policeman": "police officer",
        "policemen": "police officers", "fireman": "firefighter", "firemen": "firefighters", "salesman": "salesperson",
        "spokesman": "spokesperson", "layman": "layperson", "layman's terms": "plain words", "housewife": "homemaker",
        "stewardess": "flight attendant", "he/she": "they", "(s)he": "they", "s/he": "they", "his/her": "their",
        "blacklist": "blocklist", "whitelist": "allowlist", "handicapped": "disabled",
        "the disabled": "disabled people",
        "wheelchair-bound": "wheelchair user", "confined to a wheelchair": "using a wheelchair",
        "mentally retarded": "with an intellectual disability", "suffers from a disability": "has a disability",
        "the elderly": "older people", "illegal immigrant": "irregular migrant",
        "illegal immigrants": "irregular migrants", "third world": "named countries", "grandfathered": "exempted",
        "sanity check": "quick check",
    },
    "fr": {
        "les handicapés": "les personnes handicapées",
        "un handicapé": "une personne handicapée", "mademoiselle": "Madame", "liste noire": "liste de blocage",
        "sourd-muet": "sourd", "immigrés clandestins": "migrants en situation irrégulière",
    },
    "es": {
        "los minusválidos": "las personas con discapacidad", "minusválido": "persona con discapacidad",
        "los discapacitados": "las personas con discapacidad", "lista negra": "lista de bloqueo",
        "inmigrantes ilegales": "migrantes en situación irregular", "sordomudo": "sordo",
    },
    "de": {
        "die behinderten": "Menschen mit Behinderung", "behinderte": "Menschen mit Behinderung",
        "an den rollstuhl gefesselt": "im Rollstuhl", "taubstumm": "gehörlos", "mannschaftsstärke": "Personalstärke",
        "schwarze liste": "Sperrliste", "fräulein": "Frau",
    },
}  # fmt: skip
"""Term -> what many style guides say in its place: UN guidelines for gender-inclusive language, UN disability-inclusive
language guidelines, Google developer documentation style guide (word list), for the other languages by the same."""


def _pattern(language: str) -> re.Pattern[str] | None:
    terms = [term for term, better in _TERMS.get(language, {}).items() if better]
    alternatives = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE) if terms else None


_PATTERNS = {language: _pattern(language) for language in _TERMS}


def inclusive_terms(subject: Subject) -> Iterator[Finding]:
    """A word leaves people out, or reduces them to one thing (L122)."""
    language = subject.language.partition("-")[0]
    pattern = _PATTERNS.get(language)
    for text in authored(subject) if pattern else ():
        if text.role == "reference" or text.owner == "Quoted":
            continue
        words = text.words.replace("’", "'")
        small = words.lower()
        match = pattern.search(words) if pattern and any(term in small for term in _TERMS[language]) else None
        if match:
            better = _TERMS[language][match[0].lower()]
            message = f"`{match[0]}` leaves people out, or reduces them to one thing"
            yield Finding(message, found_in(subject, text, match[0]), (f"write `{better}`, if that is meant",))


_MINOR = word_list("a an and as at but by for from in into of on or per the to up via vs with")


def title_case_mixed(subject: Subject) -> Iterator[Finding]:
    """Some titles of slides have capitals on each word, others have not (L125)."""
    if subject.language.partition("-")[0] != "en":
        return
    cased: dict[bool, list[Words]] = {True: [], False: []}
    for text in authored(subject):
        if text.owner in ("Slide", "Section") and text.field == "title":
            capitals = _capitals(text.words)
            if capitals is not None:
                cased[capitals].append(text)
    few, many = sorted(cased.values(), key=len)
    if few and len(many) >= 3 * len(few):
        how = "capitals on each word" if few is cased[True] else "a capital on the first word alone"
        for text in few:
            message = f"this title has {how}, {len(many)} others have not"
            yield Finding(message, text.span, ("write it as the others are",))


def _capitals(title: str) -> bool | None:
    """Whether each word begins with a capital; None where its words do not tell."""
    words = [word for word in re.findall(r"[A-Za-z][\w’'-]*", title)[1:] if word.lower() not in _MINOR]
    telling = [word for word in words if len(word) > 3 and not word.isupper()]
    if len(telling) < 2:
        return None
    upper = sum(word[0].isupper() for word in telling)
    if upper == len(telling) >= 3:  # two may be a name's
        return True
    return None if upper else False


def title_with_full_stop(subject: Subject) -> Iterator[Finding]:
    """A title ends with a full stop, a comma or a colon (L126)."""
    for text in authored(subject):
        words = text.words.rstrip()
        if text.role == "title" and text.field == "title" and re.search(r"(?<![.\W])[.,;:]$", words):
            if (
                re.search(r"\b(?:etc|no|vs|Inc|Ltd|St|[A-Z]|[a-z]\.[a-z])\.$", words)
                or len(re.findall(r"\. ", words)) > 0
            ):
                continue
            begin = text.markdown.rstrip().rfind(words[-1])
            fix = exchanged(subject, text, [(begin, begin + 1, "")]) if begin == len(text.markdown.rstrip()) - 1 else ()
            place = subject.part(text.span, text.markdown, begin, begin + 1) if begin >= 0 else text.span
            yield Finding(f"a title ends with `{words[-1]}`", place, ("take it out",), fix)


_OPEN = tuple("?!:;,…")
"""Ends that say nothing about full stops."""


def points_not_alike(subject: Subject) -> Iterator[Finding]:
    """Some points of a list end with a full stop, others do not (L127)."""
    for stop in subject.facts.stops:
        body = stop.slide.content if stop.slide else None
        for points in _lists(body):
            ends = [plain(inline(point.text, subject.language)).rstrip()[-1:] for point in points]
            points = tuple(point for point, end in zip(points, ends, strict=True) if end not in _OPEN)
            stops = [end == "." for end in ends if end not in _OPEN]
            if len(points) < 3 or all(stops) or not any(stops):
                continue
            odd = stops.count(True) <= stops.count(False)
            few = [point for point, ended in zip(points, stops, strict=True) if ended == odd]
            if any(plain(inline(point.text, subject.language)).count(". ") for point in points):
                continue
            said = "ends with a full stop, the others do not" if odd else "has no full stop, the others have"
            for point in few if len(few) * 2 < len(points) else few[:1]:
                yield Finding(f"this point {said}", point.place.of("text"), ("end all points in one way",))


def _lists(body: object) -> Iterator[tuple[Point, ...]]:
    match body:
        case Bullets():
            yield body.bullets
        case Groups():
            for group in body.groups:
                yield group.items
        case Columns():
            for column in body.columns:
                yield from _lists(column.body)


_DATE = re.compile(r"(?<![\w./-])(0?[1-9]|1[0-2])([/.])(0?[1-9]|1[0-2])\2((?:19|20)[0-9]{2})(?![\w/-])")


def ambiguous_date(subject: Subject) -> Iterator[Finding]:
    """A date in numbers is another day in another country: `03/04/2026` (L129)."""
    for text in authored(subject):
        match = _DATE.search(text.words) if "20" in text.words or "19" in text.words else None
        if match and match[1] != match[3] and not (match[2] == "." and subject.language[:2] == "de"):
            message = f"`{match[0]}` is one day in Europe and another one in America"
            yield Finding(message, found_in(subject, text, match[0]), ("write the month as a word",))


RULES = (
    Rule("L122", inclusive_terms, Severity.INFO),
    Rule("L125", title_case_mixed),
    Rule("L126", title_with_full_stop),
    Rule("L127", points_not_alike, Severity.INFO),
    Rule("L129", ambiguous_date),
)
