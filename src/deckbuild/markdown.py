"""Markdown in strings -> runs and blocks.  Raw HTML is text; `[@id]`, `[+ABC]`, `{{word}}` are deckbuild's own, unless
a backslash stands before one of their brackets.

`inline` reads one paragraph, `blocks` a text with lists, tables and headings.  Both are total: any text is
some Markdown.  Syntax: CommonMark, tables, sub- and superscript, `[text]{.style}` spans; in `blocks` footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from deckbuild.blocks import (
    Abbreviated,
    Block,
    Code,
    FillIn,
    Footnote,
    Heading,
    Item,
    Items,
    Mention,
    Paragraph,
    Quotation,
    Rich,
    Run,
    Table,
    Web,
    joined,
)
from deckbuild.source import highlighted

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

MENTION = re.compile(r"(?<!\\)\[@([a-z0-9-]+)\]")
ABBREVIATION = re.compile(r"(?<!\\)\[\+([^\]\s\[]*[^\]\s\[\\])\]")
FILL_IN = re.compile(r"(?<!\\)\{\{\s*([^{}\n]*[^{}\s\\])\s*\}\}")
_CODE = re.compile(r"`|~~~|^(?: {4}|\t)", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_SPECIAL = re.compile(r"[*_`\[\]<>&~^\\!{}'\"\n]|--|\.\.\.|https?:|^\s*([-+*>|]|#{1,6}|\d+[.)])\s", re.MULTILINE)

# Opening and closing marks, double then single (Unicode CLDR, delimiters).
_QUOTES = {
    "en": "“”‘’", "fr": ("« ", " »", "‹ ", " ›"), "de": "„“‚‘", "es": "«»“”", "pt": "“”‘’", "it": "«»“”",
    "ru": "«»„“", "pl": "„”«»", "nl": "“”‘’", "ar": "”“’‘", "zh": "“”‘’", "ja": "「」『』",
}  # fmt: skip


GONE = "-"
"""What `[@-]` stands for: something that a session leaves out.  No author's id is spelt like that."""


def mentions(text: str) -> tuple[str, ...]:
    """Ids that `text` refers to, in order."""
    return tuple(id_ for id_ in MENTION.findall(_read(text)) if id_ != GONE) if "[@" in text else ()


def abbreviations(text: str) -> tuple[str, ...]:
    """Short forms that `text` asks to have written out, in order."""
    return tuple(ABBREVIATION.findall(_read(text))) if "[+" in text else ()


def fill_ins(text: str) -> tuple[str, ...]:
    """Words of `text` that participants fill in, in order."""
    return tuple(FILL_IN.findall(_read(text))) if "{{" in text else ()


def _read(text: str) -> str:
    """`text` without its code, which is shown as it is."""
    return _without_code(text) if _CODE.search(text) else text


@lru_cache(maxsize=4096)
def _without_code(text: str) -> str:
    parts = (part for token in _parser("en").parse(text) for part in token.children or () if part.type == "text")
    return "\n".join(part.content for part in parts)


