"""What deckbuild adds to the slides that it makes: words to leave out, generated slides, captions put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.importing.cues import Told
from deckbuild.importing.deck.contents import Fields
from deckbuild.importing.deck.things import SlideRead
from deckbuild.importing.draft import Entry, Slide
from deckbuild.importing.naming import Names
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


def finished(made: Slide, slide: SlideRead, told: Told, key_messages: frozenset[str]) -> Slide:
    """A slide of ours whose body stood in placeholders: what compose put together taken apart again."""
    body = dict(made.body)
    placed = [*told.activities, *told.cases]
    if placed and (_eyebrow(slide, "activity_n") or _eyebrow(slide, "case_n")):
        kind = "activity" if told.activities else "case"
        entry = (told.activities if kind == "activity" else told.cases)[placed[0]]
        title = "" if made.title == entry.get("title") else made.title
        return replace(
            made, title=title, body={kind: placed[0]}, notes=tuple(c for c in made.notes if c.verb != "text")
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
    return replace(made, body=body)


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
