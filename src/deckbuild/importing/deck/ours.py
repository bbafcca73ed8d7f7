"""What deckbuild adds to the slides that it makes: words to leave out, generated slides, captions put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.importing.cues import Told
from deckbuild.importing.deck.arranging import OVER
from deckbuild.importing.deck.contents import Fields
from deckbuild.importing.deck.things import SlideRead
from deckbuild.importing.draft import Entry, Slide
from deckbuild.importing.naming import Names, slug
from deckbuild.importing.prose import Para, one_line
from deckbuild.load.labels import languages, load_labels

GENERATED = ("title", "outcomes", "agenda", "dividers", "activities", "key_messages", "references")
_TIMED = re.compile(r"(?:(?:\d+ h )?(?:\d+ min )?(?:\d+ s|\d+ min|\d+ h))(?: · (?P<rest>.+))?")


@lru_cache(maxsize=1)
def _texts() -> tuple[Mapping[str, str], ...]:
    return tuple(load_labels(one, {}, Diagnostics(), NOWHERE).texts for one in sorted(languages()))


def patterns(name: str, *fields: str) -> tuple[str, ...]:
    """A label of ours in all languages, as patterns with a group for each field."""
    made = []
    for texts in _texts():
        form = re.escape(texts[name])
        for field in fields:
            form = form.replace(re.escape(f"{{{field}}}"), "(.+?)")
        made.append(form)
    return tuple(dict.fromkeys(made))


def words(name: str) -> frozenset[str]:
    """A label of ours in all languages."""
    return frozenset(texts[name] for texts in _texts())


def generates(keys: Sequence[str]) -> tuple[str, ...]:
    """What a deck with slides of these keys generates."""
    named = {key.removeprefix("@").partition("/")[0] for key in keys if key.startswith("@")}
    named = {"dividers" if name == "divider" else "activities" if name == "activity" else name for name in named}
    return tuple(name for name in GENERATED if name in named)


def written_by_us(head: Fields) -> frozenset[str]:
    """Texts that deckbuild writes onto slides by itself, whatever their placeholders are called now."""
    number = str(head.get("lesson", ""))
    said = {texts["lesson"].format(n=number) for texts in _texts()} if number else set()
    edition, title = str(head.get("edition", "")), str(head.get("title", ""))
    return frozenset({*said, *words("question"), *words("outcomes_lead"), edition, title} - {""})


def plain_source(text: str) -> str:
    """A line without the word that deckbuild puts before a source."""
    for form in patterns("source", "text"):
        match = re.fullmatch(rf"(?s)(.*?){form}", text)
        if match:
            return f"{match[1]} {match[2]}".strip()
    return text


def outcomes(paras: Sequence[Para]) -> tuple[Fields, ...]:
    """Learning outcomes with ids."""
    names = Names()
    return tuple(
        {"id": names.make(para.text, f"outcome-{n}"), "text": one_line(para.rich)} for n, para in enumerate(paras, 1)
    )


def references(paras: Sequence[Para]) -> dict[str, Entry]:
    """References as they are listed, each as a title: who wrote it and when is not told apart."""
    names = Names()
    found = {}
    for para in paras:
        id_ = names.make(para.text, "reference")
        found[id_] = Entry({"title": one_line(para.rich)})
    return found


def finished(made: Slide, slide: SlideRead, told: Told, key_messages: frozenset[str], *, framed: bool) -> Slide:
    """A slide of ours whose body stood in placeholders: what compose put together taken apart again.

    `framed` says whether lesson and edition stand on it, as they do on a last slide.
    """
    body, more = dict(made.body), dict(made.more)
    placed = [*told.activities, *told.cases]
    if placed and (_eyebrow(slide, "activity_n") or _eyebrow(slide, "case_n")):
        kind = "activity" if told.activities else "case"
        entry = (told.activities if kind == "activity" else told.cases)[placed[0]]
        title = "" if made.title == entry.get("title") else made.title
        return replace(
            made,
            title=title,
            body={kind: placed[0]},
            notes=tuple(cue for cue in made.notes if OVER not in cue.comments),
        )
    if (
        "bullets" in body
        and {point for point in body["bullets"] if isinstance(point, str)} == key_messages != frozenset()
    ):
        return replace(made, title="", body={"generated": "key_messages"})
    if "bullets" in body and slide.counted.get("animations"):
        body["reveal"] = True
    for kind in ("table", "chart", "image", "video", "audio", "code"):
        if isinstance(body.get(kind), Mapping) and "caption" in body[kind]:
            body[kind] = _apart(kind, dict(body[kind]))
    if isinstance(body.get("chart"), Mapping) and "alt" in body["chart"]:
        body["chart"] = _of(dict(body["chart"]))
    if "text" in body and (framed or _said_below(slide)):
        more["subtitle"] = body.pop("text")
    if "timer" in more and not body.keys() & {"question", "table"}:
        more.setdefault("duration", more.pop("timer"))
    return replace(made, body=body, more=more)


def _said_below(slide: SlideRead) -> bool:
    """Whether a slide's only text is the line below its title."""
    texts = [one for one in slide.things if one.holder in ("body", "obj") and one.paras]
    named = any(one.name in ("Subtitle", "Caption") for one in texts)
    return named or slide.role in ("closing", "statement")


