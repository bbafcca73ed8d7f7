"""Formulas: LaTeX -> a small tree of what stands over, under and beside what.  Blocks hold it, renderers draw it.

latex2mathml reads the LaTeX; its MathML is read here, strictly: what it does not know it passes on as text, which would
stand in a formula as if it were meant.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

LONGEST = 2000
"""Characters of a formula; nobody reads a longer one."""


class BadFormula(ValueError):
    """What keeps a text from being a formula."""


@dataclass(frozen=True, slots=True)
class Token:
    """A letter, a number, a sign, or words."""

    text: str
    kind: Literal["letter", "upright", "sign", "words"]


@dataclass(frozen=True, slots=True)
class Row:
    """Parts side by side."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Fraction:
    """One over another, with a bar or (in a binomial) without."""

    top: Node
    bottom: Node
    bar: bool = True


@dataclass(frozen=True, slots=True)
class Root:
    """A root; without a degree it is a square one."""

    inner: Node
    degree: Node | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """Something with what is set low and high beside it."""

    base: Node
    low: Node | None
    high: Node | None


@dataclass(frozen=True, slots=True)
class Limits:
    """Something with what is set below and above it."""

    base: Node
    under: Node | None
    over: Node | None


@dataclass(frozen=True, slots=True)
class Big:
    """A sum, a product, an integral, with its limits and what it goes over."""

    sign: str
    low: Node | None
    high: Node | None
    body: Node
    beside: bool
    """Whether limits stand beside the sign, as with integrals."""


@dataclass(frozen=True, slots=True)
class Fenced:
    """Something in brackets as high as it is; "" is no bracket."""

    left: str
    right: str
    inner: Node


