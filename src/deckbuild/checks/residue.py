"""Rules about what should have been taken out of a text: mark-up, merge conflicts, placeholders, cut-off ends."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.texts import Words, authored, exchanged, found_in
from deckbuild.diagnostics.model import Edit, Severity, Span

_TAGS = (
    "a|abbr|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|ol|p|pre|s|script|small"
    "|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}[0-9]?|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7})(?=\s|$)", re.MULTILINE)
_OTHER = re.compile(
    r"\*\*|(?<![\w_])__(?=[^\W_])|~~|\]\((?:https?:|\.{0,2}/|#)|\{%|%\}|\{#[\w-]+\}|\\(?:textbf|textit|emph|item|begin|n)\b"
    r"|^#{1,6} \w|^:{3,}|\[/?[biu]\]",
    re.MULTILINE,
)

_SIGNS = re.compile(r"[*_~\]{%\\#:\[]|={7}|>{7}")
"""One of these stands in every text that `_OTHER` or `_CONFLICT` finds something in, beside those with `<`."""


def mark_up_left(subject: Subject) -> Iterator[Finding]:
    """Mark-up that nobody reads as such stands in a text, and would be printed (L110)."""
    for text in authored(subject):
        words = text.words
        if not ("<" in words or "&" in words or "%}" in words or _SIGNS.search(words)):
            continue
        for pattern in (_CONFLICT, _TAG, _ENTITY, _OTHER):
            match = pattern.search(words)
            if match and not (pattern is _ENTITY and html.unescape(match[0]) == match[0]):
                message = f"`{match[0].strip()}` would be printed as it stands here"
                hint = "keep the one version that is meant" if pattern is _CONFLICT else _instead(match[0])
                yield Finding(message, found_in(subject, text, match[0]), (hint,), _without(subject, text, pattern))
                break


def _instead(found: str) -> str:
    if found.startswith("&"):
        return f"write `{html.unescape(found)}`"
    if found.startswith("<"):
        return "take it out, or write Markdown: `**bold**`, `*italic*`, an empty line between paragraphs"
    return "take it out, or write it as Markdown means it"


def _without(subject: Subject, text: Words, pattern: re.Pattern[str]) -> tuple[Edit, ...]:
    """The text without tags, or with the characters that entities stand for; () for all else."""
    if pattern is _TAG:
        found = [(match.start(), match.end(), "") for match in _TAG.finditer(text.markdown)]
    elif pattern is _ENTITY:
        found = [(m.start(), m.end(), html.unescape(m[0])) for m in _ENTITY.finditer(text.markdown)]
    else:
        return ()
    return exchanged(subject, text, found)


_HOLDING = re.compile(
    r"(?-i:\b(?:TBD|TBA|FIXME|XXX+)\b)|\?\?\?+|\b(?:lorem ipsum|dolor sit amet)\b|\bclick to (?:add|edit)\b"
    r"|\[(?:DD|MM|YYYY|XX|Month|insert|add|tbd|to be)\b[^\]\n]*\]"
    r"|<(?:insert|add)\b[^>\n]*>"
    r"|\b(?:à compléter|texte à venir|par compléter|por completar|por definir|texto de relleno|noch zu ergänzen)\b"
    r"|\b(?:noch offen: |Platzhaltertext|Blindtext)\b|يُستكمل لاحقا",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:TODO|TBC)\b|\bto be (?:confirmed|determined|decided)\b|\binsert \w+ here\b")
_GERMANIC = re.compile(r"\bTODO\b")


_HINTS = (
    "tbd", "tba", "fixme", "xxx", "???", "lorem", "dolor", "click to", "[", "<insert", "<add", "compléter", "à venir",
    "complet", "defin", "relleno", "ergänz", "noch offen", "platzhalter", "blindtext", "يُستكمل", "todo", "tbc",
    "to be c", "to be d", "insert ",
)  # fmt: skip
"""One of these stands in every text that holds such a place: a search for them costs a tenth."""


def placeholder_left(subject: Subject) -> Iterator[Finding]:
    """A text holds the place of another that was to be written (L111)."""
    language = subject.language.partition("-")[0]
    own = _ENGLISH if language == "en" else _GERMANIC if language not in ("es", "pt", "it") else None
    for text in authored(subject):
        small = text.words.lower()
        if not any(hint in small for hint in _HINTS):
            continue
        match = _HOLDING.search(text.words) or (own.search(text.words) if own else None)
        if match and not (match[0].isalpha() and match[0].isupper() and text.words.isupper() and " " in text.words):
            message = f"`{match[0]}` holds the place of something"
            yield Finding(message, found_in(subject, text, match[0]), ("write what is meant, or take it out",))


def cut_by_comment(subject: Subject) -> Iterator[Finding]:
    """A ` #` in a text without quotes makes a comment of the rest of the line (L124)."""
    seen: set[tuple[str, int]] = set()
    for text in authored(subject):
        source = subject.sources.get(text.span.file)
        line = text.span.end_line
        if source is None or (text.span.file, line) in seen or text.span.line != line or line > len(source.lines):
            continue
        written = source.lines[line - 1]
        start, end = text.span.column - 1, text.span.end_column - 1
        rest = re.match(r"[ \t]+#[^\s#!].*$", written[end:])
        if rest and written[start : start + 1] not in ('"', "'"):
            seen.add((text.span.file, line))
            meant = written[start:].rstrip()
            whole = Span(text.span.file, line, start + 1, line, start + 1 + len(meant))
            fix = () if '"' in meant or "\\" in meant else (Edit(whole, meant, f'"{meant}"'),)
            message = f"`{rest[0].strip()[:40]}` is a comment to YAML, and is not part of the text"
            place = Span(text.span.file, line, end + 1 + len(rest[0]) - len(rest[0].lstrip()), line, len(written) + 1)
            yield Finding(message, place, ("put the text in quotes, or a space after `#`",), fix)


_REPEATED = re.compile(
    r"(?<=[^\W\d_])(?:!{2,}|\?{2,}(?!\?)|[!?]{3,}|,{2,}|;{2,}|:{2,}(?![:\w]))|(?<=[^\W\d_])\.\.(?!\.|/|\w)"
)


_TWICE = ("!!", "??", "!?", "?!", ",,", ";;", "::", "..")


def repeated_punctuation(subject: Subject) -> Iterator[Finding]:
    """A sentence ends more than once: `!!`, `??`, `,,`, `..` (L128)."""
    for text in authored(subject):
        words = text.words
        match = _REPEATED.search(words) if any(twice in words for twice in _TWICE) else None
        if match and match[0] != "???" and "::" not in match[0]:
            fix = _once(subject, text) if match[0][0] in "!?,;." and len(set(match[0])) == 1 else ()
            message = f"`{match[0]}` is one sign too many"
            yield Finding(message, found_in(subject, text, match[0]), (f"write `{match[0][0]}`",), fix)


def _once(subject: Subject, text: Words) -> tuple[Edit, ...]:
    return exchanged(subject, text, [(m.start(), m.end(), m[0][0]) for m in _REPEATED.finditer(text.markdown)])


RULES = (
    Rule("L110", mark_up_left, Severity.ERROR),
    Rule("L111", placeholder_left),
    Rule("L124", cut_by_comment),
    Rule("L128", repeated_punctuation),
)
