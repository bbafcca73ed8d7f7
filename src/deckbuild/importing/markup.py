"""Runs of foreign text -> Markdown that reads back as the same words in the same looks, with few signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from deckbuild.blocks import Paragraph, Rich, Web, plain
from deckbuild.markdown import blocks, inline

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~^{}!?#|()+.,=\-])")
_FEW = re.compile(r"([\\`*\[\]<&~^{}])")
_REPLACED = re.compile(r"(?<!\\)(?:-{2,}|\+-|\((?=(?:c|r|tm|p)\))|,(?=,))", re.IGNORECASE)
_ADDRESS = re.compile(r"(https?://[^\s<>\"\\]+|mailto:[^\s<>\"\\]+@[^\s<>\"\\]+)")
_TYPED = str.maketrans("“”„«»‘’‚‹›", '"""""' + "'" * 5)
"""Quotation marks as they are typed: the lesson's language sets them anew."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text in one look; it may hold line breaks."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    script: str = ""
    """`sub` or `super`."""
    link: str = ""
    footnote: str = ""
    """Markdown of a footnote that hangs here; such a piece has no text of its own."""


def escaped(text: str) -> str:
    """`text` as Markdown that says exactly these words in a line, however they look."""
    text = text.replace("\n", " ")
    for made in (text, _typed(text), _typed(_FEW.sub(r"\\\1", text))):
        if "[^" not in made and "^[" not in made and _same(_among_others(made), text):  # those would be footnotes
            return made
    return _SPECIAL.sub(r"\\\1", text)


def _typed(text: str) -> str:
    """`text` with what a typesetter would replace kept as it is: `--`, `(c)`, `+-`."""
    return _REPLACED.sub(lambda found: "".join(f"\\{one}" for one in found[0]), text)


def _among_others(made: str) -> str:
    """The words of `made` where the text round it has mark-up: only then signs such as `(c)` are replaced."""
    return plain(inline(f"*x* {made}"))[2:]


def in_line(pieces: Iterable[Piece], *, breaks: str = " ") -> str:
    """The pieces as one line of Markdown; `breaks` stands for line breaks within: a backslash and a break keep them."""
    tidy = list(_tidied(pieces))
    words = [one for one in tidy if not one.footnote]  # a line has no footnotes: they are read by what reads blocks
    made = "".join(map(_marked, words)).strip().replace("\n", breaks)
    marked = _looks(inline(made.replace("\\\n", "\n"))) == _looks_of(words, breaks)
    return "".join(_marked(one) if marked or one.footnote else _bare(one) for one in tidy).strip().replace("\n", breaks)


def _bare(piece: Piece) -> str:
    return _linked(_kept(piece.text), piece)


def paragraph(text: str) -> str:
    """A line of Markdown as a paragraph of its own: not taken for a list, a heading or a rule at its beginning."""
    found = blocks(text)
    if len(found) == 1 and isinstance(found[0], Paragraph):
        return text
    number = re.match(r"([0-9]{1,9})([.)])(?=\s|$)", text)
    return f"{number[1]}\\{text[number.end(1) :]}" if number else f"\\{text}"


def unmarked(text: str) -> str:
    """The words of a line of Markdown."""
    return plain(inline(text))


def _same(made: str, wanted: str) -> bool:
    """Whether two texts say the same; quotation marks are set by the lesson's language."""
    return _levelled(made) == _levelled(wanted)


def _levelled(text: str) -> str:
    return " ".join(text.translate(_TYPED).replace("…", "...").replace("\u00a0", " ").replace("\u202f", " ").split())


def _tidied(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with equal neighbours joined, and blanks and some punctuation at their ends without their looks."""
    joined: list[Piece] = []
    for look, group in groupby(pieces, key=lambda one: replace(one, text="")):
        text = "".join(one.text for one in group)
        if look.footnote:
            joined.append(look)
        elif text.strip() or not joined or joined[-1].footnote:
            joined.append(replace(look, text=text) if text.strip() else Piece(text))
        else:  # blanks take the look of what stands before them
            joined[-1] = replace(joined[-1], text=joined[-1].text + text)
    again = [replace(look, text="".join(one.text for one in group)) for look, group in groupby(joined, key=_look)]
    for number, one in enumerate(again):
        if one.footnote or not (one.bold or one.italic or one.script or one.link or one.code):
            yield one
            continue
        follows = again[number + 1].text if number + 1 < len(again) else ""
        core = one.text.strip()
        start = one.text.index(core) if core else 0
        end = start + len(core)
        if (one.bold or one.italic) and follows[:1].isalnum() and end == len(one.text):
            end = start + len(core.rstrip(".,:;!?)»”"))
        for text, look in ((one.text[:start], Piece("")), (one.text[start:end], one), (one.text[end:], Piece(""))):
            if text:
                yield replace(look, text=text)


def _look(piece: Piece) -> Piece:
    return replace(piece, text="")


def _marked(piece: Piece) -> str:
    if piece.footnote:
        return f"^[{piece.footnote}]"
    if piece.code and "`" not in piece.text:
        return f"`{piece.text}`"
    lines = piece.text.split("\n")
    text = "\n".join(_kept(line) for line in lines)
    if piece.script and not re.search(r"\s", text):
        sign = "~" if piece.script == "sub" else "^"
        text = f"{sign}{text}{sign}"
    marks = "**" * piece.bold + "*" * piece.italic
    return _linked(f"{marks}{text}{marks[::-1]}", piece)


def _kept(text: str) -> str:
    """Escaped, with the blanks at its ends."""
    core = text.strip()
    return text.replace(core, escaped(core), 1) if core else text


def _linked(text: str, piece: Piece) -> str:
    if not piece.link or not text.strip():
        return text
    address = piece.link.strip()
    if not _ADDRESS.fullmatch(address):
        return text
    shown = f"<{address}>" if re.search(r"[()]", address) else address
    return f"[{text}]({shown})"


def _looks(rich: Rich) -> list[tuple[str, bool, bool, str]]:
    """Each character that is no blank with its looks; quotation marks levelled."""
    return [
        (one, run.bold, run.italic, run.link.url if isinstance(run.link, Web) else "")
        for run in rich
        for one in _levelled(run.text)
        if not one.isspace()
    ]


def _looks_of(pieces: list[Piece], breaks: str) -> list[tuple[str, bool, bool, str]]:
    del breaks
    return [
        (one, piece.bold, piece.italic, piece.link.strip() if _ADDRESS.fullmatch(piece.link.strip()) else "")
        for piece in pieces
        for one in _levelled(piece.text)
        if not one.isspace()
    ]