@dataclass(frozen=True, slots=True)
class Accent:
    """Something with a mark over it."""

    mark: str
    inner: Node


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cells in rows; `align` has l, c or r a column."""

    rows: tuple[tuple[Node, ...], ...]
    align: str
    tight: bool = False
    """Without room between columns, as in lines that stand aligned."""


@dataclass(frozen=True, slots=True)
class Space:
    """Room, in ems."""

    width: float


Node = Token | Row | Fraction | Root | Script | Limits | Big | Fenced | Accent | Matrix | Space

_BIG = "∑∏∐∫∬∭∮⋃⋂⨁⨂⨀"
_BESIDE = "∫∬∭∮"
_ACCENTS = {"¯": "\u0305", "―": "\u0305", "^": "\u0302", "~": "\u0303", "˜": "\u0303", "˙": "\u0307", "¨": "\u0308",
            "→": "\u20d7", "\u0302": "\u0302", "ˇ": "\u030c", "´": "\u0301", "`": "\u0300", "˘": "\u0306"}  # fmt: skip
"""Mark over a letter -> the combining sign that stands for it."""
_PAIRS = {"(": ")", "[": "]", "{": "}", "|": "|", "‖": "‖", "⟨": "⟩", "⌊": "⌋", "⌈": "⌉"}
_ENDS = "=≠<>≤≥≈≡→⇒⇔∼∝,;+−±"
"""Signs at which what a sum goes over ends."""


def read_lines(lines: Sequence[str]) -> Node:
    """Formulas one below the other, in line at their `&` signs; raises BadFormula."""
    rows = [tuple(read(cell) for cell in _cells(line)) for text in lines for line in _split(text)]
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    width = max(map(len, rows))
    padded = tuple((*row, *[Row(())] * (width - len(row))) for row in rows)
    return Matrix(padded, ("rl" * width)[:width] if width > 1 else "l", tight=True)


def _split(text: str) -> list[str]:
    """The lines of an environment such as `aligned`, or of a text that LaTeX would break."""
    inside = re.fullmatch(
        r"\s*\\begin\{(aligned|align\*?|gather\*?|gathered|split)\}(.*)\\end\{\1\}\s*", text, re.DOTALL
    )
    if inside:
        return [line for line in re.split(r"\\\\", inside[2]) if line.strip()]
    return [text] if r"\begin" in text else [line for line in re.split(r"\\\\", text) if line.strip()] or [text]


def _cells(line: str) -> list[str]:
    return [line] if r"\begin" in line else re.split(r"(?<!\\)&", line)


@lru_cache(maxsize=256)
def read(latex: str) -> Node:
    """The tree of a formula; raises BadFormula."""
    from latex2mathml.converter import convert

    text = latex.strip().strip("$").strip()
    if not text:
        return Row(())
    if len(text) > LONGEST:
        raise BadFormula(f"it has {len(text)} characters, at most {LONGEST} are read")
    for opened, closed in ((r"(?<!\\)\{", r"(?<!\\)\}"),):
        if len(re.findall(opened, text)) != len(re.findall(closed, text)):
            raise BadFormula("its braces do not close")
    if text.startswith(("^", "_")):
        raise BadFormula(f"nothing stands before `{text[0]}`")
    try:
        made = convert(text, display="block")
    except RecursionError:
        raise BadFormula("it is nested too deeply") from None
    except Exception as wrong:  # the library has a dozen exceptions of its own, without texts
        raise BadFormula(_SAID.get(type(wrong).__name__, "something is missing in it")) from None
    try:
        root = ET.fromstring(re.sub(r"&(?!#|amp;|lt;|gt;|quot;)", "&amp;", made.replace(_NAMESPACE, "")))
        return _row(list(root))
    except ET.ParseError:
        raise BadFormula("something in it is out of place") from None
    except RecursionError:
        raise BadFormula("it is nested too deeply") from None


_NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'

_SAID = {
    "NoAvailableTokensError": "a command lacks what it applies to",
    "ExtraLeftOrMissingRightError": r"`\left` has no `\right`",
    "MissingSuperScriptOrSubscriptError": "nothing stands after `^` or `_`",
    "MissingEndError": r"`\begin` has no `\end`",
    "DoubleSubscriptsError": "two subscripts stand at one letter",
    "DoubleSuperscriptsError": "two superscripts stand at one letter",
}


def _row(elements: Sequence[ET.Element]) -> Node:
    """Elements side by side; brackets that belong together become one, sums take what follows them."""
    parts: list[Node] = []
    index = 0
    while index < len(elements):
        element = elements[index]
        sign = _big(element)
        if sign:
            stop = next((n for n in range(index + 1, len(elements)) if _ends(elements[n])), len(elements))
            low, high = _limits(element)
            parts.append(Big(sign, low, high, _row(elements[index + 1 : stop]), sign in _BESIDE))
            index = stop
            continue
        close = _closing(elements, index)
        if close:
            inner = _row(elements[index + 1 : close])
            right = _text(elements[close]) if close < len(elements) else ""
            parts.append(Fenced(_text(element), right, inner))
            index = close + 1
            continue
        parts.append(_node(element))
        if _named(element) and index + 1 < len(elements) and _text(elements[index + 1]) not in _PAIRS:
            parts.append(Space(0.17))
        index += 1
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def _named(element: ET.Element) -> bool:
    """Whether it is a function's name, such as sin or lim, which stands apart from what it is of."""
    base = element[0] if element.tag in _SCRIPTS and len(element) else element
    return base.tag in ("mi", "mo") and len(_text(base)) > 1 and _text(base).isalpha() and _text(base).isascii()


def _ends(element: ET.Element) -> bool:
    return element.tag == "mo" and _text(element) in _ENDS


def _closing(elements: Sequence[ET.Element], index: int) -> int | None:
    """Where the bracket that opens at `index` closes, if it grows with what it holds."""
    element = elements[index]
    if element.tag != "mo" or element.get("stretchy") == "false" or element.get("form") == "postfix":
        return None
    if element.get("fence") == "true":
        closing = [n for n in range(index + 1, len(elements)) if elements[n].get("form") == "postfix"]
        return closing[-1] if closing else len(elements)  # `cases` has no bracket on its right
    held = elements[index + 1 : index + 3]
    tall = len(held) == 2 and held[0].tag in ("mtable", "mfrac") and held[1].tag == "mo"
    return index + 2 if tall and _text(held[1]) == _PAIRS.get(_text(element)) else None


def _big(element: ET.Element) -> str:
    """The sign of a sum or an integral, with limits or without; "" for anything else."""
    base = element if element.tag == "mo" else element[0] if len(element) and element.tag in _SCRIPTS else None
    return _text(base) if base is not None and base.tag == "mo" and _text(base) in _BIG and _text(base) else ""


_SCRIPTS = ("msub", "msup", "msubsup", "munder", "mover", "munderover")


def _limits(element: ET.Element) -> tuple[Node | None, Node | None]:
    """What is set low and high at an element."""
    inner = [_node(one) for one in list(element)[1:]]
    match element.tag:
        case "msub" | "munder":
            return inner[0], None
        case "msup" | "mover":
            return None, inner[0]
        case "msubsup" | "munderover":
            return inner[0], inner[1]
        case _:
            return None, None


