"""A slide as it was read -> the slides of the lesson that it becomes, with its notes as cues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.importing import cues
from deckbuild.importing.deck.arranging import OVER, filled
from deckbuild.importing.deck.contents import Context, Fields
from deckbuild.importing.deck.own import Own, own_body
from deckbuild.importing.deck.sorting import Sorted
from deckbuild.importing.deck.things import SlideRead, Thing
from deckbuild.importing.draft import Cue, Origin, Slide
from deckbuild.importing.prose import Para, one_line, prose
from deckbuild.importing.reading import Remark
from deckbuild.runs import Rich, Run
from deckbuild.spec.scalars import Duration

_LETTERED = re.compile(r"\s*\(?([A-Ha-h])[.):]\s+(?=\S)")
_QUOTED = re.compile(r"(?s)\s*[“„«\"](.+)[”“»\"]\s*")
_BY = re.compile(r"\s*[-–—―]\s*(?=\S)")
_OURS = ("Timer", "Timer track", "Veil")
GUESSED = "The title was guessed: no shape of this slide is its title."


@dataclass(frozen=True)
class Became:
    """What a slide became."""

    slides: tuple[Slide, ...]
    told: cues.Told
    ours: frozenset[int] = frozenset()
    """Ids of the things that deckbuild writes by itself."""
    uncertain: tuple[Remark, ...] = ()
    left_out: tuple[Remark, ...] = ()


def words_of(thing: Thing | None) -> Rich:
    """The words of a title or the like in one line, without its bold."""
    if thing is None:
        return ()
    runs = (run for at, para in enumerate(thing.paras) for run in ((Run(" "),) if at else ()) + para.rich)
    return tuple(replace(run, bold=False, text=re.sub(r"\s*\n\s*", " ", run.text)) for run in runs)


def became(slide: SlideRead, found: Sorted, context: Context, origin: Origin, key: str, ours: frozenset[str]) -> Became:
    """The slides of the lesson; `key` is the id where it is known, `ours` are texts that deckbuild writes by itself."""
    own = own_body(slide, context) if key else None
    content = [one for one in found.content if own is None or not _within(one, own.used)]
    title = one_line(words_of(found.title))
    made_by_us = frozenset(id(one) for one in content if key and one.holder and one.text.strip() in ours)
    content = [one for one in content if id(one) not in made_by_us]
    notes = cues.told(slide.notes)
    more: Fields = {"hidden": True} if slide.hidden else {}
    more |= {"key_message": notes.key_message} if notes.key_message else {}
    if key:
        minutes = next((one for one in content if _is_minutes(one)), None)
        if minutes is not None:
            more["timer" if notes.timer else "duration"] = minutes.text.strip()
            made_by_us |= {id(minutes)}
        content = [one for one in content if one is not minutes and one.name not in _OURS]
    if own is not None:
        return _own(slide, own, content, title, notes, origin, key, made_by_us, more)
    arranged = filled(content, found.lines, context)
    bodies = [_better(body, slide, content, mine=bool(key)) for body in arranged.bodies] or [{}]
    question = _question(title, bodies[0])
    subtitle = " · ".join(one_line(words_of(one)) for one in found.subtitle)
    left = list(arranged.left_over)
    if subtitle and not bodies[0]:
        more["subtitle"] = subtitle
    else:
        left = [*(one.paras for one in found.subtitle), *left]
    spoken = (*_left_over(left), *notes.cues, *_beside_notes(slide.notes_more))
    comments = (*((GUESSED,) if found.guessed and title else ()), *arranged.comments)
    if question is not None:
        first = Slide("", {"question": question}, spoken, key, more, comments, origin)
    else:
        first = Slide(title, bodies[0], spoken, key, more, comments, origin)
    further = tuple(
        Slide(
            f"{title} ({number})" if title else "", body, more={"hidden": True} if slide.hidden else {}, origin=origin
        )
        for number, body in enumerate(bodies[1:], 2)
    )
    return Became(
        (first, *further), notes, made_by_us,
        tuple(Remark(note, origin) for note in arranged.uncertain),
        tuple(Remark(one, origin) for one in arranged.left_out),
    )  # fmt: skip


def _within(thing: Thing, used: Sequence[Thing]) -> bool:
    return any(thing is one for group in used for one in group.walk())


def _left_over(texts: Sequence[tuple[Para, ...]]) -> list[Cue]:
    return [Cue("text", text, comments=(OVER,)) for paras in texts if (text := prose(paras))]


def _beside_notes(things: Sequence[Thing]) -> list[Cue]:
    """Text boxes and tables on the notes page."""
    found = []
    for thing in things:
        paras = [
            *thing.paras,
            *(para for row in (thing.grid.rows if thing.grid else ()) for cell in row for para in cell.paras),
        ]
        if text := prose(paras):
            found.append(Cue("text", text))
    return found


def _better(body: Fields, slide: SlideRead, content: Sequence[Thing], *, mine: bool) -> Fields:
    """A body as a kind that says more, where the words or the layout show that it is one."""
    texts = [one for one in content if one.paras]
    if (
        len(texts) == len(content)
        and ("text" in body or "bullets" in body)
        and (quote := _quote(slide, texts, mine=mine))
    ):
        return {"quote": quote}
    return body


def _below(texts: Sequence[Thing]) -> bool:
    """Whether a text has another straight below it: words and their source, where deckbuild drew the slide."""
    boxes = [one.box for one in texts if one.box]
    return len(boxes) == len(texts) == 2 and boxes[0].bottom <= boxes[1].y and abs(boxes[0].x - boxes[1].x) < 100000


def _quote(slide: SlideRead, texts: Sequence[Thing], *, mine: bool) -> Fields | None:
    paras = [para for one in texts for para in one.paras]
    if not 1 <= len(paras) <= 2 or any(para.mark for para in paras):
        return None
    marks = _QUOTED.fullmatch(paras[0].text)
    meant = slide.role == "quote" or slide.layout.lower() in ("quotation", "quote") or (mine and _below(texts))
    if not meant and not (marks and (len(paras) == 2 and (_BY.match(paras[1].text) or len(paras[1].text) < 80))):
        return None
    text = one_line(_unquoted(paras[0].rich)) if marks else one_line(paras[0].rich)
    quote: Fields = {"text": text}
    if len(paras) == 2:
        first, *rest = paras[1].rich
        quote["source"] = one_line((replace(first, text=_BY.sub("", first.text, count=1)), *rest))
    return quote


def _unquoted(rich: Rich) -> Rich:
    runs = list(rich)
    runs[0] = replace(runs[0], text=runs[0].text.lstrip().lstrip('“„«"'))
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip().rstrip('”“»"'))
    return tuple(runs)


def _question(title: str, body: Fields) -> Fields | str | None:
    """A question to the group: a title that asks, and nothing else, or options with letters."""
    if not title.rstrip().endswith(("?", "؟", "？")):
        return None
    if not body:
        return {"stem": title}
    points = body.get("bullets") or ()
    if set(body) <= {"bullets", "numbered"} and 2 <= len(points) <= 8:
        texts = [point for point in points if isinstance(point, str) and _LETTERED.match(point)]
        if len(texts) == len(points):
            return {"stem": title, "options": tuple(_LETTERED.sub("", text, count=1) for text in texts)}
    return None


# --- slides that deckbuild made ------------------------------------------------------------------------------


def _own(
    slide: SlideRead, own: Own, content: Sequence[Thing], title: str, notes: cues.Told, origin: Origin, key: str,
    made_by_us: frozenset[int], more: Fields,
) -> Became:  # fmt: skip
    body = own.body
    rest = list(content)
    if "question" in body:
        asked: Fields = {"stem": title, **body["question"]}
        asked |= {"answer": notes.answers} if notes.answers else {}
        asked |= {"feedback": notes.feedback} if notes.feedback else {}
        body, title = {"question": asked}, ""
        if rest:
            title = one_line(words_of(rest.pop(0)))
    if slide.counted.get("animations") and ("groups" in body):
        body = {**body, "reveal": True}
    spoken = (*_left_over([one.paras for one in rest if one.paras]), *notes.cues)
    return Became((Slide(title, body, spoken, key, more, (), origin),), notes, made_by_us)


def _is_minutes(thing: Thing) -> bool:
    text = thing.text.strip()
    return thing.name == "Minutes" or (len(text) < 20 and Duration.parse(text.replace("–", "-")) is not None)
