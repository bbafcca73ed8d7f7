"""Rules about signs: spaces, dashes, quotation marks, brackets; as the lesson's language sets them, and alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from deckbuild.checks.foreign import in_other_language
from deckbuild.checks.rule import Finding, ProjectRule, Rule, Subject
from deckbuild.checks.texts import NOT_WORDS, Words, authored, exchanged, found_in
from deckbuild.diagnostics.model import Severity

_DOUBLE = re.compile(r"(?<=[^\s|]) {2,}(?=[^\s|])")
_NO_PROSE = re.compile(r"`|^\s*\||^ {4}", re.MULTILINE)


def double_space(subject: Subject) -> Iterator[Finding]:
    """Two spaces stand where one belongs (L116)."""
    for text in authored(subject):
        written = text.markdown
        if "  " not in written or _NO_PROSE.search(written):
            continue
        found = [(match.start(), match.end(), " ") for match in _DOUBLE.finditer(written)]
        if found:
            begin, end, _ = found[0]
            place = subject.part(text.span, written, begin, end)
            many = f" {len(found)} times in this text" if len(found) > 1 else ""
            message = f"two spaces follow each other{many}"
            yield Finding(message, place, ("keep one of them",), exchanged(subject, text, found))


_BEFORE = re.compile(r"(?<=[\w)\]”’])[ \t]+(?=[,;:!?.](?:\s|$))(?!\s*\.\s*\.)(?<!\d)")


def space_before_sign(subject: Subject) -> Iterator[Finding]:
    """A space stands before a comma, a full stop or a colon; French, which has them, is left alone (L117)."""
    if subject.language.partition("-")[0] in ("fr", "ar", "th", "zh", "ja"):
        return
    for text in authored(subject):
        match = _BEFORE.search(text.words) if " " in text.words else None
        if match and NOT_WORDS not in text.words[match.start() - 2 : match.start()]:
            found = [(m.start(), m.end(), "") for m in _BEFORE.finditer(text.markdown)]
            if not found:  # the line was broken there
                continue
            sign = text.words[match.end()]
            place = subject.part(text.span, text.markdown, found[0][0], found[0][1] + 1)
            yield Finding(f"a space stands before `{sign}`", place, ("take it out",), exchanged(subject, text, found))


_FRENCH = re.compile(r"(?<=[\wàâçéèêëîïôûùüÿœ)»])(?=[;:!?](?:\s|$))")
_SWISS = re.compile(r"(?<=[\wàâçéèêëîïôûùüÿœ)»])(?=:(?:\s|$))")


def french_space(subject: Subject) -> Iterator[Finding]:
    """A French text has no space before `;`, `:`, `!` or `?` (L118)."""
    language, _, region = subject.language.partition("-")
    if language != "fr" or region in ("CH", "LI"):
        return
    pattern = _SWISS if region == "CA" else _FRENCH
    foreign = subject.shared(in_other_language)
    for text in authored(subject):
        match = pattern.search(text.words) if text.form != "line" and text not in foreign else None
        if match and not re.search(r"https?:$|\b\w+@\w+$", text.words[: match.end() + 1]):
            sign = text.words[match.start()]
            found = [(m.start(), m.end(), "\u00a0") for m in pattern.finditer(text.markdown)]
            place = subject.part(text.span, text.markdown, found[0][0], found[0][1] + 1) if found else text.span
            hint = "put a no-break space before it"
            yield Finding(f"no space stands before `{sign}`", place, (hint,), exchanged(subject, text, found))


_AFTER = re.compile(
    r"(?<=[a-zà-ÿ]{2})[,;](?=[A-Za-zÀ-ÿ]{2})|(?:^|(?<=\s))[a-zà-ÿ]{3,}[.!?](?=[A-ZÀ-Ý][a-zà-ÿ]+ [a-zà-ÿ])"
)


_CLOSE = re.compile(r"[,;.!?][A-Za-zÀ-ÿ]")


def no_space_after_sign(subject: Subject) -> Iterator[Finding]:
    """Two words or sentences run into each other: `word,word` (L119)."""
    for text in authored(subject):
        match = _AFTER.search(text.words) if _CLOSE.search(text.words) else None
        if match:
            found = [(m.end(), m.end(), " ") for m in _AFTER.finditer(text.markdown)]
            place = subject.part(text.span, text.markdown, found[0][0] - 1, found[0][0]) if found else text.span
            message = f"no space follows `{match[0][-1]}`"
            yield Finding(message, place, ("put one there",), exchanged(subject, text, found))


_LABEL = re.compile(r"(?:^|[\s(,;:–—-])(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{1,4})$|[:;=8][-’']?$")


def unbalanced(subject: Subject) -> Iterator[Finding]:
    """A bracket is opened and not closed, or closed and never opened (L131)."""
    for text in authored(subject):
        words = text.words
        for paragraph in text.paragraphs if "(" in words or ")" in words else ():
            sign = _alone(paragraph)
            if sign:
                message = "a bracket is " + ("opened and not closed" if sign == "(" else "closed and never opened")
                place = found_in(subject, text, sign)
                yield Finding(message, place, (f"write the other one, or take `{sign}` out",))
                break


def _alone(paragraph: str) -> str:
    """The bracket that lacks its other one; "" for none.  Labels such as `a)` and smileys have but one."""
    opened = 0
    for index, sign in enumerate(paragraph):
        if sign == "(" and not re.search(r"[:;=]-?$", paragraph[:index]):
            opened += 1
        elif sign == ")":
            if opened:
                opened -= 1
            elif not _LABEL.search(paragraph[:index]):
                return ")"
    return "(" if opened else ""


# --- alike in all lessons -----------------------------------------------------------------------------------------

_DASHES = {
    "` - `": re.compile(r"(?<=[^\W\d_]|[.)”»]) - (?=[^\W\d_]|[“«(])"),
    "` – `": re.compile(r"(?<=[^\W\d_]|[.)”»]) – (?=\w|[“«(])"),
    "` — `": re.compile(r"(?<=\w|[.)”»]) — (?=\w|[“«(])"),
    "`—` without spaces": re.compile(r"(?<=[^\W\d_])—(?=[^\W\d_])"),
}
_AS_WRITTEN = {"–": "(?:–|--(?!-)|&ndash;)", "—": "(?:—|---|&mdash;)"}
"""What Markdown makes a dash of, beside the dash itself."""
_WRITTEN = {
    name: re.compile(re.sub("[–—]", lambda dash: _AS_WRITTEN[dash[0]], pattern.pattern))
    for name, pattern in _DASHES.items()
}
_MADE = {"` - `": " - ", "` – `": " – ", "` — `": " — ", "`—` without spaces": "—"}


def dash_variants(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Dashes between words are written in two ways (L112)."""
    for group in _by_language(subjects):
        found: dict[str, list[tuple[Subject, Words]]] = defaultdict(list)
        for subject in group:
            for text in authored(subject):
                if text.role in ("reference", "imprint"):
                    continue
                words = text.words
                for name, pattern in _DASHES.items() if "-" in words or "–" in words or "—" in words else ():
                    if pattern.search(words):
                        found[name].append((subject, text))
        if len(found) < 2:
            continue
        usual = max(found, key=lambda name: (len(found[name]), name == "` – `"))
        for name, listed in found.items():
            for subject, text in listed if name != usual else ():
                pairs = [(m.start(), m.end(), _MADE[usual]) for m in _WRITTEN[name].finditer(text.markdown)]
                place = subject.part(text.span, text.markdown, *pairs[0][:2]) if pairs else text.span
                message = f"a dash is written as {name} here, and as {usual} in {len(found[usual])} other texts"
                yield Finding(message, place, (f"write {usual}",), exchanged(subject, text, pairs))


