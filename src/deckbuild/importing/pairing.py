"""A deck and the guide to it -> one lesson: slides from the deck, what is said and done at them from the guide.

Slides are matched to the guide's by number, by title and by what stands on them.  Where the two disagree it is told,
and nothing of either is dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from deckbuild.importing.draft import Cue, Draft, Filed, Section, Slide, Value
from deckbuild.importing.reading import Piece, Reading, Remark

SURE, ENOUGH = 88.0, 62.0
"""Likeness of titles that are taken for the same, and of slides that are matched at all."""
SAME = 90.0
"""Likeness of notes that say the same."""
_NUMBER = re.compile(r"(?:slide|folie|diapositiv[ea]|الشريحة)\s*(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """A slide, the section that it stands in, and its number."""

    section: int
    slide: Slide
    number: int
    """As its file counts it; 0 where it does not."""

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"“{self.slide.title}”" if self.slide.title else f"slide {self.number}"


def paired(deck: Reading, guide: Reading) -> Reading:
    """One reading of both."""
    shown, told = list(_places(deck.draft)), list(_places(guide.draft))
    pairs = matched(shown, told)
    back = {id(two.slide): one for one, two in pairs}
    remarks = [*_disagreements(pairs), *_unmatched(shown, told, pairs)]
    merged = {id(one.slide): _together(one.slide, two.slide) for one, two in pairs}
    after = _homeless(told, back)
    sections = _sections(deck.draft, guide.draft, pairs, merged, after)
    return Reading(
        draft=_whole(deck.draft, guide.draft, sections),
        pieces=(*deck.pieces, *_once(deck.pieces, guide.pieces)),
        uncertain=(*deck.uncertain, *guide.uncertain),
        left_out=(*deck.left_out, *guide.left_out),
        told=(*deck.told, *guide.told, *remarks),
        brand=deck.brand or guide.brand,
    )


def _places(draft: Draft) -> Iterator[Place]:
    for at, section in enumerate(draft.sections):
        for slide in section.slides:
            match = _NUMBER.search(slide.origin.place)
            yield Place(at, slide, int(match[1]) if match else 0)


def _once(first: Sequence[Piece], second: Sequence[Piece]) -> Iterator[Piece]:
    """The guide's texts; those that the deck has word for word are in the lesson once."""
    there = Counter(_folded(piece.text) for piece in first if not piece.left_out)
    for piece in second:
        folded = _folded(piece.text)
        if not piece.left_out and there[folded] > 0:
            there[folded] -= 1
            yield replace(piece, left_out="the deck says the same, and the lesson says it once")
        else:
            yield piece


# --- which belongs to which ----------------------------------------------------------------------------------


def matched(shown: Sequence[Place], told: Sequence[Place]) -> list[tuple[Place, Place]]:
    """Slides of the deck with those of the guide, each once: the most alike first, equal ones by their order."""
    offers = [
        (likeness(one, two) - abs(at / max(1, len(shown)) - to / max(1, len(told))) * 10, -at, -to, one, two)
        for at, one in enumerate(shown)
        for to, two in enumerate(told)
    ]
    pairs: list[tuple[Place, Place]] = []
    used: set[int] = set()
    for score, _, _, one, two in sorted(offers, key=lambda offer: offer[:3], reverse=True):
        if score < ENOUGH:
            break
        if id(one.slide) in used or id(two.slide) in used:
            continue
        used |= {id(one.slide), id(two.slide)}
        pairs.append((one, two))
    order = {id(place.slide): at for at, place in enumerate(shown)}
    return sorted(pairs, key=lambda pair: order[id(pair[0].slide)])


def likeness(one: Place, two: Place) -> float:
    """How alike two slides are: by their ids, which our own files keep; by title, by text on both, by number."""
    if one.slide.id and one.slide.id == two.slide.id:
        return 100.0 + ENOUGH
    title = _alike(_title(one.slide), _title(two.slide))
    first, second = _folded(_words(one.slide.body)), _folded(_words(two.slide.body))
    text = fuzz.token_set_ratio(first, second) if first and second else 0.0
    best = max(title, 0.5 * title + 0.5 * text, text * 0.9)
    if one.number and one.number == two.number:
        return (
            min(100.0, best + 15)
            if best > 35
            else max(best, 75.0 if not two.slide.title or _NUMBER.fullmatch(two.slide.title) else 0.0)
        )
    return best


