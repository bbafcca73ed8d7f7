"""Markdown without divs -> blocks: what a slide or a note can be made of, in the order in which it stands."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from deckbuild.importing.prose import Mark, Para, merged
from deckbuild.markdown import closing
from deckbuild.runs import Rich, Run, Web, plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SAFE = re.compile(r"(https?://[^\s<>\"\\]+|mailto:[^\s<>\"\\]+@[^\s<>\"\\]+)")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_ASIDE = re.compile(r"<aside[^>]*class=[\"'][^\"']*notes[^\"']*[\"'][^>]*>(.*?)</aside>", re.IGNORECASE | re.DOTALL)
_SIZED = re.compile(r"\b(?:w|h|width|height):")
_SIZES = re.compile(
    r"\b(?:bg|fit|contain|cover|auto|left|right|vertical|(?:w|h|width|height):\S+|blur\S*|opacity\S*)\b(?::\S+)?%?"
)
"""What Marp reads in a picture's description: its size, and whether it is a background."""
_GRID = re.compile(r"(?m)(?:^ {0,3}[+|][^\n]*[+|][ \t]*(?:\n|\Z)){3,}(?<=\+\n)")
"""A table drawn with signs (pandoc's grid tables): kept as it is drawn."""
_LOOKS = re.compile(r"\{[:.#][^{}\n]*\}")
"""Attributes behind things: `{.accent width=50%}`."""


@dataclass(frozen=True)
class Heading:
    """A heading and its level, 1 to 6."""

    level: int
    rich: Rich
    line: int = 0


@dataclass(frozen=True)
class Words:
    """Paragraphs and lists; `listed` where all of it is one list."""

    paras: tuple[Para, ...]
    line: int = 0

    @property
    def listed(self) -> bool:
        """Whether it is a list."""
        return all(para.mark for para in self.paras)


@dataclass(frozen=True)
class Source:
    """Source text in a language."""

    text: str
    language: str
    line: int = 0


@dataclass(frozen=True)
class Rows:
    """A table: rows of cells, the header first."""

    rows: tuple[tuple[Rich, ...], ...]
    line: int = 0


@dataclass(frozen=True)
class Picture:
    """A picture by its address in the text."""

    address: str
    alt: Rich
    title: str = ""
    ground: bool = False
    """Whether it is meant as the slide's background."""
    line: int = 0


@dataclass(frozen=True)
class Quoted:
    """A quotation."""

    paras: tuple[Para, ...]
    line: int = 0


@dataclass(frozen=True)
class Comment:
    """A comment that readers do not see."""

    text: str
    line: int = 0


@dataclass(frozen=True)
class Aside:
    """Notes for whoever speaks, as HTML."""

    text: str
    line: int = 0


@dataclass(frozen=True)
class Formula:
    """A formula in LaTeX."""

    latex: str
    line: int = 0


@dataclass(frozen=True)
class Rule:
    """A line across: between slides, or within a text.  `mark` is how it is written."""

    mark: str
    line: int = 0


Block = Heading | Words | Source | Rows | Picture | Quoted | Comment | Aside | Formula | Rule


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": True})
    parser.enable(["table", "strikethrough"])
    parser.use(dollarmath_plugin, allow_space=False, double_inline=False).use(footnote_plugin).use(deflist_plugin)
    return parser


def blocks(text: str, line: int = 0, defined: str = "") -> tuple[Block, ...]:
    """The blocks of a text that begins at a line of its file; `defined` says where its links lead."""
    text = _GRID.sub(lambda match: f"\n```text\n{match[0].strip()}\n```\n", text)
    # A line of its own with two or four hyphens divides slides in reveal.js and stays what it is here.
    text = re.sub(r"(?m)^(--|----)[ \t]*$", r"\n<!--rule:\1-->\n", text)
    text = re.sub(r"(?m)^\. \. \.[ \t]*$", "", text)
    tokens = _parser().parse(f"{text}\n\n{defined}" if defined and "[" in text else text)
    return tuple(replace(block, line=block.line + line) for block in _Blocks(tokens).made())