def _by_language(subjects: Sequence[Subject]) -> Iterator[list[Subject]]:
    groups: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        groups[subject.language.partition("-")[0]].append(subject)
    yield from groups.values()


_MARKS = {
    "en": "“”‘’", "fr": "«»‹›“”‘’", "de": "„“‚‘»«›‹”’", "es": "«»“”‘’", "ar": "“”«»‘’",
}  # fmt: skip
_ANY = re.compile("[“”„«»‹›‚]")


def foreign_quotes(subject: Subject) -> Iterator[Finding]:
    """Quotation marks are those of another language (L113)."""
    allowed = _MARKS.get(subject.language.partition("-")[0])
    for text in authored(subject) if allowed else ():
        if text.role == "reference" or not _ANY.search(text.markdown):
            continue
        match = next((m for m in _ANY.finditer(text.markdown) if m[0] not in (allowed or "")), None)
        if match:
            message = f"`{match[0]}` is no quotation mark of this language"
            place = subject.part(text.span, text.markdown, match.start(), match.end())
            yield Finding(message, place, ('write `"` on both sides, and the right marks are set',))


_ONE = re.compile(r"(?<![\w’=(\[{,])‘[^‘’“”\n]{2,80}’(?!\w)")
_TWO = re.compile(r"“[^“”\n]{2,200}”")


def quote_variants(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Some words are quoted with double marks, others with single ones (L136)."""
    for group in _by_language(subjects):
        one, two = list[tuple[Subject, Words, str]](), 0
        for subject in group if group[0].language.startswith("en") else ():
            for text in authored(subject):
                words = text.words
                two += len(_TWO.findall(words)) if "“" in words else 0
                outer = _TWO.sub("", words) if "‘" in words else ""
                match = _ONE.search(outer)
                if match and text.role != "reference":
                    one.append((subject, text, match[0]))
        for subject, text, found in one if two > len(one) else ():
            message = f"{found[0]}…{found[-1]} quotes here, “…” in {two} other places"
            yield Finding(message, found_in(subject, text, found[1:-1]), ("quote in one way",))


RULES = (
    ProjectRule("L112", dash_variants),
    Rule("L113", foreign_quotes),
    Rule("L116", double_space),
    Rule("L117", space_before_sign),
    Rule("L118", french_space),
    Rule("L119", no_space_after_sign),
    Rule("L131", unbalanced),
    ProjectRule("L136", quote_variants, Severity.INFO),
)
