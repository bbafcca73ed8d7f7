"""A facilitator's document that deckbuild made -> its lesson again: sections, slides, key messages, cues, references.

Content controls say what is what: `slide:KEY` stands round what a slide shows, `cue:KEY/2` round its second cue.
What stands on slides is a picture in the document, and parts outside the lesson are made anew: both are said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from deckbuild.importing import markup
from deckbuild.importing.accounting import missed
from deckbuild.importing.draft import Cue, Draft, Entry, Origin, Section, Slide, Value
from deckbuild.importing.flow import Block, Para, Picture, Table, paras
from deckbuild.importing.guide.bodies import content_of, opened_blocks
from deckbuild.importing.guide.prose import prose
from deckbuild.importing.guide.references import name_of, reference
from deckbuild.importing.guide.words import duration_in
from deckbuild.importing.markup import unmarked
from deckbuild.importing.naming import Names
from deckbuild.importing.reading import Piece, Reading, Remark
from deckbuild.importing.word.body import Body
from deckbuild.importing.word.marks import (
    ANCHOR,
    MENTION,
    VERBS,
    cue_labels,
    lesson_forms,
    restore_mentions,
    said_in,
    slide_forms,
    style_of,
    tag_of,
)
from deckbuild.importing.word.styles import value
from deckbuild.ooxml.lint.model import W
from deckbuild.spec.scalars import ID_PATTERN

Element = etree._Element
_W = f"{{{W}}}"
_OUTSIDE = "parts round the lesson are not read back; deckbuild makes most of them itself"
_COMPUTED = "numbers, times and labels are computed"
_PICTURE = "What stands on it is a picture in the document: give it a body."
_DATA = "The document has these numbers below the slide: if they were a chart, make it one."
_SIGN = re.compile(r"^\W*(?:i\s{2,})?")
"""The sign before a label in a box."""


@dataclass
class _Open:
    """A slide while it is gathered."""

    id: str
    title: str = ""
    more: dict[str, Value] = field(default_factory=dict)
    body: Mapping[str, Value] = field(default_factory=dict)
    cues: list[Cue] = field(default_factory=list)
    loose: list[Block] = field(default_factory=list)
    pictured: bool = False
    place: str = ""


@dataclass
class _Part:
    title: str
    id: str = ""
    cues: list[Cue] = field(default_factory=list)
    slides: list[_Open] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    place: str = ""


def read_ours(file: str, body: Element, reader: Body, furniture: Sequence[Piece], met: Iterator[str]) -> Reading:
    """The lesson in a document of ours."""
    keys = {tag_of(one).removeprefix("slide:") for one in body.iter(f"{_W}sdt") if tag_of(one).startswith("slide:")}
    restore_mentions(body, {key for key in keys if not key.startswith("@")})
    walk = _Walk(file, reader, furniture)
    for child in list(body):
        walk.take(child)
    return walk.reading(met)


class _Walk:
    def __init__(self, file: str, reader: Body, furniture: Sequence[Piece]) -> None:
        self._file, self._reader = file, reader
        self._where = "front matter"
        self._head: dict[str, Value] = {}
        self._sections: list[_Part] = []
        self._generated: list[str] = []
        self._label: tuple[str, dict[str, Value]] = ("", {})
        self._references: dict[str, Entry] = {}
        self._names = Names()
        self._pieces = list(furniture)
        self._citing = False

    def take(self, child: Element) -> None:
        """One block of the document."""
        tag = tag_of(child)
        if child.tag == f"{_W}sdt" and tag.startswith(("slide:", "cue:")) and self._where == "":
            content = child.find(f"{_W}sdtContent")
            message = self._message(content)
            blocks = opened_blocks(list(self._reader.blocks(content))) if content is not None else []
            if tag.startswith("slide:"):
                self._shown(tag.removeprefix("slide:"), blocks, message)
            else:
                self._cue(tag.removeprefix("cue:").rpartition("/")[0], style_of(child), blocks)
            return
        holder = etree.Element("holder")
        parent, index = child.getparent(), child.getparent().index(child)  # type: ignore[union-attr]
        holder.append(child)
        for block in list(self._reader.blocks(holder)):
            self._loose(block, child)
        parent.insert(index, child)  # type: ignore[union-attr]

    def _message(self, content: Element | None) -> Block | None:
        """The key message that stands below a slide, taken out of its control."""
        found = [one for one in content if value(one, "pPr", "pStyle") == "KeyMessage"] if content is not None else []
        holder = etree.Element("holder")
        holder.extend(found)
        return next(iter(list(self._reader.blocks(holder))), None)

    # --- outside of controls --------------------------------------------------------------------------------

    def _loose(self, block: Block, element: Element) -> None:
        if isinstance(block, Para) and block.heading == 1:
            self._headed(block)
        elif self._where:
            self._outside(block)
        elif isinstance(block, Para) and block.heading == 2:
            self._open_section(block, element)
        elif isinstance(block, Para) and self._is_label(block):
            return
        elif isinstance(block, Para) and block.heading == 3 and block.plain.strip() in said_in("section_references"):
            self._citing = True
            self._leave(block, block.plain)
        elif self._citing and isinstance(block, Para):
            self._sections[-1].references.append(self._cited(block))
        elif self._sections and self._sections[-1].slides:
            self._sections[-1].slides[-1].loose.append(block)
            self._place([block])
        else:
            self._outside(block)

    def _headed(self, block: Para) -> None:
        """A heading of the first level: the lesson itself begins, or a part after it."""
        found = next((one for one in (re.fullmatch(form, block.plain.strip()) for form in lesson_forms()) if one), None)
        if found and "lesson" not in self._head:
            self._head |= {"lesson": found[1], "title": found[2].strip()}
            self._where = ""
            self._leave(block, block.plain.replace(found[2], "", 1))
            self._pieces.append(Piece(found[2], "lesson", place=block.place))
            return
        self._where = block.plain.strip() or "a part after the lesson"
        self._outside(block)

    def _outside(self, block: Block) -> None:
        for one in paras([block]):
            self._fact(one)
            if one.plain.strip():
                self._pieces.append(Piece(one.plain, self._where or "before the first slide", _OUTSIDE, one.place))

    def _fact(self, block: Para) -> None:
        """Duration and edition stand on the cover."""
        for name, key in (("minimum_duration", "duration"), ("edition", "edition")):
            label = next((one for one in said_in(name) if block.plain.startswith(f"{one} ")), "")
            rest = block.plain[len(label) :].strip() if label else ""
            text = duration_in(rest) if key == "duration" else rest
            if text and key not in self._head and self._where == "front matter":
                self._head[key] = text

    def _open_section(self, block: Para, element: Element) -> None:
        self._citing = False
        if block.plain.strip() in said_in("opening") and not self._sections:
            self._leave(block, block.plain)
            return
        names = (one.get(f"{_W}name", "") for one in element.iter(f"{_W}bookmarkStart"))
        key = next(
            (found[1].replace("_", "-") for name in names if len(name) < 40 and (found := ANCHOR.fullmatch(name))), ""
        )
        given = re.fullmatch(ID_PATTERN, key) and not re.fullmatch("section-[0-9]+", key)
        id_ = key if given and self._names.take(key) else ""
        self._sections.append(_Part(block.text, id_, place=block.place))
        self._place([block])

    def _is_label(self, block: Para) -> bool:
        """Take `Slide 3   Title   3 min · 0:01–0:04` for what it says."""
        parts = re.split(r"\s{3,}", block.plain.strip())
        if not any(re.fullmatch(form, parts[0]) for form in slide_forms()) or len(parts) < 2:
            return False
        more: dict[str, Value] = {}
        said = [one.strip() for one in parts[2].split("·")] if len(parts) > 2 else []
        if said and said[0] in said_in("hidden"):
            more["hidden"] = True
        elif said and duration_in(said[0]):
            more["duration"] = duration_in(said[0])
        self._label = (markup.escaped(parts[1]), more)
        self._leave(block, block.plain.replace(parts[1], "", 1))
        self._pieces.append(Piece(parts[1], "lesson", place=block.place))
        self._citing = False
        return True

    # --- controls -------------------------------------------------------------------------------------------

    def _shown(self, key: str, blocks: Sequence[Block], message: Block | None) -> None:
        title, more = self._label
        if key.startswith("@"):
            self._generated.append(key.removeprefix("@").partition("/")[0])
            for one in paras(blocks):
                self._leave(one, one.plain)
            self._discount(title)
            return
        if not self._sections:
            self._sections.append(_Part(str(self._head.get("title", key))))
        self._names.take(key)
        slide = _Open(key, title, dict(more), place=next((one.place for one in paras(blocks)), ""))
        self._sections[-1].slides.append(slide)
        slide.pictured = any(isinstance(one, Picture) for one in blocks)
        texts = [one for one in blocks if not isinstance(one, Picture)]
        if isinstance(message, Para):
            slide.more["key_message"] = message.text.replace("\u00a0", " ")  # set so that no word stands alone
            self._place([message])
        content = content_of(texts, titled=True)
        slide.body = content.body
        self._place(texts)
        slide.loose += content.rest

    def _discount(self, text: str) -> None:
        """The title of a slide that is generated."""
        plain = unmarked(text)
        for index in range(len(self._pieces) - 1, -1, -1):
            if self._pieces[index].text == plain and not self._pieces[index].left_out:
                self._pieces[index] = replace(self._pieces[index], left_out=_COMPUTED)
                return

    def _cue(self, key: str, style: str, blocks: Sequence[Block]) -> None:
        lines: list[Block] = [one for one in blocks if not isinstance(one, Picture)]
        verb = VERBS.get(style, "text")
        first = lines[0] if lines else None
        if not isinstance(first, Para):
            return
        bare = _SIGN.sub("", first.plain)
        label = next((one for one in cue_labels() if re.match(rf"{re.escape(one)}(?!\w)", bare)), "")
        rest = bare[len(label) :].strip() if label else ""
        if label and not rest.strip("0123456789 "):
            self._leave(first, first.plain)
            lines = lines[1:]
        elif label and first.plain.startswith(label):
            self._leave(first, label)
            text = first.text[first.text.find(label) + len(label) :]
            lines = [replace(first, text=text.removeprefix("**").strip(), plain=rest, item=-1), *lines[1:]]
        lines, answers = self._answered(lines) if verb == "ask" else (lines, ())
        if verb != "reference":
            self._place(lines)
        self._cues(key).append(self._made(verb, lines, answers))

    def _answered(self, lines: list[Block]) -> tuple[list[Block], tuple[str, ...]]:
        """The lines of a question, and its suggested answers: in a line or as a list."""
        for index, one in enumerate(lines):
            told = next(
                (label for label in said_in("answers") if isinstance(one, Para) and one.plain.startswith(f"{label}:")),
                "",
            )
            if told and isinstance(one, Para):
                text = one.text[one.text.find(":") + 1 :].strip("* ")
                listed = [found.text for found in paras(lines[index + 1 :])]
                self._leave(one, told)
                self._place([replace(one, plain=unmarked(text)), *lines[index + 1 :]])
                return lines[:index], tuple(filter(None, [*(part.strip() for part in text.split("; ")), *listed]))
        return lines, ()

    def _made(self, verb: str, lines: Sequence[Block], answers: tuple[str, ...]) -> Cue:
        if verb == "reference":
            return Cue("reference", ids=tuple(self._cited(one) for one in paras(lines)))
        text = prose(lines)
        if verb in ("distribute", "activity", "case"):
            return Cue("do", text, comments=(f"This was `{verb}`: define it, and name its id here.",))
        kind = verb.removeprefix("note-") if verb.startswith("note-") else ""
        return Cue("note" if kind else verb, text, answers=answers, kind=kind)

    def _cues(self, key: str) -> list[Cue]:
        slide = next((one for part in self._sections for one in part.slides if one.id == key), None)
        if slide:
            return slide.cues
        if not self._sections:
            self._sections.append(_Part(str(self._head.get("title", key))))
        return self._sections[-1].cues

    def _cited(self, block: Para) -> str:
        values = reference(block.text)
        name = next((name for name, entry in self._references.items() if entry.values == values), None)
        if name is not None:
            self._leave(block, block.plain, "it is a reference that is listed already")
        else:
            self._place([block])
            name = self._names.make(name_of(values), f"reference-{len(self._references) + 1}")
            self._references[name] = Entry(values, origin=Origin(self._file, block.place))
        return name

    # --- the end --------------------------------------------------------------------------------------------

    def _place(self, blocks: Sequence[Block]) -> None:
        self._pieces += [Piece(one.plain, "lesson", place=one.place) for one in paras(blocks) if one.plain.strip()]

    def _leave(self, block: Para, text: str, why: str = _COMPUTED) -> None:
        if text.strip():
            self._pieces.append(Piece(text, "lesson", why, block.place))

    def reading(self, met: Iterator[str]) -> Reading:
        """What was read."""
        sections = tuple(
            Section(
                part.title, tuple(self._slide(one) for one in part.slides), tuple(map(_mentioned, part.cues)),
                tuple(dict.fromkeys(part.references)) or None, part.id, origin=Origin(self._file, part.place),
            )
            for part in self._sections
        )  # fmt: skip
        order = ("title", "outcomes", "agenda", "dividers", "activities", "key_messages", "references")
        head = {
            "lesson": "1",
            "title": self._file,
            **self._head,
            "generate": tuple(one for one in order if one in self._generated),
        }
        where = Origin(self._file)
        left = [
            Remark(
                "what stands on slides is a picture in the document: import the deck with it to have that too", where
            )
        ]
        pieces = [replace(one, text=MENTION.sub(" ", one.text)) for one in self._pieces]
        pieces += [Piece(text, "contents", "tables of contents are computed") for text in self._reader.contents]
        pieces += [Piece(text, "fields", "page numbers are computed") for text in self._reader.found.computed]
        pieces += missed((MENTION.sub(" ", one) for one in met), pieces)
        pictured = any(slide.pictured for part in self._sections for slide in part.slides)
        told = [Remark("this is a document that deckbuild made; it is read by the marks in it", where)]
        draft = Draft(head, sections, self._references)
        return Reading(draft, tuple(pieces), left_out=tuple(left if pictured else ()), told=tuple(told))

    def _slide(self, slide: _Open) -> Slide:
        cues, body, loose = [*slide.cues], dict(slide.body), list(slide.loose)
        comments: list[str] = []
        if slide.pictured and not body:
            shown = [one for one in loose if isinstance(one, Table) and len(one.rows[0]) > 1]
            body = dict(content_of(shown[:1], titled=True).body)
            loose = [one for one in loose if not body or one is not shown[0]]
            comments.append(_DATA if body else _PICTURE)
        text = prose([one for one in loose if not isinstance(one, Picture)])
        if text:
            cues.append(Cue("text", text, comments=("This stood below the slide.",)))
        return Slide(
            MENTION.sub(r"[@\1]", slide.title), body, tuple(map(_mentioned, cues)), slide.id, slide.more,
            tuple(comments), Origin(self._file, slide.place),
        )  # fmt: skip


def _mentioned(cue: Cue) -> Cue:
    def back(text: str) -> str:
        return MENTION.sub(lambda found: "[@" + found[1].replace("\\", "") + "]", text)

    return replace(cue, text=back(cue.text), answers=tuple(map(back, cue.answers)))