def stray_footnotes(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Labels of `text` that have a mark but no text, or stand within a footnote; and those with a text but no mark."""
    if "[^" not in text and "^[" not in text:
        return (), ()
    env: dict[str, Any] = {}
    tokens = _parser("en", footnotes=True).parse(text, env)
    defined, marked, lost = list[str](), set[str](), list[str]()
    within = [one for note in env.get("footnotes", {}).get("list", {}).values() for one in note.get("tokens", ())]
    placed = [(one, True) for one in within]
    depth = 0
    for index, token in enumerate(tokens):
        if token.type == "footnote_reference_open":
            defined.append(token.meta["label"])
            lost += [token.meta["label"]] if closing(tokens, index) == index + 1 else []
        depth += token.nesting if token.type.startswith("footnote_reference") else 0
        placed += [(one, depth > 0) for one in token.children or ()]
    for one, inside in placed:
        if one.type == "footnote_ref":
            label = one.meta.get("label", "")
            marked.add(label)
            lost += [label or "…"] if inside else []
        elif one.type == "text":
            lost += (label for label in _MARK.findall(one.content) if not _is_escaped(label, text))
    return tuple(dict.fromkeys(lost)), tuple(label for label in defined if label not in marked)


def _is_escaped(label: str, text: str) -> bool:
    """Whether what looks like a mark of a footnote is meant to be words, as one with a backslash before it is."""
    return not re.search(rf"(?<!\\)\[\^{re.escape(label)}", text)


@lru_cache(maxsize=16384)
def inline(text: str, language: str = "en") -> Rich:
    """`text` as runs; line breaks in the source become spaces."""
    if not _SPECIAL.search(text):
        return (Run(text),) if text else ()
    tokens = _parser(language.split("-")[0]).parseInline(text)
    return _runs(tokens[0].children or [])


@lru_cache(maxsize=16384)
def blocks(text: str, language: str = "en") -> tuple[Block, ...]:
    """`text` as paragraphs, lists, tables, quotations, code and headings."""
    if not _SPECIAL.search(text):
        return (Paragraph((Run(text),)),)
    env: dict[str, Any] = {}
    tokens = _parser(language.split("-")[0], footnotes="^" in text).parse(text, env)
    if "footnotes" in env:
        _annotate(tokens, env["footnotes"]["list"])
    return tuple(_blocks(tokens))


@lru_cache(maxsize=16)
def _parser(language: str, *, footnotes: bool = False) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_plugin
    from mdit_py_plugins.footnote.index import footnote_def, footnote_inline, footnote_ref
    from mdit_py_plugins.subscript import sub_plugin
    from mdit_py_plugins.superscript import superscript_plugin

    quotes = _QUOTES.get(language, _QUOTES["en"])
    parser = MarkdownIt("commonmark", {"html": False, "typographer": True, "quotes": quotes})
    parser.enable(["table", "smartquotes", "replacements"])
    parser.disable("image")
    parser.use(attrs_plugin, spans=True).use(sub_plugin).use(superscript_plugin)
    parser.core.ruler.before("text_join", "protected", _protect)
    if footnotes:  # before superscript, which begins with `^` too
        parser.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
        parser.inline.ruler.before("emphasis", "footnote_inline", footnote_inline)
        parser.inline.ruler.before("emphasis", "footnote_ref", footnote_ref)
    return parser


def _protect(state: StateCore) -> None:
    """Keep brackets with a backslash apart from the text round them, where they would be marks of deckbuild's."""
    for block in state.tokens:
        for token in block.children or ():
            if token.type == "text_special" and token.content in ("[", "]", "{", "}"):
                token.type = "protected"


def _annotate(tokens: list[Token], known: Mapping[int, Mapping[str, Any]]) -> None:
    """Let each mark hold the text of its footnote; a mark within a footnote has none (see `stray_footnotes`)."""
    texts: dict[str, Rich] = {}
    for index, token in enumerate(tokens):
        if token.type == "footnote_reference_open":
            inside = tokens[index + 1 : closing(tokens, index)]
            texts[token.meta["label"]] = joined(map(_in_line, _blocks(inside)), "\n")
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("footnote_reference") else 0
        for mark in (token.children or ()) if not depth else ():
            if mark.type == "footnote_ref":
                note = known[mark.meta["id"]]
                mark.meta["text"] = _runs(note["tokens"]) if "tokens" in note else texts.get(note["label"], ())


def _in_line(block: Block) -> Rich:
    """The words of a footnote's block: a footnote is one paragraph."""
    match block:
        case Paragraph() | Heading():
            return block.text
        case Items():
            return joined([item.text for item in block.items], "\n")
        case Quotation():
            return joined(block.text, "\n")
        case Table():
            return joined([joined(row, " | ") for row in block.lines], "\n")
        case Code():
            return (Run(block.text, code=True),)
        case _:
            return ()


_STYLES = {"strong_open": "bold", "em_open": "italic"}
_ENDS = {
    "strong_close": "bold",
    "em_close": "italic",
    "sub_close": "",
    "sup_close": "",
    "link_close": "",
    "span_close": "",
}


def _runs(tokens: list[Token]) -> Rich:
    """The runs of a paragraph's inline tokens; neighbours of one look are joined."""
    out: list[Run] = []
    looks = [Run("")]
    for token in tokens:
        look = looks[-1]
        match token.type:
            case "text":
                out.extend(replace(run, text=run.text) for run in _own(token.content, look))
            case "softbreak":
                out.append(replace(look, text=" "))
            case "hardbreak":
                out.append(replace(look, text="\n"))
            case "footnote_ref":
                if "text" in token.meta:
                    out.append(Run("", link=Footnote(token.meta["text"])))
            case "code_inline":
                out.append(replace(look, text=token.content, code=True))
            case "strong_open":
                looks.append(replace(look, bold=True))
            case "em_open":
                looks.append(replace(look, italic=True))
            case "sub_open":
                looks.append(replace(look, script="sub"))
            case "sup_open":
                looks.append(replace(look, script="super"))
            case "span_open":
                looks.append(replace(look, style=str(token.attrGet("class") or "").split(" ")[0]))
            case "link_open":
                url = str(token.attrGet("href") or "")
                # markdown-it already refuses javascript:, vbscript:, file: and data:
                allowed = url.startswith(("http://", "https://", "mailto:"))
                looks.append(replace(look, link=Web(url)) if allowed else look)
            case _ if token.type in _ENDS:
                looks.pop()
            case _:
                out.append(replace(look, text=token.content))
    return _merged(out)


_OWN = re.compile(rf"{MENTION.pattern}|{ABBREVIATION.pattern}|{FILL_IN.pattern}")


def _own(text: str, look: Run) -> Iterator[Run]:
    """`text` in the look of `look`, with deckbuild's own `[@id]`, `[+ABC]` and `{{word}}` as linked runs."""
    if "[" not in text and "{{" not in text:
        yield replace(look, text=text)
        return
    end = 0
    for match in _OWN.finditer(text):
        yield replace(look, text=text[end : match.start()])
        if match[1]:
            yield replace(look, text=match[1], link=Mention(match[1]))
        elif match[2]:
            yield replace(look, text=match[2], link=Abbreviated(match[2]))
        else:
            yield replace(look, text=match[3], link=FillIn())
        end = match.end()
    yield replace(look, text=text[end:])


def _merged(runs: list[Run]) -> Rich:
    out: list[Run] = []
    for run in runs:
        if not run.text and not isinstance(run.link, Footnote):
            continue
        if out and run.link is None and replace(out[-1], text="") == replace(run, text=""):
            out[-1] = replace(run, text=out[-1].text + run.text)
        else:
            out.append(run)
    return tuple(out)


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    """Blocks of a token stream; lists are flattened to items with levels."""
    position = 0
    while position < len(tokens):
        token = tokens[position]
        end = closing(tokens, position)
        inside = tokens[position + 1 : end]
        match token.type:
            case "paragraph_open":
                yield Paragraph(_runs(inside[0].children or []))
            case "heading_open":
                yield Heading(min(int(token.tag[1]), 4), _runs(inside[0].children or []))
            case "bullet_list_open" | "ordered_list_open":
                yield Items(tuple(_items(inside, 0)), numbered=token.type == "ordered_list_open")
            case "blockquote_open":
                yield Quotation(tuple(block.text for block in _blocks(inside) if isinstance(block, Paragraph)))
            case "fence" | "code_block":
                language = token.info.strip()
                yield Code(token.content.rstrip("\n"), language, highlighted(token.content, language))
            case "table_open":
                yield _table(inside)
            case "inline":
                yield Paragraph(_runs(token.children or []))
        position = end + 1


def closing(tokens: Sequence[Token], start: int) -> int:
    """Index of the token that closes the one at `start` (itself where it opens nothing)."""
    if tokens[start].nesting <= 0:
        return start
    level = tokens[start].level
    for index in range(start + 1, len(tokens)):
        if tokens[index].nesting < 0 and tokens[index].level == level:
            return index
    return len(tokens) - 1


def _items(tokens: list[Token], level: int) -> Iterator[Item]:
    position = 0
    while position < len(tokens):
        end = closing(tokens, position)
        for block in _blocks(tokens[position + 1 : end]):
            if isinstance(block, Paragraph):
                yield Item(block.text, min(level, 2))
            elif isinstance(block, Items):
                yield from (replace(item, level=min(item.level + level + 1, 2)) for item in block.items)
        position = end + 1


def _table(tokens: list[Token]) -> Table:
    rows: list[list[Rich]] = []
    align: list[str] = []
    for index, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_runs(tokens[index + 1].children or []))
            if token.type == "th_open":
                align.append(str(token.attrGet("style") or "").removeprefix("text-align:") or "left")
    header, body = rows[0], rows[1:]
    share = 1 / len(header)
    return Table(
        header=tuple(header),
        rows=tuple(tuple(row) for row in body),
        widths=tuple(share for _ in header),
        align=tuple(align),  # type: ignore[arg-type]
    )
