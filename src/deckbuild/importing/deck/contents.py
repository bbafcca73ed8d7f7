"""One thing on a slide -> the body that says the same in a lesson: lists, tables, charts, SmartArt, pictures, media."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pydantic import ValidationError

from deckbuild.brand.brand import Box
from deckbuild.importing.deck.files import Kept
from deckbuild.importing.deck.things import Cell, Grid, Node, Played, Plotted, Shown, Smart, Thing
from deckbuild.importing.draft import Filed, Value
from deckbuild.importing.naming import slug
from deckbuild.importing.prose import Para, marked, one_line, prose
from deckbuild.kinds.bullets import DEPTH
from deckbuild.kinds.chart import Charted
from deckbuild.kinds.table import ABOVE, LEFT, Tabled
from deckbuild.runs import Run

Fields = dict[str, Value]

ALT_WANTED = "Say in `alt` what the picture shows: the deck does not."
_MADE_UP = re.compile(
    r"\s*Description (?:automatically )?generated(?: with (?:very )?(?:high|low|medium) confidence)?\s*"
)
"""What Office puts behind a description that it made itself."""
_FILE = re.compile(
    r"(?:\S+:|\\\\|https?:)\S*[/\\].*|\S[^.]*\.(?:png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp|mp4|mp3|wav|wmv|avi)",
    re.IGNORECASE,
)
"""The name of a file, or an address."""
SMALL = 0.004
"""Share of a slide that a picture has at least; a smaller one is an ornament."""


@dataclass(frozen=True)
class Made:
    """A body with what the author should know of it."""

    body: Fields
    comments: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass
class Context:
    """What bodies need to be made: where files go, and what the slide is called."""

    kept: Kept
    stem: str
    """Name for the slide's files."""
    title: str
    size: tuple[int, int] = (0, 0)
    """Of the slide, EMU."""
    mine: bool = False
    """Whether deckbuild made the slide."""


# --- text ----------------------------------------------------------------------------------------------------


def text_body(paras: Sequence[Para]) -> Fields:
    """A list where all paragraphs are points, else text."""
    paras = [para for para in paras if para.rich]
    if paras and all(para.mark for para in paras) and len(paras) > 1:
        numbered = all(para.mark == "number" for para in paras if not para.level)
        return {"bullets": points(paras), **({"numbered": True} if numbered else {})}
    if len(paras) == 1 and paras[0].mark:
        return {"bullets": points(paras)}
    if len(paras) > 1 and not any(para.mark for para in paras) and any(para.level for para in paras):
        return {"bullets": points(paras)}
    return {"text": prose(paras)}


def points(paras: Sequence[Para]) -> tuple[Value, ...]:
    """Paragraphs as points, nested by their levels; levels below the third are written as the third."""
    least = min((para.level for para in paras), default=0)
    made, _ = _nested([(min(para.level - least, DEPTH - 1), one_line(para.rich)) for para in paras], 0, 0)
    return made


def _nested(entries: list[tuple[int, str]], at: int, level: int) -> tuple[tuple[Value, ...], int]:
    made: list[Value] = []
    while at < len(entries) and entries[at][0] >= level:
        text = entries[at][1]
        at += 1
        if at < len(entries) and entries[at][0] > level:
            below, at = _nested(entries, at, level + 1)
            made.append({text: below})
        elif text:
            made.append(text)
    return tuple(made), at


def code_body(thing: Thing) -> Fields:
    """Source text, where all of a text is set like typing; {} where it is not."""
    lines = [line.rstrip() for line in thing.raw]
    if sum(bool(line) for line in lines) < 2:
        return {}
    numbered = {"numbered": True} if thing.paras and all(para.mark == "number" for para in thing.paras) else {}
    return {"code": {"text": "\n".join(lines).strip("\n"), **numbered}}


def too_deep(paras: Sequence[Para]) -> bool:
    """Whether a list has more levels than a slide's list may have."""
    levels = [para.level for para in paras if para.mark]
    return bool(levels) and max(levels) - min(levels) >= DEPTH


# --- tables and charts ---------------------------------------------------------------------------------------


