"""Which layout of a template serves which role: by placeholders and where they stand first, by names second.

`layouts:` in brand.yaml has the last word.  Every match says why, for `deckbuild brand check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from deckbuild.brand.adopt.inherit import Holder
from deckbuild.brand.adopt.names import says
from deckbuild.brand.adopt.profile import Profile
from deckbuild.brand.brand import Box

Purposes = tuple[tuple[Holder, str], ...]


@dataclass(frozen=True)
class Match:
    """A layout for a role."""

    role: str
    profile: Profile
    purposes: Purposes
    """What compose puts into which placeholder."""
    why: str
    how: Literal["asked", "found", "derived"] = "found"


@dataclass(frozen=True)
class _Offer:
    """How well a layout would serve."""

    score: float
    purposes: Purposes
    why: str


_Judge = Callable[[Profile], _Offer | None]


def best(role: str, profiles: Sequence[Profile]) -> Match | None:
    """The layout that serves a role best; None where none can."""
    if role not in JUDGES:
        return None
    found: tuple[float, Match] | None = None
    for one in profiles:
        offer = _told(role, one)
        if offer is not None and (found is None or offer.score > found[0]):
            found = offer.score, Match(role, one, offer.purposes, offer.why)
    return found[1] if found and found[0] > 0 else None


def _told(role: str, one: Profile) -> _Offer | None:
    """How well a layout would serve a role, its name taken into account."""
    offer = JUDGES[role](one)
    if offer is None:
        return None
    if says(one.name, role):
        return replace(offer, score=offer.score + 12, why=f"{offer.why}, and its name says so")
    if any(says(one.name, other) for other in _TELLING if other != role):
        return replace(offer, score=offer.score - 25)
    return offer


def role_of(one: Profile) -> str:
    """The role that a layout serves best by itself; "" where it serves none."""
    offers = ((offer.score, role) for role in JUDGES if (offer := _told(role, one)) is not None)
    score, role = max(offers, default=(0.0, ""))
    return role if score > 0 else ""


_TELLING = ("agenda", "closing", "quote", "statement", "question", "references", "picture", "table", "blank", "section")
"""Roles whose names keep a layout from being taken for another."""


def asked(role: str, one: Profile) -> Match:
    """A layout that brand.yaml names for a role, its placeholders used as well as they can be."""
    judge = JUDGES.get(role)
    offer = judge(one) if judge else None
    purposes = offer.purposes if offer else tuple(_usual(role, one))
    return Match(role, one, purposes, "brand.yaml says so", "asked")


def generic(one: Profile) -> Match:
    """A layout that serves no role: its placeholders can be filled by name, and by what they plainly are."""
    return Match("", one, tuple(_usual("", one)), "serves no kind by itself; `layout:` reaches it")


def with_title(one: Profile) -> Iterator[tuple[Holder, str]]:
    """The title, where there is one."""
    if one.title:
        yield one.title, "title"


def _usual(role: str, one: Profile) -> Iterator[tuple[Holder, str]]:
    yield from with_title(one)
    if one.subtitle:
        yield one.subtitle, "subtitle"
    columns = _columns(one, len(one.bodies)) if 2 <= len(one.bodies) <= 4 else None
    if columns:
        yield from columns.purposes[1:]
        return
    bodies = [*one.bodies, *one.lines]
    if bodies:
        yield bodies[0], {"section": "meta", "statement": "subtitle", "closing": "subtitle"}.get(role, "body")
    pictures, tables = one.of_kind("pic"), one.of_kind("tbl")
    if pictures:
        yield pictures[0], "picture"
        yield from ((line, "caption") for line in bodies[1:2])
    if tables:
        yield tables[0], "table"


# --- one judge for each role -----------------------------------------------------------------------------


def _title(one: Profile) -> _Offer | None:
    title = one.title
    if title is None or title.box is None or one.of_kind("obj", "tbl", "chart") or _columns(one, len(one.bodies)):
        return None
    score, reasons = 0.0, []
    if title.kind == "ctrTitle":
        score += 60
        reasons.append("a centred title")
    elif one.type == "title":
        score += 40
        reasons.append("a title slide by its type")
    if one.subtitle:
        score += 25
        reasons.append("a subtitle")
    if says(one.name, "title") and not one.on_top:
        score += 20
    if not score:
        return None
    purposes: list[tuple[Holder, str]] = [(title, "title")]
    below = [line for line in one.contents if line.kind == "body" and line.box and line.box.y >= title.box.y]
    if one.subtitle:
        purposes.append((one.subtitle, "subtitle"))
    elif below:
        purposes.append((below.pop(0), "subtitle"))
    above = [line for line in one.lines if line.box and line.box.bottom <= title.box.y + title.box.height // 4]
    purposes += [(line, "eyebrow") for line in above[:1]]
    after = [line for line in one.lines if line in below and line not in above]
    purposes += [(line, "meta") for line in after[:1]]
    return _Offer(score, tuple(purposes), "it has " + " and ".join(reasons))


def _section(one: Profile) -> _Offer | None:
    title = one.title
    if title is None or title.kind == "ctrTitle" or one.subtitle or one.of_kind("obj", "tbl", "chart", "pic"):
        return None
    texts = one.of_kind("body")
    if len(texts) > 2:
        return None
    score = 0.0
    reasons = []
    if one.type == "secHead":
        score += 45
        reasons.append("it is a section header by its type")
    if not one.on_top and title.box is not None and title.box.height < 0.7 * one.height:
        score += 25
        reasons.append("its title stands low, with little else")
    if not score and not says(one.name, "section"):
        return None
    return _Offer(
        score,
        ((title, "title"), *((text, "meta") for text in texts[:1])),
        ", ".join(reasons) or "it has a title and little else",
    )


def _statement(one: Profile) -> _Offer | None:
    if one.title is None or not says(one.name, "statement"):
        return None
    texts = one.of_kind("body")
    return _Offer(20, ((one.title, "title"), *((text, "subtitle") for text in texts[:1])), "it has a title")


def _closing(one: Profile) -> _Offer | None:
    if one.title is None or not says(one.name, "closing"):
        return None
    texts = [*([one.subtitle] if one.subtitle else []), *one.of_kind("body")]
    return _Offer(20, ((one.title, "title"), *((text, "subtitle") for text in texts[:1])), "it has a title")


def _content(one: Profile) -> _Offer | None:
    title, bodies = one.title, [body for body in one.bodies if body.upright]
    others = [holder for holder in one.contents if one.large(holder) and holder not in bodies]
    if title is None or len(bodies) != 1 or others or title.kind == "ctrTitle":
        return None
    body = bodies[0]
    assert body.box is not None
    score = 30.0 + 20 * body.box.width / one.width + 20 * min(1, body.box.height / one.height)
    score += 15 if body.kind == "obj" else 0
    score += 10 if one.on_top else -20
    score += 6 if one.type in ("obj", "tx") else 0
    score -= 4 * len(one.lines)
    score -= 30 if one.type in ("secHead", "vertTx", "vertTitleAndTx", "objTx", "picTx") else 0
    score -= 40 if title.box and _overlap(title.box, body.box) > 0.3 else 0
    what = "anything" if body.kind == "obj" else "text"
    return _Offer(score, ((title, "title"), (body, "body")), f"it has a title and one large placeholder for {what}")


def _named_content(role: str) -> _Judge:
    """For roles that a layout serves by its name and a body."""

    def judge(one: Profile) -> _Offer | None:
        bodies = [body for body in one.bodies if body.upright]
        if one.title is None or not bodies or not says(one.name, role):
            return None
        return _Offer(20, ((one.title, "title"), (bodies[0], "body")), "it has a title and a body")

    return judge


def _quote(one: Profile) -> _Offer | None:
    bodies = [body for body in one.contents if body.kind in ("body", "obj") and body.upright]
    if one.title is None or len(bodies) < 2 or not says(one.name, "quote") or not one.large(bodies[0]):
        return None
    return _Offer(
        20,
        ((one.title, "title"), (bodies[0], "body"), (bodies[1], "source")),
        "it has a body and a line for the source",
    )


def _only_title(one: Profile) -> _Offer | None:
    if one.title is None or one.contents or one.subtitle or not one.on_top or one.title.kind == "ctrTitle":
        return None
    return _Offer(
        50 + (10 if one.type == "titleOnly" else 0), ((one.title, "title"),), "it has a title and nothing below"
    )


def _columns_of(count: int) -> _Judge:
    return lambda one: _columns(one, count)


def _columns(one: Profile, count: int) -> _Offer | None:
    """That many bodies of one height and width side by side, with or without a line for a title above each."""
    bodies = sorted((body for body in one.bodies if body.upright), key=lambda body: body.box.x if body.box else 0)
    if one.title is None or len(bodies) != count or count < 2:
        return None
    boxes = [body.box for body in bodies if body.box]
    level = max(box.y for box in boxes) - min(box.y for box in boxes) < 0.06 * one.height
    alike = min(box.width for box in boxes) > 0.75 * max(box.width for box in boxes)
    apart = all(left.right <= right.x + one.width // 50 for left, right in pairwise(boxes))
    if not (level and alike and apart) or any(one.large(other) for other in one.contents if other not in bodies):
        return None
    heads = [next((line for line in one.lines if line.box and _heads(line.box, box, one)), None) for box in boxes]
    purposes: list[tuple[Holder, str]] = [(one.title, "title")]
    for number, (body, head) in enumerate(zip(bodies, heads, strict=True), 1):
        purposes += [(head, f"column-title-{number}")] if head else []
        purposes.append((body, f"column-{number}"))
    titled = all(heads)
    why = f"it has {count} placeholders side by side" + (", each with a line above it" if titled else "")
    return _Offer(60 + 25 * titled + 10 * one.on_top, tuple(purposes), why)


def has_column_titles(match: Match) -> bool:
    """Whether a layout for columns has a line for the title of each."""
    return any(purpose.startswith("column-title-") for _, purpose in match.purposes)


def _heads(line: Box, body: Box, one: Profile) -> bool:
    near = abs(line.x - body.x) < one.width / 20
    return near and line.y < body.y and line.bottom <= body.y + one.height / 40 and line.y > body.y - one.height / 4


def _picture(one: Profile) -> _Offer | None:
    pictures = [picture for picture in one.of_kind("pic") if one.large(picture)]
    if one.title is None or len(pictures) != 1 or len(one.bodies) > 1 or one.title.box is None:
        return None
    box = pictures[0].box
    assert box is not None
    texts = [*one.lines, *one.bodies]
    if not texts:
        return None
    score = 45 + 20 * box.width * box.height / (one.width * one.height)
    score -= 60 if _overlap(one.title.box, box) > 0.2 or any(_overlap(t.box, box) > 0.2 for t in texts if t.box) else 0
    purposes = ((one.title, "title"), (pictures[0], "picture"), (texts[0], "caption"))
    return _Offer(score, purposes, "it has one placeholder for a picture, and a line for its caption")


def _table(one: Profile) -> _Offer | None:
    tables = [table for table in one.of_kind("tbl") if one.large(table)]
    if one.title is None or len(tables) != 1 or one.bodies or one.of_kind("pic", "chart"):
        return None
    if not one.lines:
        return None  # a caption would have no place
    purposes = ((one.title, "title"), (tables[0], "table"), (one.lines[0], "caption"))
    return _Offer(50, purposes, "it has a placeholder for a table, and a line for its caption")


def _blank(one: Profile) -> _Offer | None:
    if one.title is not None or one.contents or one.subtitle:
        return None
    return _Offer(50, (), "it has no title and no body")


def _overlap(one: Box, other: Box) -> float:
    """Share of `one` that lies under `other`."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across * down / max(1, one.width * one.height) if across > 0 and down > 0 else 0.0


JUDGES: Mapping[str, _Judge] = {
    "title": _title,
    "section": _section,
    "content": _content,
    "columns-2": _columns_of(2),
    "columns-3": _columns_of(3),
    "columns-4": _columns_of(4),
    "cards": _only_title,
    "table": _table,
    "picture": _picture,
    "quote": _quote,
    "statement": _statement,
    "closing": _closing,
    "agenda": _named_content("agenda"),
    "references": _named_content("references"),
    "question": lambda one: _only_title(one) if says(one.name, "question") else None,
    "blank": _blank,
}
"""What a layout must have to serve a role; roles that are not here are served as NEAREST says."""
