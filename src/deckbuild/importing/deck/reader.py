"""A whole deck -> a draft of the lesson, with an account of everything that stood in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from deckbuild.importing import cues
from deckbuild.importing.deck import ours
from deckbuild.importing.deck.contents import Context, Fields
from deckbuild.importing.deck.files import Kept
from deckbuild.importing.deck.heads import head_of, opens_lesson, opens_section, own_head
from deckbuild.importing.deck.look import brand_files
from deckbuild.importing.deck.own import key_of
from deckbuild.importing.deck.parts import DeckFile
from deckbuild.importing.deck.pieces import pieces
from deckbuild.importing.deck.slide import Became, became, words_of
from deckbuild.importing.deck.slides import Slides
from deckbuild.importing.deck.sorting import FIELDS, Sorted, repeated, sort
from deckbuild.importing.deck.things import SlideRead
from deckbuild.importing.draft import Cue, Draft, Entry, Origin, Section, Slide
from deckbuild.importing.naming import Names
from deckbuild.importing.opening import Source
from deckbuild.importing.parting import parted
from deckbuild.importing.prose import one_line, prose
from deckbuild.importing.reading import Options, Piece, Reading, Remark
from deckbuild.ooxml.tree import A
from deckbuild.spec.scalars import ID_PATTERN

_UNNAMED = frozenset(
    {"", "default section", "untitled section", "standardabschnitt", "section par défaut", "sección predeterminada"}
)


def read(source: Source, options: Options) -> Reading:
    """The deck."""
    assert source.package is not None
    return _Reader(source, DeckFile(source.package), options).reading()


@dataclass
class _Part:
    """A section that is being filled."""

    title: str
    slides: list[Slide] = field(default_factory=list)
    notes: list[Cue] = field(default_factory=list)


class _Reader:
    def __init__(self, source: Source, file: DeckFile, options: Options) -> None:
        self._source, self._file, self._options = source, file, options
        self._kept = Kept(file.opened)
        self._head: Fields = {}
        self._parts: list[_Part] = []
        self._opening: list[Cue] = []
        self._pieces: list[Piece] = []
        self._uncertain: list[Remark] = []
        self._left_out: list[Remark] = []
        self._entries: dict[str, dict[str, Entry]] = {
            kind: {} for kind in ("references", "handouts", "activities", "cases")
        }
        self._questions: list[Entry] = []
        self._counted: Counter[str] = Counter()
        self._dividers = False
        self._titled = False

    def reading(self) -> Reading:
        """All of it."""
        ids = self._ids(tuple(Slides(self._file, {}).read()))
        self._slides = tuple(Slides(self._file, ids).read())
        self._common = repeated(self._slides)
        found = [(slide, sort(slide, self._common, self._file.size)) for slide in self._slides]
        self._keys = {slide.part: key_of(slide) for slide in self._slides}
        self._names = self._section_names()
        self._prepare(found)
        for slide, sorted_ in found:
            self._slide(slide, sorted_, ids.get(slide.part, ""))
        self._tell_counts()
        brand = self._brand()
        return Reading(self._draft(), tuple(self._pieces), tuple(self._uncertain), tuple(self._left_out), brand=brand)

    def _brand(self) -> Mapping[str, bytes]:
        """The deck's look, where it was asked for."""
        if not self._options.brand:
            return {}
        files, why = brand_files(self._source.content, self._options.brand)
        if files:
            self._head["brand"] = self._options.brand
        else:
            self._left_out.append(Remark(f"the deck's look: {why}", Origin(self._source.name)))
        return files

    # --- before the slides -------------------------------------------------------------------------------

    def _ids(self, slides: Sequence[SlideRead]) -> dict[str, str]:
        """An id for each slide: its own, else from its title."""
        names = Names()
        common = repeated(slides)
        found: dict[str, str] = {}
        for slide in slides:
            key = key_of(slide)
            if key and _is_id(key) and names.take(key):
                found[slide.part] = key
        for slide in slides:
            if slide.part not in found:
                title = sort(slide, common, self._file.size).title
                text = title.text if title else ""
                found[slide.part] = names.make(text, f"slide-{slide.number}")
        return found

    def _section_names(self) -> dict[str, str]:
        """The section that begins with a slide, by its part."""
        found = {}
        for name, parts in self._file.sections:
            there = next((part for part in parts if part in {slide.part for slide in self._slides}), None)
            if there and name.casefold() not in _UNNAMED:
                found[there] = ours.untimed(name) if self._keys[there] else name
                if self._keys[there] and found[there] in ours.words("opening"):
                    del found[there]
        return found

    def _prepare(self, found: Sequence[tuple[SlideRead, Sorted]]) -> None:
        """Head and what deckbuild writes by itself, for decks that it made."""
        self._mine = any(self._keys.values())
        first = next((slide for slide, _ in found if self._keys[slide.part] == "@title"), None)
        if first is not None:
            self._head.update(own_head(first.things, ours.patterns("lesson", "n")))
        self._written = ours.written_by_us(self._head) if self._mine else frozenset()
        messages = [cues.told(slide.notes).key_message for slide, _ in found] if self._mine else []
        self._key_messages = frozenset(message for message in messages if message)

    # --- one slide after the other -----------------------------------------------------------------------

    def _slide(self, slide: SlideRead, found: Sorted, id_: str) -> None:
        origin = Origin(self._source.name, f"slide {slide.number}")
        self._counted.update(slide.counted)
        for comment in slide.comments:
            who = f" by {comment.author}" if comment.author else ""
            self._left_out.append(Remark(f"comment{who}: {comment.text}", origin))
        key = self._keys[slide.part]
        if slide.part in self._names:
            self._begin(self._names[slide.part])
        if key.startswith("@"):
            self._generated(slide, found, key)
            return
        if not self._mine and not self._titled and len(self._slides) > 1 and opens_lesson(slide, found):
            self._open(slide, found)
            return
        if not key and opens_section(slide, found, frozenset()):
            self._divide(slide, found)
            return
        if key and "~" in key and self._continue(slide, found, key, origin):
            return
        self._content(slide, found, id_, key, origin)

    def _content(self, slide: SlideRead, found: Sorted, id_: str, key: str, origin: Origin) -> None:
        title = one_line(words_of(found.title))
        context = Context(self._kept, id_, title, self._file.size, bool(key))
        made = became(slide, found, context, origin, key, self._written)
        slides = list(made.slides)
        if key:
            made = replace(made, told=ours.with_placed(made.told, slide, slides[0]))
            slides[0] = ours.finished(slides[0], slide, made.told, self._key_messages, framed=self._framed(slide))
            made = self._with_needs(made, slide)
            slides[0] = self._matching(slides[0], made.told, key)
            slides[0] = replace(slides[0], id=key if _is_id(key) else "")
        else:
            slides[0] = replace(slides[0], id=id_)
            slides = list(parted(slides))
        if slide.background is not None:
            slides[0] = self._with_background(slides[0], slide, id_)
        self._entry(made.told)
        if key and made.told.before and not self._part().slides:
            slides[0] = replace(slides[0], notes=slides[0].notes[made.told.before :])
            self._part().notes += made.told.cues[: made.told.before]
        self._part().slides += slides
        self._uncertain += made.uncertain
        self._left_out += made.left_out
        ours_ = made.ours
        told_twice = "question" in slides[0].body and isinstance(slides[0].body["question"], str)
        if key and (told_twice or any(kind in slides[0].body for kind in ("activity", "case", "generated"))):
            ours_ |= {id(one) for thing in slide.things for one in thing.walk()}
        self._pieces += pieces(slide, found, ours=ours_)

    def _framed(self, slide: SlideRead) -> bool:
        """Whether lesson or edition stand on a slide besides its own words."""
        said = {one.text.strip() for one in slide.things if one.holder and one.holder not in FIELDS}
        number = str(self._head.get("lesson", ""))
        return bool(number) and any(number in text and text in self._written for text in said)

    def _with_needs(self, made: Became, slide: SlideRead) -> Became:
        """What a case's card says that is needed, which its notes do not."""
        if not made.told.cases:
            return made
        needs = ours.needs(slide)
        cases = {id_: {**values, **({"needs": needs} if needs else {})} for id_, values in made.told.cases.items()}
        return replace(made, told=replace(made.told, cases=cases))

    def _matching(self, slide: Slide, told: cues.Told, key: str) -> Slide:
        """A slide on which things are matched, back as a question of the bank: its answers stand in the notes."""
        pairs = [answer.split(" – ") for answer in told.answers]
        if "table" not in slide.body or not pairs or any(len(pair) != 2 for pair in pairs):
            return slide
        listed = tuple({"part": part, "match": match} for part, match in pairs)
        id_ = f"{key}-pairs" if _is_id(f"{key}-pairs") else "pairs"
        self._questions.append(Entry({"id": id_, "type": "matching", "stem": slide.title, "pairs": listed}))
        return replace(slide, title="", body={"question": id_})

    def _with_background(self, made: Slide, slide: SlideRead, id_: str) -> Slide:
        assert slide.background is not None
        from deckbuild.importing.draft import Filed

        name = self._kept.picture(slide.background, f"{id_}-background")
        return replace(made, more={**made.more, "background": Filed(name)}) if name else made

    def _continue(self, slide: SlideRead, found: Sorted, key: str, origin: Origin) -> bool:
        """Put a slide on which another is continued back to that one; whether that could be done."""
        part = self._part()
        before = next((one for one in part.slides if one.id == key.partition("~")[0]), None)
        if before is None:
            return False
        made = became(
            slide,
            found,
            Context(self._kept, key.replace("~", "-"), "", self._file.size, True),
            origin,
            key,
            self._written,
        )
        joined = _joined(dict(before.body), dict(made.slides[0].body))
        if joined is None:
            return False
        part.slides[part.slides.index(before)] = replace(before, body=joined)
        title = found.title
        left = made.ours | ({id(title)} if title else frozenset())
        self._pieces += pieces(replace(slide, notes=()), found, ours=frozenset(left))
        return True

    def _entry(self, told: cues.Told) -> None:
        for id_, text in told.references.items():
            self._entries["references"].setdefault(id_, Entry({"title": text}))
        for kind in ("activities", "cases"):
            for id_, values in getattr(told, kind).items():
                self._entries[kind].setdefault(id_, Entry(values))
        for id_, values in told.handouts.items():
            comment = "The deck only names this handout: put its text here, or name its file."
            self._entries["handouts"].setdefault(id_, Entry({"id": id_, **values, "text": "…"}, (comment,)))

    # --- slides that are no content ----------------------------------------------------------------------

    def _generated(self, slide: SlideRead, found: Sorted, key: str) -> None:
        """A slide that deckbuild makes by itself: what it shows belongs into the head."""
        what, _, number = key.removeprefix("@").partition("/")
        listed = [para for one in found.content for para in one.paras if para.mark]
        told = cues.told(slide.notes)
        if what == "outcomes" and listed:
            self._head["outcomes"] = ours.outcomes(listed)
        elif what == "references":
            self._entries["references"] = {**ours.references(listed), **self._entries["references"]}
        elif what == "divider":
            self._begin(one_line(words_of(found.title)))
            self._part().notes += told.cues
        self._entry(told)
        kept = what in ("outcomes", "references", "divider", "title")
        ours_ = frozenset() if kept and what != "divider" else frozenset(id(one) for one in found.content)
        whole = "" if kept else "deckbuild makes this slide by itself"
        self._pieces += pieces(slide, found, ours=ours_ | self._title_of(found, what, number), whole=whole)

    def _title_of(self, found: Sorted, what: str, number: str) -> frozenset[int]:
        """The title of a generated slide, where it is deckbuild's own word; the lead above outcomes."""
        del number
        made = {id(found.title)} if found.title and what in ("outcomes", "references") else set()
        made |= {id(one) for one in found.content if one.text.strip() in self._written or what == "title"}
        return frozenset(made)

    def _open(self, slide: SlideRead, found: Sorted) -> None:
        """The title slide of somebody else's deck."""
        head = head_of(found)
        self._head.update(head.values)
        self._titled = True
        if head.rest:
            self._opening.append(Cue("text", prose(head.rest), comments=("It stood on the title slide.",)))
        self._opening += cues.told(slide.notes).cues
        self._pieces += pieces(slide, found)

    def _divide(self, slide: SlideRead, found: Sorted) -> None:
        """A slide that opens a part of the lesson."""
        title = one_line(words_of(found.title))
        self._begin(title)
        self._dividers = True
        said = [para for one in (*found.subtitle, *found.content) for para in one.paras]
        notes = [Cue("text", prose(said), comments=("It stood on the slide that opens this section.",))] if said else []
        self._part().notes += [*notes, *cues.told(slide.notes).cues]
        self._entry(cues.told(slide.notes))
        self._pieces += pieces(slide, found)

    # --- sections ----------------------------------------------------------------------------------------

    def _begin(self, title: str) -> None:
        if self._parts and self._parts[-1].title == title:
            return
        self._parts.append(_Part(title))

    def _part(self) -> _Part:
        if not self._parts:
            self._parts.append(_Part(str(self._head.get("title") or self._source.stem)))
        return self._parts[-1]

    # --- the whole ---------------------------------------------------------------------------------------

    def _tell_counts(self) -> None:
        origin = Origin(self._source.name)
        told = [
            f"{count} {name if count > 1 else name.removesuffix('s')}" for name, count in sorted(self._counted.items())
        ]
        if told:
            self._left_out.append(Remark(f"{', '.join(told)}: movement is the brand's and deckbuild's own", origin))
        self._left_out += [
            Remark(f"a part that can't be read: {said}", origin) for said in dict.fromkeys(self._file.unread)
        ]

    def _draft(self) -> Draft:
        head: Fields = {"title": self._source.stem, **self._head}
        language = self._language()
        if language and language.split("-")[0] != self._options.language.split("-")[0]:
            head["language"] = language
        head["generate"] = self._generate()
        parts = [part for part in self._parts if part.slides or part.notes]
        if self._opening and parts:
            parts[0].notes[:0] = self._opening
        sections = tuple(Section(part.title, tuple(part.slides), tuple(part.notes)) for part in parts)
        entries = self._entries
        return Draft(
            head=head,
            sections=sections,
            references=entries["references"],
            handouts=tuple(entries["handouts"].values()),
            activities=tuple(entries["activities"].values()),
            cases=tuple(entries["cases"].values()),
            questions=tuple(self._questions),
            files=self._kept.kept,
        )

    def _generate(self) -> tuple[str, ...]:
        if self._mine:
            return ours.generates(tuple(self._keys.values()))
        return (*(("title",) if self._titled else ()), *(("dividers",) if self._dividers else ()))

    def _language(self) -> str:
        """The language that most of the text is marked with; "" where none is."""
        counts: Counter[str] = Counter()
        for part in self._file.slides:
            root = self._file.tree(part)
            for run in root.iter(f"{A}r") if root is not None else ():
                looks = run.find(f"{A}rPr")
                text = run.findtext(f"{A}t") or ""
                if looks is not None and looks.get("lang"):
                    counts[looks.get("lang", "")] += len(text)
        most = max(counts, key=lambda tag: (counts[tag], tag), default="")
        base, _, region = most.partition("-")
        if not (base.isalpha() and base.islower() and 2 <= len(base) <= 3):
            return ""
        return f"{base}-{region}" if (base, region) in (("pt", "BR"), ("zh", "TW"), ("zh", "CN")) else base


def _is_id(key: str) -> bool:
    import re

    return bool(re.fullmatch(ID_PATTERN, key)) and len(key) <= 60


def _joined(first: Fields, more: Fields) -> Fields | None:
    """Two bodies of one kind as one; None where that can't be."""
    for kind in ("bullets", "groups"):
        if kind in first and kind in more:
            return {**first, kind: (*first[kind], *more[kind])}
    if "text" in first and "text" in more:
        return {**first, "text": f"{first['text']}\n\n{more['text']}"}
    if "table" in first and "table" in more:
        table, other = first["table"], more["table"]
        if table.get("header") == other.get("header"):
            return {**first, "table": {**table, **other, "rows": (*table["rows"], *other["rows"])}}
    return None