def untimed(name: str) -> str:
    """The name of a section without its minutes."""
    return re.sub(r"\s*\([^()]*\d\s*(?:min|h|s)\)$", "", name)


def with_placed(told: Told, slide: SlideRead, made: Slide) -> Told:
    """The notes, with the activity or case that a slide shows where they do not hold it."""
    if _eyebrow(slide, "activity_n") and not told.activities:
        entry = _shown(slide, made)
        entry["steps"] = entry.pop("listed") or (made.title,)
        return replace(told, activities={str(entry["id"]): entry})
    if _eyebrow(slide, "case_n") and not told.cases:
        entry = _shown(slide, made)
        listed = entry.pop("listed")
        entry = {key: entry[key] for key in ("id", "title", "duration") if key in entry}
        entry |= {"situation": "\n\n".join(listed) or made.title, "tasks": (made.title,)}
        return replace(told, cases={str(entry["id"]): entry})
    return told


def _shown(slide: SlideRead, made: Slide) -> Fields:
    """What a slide says of an activity: its instructions, and its cards by their labels."""
    entry: Fields = {"id": slug(made.title) or "activity", "title": made.title}
    duration = made.more.get("duration") or made.more.get("timer")
    entry |= {"duration": duration} if duration else {}
    cards = [one for thing in slide.things for one in thing.members if len(one.paras) > 1]
    for name in ("purpose", "method", "groups"):
        said = next((one for one in cards if one.paras[0].text.strip() in words(name)), None)
        entry |= {name: "; ".join(one_line(para.rich) for para in said.paras[1:])} if said else {}
    bodies = [one for one in slide.things if one.holder in ("body", "obj") and len(one.paras) > 0]
    steps = max(bodies, key=lambda one: len(one.text), default=None)
    return entry | {"listed": tuple(one_line(para.rich) for para in steps.paras) if steps else ()}


def _of(chart: Fields) -> Fields:
    """A chart with the name of its categories, which the text for those who can't see it says."""
    alt = str(chart.pop("alt"))
    for form in patterns("chart_of", "kind", "series", "of"):
        match = re.match(form.replace("(.+?)\\.", "([^.]+?)\\."), alt)
        if match and chart.get("header") and not chart["header"][0]:
            chart["header"] = (match[3], *chart["header"][1:])
            break
    return chart


def needs(slide: SlideRead) -> tuple[str, ...]:
    """What the card of a case says that is needed."""
    for thing in slide.things:
        for one in thing.members:
            if len(one.paras) > 1 and one.paras[0].text.strip() in words("needs"):
                return tuple(one_line(para.rich) for para in one.paras[1:])
    return ()


def _eyebrow(slide: SlideRead, label: str) -> bool:
    forms = patterns(label, "n")
    return any(one.holder and any(re.fullmatch(form, one.text.strip()) for form in forms) for one in slide.things)


def _apart(kind: str, value: Fields) -> Fields:
    """Caption, source and credit told apart."""
    caption = str(value.pop("caption"))
    if kind in ("video", "audio") and (match := _TIMED.fullmatch(caption)):
        caption = match["rest"] or ""
    credit = ""
    if kind in ("image", "video", "audio") and " · " in caption:
        caption, _, credit = caption.rpartition(" · ")
    source = ""
    if kind in ("table", "chart"):
        for form in patterns("source", "text"):
            match = re.fullmatch(rf"(?:(?P<before>.*?)\s*(?:·\s*)?)?{form}", caption)
            if match:
                caption, source = match["before"] or "", match[2]
                break
    value |= {"caption": caption} if caption else {}
    value |= {"credit": credit} if credit else {}
    return value | ({"source": source} if source else {})
