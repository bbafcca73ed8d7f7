"""Text of files by others: runs and paragraphs as Markdown that deckbuild reads back the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from deckbuild.blocks import Items, Paragraph
from deckbuild.markdown import blocks, inline
from deckbuild.runs import Link, Mention, Rich, Run, Web, plain

Mark = Literal["", "dot", "number"]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its runs, its level in a list from 0, and what stands before it."""

    rich: Rich
    level: int = 0
    mark: Mark = ""

    @property
    def text(self) -> str:
        """Its words."""
        return plain(self.rich)


def merged(runs: Iterable[Run]) -> Rich:
    """The runs without empty ones, neighbours of one look joined, without space at either end."""
    out: list[Run] = []
    for run in runs:
        cleaned = replace(run, text=clean(run.text))
        if not cleaned.text:
            continue
        if out and replace(out[-1], text="") == replace(cleaned, text=""):
            out[-1] = replace(cleaned, text=out[-1].text + cleaned.text)
        else:
            out.append(cleaned)
    return _stripped(out)


def _stripped(runs: list[Run]) -> Rich:
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)


_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What no text needs: control characters, directions that text has by itself, marks of byte order, halves of pairs."""
_BREAKS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")


def clean(text: str) -> str:
    """Text without characters that nobody sees; tabs are spaces, breaks of any kind are newlines."""
    return _UNSEEN.sub("", _BREAKS.sub("\n", text).replace("\t", " "))


# --- as Markdown ---------------------------------------------------------------------------------------------


def one_line(runs: Iterable[Run]) -> str:
    """The runs as Markdown for one line: breaks become spaces."""
    return marked(merged(replace(run, text=re.sub(r"\s*\n\s*", " ", clean(run.text))) for run in runs))


def marked(runs: Iterable[Run]) -> str:
    """The runs as Markdown whose words deckbuild reads back; looks that Markdown can't say here are left out."""
    joined = merged(runs)
    for simpler in _SIMPLER:
        tried = merged(map(simpler, joined))
        made = _emphasised(tried)
        if _comparable(plain(inline(made))) == _comparable(_shown(tried)):
            return made
    return _bluntly(plain(joined))


def _bluntly(text: str) -> str:
    """A text in one line with every sign escaped."""
    return "".join(f"\\{c}" if c in _SIGNS else c for c in re.sub(r"\s+", " ", text))


def _comparable(text: str) -> str:
    """A text without what typography changes: kinds of dashes, quotation marks, spaces; signs of looks are kept."""
    return "".join(c for c in text if c.isalnum() or c in "*`~^\\")


def _shown(rich: Rich) -> str:
    """What deckbuild shows: a bare reference shows its id until it is resolved."""
    return "".join(run.text + (f"({run.link.id})" if isinstance(run.link, Mention) else "") for run in rich)


_SIMPLER: tuple[Callable[[Run], Run], ...] = (
    lambda run: run,
    lambda run: replace(run, italic=False, script=""),
    lambda run: replace(run, italic=False, bold=False, script="", code=False),
    lambda run: Run(run.text),
)
_SIGNS = "\\`*_{}[]<>()#+-.!|~^&:\"'"


def _emphasised(runs: Sequence[Run]) -> str:
    return "".join(_linked(link, _bold(list(linked))) for link, linked in groupby(runs, key=lambda run: run.link))


def _linked(to: Link | None, text: str) -> str:
    if isinstance(to, Mention):
        return f"{text} ([@{to.id}])" if text.strip() else f"[@{to.id}]"
    if not isinstance(to, Web) or not text.strip():
        return text
    link = to.url
    before, inner, after = _bare(text)
    if inner.replace("\\", "") == link and re.fullmatch(r"https?://[^\s<>]+", link):
        return f"{before}<{link}>{after}"
    address = f"<{link}>" if re.search(r"[()\s]", link) else link
    return f"{before}[{inner}]({address}){after}"


def _bold(runs: list[Run]) -> str:
    parts = ((look, _italic(list(inside))) for look, inside in groupby(runs, key=lambda run: run.bold))
    return "".join(_wrapped(text, "**") if look else text for look, text in parts)


def _italic(runs: list[Run]) -> str:
    parts = ((look, "".join(map(_plain, inside))) for look, inside in groupby(runs, key=lambda run: run.italic))
    return "".join(_wrapped(text, "*") if look else text for look, text in parts)


def _wrapped(text: str, sign: str) -> str:
    before, inner, after = _bare(text)
    return f"{before}{sign}{inner}{sign}{after}" if inner else text


