"""Everything on a slide -> one body, where a kind can hold it: columns, captions, or a body and what it leaves over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.brand.brand import Box
from deckbuild.importing.deck.contents import (
    Context,
    Fields,
    Made,
    chart_body,
    code_body,
    math_body,
    media_body,
    picture_body,
    picture_of,
    smart_body,
    table_body,
    text_body,
    too_deep,
)
from deckbuild.importing.deck.figures import figure
from deckbuild.importing.deck.things import Thing
from deckbuild.importing.prose import Para, one_line, prose
from deckbuild.kinds.columns import IN_COLUMNS
from deckbuild.markdown import inline
from deckbuild.runs import Run

PICTURES = 6
"""Most pictures of a slide."""
SHORT = 220
"""Characters of a text that may be a caption."""
_COLUMNS = frozenset(kind.key for kind in IN_COLUMNS)
_CAPTIONED = ("table", "chart", "image", "code", "math", "video", "audio")
DEEP = "a list had more than three levels; the deeper ones stand on the third now"
OVER = "It stood on the slide, beside what is there now: move it back, or keep it as a note."


@dataclass(frozen=True)
class Filled:
    """The bodies of a slide, one a slide of the lesson; and what had no place on any."""

    bodies: tuple[Fields, ...]
    left_over: tuple[tuple[Para, ...], ...] = ()
    comments: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Block:
    """A thing with the body that it would be by itself."""

    thing: Thing
    body: Fields

    @property
    def key(self) -> str:
        return next(iter(self.body))

    @property
    def texts(self) -> bool:
        return self.thing.what == "text" and self.key in ("bullets", "text")


def filled(content: Sequence[Thing], lines: Sequence[Thing], context: Context) -> Filled:
    """The bodies for what stands on a slide."""
    found = figure(content, lines)
    blocks: list[_Block] = []
    made_all: list[Made] = [found.made] if found else []
    used = {id(one) for one in found.used} if found else set()
    drawings = 0
    for thing in content:
        if id(thing) in used:
            continue
        made = _made(thing, context)
        if made is None:
            drawings += thing.what == "drawing"
            continue
        made_all.append(made)
        blocks += [_Block(thing, made.body)] if made.body else []
    uncertain = [note for made in made_all for note in made.uncertain]
    if any(too_deep(block.thing.paras) for block in blocks):
        uncertain.append(DEEP)
    left_out = [one for made in made_all for one in made.left_out]
    if drawings and not context.mine:
        left_out.append(f"{drawings} drawn shapes without text" if drawings > 1 else "a drawn shape without text")
    bodies, over, more = _arranged(found.made.body if found else None, blocks, context)
    comments = tuple(dict.fromkeys(comment for made in made_all for comment in made.comments))
    return Filled(tuple(bodies), tuple(over), comments, (*uncertain, *more), tuple(left_out))


def _made(thing: Thing, context: Context) -> Made | None:
    """The body that a thing would be alone; None where it is a drawing."""
    match thing.what:
        case "text":
            return Made(math_body(thing.formulas) if thing.formulas else code_body(thing) or text_body(thing.paras))
        case "table" if thing.grid is not None:
            return table_body(thing.grid, thing.alt if len(thing.alt) < 400 else "", mine=context.mine)
        case "chart" if thing.plotted is not None:
            return chart_body(thing.plotted, thing.alt, context.title, mine=context.mine)
        case "smartart" if thing.smart is not None:
            return smart_body(thing.smart)
        case "picture":
            return Made({}) if thing.picture and thing.picture.decorative else picture_body(thing, context)
        case "media":
            return media_body(thing, context)
        case "object":
            return _object(thing, context)
    return None


def _object(thing: Thing, context: Context) -> Made:
    """What another program put into the slide: its picture, where there is one."""
    what = f"an object ({thing.object_kind or 'of unknown kind'})"
    if thing.picture is None:
        return Made({}, left_out=(f"{what}, of which the deck holds no picture",))
    made = picture_body(picture_of(thing.picture, thing.name, thing.alt), context)
    return replace(made, left_out=(*made.left_out, f"{what}; a picture of it stands in its place"))


def _arranged(
    drawn: Fields | None, blocks: list[_Block], context: Context
) -> tuple[list[Fields], list[tuple[Para, ...]], list[str]]:
    """The bodies, texts without a place, and what was decided."""
    if drawn is not None:
        texts = [block.thing.paras for block in blocks if block.texts]
        others = [block.body for block in blocks if not block.texts]
        return [drawn, *others], texts, []
    if len(blocks) <= 1:
        return [block.body for block in blocks], [], []
    gallery = _gallery(blocks)
    if gallery is not None:
        return [gallery[0]], gallery[1], []
    captioned = _captioned(blocks)
    if captioned is not None:
        return [captioned], [], []
    columns = _columns(blocks, context)
    if columns is not None:
        return [columns[0]], columns[1], []
    return _stacked(blocks)


def _gallery(blocks: Sequence[_Block]) -> tuple[Fields, list[tuple[Para, ...]]] | None:
    """Two to six pictures, each with the short text below it."""
    pictures = [block for block in blocks if block.key == "image"]
    texts = [block for block in blocks if block.texts]
    if not 2 <= len(pictures) <= 6 or len(pictures) + len(texts) < len(blocks):
        return None
    if any(len(block.thing.text) > SHORT for block in texts) or len(texts) > len(pictures) + 1:
        return None
    said: dict[int, _Block] = {}
    for text in texts:
        under = [at for at, one in enumerate(pictures) if at not in said and _under(text.thing.box, one.thing.box)]
        if under:
            said[under[0]] = text
    shown = []
    for at, picture in enumerate(pictures):
        caption = {"caption": _line(said[at].thing.paras)} if at in said else {}
        shown.append({**_within_gallery(picture.body["image"]), **caption})
    over = [text.thing.paras for text in texts if text not in said.values()]
    return {"image": tuple(shown)}, over


def _under(text: Box | None, picture: Box | None) -> bool:
    if text is None or picture is None:
        return False
    centre = text.x + text.width // 2
    below = picture.y + picture.height * 0.6 <= text.y <= picture.bottom + picture.height * 0.5
    return below and picture.x <= centre <= picture.right


def _line(paras: Sequence[Para]) -> str:
    return one_line(tuple(run for at, para in enumerate(paras) for run in ((Run(" "),) if at else ()) + para.rich))


def _captioned(blocks: Sequence[_Block]) -> Fields | None:
    """One thing and a short text below it, or above it in small."""
    things = [block for block in blocks if not block.texts]
    texts = [block for block in blocks if block.texts]
    if len(things) != 1 or len(texts) != 1 or things[0].key not in _CAPTIONED:
        return None
    thing, text = things[0], texts[0]
    if len(text.thing.text) > SHORT or len(text.thing.paras) > 2 or text.key == "bullets":
        return None
    if not _stands_below(text.thing.box, thing.thing.box):
        return None
    value = thing.body[thing.key]
    if thing.key == "math":
        value = {"formulas": value}
    if not isinstance(value, dict) or "caption" in value:
        return None
    return {**thing.body, thing.key: {**value, "caption": _line(text.thing.paras)}}


def _stands_below(text: Box | None, thing: Box | None) -> bool:
    if text is None or thing is None:
        return True
    return text.y + text.height // 2 >= thing.bottom - thing.height // 10 and text.height < max(thing.height, 1)


# --- columns -------------------------------------------------------------------------------------------------


def _columns(blocks: Sequence[_Block], context: Context) -> tuple[Fields, list[tuple[Para, ...]]] | None:
    """Two to four columns, told by what stands beside what; a text over all of them is left over."""
    placed = [block for block in blocks if block.thing.box]
    if len(placed) < len(blocks):
        return None
    wide = max(_box(block).right for block in placed) - min(_box(block).x for block in placed)
    across = [block for block in placed if block.texts and _box(block).width > 0.7 * max(1, wide)]
    groups = _beside([block for block in placed if block not in across])
    if not 2 <= len(groups) <= 4 or not _side_by_side(groups):
        return None
    made = [_column(group) for group in groups]
    if any(column is None for column in made):
        return None
    columns, said = _without_captions([column for column in made if column])
    return {"columns": columns}, [*(block.thing.paras for block in across), *said]


def _without_captions(columns: Sequence[Fields]) -> tuple[tuple[Fields, ...], list[tuple[Para, ...]]]:
    """Columns with captions as titles, as they have no line for one; and the captions of those that have a title."""
    out: list[Fields] = []
    said: list[tuple[Para, ...]] = []
    for column in columns:
        key = next((key for key in column if isinstance(column[key], dict) and "caption" in column[key]), "")
        if not key:
            out.append(column)
            continue
        value = dict(column[key])
        caption = str(value.pop("caption"))
        if "title" in column:
            said.append((Para(inline(caption)),))
        out.append({"title": caption, **column, key: value} if "title" not in column else {**column, key: value})
    return tuple(out), said


def _box(block: _Block) -> Box:
    assert block.thing.box is not None
    return block.thing.box


def _beside(blocks: Sequence[_Block]) -> list[list[_Block]]:
    """The blocks in columns: those that lie over or under one another together, from left to right."""
    groups: list[list[_Block]] = []
    for block in sorted(blocks, key=lambda one: _box(one).x):
        group = next((one for one in groups if any(_overlap(_box(block), _box(other)) > 0.4 for other in one)), None)
        if group is None:
            groups.append([block])
        else:
            group.append(block)
    return [sorted(group, key=lambda one: _box(one).y) for group in groups]


def _overlap(one: Box, other: Box) -> float:
    """Share of the narrower one's width that lies over the other's."""
    shared = min(one.right, other.right) - max(one.x, other.x)
    return shared / max(1, min(one.width, other.width))


def _side_by_side(groups: Sequence[Sequence[_Block]]) -> bool:
    tops = [min(_box(block).y for block in group) for group in groups]
    ends = [max(_box(block).bottom for block in group) for group in groups]
    return max(tops) < min(ends)


def _column(group: Sequence[_Block]) -> Fields | None:
    """A column: the first short text above others is its title; texts are put together."""
    title: Fields = {}
    rest = list(group)
    if len(rest) > 1 and _heading(rest[0], rest[1]):
        title = {"title": _line(rest[0].thing.paras)}
        rest = rest[1:]
    if all(block.texts for block in rest):
        return {**title, **text_body([para for block in rest for para in block.thing.paras])}
    things = [block for block in rest if not block.texts]
    if len(things) > 1 or things[0].key not in _COLUMNS:
        return None
    if len(rest) == 1:
        return {**title, **rest[0].body}
    captioned = _captioned(rest)
    return {**title, **captioned} if captioned else None


def _heading(first: _Block, second: _Block) -> bool:
    paras = first.thing.paras
    short = first.key == "text" and len(paras) == 1 and len(paras[0].text) <= 80
    return short and (_box(first).height < 0.6 * max(1, _box(second).height) or not second.texts)


# --- one below the other -------------------------------------------------------------------------------------


def _stacked(blocks: Sequence[_Block]) -> tuple[list[Fields], list[tuple[Para, ...]], list[str]]:
    """Texts in one; a text and a thing beside one another; more than that on further slides."""
    texts = [block for block in blocks if block.texts]
    together = [para for block in texts for para in block.thing.paras]
    return stacked(together, [block.body for block in blocks if not block.texts])


def stacked(
    together: Sequence[Para], things: Sequence[Fields]
) -> tuple[list[Fields], list[tuple[Para, ...]], list[str]]:
    """A text and other bodies on as few slides as there can be."""
    if not things:
        return [text_body(together)] if together else [], [], []
    columns: list[Fields] = [text_body(together)] if together else []
    columns += _gathered(things) if len({_key(thing) for thing in things}) == 1 else things
    if 2 <= len(columns) <= 3 and all(next(iter(column)) in _COLUMNS for column in columns):
        beside, said = _without_captions(columns)
        return [{"columns": beside}], said, ["what stood below one another stands side by side now"]
    pages = [*([text_body(together)] if together else []), *_gathered(things)]
    told = [f"one slide became {len(pages)}: no kind holds all that stood on it"] if len(pages) > 1 else []
    return pages, [], told


def _key(body: Fields) -> str:
    return next(iter(body))


def _gathered(things: Sequence[Fields]) -> list[Fields]:
    """A body for each thing, pictures and pieces of source text together where they may be."""
    pictures = [thing["image"] for thing in things if "image" in thing and not isinstance(thing["image"], tuple)]
    sources = [thing["code"] for thing in things if "code" in thing]
    made: list[Fields] = [
        one for one in things if "code" not in one and not ("image" in one and one["image"] in pictures)
    ]
    if sources:
        made.append({"code": {**sources[0], "text": "\n\n".join(str(one["text"]) for one in sources)}})
    for begin in range(0, len(pictures), PICTURES):
        some = pictures[begin : begin + PICTURES]
        made.append({"image": some[0] if len(some) == 1 else tuple(_within_gallery(one) for one in some)})
    return made


def _within_gallery(shown: Fields) -> Fields:
    return {key: value for key, value in shown.items() if key != "fit"}


def leftover(paras: Sequence[Para]) -> str:
    """A text without a place, as Markdown for a note."""
    return prose(paras)