def _title(slide: Slide) -> str:
    """A slide's title, or the question that it asks."""
    asked = slide.body.get("question")
    return slide.title or (str(asked.get("stem", "")) if isinstance(asked, Mapping) else "")


def _alike(one: str, two: str) -> float:
    """How alike two titles are; one that only has words of the other is less so."""
    first, second = _folded(one), _folded(two)
    if not first or not second:
        return 0.0
    return max(
        fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second), 0.8 * fuzz.token_set_ratio(first, second)
    )


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _words(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return " ".join(f"{key if ' ' in str(key) else ''} {_words(one)}" for key, one in value.items())
    return " ".join(map(_words, value)) if isinstance(value, (tuple, list)) else ""


# --- where they disagree -------------------------------------------------------------------------------------


def _disagreements(pairs: Sequence[tuple[Place, Place]]) -> Iterator[Remark]:
    for one, two in pairs:
        origin = one.slide.origin
        if (
            one.slide.title
            and two.slide.title
            and fuzz.ratio(_folded(one.slide.title), _folded(two.slide.title)) < SURE
        ):
            yield Remark(f"the guide calls this slide “{two.slide.title}”, the deck “{one.slide.title}”", origin)
        if one.number and two.number and one.number != two.number:
            yield Remark(f"{one.name} is slide {one.number} of the deck, and slide {two.number} in the guide", origin)
        first, second = _folded(_words(one.slide.body)), _folded(_words(two.slide.body))
        if first and second and fuzz.token_set_ratio(first, second) < ENOUGH:
            yield Remark(f"the guide shows something else on {one.name} than the deck has", origin)
    for (_, two), (other, after) in pairwise(pairs):
        if two.number and after.number and after.number < two.number:
            yield Remark(
                f"the guide has {after.name} before {two.name}, the deck has them the other way round",
                other.slide.origin,
            )


def _unmatched(shown: Sequence[Place], told: Sequence[Place], pairs: Sequence[tuple[Place, Place]]) -> Iterator[Remark]:
    known = {id(place.slide) for pair in pairs for place in pair}
    for place in shown:
        if id(place.slide) not in known and not place.slide.more.get("hidden"):
            yield Remark(f"the guide says nothing of {place.name}, which the deck has", place.slide.origin)
    for place in told:
        if id(place.slide) not in known:
            yield Remark(f"the deck has no slide for {place.name}, of which the guide speaks", place.slide.origin)


# --- together ------------------------------------------------------------------------------------------------


def _together(shown: Slide, told: Slide) -> Slide:
    """The slide of the deck with the guide's notes; notes of the deck that say something else stay behind them."""
    spoken = _folded(" ".join(cue.text for cue in told.notes))
    own = [cue for cue in shown.notes if not _said_already(cue, spoken)] if spoken else list(shown.notes)
    kept = {
        **{key: value for key, value in told.more.items() if key not in ("subtitle", "layout", "hidden")},
        **shown.more,
    }
    comments = ("These notes stand in the deck alone.",) if own and told.notes else ()
    own = [replace(own[0], comments=(*own[0].comments, *comments)), *own[1:]] if own else []
    notes = (*told.notes, *_shown_there(shown, told), *own)
    return replace(shown, notes=notes, more=kept, comments=(*shown.comments, *told.comments))


def _shown_there(shown: Slide, told: Slide) -> tuple[Cue, ...]:
    """What the guide shows on a slide where the deck has something else, as a note that asks for a decision."""
    first, second = _folded(_words(shown.body)), _folded(_words(told.body))
    if not second or (first and fuzz.token_set_ratio(first, second) >= ENOUGH):
        return ()
    text = "\n\n".join(_lines(told.body))
    return (Cue("text", text, comments=("The guide shows this on the slide; the deck does not.",)),) if text else ()


def _lines(value: Value) -> Iterator[str]:
    """The texts of a body, a line each."""
    if isinstance(value, (Filed, bool)):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if not re.fullmatch(r"[a-z_]+", str(key)):
                yield str(key)
            yield from _lines(one)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _lines(one)


def _said_already(cue: Cue, spoken: str) -> bool:
    text = _folded(cue.text)
    return bool(text) and fuzz.partial_ratio(text, spoken) >= SAME


def _homeless(told: Sequence[Place], back: Mapping[int, Place]) -> dict[int, list[Slide]]:
    """Slides of the guide that the deck lacks, by the deck's slide that they come after (0: before all)."""
    found: dict[int, list[Slide]] = {}
    last = 0
    for place in told:
        if id(place.slide) in back:
            last = id(back[id(place.slide)].slide)
        else:
            found.setdefault(last, []).append(place.slide)
    return found


def _sections(
    deck: Draft,
    guide: Draft,
    pairs: Sequence[tuple[Place, Place]],
    merged: Mapping[int, Slide],
    after: Mapping[int, Sequence[Slide]],
) -> tuple[Section, ...]:
    """The deck's sections; the guide's where the deck has only one."""
    flat = [slide for section in deck.sections for slide in section.slides]
    if len(deck.sections) > 1 or len(guide.sections) <= 1:
        sections = [
            replace(section, slides=_with(section.slides, merged, after, first=not at))
            for at, section in enumerate(deck.sections)
        ]
        notes = {_folded(section.title): section.notes for section in guide.sections}
        sections = [replace(one, notes=(*notes.get(_folded(one.title), ()), *one.notes)) for one in sections]
        return tuple(sections) or guide.sections
    begins: dict[int, int] = {}
    for one, two in pairs:
        begins.setdefault(two.section, id(one.slide))
    starts = {slide: section for section, slide in begins.items()}
    made: list[tuple[Section, list[Slide]]] = []
    for slide in flat:
        at = starts.get(id(slide))
        if at is not None and (not made or made[-1][0] is not guide.sections[at]):
            made.append((guide.sections[at], []))
        elif not made:
            made.append((replace(deck.sections[0], notes=()), []))
        made[-1][1].append(slide)
    opening = deck.sections[0].notes if deck.sections else ()
    return tuple(
        replace(
            section,
            slides=_with(slides, merged, after, first=not at),
            notes=(*(opening if not at else ()), *section.notes),
        )
        for at, (section, slides) in enumerate(made)
    )


def _with(
    slides: Sequence[Slide], merged: Mapping[int, Slide], after: Mapping[int, Sequence[Slide]], *, first: bool
) -> tuple[Slide, ...]:
    """The slides merged, with the guide's own at the places where it has them."""
    out = [_marked(slide) for slide in after.get(0, ())] if first else []
    for slide in slides:
        out.append(merged.get(id(slide), slide))
        out += [_marked(slide) for slide in after.get(id(slide), ())]
    return tuple(out)


def _marked(slide: Slide) -> Slide:
    return replace(
        slide,
        id="",
        comments=(*slide.comments, "The guide has this slide, the deck has not: keep it, or move what it says."),
    )


def _whole(deck: Draft, guide: Draft, sections: tuple[Section, ...]) -> Draft:
    """What stands round the slides: the guide's, completed by the deck's."""
    head = {**deck.head, **{key: value for key, value in guide.head.items() if key != "generate"}}
    if "generate" in deck.head:
        head["generate"] = deck.head["generate"]
    return Draft(
        head=head,
        sections=sections,
        references={**deck.references, **guide.references},
        handouts=_merged(guide.handouts, deck.handouts),
        activities=_merged(guide.activities, deck.activities),
        cases=_merged(guide.cases, deck.cases),
        questions=_merged(guide.questions, deck.questions),
        glossary=(*guide.glossary, *deck.glossary),
        files={**guide.files, **deck.files},
        comments={**deck.comments, **guide.comments},
    )


def _merged(first: Sequence[Value], second: Sequence[Value]) -> tuple[Value, ...]:
    """Entries of both, none twice."""
    ids = {entry.values.get("id") for entry in first}
    return (*first, *(entry for entry in second if entry.values.get("id") not in ids))
