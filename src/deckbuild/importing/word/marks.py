"""The marks in documents that deckbuild made, by which they are read: controls, styles, labels, links to slides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.importing.word.styles import value
from deckbuild.load.labels import languages, load_labels
from deckbuild.ooxml.lint.model import W

Element = etree._Element
_W = f"{{{W}}}"
VERBS = {
    "CueSay": "say", "CueDo": "do", "CueAsk": "ask", "CueTip": "tip", "CueShow": "show", "CueTransition": "transition",
    "CueBackground": "text", "CueReference": "reference", "CueDistribute": "distribute", "CueActivity": "activity",
    "CueCase": "case", "NoteSafety": "note-safety", "NoteSensitivity": "note-sensitivity", "NoteAdapt": "note-adapt",
    "NoteTiming": "note-timing",
}  # fmt: skip
"""Cues by the style of their paragraphs."""
ANCHOR = re.compile(r"s_(.+)_[0-9a-f]{6}")
MENTION = re.compile("\ue000([^\ue001]*)\ue001")


def is_ours(body: Element) -> bool:
    """Whether a document has the controls of one that deckbuild made for facilitators."""
    return any(tag_of(control).startswith("slide:") for control in body.iter(f"{_W}sdt"))


def restore_mentions(body: Element, keys: set[str]) -> None:
    """Let links to slides of the lesson say `[@key]` again, in place of a number and a page that were computed."""
    for link in list(body.iter(f"{_W}hyperlink")):
        found = ANCHOR.fullmatch(link.get(f"{_W}anchor", ""))
        key = next((one for one in keys if found and one.replace("-", "_")[: len(found[1])] == found[1]), "")
        if not key:
            continue
        following = [one for one in link.itersiblings() if one.tag == f"{_W}r"]
        _drop_number(following)
        for run in list(link):
            link.remove(run)
        run = etree.SubElement(link, f"{_W}r")
        etree.SubElement(run, f"{_W}t").text = f"\ue000{key}\ue001"


def _drop_number(runs: list[Element]) -> None:
    """Empty the runs behind a link that hold the number it leads to, and the page in brackets."""
    depth, position = 0, 0
    for position, run in enumerate(runs):
        marks = [one.get(f"{_W}fldCharType") for one in run.iter(f"{_W}fldChar")]
        text = "".join(map(str, run.itertext(f"{_W}t")))
        depth += marks.count("begin") - marks.count("end")
        bracket = text.startswith(" (") and any(
            "PAGEREF" in str(one.xpath("string()")) for one in runs[position : position + 4]
        )
        closing = text == ")" and position > 0
        if not (depth or marks or bracket or closing):
            break
        for child in list(run):
            run.remove(child)
        if closing:
            break


def tag_of(control: Element) -> str:
    """The tag of a content control, or its title, which LibreOffice keeps."""
    return value(control, "sdtPr", "tag") or value(control, "sdtPr", "alias")


def style_of(control: Element) -> str:
    """The style of the first paragraph in a control."""
    return next((value(one, "pPr", "pStyle") for one in control.iter(f"{_W}p")), "")


@lru_cache(maxsize=64)
def said_in(name: str) -> tuple[str, ...]:
    """A label in all languages, the longest first."""
    found = {load_labels(one, {}, Diagnostics(), NOWHERE).texts[name] for one in languages()}
    return tuple(sorted(found, key=len, reverse=True))


def _form(name: str) -> Iterator[str]:
    for text in said_in(name):
        yield re.escape(text).replace(re.escape("{n}"), "(.+?)")


@lru_cache(maxsize=1)
def lesson_forms() -> tuple[str, ...]:
    """The heading of the lesson in all languages: patterns with its number and its title."""
    return tuple(f"{form}\\s{{2,}}(.+)" for form in _form("lesson"))


@lru_cache(maxsize=1)
def slide_forms() -> tuple[str, ...]:
    """`Slide 3` and `Slides 3–5` in all languages, as patterns."""
    return tuple(form.replace("(.+?)", "[0-9–-]+") for name in ("slide", "slides") for form in _form(name))


@lru_cache(maxsize=1)
def cue_labels() -> tuple[str, ...]:
    """Labels of cues in all languages, the longest first."""
    names = {one.replace("note-", "note_") for one in VERBS.values()}
    words = {text for name in names for text in said_in(name)}
    words |= {text.replace("{n}", "").strip() for name in ("activity_n", "case_n") for text in said_in(name)}
    return tuple(sorted(words, key=len, reverse=True))