def _node(element: ET.Element) -> Node:
    inner = list(element)
    match element.tag:
        case "mi" | "mn" | "mo" | "mtext":
            return _token(element)
        case "mspace":
            room = re.match(r"-?[0-9.]+", element.get("width", "0"))
            return Space(float(room[0]) if room else 0.0)
        case "mfrac" if len(inner) == 2:
            return Fraction(_node(inner[0]), _node(inner[1]), element.get("linethickness") != "0")
        case "msqrt":
            return Root(_row(inner))
        case "mroot" if len(inner) == 2:
            return Root(_node(inner[0]), _node(inner[1]))
        case tag if tag in _SCRIPTS and len(inner) >= 2:
            return _scripted(element)
        case "mtable":
            rows = tuple(tuple(_row(list(cell)) for cell in row) for row in element)
            width = max(map(len, rows), default=0)
            if not width:
                raise BadFormula("there is nothing in its table")
            align = "".join(cell.get("columnalign", "center")[0] for cell in element[0]).ljust(width, "c")
            return Matrix(tuple((*row, *[Row(())] * (width - len(row))) for row in rows), align)
        case "mrow" | "mstyle" | "mpadded" | "menclose" | "math":
            return _row(inner)
        case tag:
            raise BadFormula(f"a part of it ({tag.removeprefix('m')}) is incomplete or can't be shown")


def _scripted(element: ET.Element) -> Node:
    base, (low, high) = element[0], _limits(element)
    if element.tag == "mover" and _text(element[1]) in _ACCENTS:
        return Accent(_ACCENTS[_text(element[1])], _node(base))
    below = element.tag.startswith("mu") or element.tag == "mover" or _text(base) in ("lim", "max", "min", "sup", "inf")
    if base.tag == "mi" and not _text(base):
        raise BadFormula("an index or a power has nothing to stand at")
    return Limits(_node(base), low, high) if below else Script(_node(base), low, high)


def _token(element: ET.Element) -> Token:
    text = _text(element)
    if text.startswith("\\"):
        raise BadFormula(f"`{text}` is no command that is known")
    if element.tag == "mi" and text in ("&", "}", "{"):
        raise BadFormula(f"`{text}` is out of place")
    if element.tag == "mtext":
        return Token(text, "words")
    if element.tag == "mi" and len(text) == 1 and text.isalpha() and text.isascii() | ("α" <= text <= "ω"):
        return Token(text, "letter")
    return Token(text, "sign" if element.tag == "mo" and not text.isalpha() else "upright")


def _text(element: ET.Element) -> str:
    return (element.text or "").replace("-", "−") if element.tag == "mo" else element.text or ""


def linear(node: Node) -> str:
    """The formula in one line of text, for those who hear it and where it can't be drawn."""
    return re.sub(r"\s+", " ", "".join(_linear(node))).strip()


def _linear(node: Node) -> Iterator[str]:
    match node:
        case Token(text, kind):
            spaced = kind == "sign" and text in _ENDS + "×·÷"
            yield f" {text} " if spaced and text not in ",;" else text
        case Row(parts):
            for part in parts:
                yield from _linear(part)
        case Fraction(top, bottom, bar):
            yield f"{_held(top)}{'/' if bar else ' over '}{_held(bottom)}"
        case Root(inner, degree):
            yield f"{linear(degree) if degree else ''}√{_held(inner)}"
        case Script(base, low, high):
            yield _held(base) + (f"_{_held(low)}" if low else "") + (f"^{_held(high)}" if high else "")
        case Limits(base, under, over):
            yield _held(base) + (f"_{_held(under)}" if under else "") + (f"^{_held(over)}" if over else "") + " "
        case Big(sign, low, high, body):
            yield sign + (f"_{_held(low)}" if low else "") + (f"^{_held(high)}" if high else "") + " " + linear(body)
        case Fenced(left, right, inner):
            yield f"{left}{linear(inner)}{right}"
        case Accent(mark, inner):
            yield "".join(character + mark for character in linear(inner))
        case Matrix(rows, _, tight):
            lines = ("".join(map(linear, row)) if tight else ", ".join(map(linear, row)) for row in rows)
            yield "; ".join(lines)
        case Space():
            yield " "


def _held(node: Node) -> str:
    """In brackets, where it is more than one thing."""
    text = linear(node)
    return text if len(text) <= 1 or text.isalnum() or isinstance(node, (Token, Fenced, Accent)) else f"({text})"