class _Blocks:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._footnotes = _footnotes(tokens)

    def made(self) -> list[Block]:
        return list(self._joined(self._blocks(list(self._tokens))))

    def _joined(self, found: Iterator[Block]) -> Iterator[Block]:
        """The blocks, text that follows on text in one."""
        held: Words | None = None
        for block in found:
            if isinstance(block, Words) and held is not None and not (held.listed or block.listed):
                held = replace(held, paras=(*held.paras, *block.paras))
                continue
            if held is not None:
                yield held
            held = None
            if isinstance(block, Words):
                held = block
            else:
                yield block
        if held is not None:
            yield held

    def _blocks(self, tokens: list[Token]) -> Iterator[Block]:
        position = 0
        while position < len(tokens):
            token = tokens[position]
            end = closing(tokens, position)
            inside = tokens[position + 1 : end]
            line = token.map[0] if token.map else 0
            for block in self._block(token, inside):
                yield replace(block, line=line)
            position = end + 1

    def _block(self, token: Token, inside: list[Token]) -> Iterator[Block]:
        match token.type:
            case "heading_open":
                rich, pictures = self._inline(inside[0] if inside else None)
                yield Heading(int(token.tag[1]), _without_looks(rich))
                yield from pictures
            case "paragraph_open":
                yield from self._paragraph(inside[0] if inside else None)
            case "bullet_list_open" | "ordered_list_open":
                yield from self._list(token, inside)
            case "dl_open":
                yield Words(tuple(self._terms(inside)))
            case "blockquote_open":
                inner = list(self._blocks(inside))
                paras = tuple(para for one in inner if isinstance(one, (Words, Quoted)) for para in one.paras)
                if paras:
                    yield Quoted(paras)
                yield from (one for one in inner if not isinstance(one, (Words, Quoted)))
            case "fence" | "code_block":
                yield Source(token.content.rstrip("\n"), _language(token.info))
            case "table_open":
                yield Rows(tuple(self._rows(inside)))
            case "hr":
                yield Rule(token.markup)
            case "math_block" | "math_block_label" | "amsmath":
                yield Formula(token.content.strip())
            case "html_block":
                yield from _html(token.content)
            case "inline":
                yield from self._paragraph(token)

    def _paragraph(self, token: Token | None) -> Iterator[Block]:
        rich, pictures = self._inline(token)
        rich = _without_looks(rich)
        if plain(rich).strip():
            yield Words((Para(merged(rich)),))
        yield from pictures

    def _list(self, token: Token, inside: list[Token]) -> Iterator[Block]:
        """A list; what stands in it and is no text comes after it."""
        paras: list[Para] = []
        others: list[Block] = []
        self._items(inside, "number" if token.type.startswith("ordered") else "dot", 0, paras, others)
        if paras:
            yield Words(tuple(paras))
        yield from others

    def _items(self, tokens: list[Token], mark: Mark, level: int, paras: list[Para], others: list[Block]) -> None:
        position = 0
        while position < len(tokens):
            end = closing(tokens, position)
            first = True
            inner, at = tokens[position + 1 : end], 0
            while at < len(inner):
                stop = closing(inner, at)
                token = inner[at]
                if token.type in ("bullet_list_open", "ordered_list_open"):
                    below: Mark = "number" if token.type.startswith("ordered") else "dot"
                    self._items(inner[at + 1 : stop], below, min(level + 1, 8), paras, others)
                else:
                    for block in self._blocks(inner[at : stop + 1]):
                        if isinstance(block, Words) and first:
                            paras += [replace(para, mark=mark, level=level) for para in block.paras[:1]]
                            paras += [replace(para, mark="dot", level=level + 1) for para in block.paras[1:]]
                            first = False
                        elif isinstance(block, (Words, Quoted)):
                            paras += [replace(para, mark=para.mark or "dot", level=level + 1) for para in block.paras]
                        else:
                            others.append(block)
                at = stop + 1
            position = end + 1

    def _terms(self, tokens: list[Token]) -> Iterator[Para]:
        """A list of terms: each term in bold, what it means below."""
        position = 0
        while position < len(tokens):
            end = closing(tokens, position)
            token = tokens[position]
            for block in self._blocks(tokens[position + 1 : end]):
                paras = block.paras if isinstance(block, (Words, Quoted)) else ()
                for para in paras:
                    if token.type == "dt_open":
                        yield Para(tuple(replace(run, bold=True) for run in para.rich), 0, "dot")
                    else:
                        yield replace(para, mark="dot", level=1)
            position = end + 1

    def _rows(self, tokens: list[Token]) -> Iterator[tuple[Rich, ...]]:
        row: list[Rich] = []
        for at, token in enumerate(tokens):
            if token.type == "tr_open":
                row = []
            elif token.type in ("th_open", "td_open"):
                row.append(merged(self._inline(tokens[at + 1])[0]))
            elif token.type == "tr_close":
                yield tuple(row)

    # --- within a line -----------------------------------------------------------------------------------

    def _inline(self, token: Token | None) -> tuple[Rich, list[Block]]:
        """The runs of a paragraph; pictures in it stand behind it."""
        runs: list[Run] = []
        others: list[Block] = []
        looks = [Run("")]
        for child in (token.children or []) if token is not None else []:
            look = looks[-1]
            match child.type:
                case "text":
                    runs.append(replace(look, text=child.content))
                case "softbreak":
                    runs.append(replace(look, text=" "))
                case "hardbreak":
                    runs.append(replace(look, text="\n"))
                case "code_inline":
                    runs.append(replace(look, text=child.content, code=True))
                case "strong_open":
                    looks.append(replace(look, bold=True))
                case "em_open":
                    looks.append(replace(look, italic=True))
                case "s_open":
                    looks.append(look)
                case "link_open":
                    url = str(child.attrGet("href") or "")
                    looks.append(replace(look, link=Web(url)) if _SAFE.fullmatch(url) else look)
                case "strong_close" | "em_close" | "s_close" | "link_close":
                    looks.pop()
                case "image":
                    others.append(_picture(child))
                case "math_inline" | "math_inline_double":
                    runs.append(replace(look, text=child.content, code=True))
                case "footnote_ref":
                    said = self._footnotes.get(int(child.meta.get("id", -1)), ())
                    runs += [replace(look, text=" ("), *said, replace(look, text=")")] if said else []
                case "html_inline":
                    runs += _tag(child.content, looks)
                    others += _comments(child.content)
        return tuple(runs), others