def _bare(text: str) -> tuple[str, str, str]:
    """Space before a text, the text, space after it."""
    inner = text.strip()
    if not inner:
        return text, "", ""
    begin = text.index(inner[0])
    return text[:begin], inner, text[begin + len(inner) :]


def _plain(run: Run) -> str:
    if run.code and run.text.strip():
        before, inner, after = _bare(_OWN_IN_CODE.sub(lambda match: match[0] + " ", run.text.replace("\n", " ")))
        longest = max((len(run) for run in re.findall(r"`+", inner)), default=0)
        fence = "`" * (longest + 1)
        space = " " if inner.startswith("`") or inner.endswith("`") else ""
        return f"{before}{fence}{space}{inner}{space}{fence}{after}"
    text = escaped(run.text)
    if run.script and run.text.strip():
        sign = "~" if run.script == "sub" else "^"
        before, inner, after = _bare(text)
        tight = re.sub(r"\s", lambda match: "\\" + match[0], inner)
        return f"{before}{sign}{tight}{sign}{after}"
    return text


_ESCAPED = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # a backslash that would make the next sign plain
    r"|[*`]|(?<![^\W_])_|_(?![^\W_])"
    r"|\[(?=[^\]]*\][({\[])|<(?=[A-Za-z/!?])|&(?=#?\w+;)"
    r"|~(?=[^~]*~)|(?<=~)~|\^(?=[^^]*\^)|(?<=\^)\^|(?<=\])\{"
    r"|\((?=(?:c|r|tm|p)\))|\+(?=-)",
    re.IGNORECASE | re.MULTILINE,
)
_OWN = re.compile(r"(?<!\\)\[(?=@[a-z0-9-]+\]|\+[^\]\s\[]+\]|\^[^\]\s]+\])|(?<!\\)\{(?=\{[^{}\n]+\}\})")
_OWN_IN_CODE = re.compile(r"\[(?=@[a-z0-9-]+\]|\+[^\]\s\[]+\])|\{(?=\{[^{}\n]+\}\})")


def escaped(text: str) -> str:
    """Plain text as Markdown that says the same; a line break is one that Markdown keeps."""
    safe = _ESCAPED.sub(lambda match: "\\" + match[0], text)
    safe = _OWN.sub(lambda match: "\\" + match[0], safe)  # what deckbuild itself means by `[@id]`, `[+ABC]`, `{{word}}`
    return re.sub(r" *\n *", "\\\\\n", safe)


_BEGINS = re.compile(r"(?=[-+>#|=](?:\s|$)|#{1,6}\s|[-=_*|]{3}|>)|^(\d{1,9})(?=[.)]\s)")


def _safe_line(text: str) -> str:
    """A line of block Markdown that begins neither a list nor anything else."""
    match = _BEGINS.match(text)
    if not match:
        return text
    return f"{match[1]}\\{text[match.end() :]}" if match[1] else f"\\{text}"


def prose(paras: Sequence[Para]) -> str:
    """Paragraphs as block Markdown: lists as lists, nested by their levels."""
    made = _laid_out(paras, marked)
    if _comparable(_told(made)) == _comparable("".join(_shown(merged(para.rich)) for para in paras)):
        return made
    return _laid_out(paras, lambda runs: _bluntly(plain(merged(runs))))


def _told(text: str) -> str:
    """The words that deckbuild reads in paragraphs and lists."""
    out: list[str] = []
    for block in blocks(text):
        match block:
            case Paragraph():
                out.append(plain(block.text))
            case Items():
                out += [plain(item.text) for item in block.items]
            case _:
                return "\0"
    return "".join(out)


def _laid_out(paras: Sequence[Para], write: Callable[[Rich], str]) -> str:
    out: list[str] = []
    counts: list[int] = []
    previous: Para | None = None
    outer: Mark = ""
    for para in paras:
        text = write(para.rich)
        if not text:
            continue
        lines = text.split("\n")
        if not para.mark:
            out += ["", *map(_safe_line, lines)] if out else [_safe_line(line) for line in lines]
            counts, previous = [], para
            continue
        level = min(para.level, len(counts))
        counts = [*counts[: level + 1], *[0] * (level + 1 - len(counts))]
        counts[level] += 1
        lead = f"{counts[level]}." if para.mark == "number" else "-"
        indent = "   " * level
        if out and (previous is None or not previous.mark or (level == 0 and outer != para.mark)):
            out.append("")
        outer = para.mark if level == 0 else outer
        out.append(f"{indent}{lead} {_safe_line(lines[0])}")
        out += [f"{indent}{' ' * (len(lead) + 1)}{line}" for line in lines[1:]]
        previous = para
    return "\n".join(out)