def table_body(grid: Grid, alt: str = "", *, mine: bool = False) -> Made:
    """A table with its merged cells; where these are no rectangles, without them.  `mine` ones mark what stands out."""
    marked_ = _highlighted(grid) if mine else ()
    grid = _unmarked(grid) if mine else grid
    width = max((len(row) for row in grid.rows), default=0)
    lines = [tuple(map(_cell, row)) + ("",) * (width - len(row)) for row in grid.rows]
    lines = [line for line in lines if width]
    if not lines or not any(cell not in ("", LEFT, ABOVE) for line in lines for cell in line):
        return Made({})
    for attempt in (lines, [tuple("" if cell in (LEFT, ABOVE) else cell for cell in line) for line in lines]):
        header = grid.header and len(attempt) > 1
        made: Fields = {"header": attempt[0]} if header else {}
        made["rows"] = tuple(attempt[1:] if header else attempt)
        made |= {"total": True} if grid.total and len(made["rows"]) > 1 else {}
        made |= {"header_column": True} if grid.header_column else {}
        made |= {"highlight": marked_} if marked_ else {}
        made |= {"alt": alt} if alt else {}
        if _valid(Tabled, made):
            merged_lost = attempt is not lines and attempt != lines
            return Made({"table": made}, uncertain=("its merged cells could not be kept",) if merged_lost else ())
    return Made({"text": prose([para for row in grid.rows for cell in row for para in cell.paras])})


def _highlighted(grid: Grid) -> tuple[str, ...]:
    """Names of the rows and columns that stand out: all their cells have a ground of their own."""
    rows = [row for row in grid.rows if row and all(cell.filled for cell in row)]
    body = [row for row in grid.rows[1 if grid.header else 0 :] if row not in rows]
    width = min((len(row) for row in grid.rows), default=0)
    columns = [at for at in range(width) if body and all(row[at].filled for row in body)] if grid.header else []
    names = [_cell(_plainly(row[0])) for row in rows] + [_cell(grid.rows[0][at]) for at in columns]
    return tuple(name for name in names if name)


def _unmarked(grid: Grid) -> Grid:
    """The table without the bold that cells have because they stand out."""
    return replace(
        grid, rows=tuple(tuple(_plainly(cell) if cell.filled else cell for cell in row) for row in grid.rows)
    )


def _plainly(cell: Cell) -> Cell:
    paras = (replace(para, rich=tuple(replace(run, bold=False) for run in para.rich)) for para in cell.paras)
    return replace(cell, paras=tuple(paras))


def _cell(cell: Cell) -> str:
    if cell.covered:
        return LEFT if cell.covered == "left" else ABOVE
    runs = [run for number, para in enumerate(cell.paras) for run in ((Run("\n"),) if number else ()) + para.rich]
    text = marked(runs)
    return f"\\{text}" if text in (LEFT, ABOVE) else text


def _valid(model: type[Charted] | type[Tabled], values: Mapping[str, Value]) -> bool:
    """Whether deckbuild takes these values as they are."""
    try:
        return model.model_validate({key: _as_read(value) for key, value in values.items()}).problem() is None
    except ValidationError:
        return False


def _as_read(value: Value) -> Value:
    """A value as the loader hands it over: numbers are text there."""
    if isinstance(value, (tuple, list)):
        return [_as_read(one) for one in value]
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def chart_body(chart: Plotted, alt: str, title: str, *, mine: bool = False) -> Made:
    """A chart back to its numbers; one that deckbuild does not draw becomes a table of them.

    The heading of a chart that is ours (`mine`) says what its numbers count.
    """
    if mine:
        chart = replace(chart, title="", value_title=chart.title or chart.value_title)
    names = tuple(name for name, _ in chart.series)
    rows = tuple(
        (_category(label), *(amount(values[at]) for _, values in chart.series))
        for at, label in enumerate(chart.categories)
    )
    rows = tuple(row for row in rows if any(cell != "" for cell in row[1:]) or row[0])
    header = (chart.of or "", *map(_category, names))
    told = chart.title if chart.title and chart.title not in (title, *names) else ""
    if chart.kind:
        made: Fields = {"type": chart.kind, "header": header, "rows": rows}
        made |= {"stack": chart.stack} if chart.stack != "none" else {}
        made |= {"lines": chart.lines} if chart.lines else {}
        made |= {"second_axis": chart.second} if chart.second else {}
        made |= {"value_title": chart.value_title} if chart.value_title and chart.value_title not in names else {}
        made |= {"unit": chart.unit} if chart.unit else {}
        made |= {"sort": "written"} if chart.kind in ("pie", "doughnut") and not _falling(chart) else {}
        made |= {"caption": _category(told)} if told else {}
        made |= {"alt": alt} if alt else {}
        for without in ((), ("second_axis",), ("second_axis", "lines"), ("stack", "second_axis", "lines")):
            tried = {key: value for key, value in made.items() if key not in without}
            if _valid(Charted, tried):
                note = ("not all of how it was drawn could be kept",) if tried != made else ()
                return Made({"chart": tried}, uncertain=note)
    table: Fields = {"header": header, "rows": rows} | ({"caption": _category(told)} if told else {})
    said = f"The deck has a {chart.said} chart here, which deckbuild does not draw like this: these are its numbers."
    if rows and _valid(Tabled, table):
        return Made({"table": table}, comments=(said,))
    lines = [Para((Run(" · ".join(str(cell) for cell in row if cell != "")),)) for row in (header, *rows)]
    return Made({"text": prose(lines)}, comments=(said,))