def _footnotes(tokens: Sequence[Token]) -> dict[int, Rich]:
    """What footnotes say, by number: it stands in brackets where their mark is."""
    found: dict[int, Rich] = {}
    current: int | None = None
    for token in tokens:
        if token.type == "footnote_open":
            current = int(token.meta.get("id", -1))
        elif token.type == "footnote_close":
            current = None
        elif token.type == "inline" and current is not None:
            text = "".join(child.content for child in token.children or [] if child.type in ("text", "code_inline"))
            found[current] = (*found.get(current, ()), Run(text))
    return found


def _language(info: str) -> str:
    """The language of a fence: `python`, `{r}`, `{.bash .numberLines}`, `js {1-3}`."""
    match = re.match(r"\s*\{?\s*\.?([A-Za-z0-9_+#-]+)", info)
    return match[1].lower() if match else ""


def _picture(token: Token) -> Picture:
    alt = token.content
    ground = bool(re.match(r"bg\b", alt))
    said = _SIZES.sub("", alt) if ground or _SIZED.search(alt) else alt
    address, title = str(token.attrGet("src") or ""), str(token.attrGet("title") or "")
    return Picture(address, (Run(" ".join(said.split())),), title, ground)


def _without_looks(rich: Rich) -> Rich:
    """Runs without attributes such as `{.center}`, which say how things look."""
    return tuple(run if run.code else replace(run, text=_LOOKS.sub("", run.text)) for run in rich)


def _tag(text: str, looks: list[Run]) -> list[Run]:
    """What a tag does to the text after it."""
    name = re.match(r"<\s*(/?)\s*([a-zA-Z0-9]+)", text)
    if not name:
        return []
    kind, closing = name[2].lower(), bool(name[1])
    if kind == "br":
        return [replace(looks[-1], text="\n")]
    if kind in ("sub", "sup", "b", "strong", "i", "em", "code", "kbd"):
        if closing:
            if len(looks) > 1:
                looks.pop()
        else:
            look = looks[-1]
            looks.append(
                replace(look, script="sub") if kind == "sub"
                else replace(look, script="super") if kind == "sup"
                else replace(look, bold=True) if kind in ("b", "strong")
                else replace(look, italic=True) if kind in ("i", "em")
                else replace(look, code=True)
            )  # fmt: skip
    return []


def _comments(text: str) -> Iterator[Block]:
    for match in _COMMENT.finditer(text):
        yield Comment(match[1].strip())


def _html(text: str) -> Iterator[Block]:
    """A block of HTML: comments, notes, pictures, and the words of the rest."""
    for match in _COMMENT.finditer(text):
        rule = re.fullmatch(r"rule:(-+)", match[1].strip())
        yield Rule(rule[1]) if rule else Comment(match[1].strip())
    rest = _COMMENT.sub("", text)
    for match in _ASIDE.finditer(rest):
        yield Aside(html.unescape(_TAG.sub("", match[1])).strip())
    rest = _ASIDE.sub("", rest)
    for tag in _IMAGE.findall(rest):
        found = {name.lower(): (one or other) for name, one, other in _ATTRIBUTE.findall(tag)}
        if found.get("src"):
            yield Picture(found["src"], (Run(html.unescape(found.get("alt", ""))),))
    rest = re.sub(r"<(script|style)\b.*?(</\1>|$)", "", rest, flags=re.IGNORECASE | re.DOTALL)
    words = html.unescape(_TAG.sub(" ", rest))
    paras = tuple(Para((Run(" ".join(part.split())),)) for part in re.split(r"\n\s*\n", words) if part.strip())
    if paras:
        yield Words(paras)
