"""Text of shapes -> paragraphs: runs with looks and links, fields' results, formulas, levels, inherited bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.importing.deck.parts import on, whole
from deckbuild.importing.omml import MATH, latex, linear
from deckbuild.importing.prose import Mark, Para, clean, merged
from deckbuild.ooxml.lint.model import Link
from deckbuild.ooxml.tree import A, Element, R, local
from deckbuild.runs import Mention, Run, Web

LEVELS = 9
_MONO = re.compile(r"courier|consolas|menlo|monaco|mono|cascadia|source code|fira code|lucida console", re.IGNORECASE)
_SAFE = re.compile(r"(https?://[^\s<>\"\\]+|mailto:[^\s<>\"\\]+@[^\s<>\"\\]+)")
_BULLETS: Mapping[str, Mark] = {"buChar": "dot", "buBlip": "dot", "buAutoNum": "number", "buNone": ""}
NO_MARKS: tuple[Mark, ...] = tuple[Mark, ...]([""] * LEVELS)


@dataclass(frozen=True)
class Around:
    """What the text of a part needs to be read: its links, the ids of slides, the bullets that it inherits."""

    links: Mapping[str, Link]
    ids: Mapping[str, str]
    """Part of a slide -> the id that it gets in the lesson."""
    marks: tuple[Mark, ...] = NO_MARKS

    def target(self, element: Element) -> Web | Mention | None:
        """Where a link leads; None where it leads nowhere that a lesson may name."""
        link = self.links.get(element.get(f"{R}id", ""))
        action = element.get("action", "")
        if link is None:
            return None
        if link.external:
            return Web(link.target) if _SAFE.fullmatch(link.target) else None
        if "hlinksldjump" in action or link.kind == "slide":
            id_ = self.ids.get(link.target)
            return Mention(id_) if id_ else None
        return None


def inherited_marks(lists: Sequence[Element | None]) -> tuple[Mark, ...]:
    """What stands before the paragraphs of each level, as list styles say it, the nearest last."""
    marks: list[Mark] = [""] * LEVELS
    for styles in lists:
        if styles is None:
            continue
        for level in range(LEVELS):
            said = _own_mark(styles.find(f"{A}lvl{level + 1}pPr"))
            marks[level] = marks[level] if said is None else said
    return tuple(marks)


def _own_mark(properties: Element | None) -> Mark | None:
    """The bullet that paragraph properties name; None where they name none."""
    for child in properties if properties is not None else ():
        if local(child) in _BULLETS:
            return _BULLETS[local(child)]
    return None


def paragraphs(body: Element | None, around: Around) -> tuple[Para, ...]:
    """The paragraphs of a text body that say something."""
    if body is None:
        return ()
    made = (_paragraph(element, around) for element in body.iterfind(f"{A}p"))
    return tuple(para for para in made if para.rich)


def _paragraph(element: Element, around: Around) -> Para:
    properties = element.find(f"{A}pPr")
    level = min(max(whole(properties.get("lvl")) if properties is not None else 0, 0), LEVELS - 1)
    own = _own_mark(properties)
    mark = around.marks[level] if own is None else own
    return Para(merged(_runs(element, around)), level, mark)


def _runs(element: Element, around: Around) -> Iterator[Run]:
    for child in element:
        match local(child):
            case "r" | "fld":
                yield _run(child, around)
            case "br":
                yield Run("\n")
            case "m" | "oMath" | "oMathPara":
                yield Run(linear(child))
            case "pPr" | "endParaRPr" | "":
                pass
            case _:  # what newer programs put round runs
                yield from _runs(child, around)


def _run(element: Element, around: Around) -> Run:
    text = "".join(part.text or "" for part in element.iterfind(f"{A}t"))
    looks = element.find(f"{A}rPr")
    run = Run(text)
    if looks is None:
        return run
    face = looks.find(f"{A}latin")
    baseline = whole(looks.get("baseline"))
    click = looks.find(f"{A}hlinkClick")
    return replace(
        run,
        bold=on(looks.get("b")),
        italic=on(looks.get("i")),
        code=face is not None and bool(_MONO.search(face.get("typeface", ""))),
        script="super" if baseline > 0 else "sub" if baseline < 0 else "",
        link=around.target(click) if click is not None else None,
    )


def largest(body: Element | None) -> float:
    """Points of the largest text of a body that says its own size; 0 where none does."""
    sizes = (whole(run.get("sz")) for run in body.iter(f"{A}rPr", f"{A}defRPr")) if body is not None else ()
    return max(sizes, default=0) / 100


def formulas(body: Element | None) -> tuple[str, ...]:
    """The formulas of a body as LaTeX, where it holds nothing else; () where it holds other text."""
    if body is None or body.find(f".//{MATH}oMath") is None:
        return ()
    beside = [run.text for run in body.iter(f"{A}t") if run.text and run.text.strip()]
    made = [latex(one) for one in body.iter(f"{MATH}oMath")]
    return tuple(line for lines in made for line in lines) if not beside and all(made) else ()


def source_lines(body: Element | None) -> tuple[str, ...]:
    """The lines of a body with all their spaces, where all of it is set like typing; () where it is not."""
    runs = [run for run in body.iter(f"{A}r") if (run.findtext(f"{A}t") or "").strip()] if body is not None else []
    if body is None or not runs or not all(_typed(run) for run in runs):
        return ()
    lines = ("".join(_raw(child) for child in para) for para in body.iterfind(f"{A}p"))
    return tuple(line for text in lines for line in clean(text).split("\n"))


def _typed(run: Element) -> bool:
    face = run.find(f"{A}rPr/{A}latin")
    return face is not None and bool(_MONO.search(face.get("typeface", "")))


def _raw(child: Element) -> str:
    return "\n" if local(child) == "br" else child.findtext(f"{A}t") or "" if local(child) in ("r", "fld") else ""


def field_types(body: Element | None) -> frozenset[str]:
    """Types of the fields in a body: slidenum, datetime1 and so on."""
    return frozenset(field.get("type", "") for field in body.iter(f"{A}fld")) if body is not None else frozenset()