def _category(text: str) -> str:
    return one_line((Run(text),))


def amount(value: float | None) -> Value:
    """A number as a lesson writes it; "" for a gap."""
    if value is None:
        return ""
    rounded = float(f"{value:.10g}")
    return int(rounded) if rounded == int(rounded) else rounded


def _falling(chart: Plotted) -> bool:
    values = [value or 0.0 for value in chart.series[0][1]]
    return all(first >= second for first, second in pairwise(values))


# --- SmartArt ------------------------------------------------------------------------------------------------


def smart_body(smart: Smart) -> Made:
    """SmartArt as the kind that says the same: steps, a diagram of who reports to whom, groups, or a list."""
    nodes = _opened(smart.nodes)
    layout = smart.layout.lower()
    deepest = max((_depth(node) for node in nodes), default=0)
    note = (f"SmartArt `{smart.layout}` became " if smart.layout else "SmartArt became ",)
    if any(word in layout for word in ("hierarchy", "orgchart", "org")) and 2 <= _count(nodes) <= 40:
        return Made({"diagram": _tree(nodes)}, uncertain=(note[0] + "a diagram",))
    steps = any(
        word in layout for word in ("process", "chevron", "arrow", "cycle", "gear", "funnel", "step", "timeline")
    )
    if steps and 2 <= len(nodes) <= 8 and all(node.paras for node in nodes):
        look = {"look": "cycle"} if "cycle" in layout else {"look": "numbered"} if len(nodes) > 5 else {}
        return Made({"steps": tuple(map(_step, nodes)), **look}, uncertain=(note[0] + "steps",))
    if 2 <= len(nodes) <= 8 and deepest >= 2 and all(node.paras and node.below for node in nodes):
        groups = tuple({"title": _title(node), "items": points(_paras(node.below, 0))} for node in nodes)
        return Made({"groups": groups}, uncertain=(note[0] + "groups",))
    listed = _paras(nodes, 0)
    return Made({"bullets": points(listed)} if listed else {}, uncertain=(note[0] + "a list",) if listed else ())


def _opened(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The points without an empty one that holds them all."""
    while len(nodes) == 1 and not nodes[0].paras and nodes[0].below:
        nodes = nodes[0].below
    return nodes


def _depth(node: Node) -> int:
    return 1 + max(map(_depth, node.below), default=0)


def _count(nodes: Sequence[Node]) -> int:
    return sum(1 + _count(node.below) for node in nodes)


def _title(node: Node) -> str:
    return " ".join(one_line(para.rich) for para in node.paras)


def _step(node: Node) -> Value:
    more = _paras(node.below, 0)
    return {"title": _title(node), "text": prose(more)} if more else _title(node)


def _paras(nodes: Sequence[Node], level: int) -> list[Para]:
    out: list[Para] = []
    for node in nodes:
        out += [Para(para.rich, level, "dot") for para in node.paras]
        out += _paras(node.below, level + (1 if node.paras else 0))
    return out


def _tree(nodes: Sequence[Node]) -> Fields:
    """Nodes and edges from above to below."""
    made: dict[str, Value] = {}
    edges: list[Value] = []

    def add(node: Node, parent: str) -> None:
        base = slug(_title(node)) or "node"
        name, number = base, 2
        while name in made:
            name, number = f"{base}-{number}", number + 1
        made[name] = _title(node) or "…"
        if parent:
            edges.append((parent, name))
        for one in node.below:
            add(one, name)

    for node in nodes:
        add(node, "")
    return {"nodes": made, **({"edges": tuple(edges)} if edges else {})}


# --- pictures and media --------------------------------------------------------------------------------------


def picture_body(thing: Thing, context: Context) -> Made:
    """A picture with what the deck says of it; {} where its file can't be kept."""
    shown = thing.picture
    if shown is None:
        return Made({})
    if thing.box is not None and 0 < thing.box.width * thing.box.height < SMALL * context.size[0] * context.size[1]:
        return Made({}, left_out=("a picture so small that it is an ornament",))
    if shown.elsewhere:
        return Made({}, left_out=(f"the picture `{thing.name}`: it lies outside the file, at {shown.elsewhere[:80]}",))
    name = context.kept.picture(shown, context.stem)
    if not name:
        why = next((why for part, why in context.kept.refused if part == shown.part), "is not in the file")
        return Made({}, left_out=(f"the picture `{thing.name}`: its file {why}",))
    alt, comments = _alt(thing, context)
    full = {"fit": "full"} if thing.box is not None and covers(thing.box, context.size) else {}
    return Made({"image": {"file": Filed(name), "alt": alt, **full}}, comments)


def covers(box: Box, size: tuple[int, int]) -> bool:
    """Whether a box covers nearly all of a slide."""
    across = min(box.right, size[0]) - max(box.x, 0)
    down = min(box.bottom, size[1]) - max(box.y, 0)
    return bool(size[0]) and across >= 0.97 * size[0] and down >= 0.97 * size[1]


def described(alt: str) -> str:
    """What an alternative text says, without what PowerPoint made up; "" where it only names a file."""
    said = " ".join(_MADE_UP.sub(" ", alt).split())
    return "" if _FILE.fullmatch(said) else said


def _alt(thing: Thing, context: Context) -> tuple[str, tuple[str, ...]]:
    """What the deck says that a picture shows, without what PowerPoint made up."""
    said = described(thing.alt)
    if said:
        return said, ()
    return f"Picture to “{context.title}”" if context.title else "Picture", (ALT_WANTED,)


def media_body(thing: Thing, context: Context) -> Made:
    """A film or sound; what deckbuild can't play is left out, its poster kept."""
    played = thing.played
    assert played is not None
    source: Fields = {}
    if played.part:
        name = context.kept.medium(played.part, context.stem, played.kind)
        source = {"file": Filed(name)} if name else {}
    elif played.address.startswith(("https://", "http://")):
        source = {"url": played.address}
    if not source:
        return _poster_alone(thing, played, context)
    comments = ("Say in `fallback` what to do when it can’t be played.",)
    alt = " ".join(thing.alt.split())
    poster = context.kept.picture(played.poster, f"{context.stem}-poster") if played.poster and not context.mine else ""
    made: Fields = {**source, "alt": alt or f"{'A film' if played.kind == 'video' else 'A sound'} to “{context.title}”"}
    made["fallback"] = (
        "Tell in a few sentences what it shows." if played.kind == "video" else "Tell what is to be heard."
    )
    made |= {"poster": Filed(poster)} if poster else {}
    return Made({played.kind: made}, comments if alt else (*comments, "Say in `alt` what is to be seen or heard."))


def _poster_alone(thing: Thing, played: Played, context: Context) -> Made:
    why = next((why for part, why in context.kept.refused if part == played.part), "is not in the file")
    what = f"the {'film' if played.kind == 'video' else 'sound'} `{thing.name}`: it {why}"
    if played.poster is None:
        return Made({}, left_out=(what,))
    poster = picture_body(Thing("picture", thing.name, thing.alt, picture=played.poster), context)
    return Made(poster.body, poster.comments, left_out=(what, *poster.left_out))


def math_body(formulas: Sequence[str]) -> Fields:
    """Formulas in LaTeX."""
    return {"math": formulas[0] if len(formulas) == 1 else tuple(formulas)}


def picture_of(shown: Shown | None, name: str, alt: str) -> Thing:
    """A picture as a thing of its own."""
    return Thing("picture", name, alt, picture=shown)
