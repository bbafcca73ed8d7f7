"""A text in Markdown -> a draft of the lesson, with an account of everything that stood in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckbuild.importing.deck.arranging import stacked
from deckbuild.importing.deck.contents import Fields, text_body
from deckbuild.importing.draft import Cue, Draft, Entry, Filed, Origin, Section, Slide
from deckbuild.importing.marked.blocks import (
    Aside,
    Comment,
    Formula,
    Heading,
    Picture,
    Quoted,
    Rows,
    Rule,
    Source,
    Words,
)
from deckbuild.importing.marked.lesson import (
    NEEDED,
    OUTCOMES,
    SHOWN,
    SPOKEN,
    TITLES,
    WORK,
    aside,
    blocks_of,
    headed,
    spoken,
    worked,
)
from deckbuild.importing.marked.pictures import Pictures
from deckbuild.importing.marked.pieces import DIRECTIVE, NOTE, front_pieces, pieces
from deckbuild.importing.marked.scanning import scan
from deckbuild.importing.marked.slides import Division, Item, Rough, Special, apart, definitions, division, items, rough
from deckbuild.importing.marked.writing import (
    code_of,
    lines_of,
    markdown_of,
    math_of,
    paras_of,
    quote_of,
    table_of,
)
from deckbuild.importing.naming import Names
from deckbuild.importing.opening import Source as File
from deckbuild.importing.parting import parted
from deckbuild.importing.prose import Para, merged, one_line, prose
from deckbuild.importing.reading import Options, Piece, Reading, Remark
from deckbuild.runs import Rich, plain
from deckbuild.spec.scalars import Duration


def read(source: File, options: Options) -> Reading:
    """The text."""
    return _Reader(source, options).reading()


class _Reader:
    def __init__(self, source: File, options: Options) -> None:
        self._source, self._options = source, options
        self._names = Names()
        self._pictures = Pictures(options.near)
        self._pieces: list[Piece] = []
        self._uncertain: list[Remark] = []
        self._left_out: list[Remark] = []
        self._activities: list[Entry] = []
        self._outcomes: list[Fields] = []
        self._needed: list[str] = []
        self._references: dict[str, Entry] = {}

    def reading(self) -> Reading:
        """All of it."""
        scanned = scan(self._source.text)
        found = apart(list(items(scanned.nodes, definitions(self._source.text))))
        how = division(found, scanned.front, self._options.slides_at)
        self._pieces += pieces(found, how, self._pictures.lost)
        self._pieces += front_pieces(scanned.front, scanned.left)
        parts = rough(found, how)
        head = self._head(scanned.front, parts, how)
        self._title = str(head["title"])
        sections = self._sections(parts, how, self._title)
        if not how.sure:
            said = f"slides begin {how.said}; if that is wrong, say where with --slides-at (rules, h1, h2 …)"
            self._uncertain.insert(0, Remark(said, Origin(self._source.name)))
        if self._outcomes:
            head["outcomes"] = tuple(self._outcomes)
        if self._needed:
            head["overview"] = {"prerequisites": tuple(self._needed)}
        draft = Draft(
            head=head,
            sections=sections,
            activities=tuple(self._activities),
            files=self._pictures.files,
            references=self._references,
        )
        return Reading(draft, tuple(self._pieces), tuple(self._uncertain), (*self._left_out, *self._pictures.left_out))

    # --- head --------------------------------------------------------------------------------------------

    def _head(self, front: Mapping[str, str], parts: list[Rough], how: Division) -> Fields:
        head: Fields = {}
        title = front.get("title", "")
        if title:
            head["title"] = title
            if parts and plain(parts[0].title).strip() == title.strip() and not parts[0].items:
                del parts[0]
        elif parts and how.at != "markers" and self._titles(parts):
            first = parts.pop(0)
            head["title"] = one_line(first.title)
            lines = lines_of(first.items)
            if lines:
                head["subtitle"] = " · ".join(lines)
        head.setdefault("title", self._source.stem)
        if front.get("subtitle"):
            head["subtitle"] = front["subtitle"]
        number = re.match(r"0*(\d+(?:[.-]\d+)?)\b", self._source.stem)
        if number:
            head["lesson"] = number[1].replace("-", ".")
        duration = _duration(front)
        if duration:
            head["duration"] = duration
        language = front.get("lang", "").partition("-")[0].lower()
        if re.fullmatch(r"[a-z]{2,3}", language) and language != self._options.language.partition("-")[0]:
            head["language"] = language
        head["generate"] = ("title",)
        return head

    def _titles(self, parts: Sequence[Rough]) -> bool:
        """Whether the first slide or section is the title of it all: a heading of the first level with few words."""
        first = parts[0]
        plain_words = all(isinstance(one, Words) and not one.listed for one in first.items)
        alone = len(parts) > 1 and sum(one.level == 1 for one in parts) == 1
        few = sum(len(line) for line in lines_of(first.items)) <= 160
        return (
            first.level == 1
            and plain_words
            and few
            and (alone or (len(parts) > 1 and not first.items and len(parts) > 2))
        )

    # --- sections and slides -----------------------------------------------------------------------------

    def _sections(self, parts: Sequence[Rough], how: Division, title: str) -> tuple[Section, ...]:
        sections: list[Section] = []
        for part in parts:
            made, notes = self._part(part, how)
            made = list(parted(made))
            if part.section:
                shown = [slide for slide in made if slide.body]
                sections.append(
                    Section(
                        one_line(part.title), tuple(shown), (*notes, *(c for s in made if not s.body for c in s.notes))
                    )
                )
                continue
            if not sections:
                sections.append(Section(title))
            sections[-1] = replace(sections[-1], slides=(*sections[-1].slides, *made))
        return tuple(section for section in sections if section.slides or section.notes)

    def _part(self, part: Rough, how: Division) -> tuple[list[Slide], tuple[Cue, ...]]:
        """The slides that a rough one becomes; for a section also what is said before them."""
        title = one_line(part.title) or (self._title if how.long else "")
        origin = Origin(self._source.name, f"line {part.line}" if part.line else "")
        if how.long:
            return self._read_out(title, part.items, origin, section=part.section)
        return self._shown(title, part.items, origin), ()

    # --- slides that are shown ---------------------------------------------------------------------------

    def _shown(self, title: str, found: Sequence[Item], origin: Origin) -> list[Slide]:
        """A slide with everything on it, as slides written in Markdown are meant."""
        shown, notes = self._noted(found)
        words: list[Para] = []
        things: list[Fields] = []
        more: Fields = {}
        extra: list[Slide] = []
        comments: list[str] = []
        for item in shown:
            match item:
                case Words():
                    words += item.paras
                case Heading():
                    words += paras_of([item])
                case Quoted() if len(shown) == 1:
                    things.append(quote_of(item))
                case Quoted():
                    words += item.paras
                case Picture(ground=True):
                    if name := self._pictures.file(item, origin):
                        more["background"] = Filed(name)
                case Special("columns"):
                    things.append(self._columns(item, origin, comments))
                case Special():
                    slides, said = self._special(item, origin)
                    extra += slides
                    notes += said
                case _:
                    if body := self._thing(item, origin, comments):
                        things.append(body)
        pages, over, told = stacked(words, [one for one in things if one])
        notes += [Cue("text", text) for paras in over if (text := prose(paras))]
        self._uncertain += [Remark(said, origin) for said in told]
        if not title and not pages and not notes:
            return extra
        first = Slide(title, pages[0] if pages else {}, tuple(notes), "", more, tuple(dict.fromkeys(comments)), origin)
        further = [Slide(f"{title} ({n})" if title else "", body, origin=origin) for n, body in enumerate(pages[1:], 2)]
        return [first, *further, *extra] if title or pages else extra

    def _noted(self, found: Sequence[Item]) -> tuple[list[Item], list[Cue]]:
        """What is shown, and what is said: notes divs, asides, comments, and all below `Note:`."""
        shown: list[Item] = []
        notes: list[Cue] = []
        said: list[Item] | None = None
        for item in found:
            if said is not None and not isinstance(item, (Special, Comment, Aside)):
                said.append(item)
            elif isinstance(item, Words) and (split := _at_note(item)) is not None:
                before, after = split
                shown += [before] if before.paras else []
                said = [after]
            elif isinstance(item, Special) and item.name in SPOKEN:
                notes += spoken(item)
            elif isinstance(item, Aside):
                notes += _cues(item.text)
            elif isinstance(item, Comment):
                notes += [] if not item.text or DIRECTIVE.match(item.text) else _cues(item.text)
            elif not isinstance(item, Rule):
                shown.append(item)
        if said is not None:
            notes += spoken(Special("notes", "", tuple(said), 0))
        return shown, notes

    def _columns(self, div: Special, origin: Origin, comments: list[str]) -> Fields:
        """Columns, each with its heading above it."""
        columns = []
        for one in div.items:
            inner = list(one.items) if isinstance(one, Special) else [one]
            title = one_line(inner[0].rich) if inner and isinstance(inner[0], Heading) else ""
            rest = inner[1:] if title else inner
            words = paras_of(rest)
            body = text_body(words) if words else {}
            for thing in (self._thing(item, origin, comments) for item in rest if not isinstance(item, Special)):
                body = thing if thing and not body else body
            if body:
                columns.append({**({"title": title} if title else {}), **body})
        if 2 <= len(columns) <= 4:
            return {"columns": tuple(columns)}
        return columns[0] if columns else {}

    def _thing(self, item: Item, origin: Origin, comments: list[str]) -> Fields:
        """A body of its own."""
        match item:
            case Source():
                return code_of(item) if item.text.strip() else {}
            case Rows():
                return table_of(item)
            case Formula():
                return math_of(item)
            case Quoted():
                return quote_of(item)
            case Picture():
                return self._pictures.body(item, origin, comments)
        return {}

    # --- texts that are read -----------------------------------------------------------------------------

    def _read_out(
        self, title: str, found: Sequence[Item], origin: Origin, *, section: bool
    ) -> tuple[list[Slide], tuple[Cue, ...]]:
        """A text to be read: its prose is what the trainer says, what can be shown is shown."""
        slides: list[Slide] = []
        held: list[Cue] = []
        opening: list[Cue] = []
        number = 1

        def show(body: Fields, comments: Sequence[str] = (), heading: str = "") -> None:
            nonlocal number
            name = heading or (title if number == 1 else f"{title} ({number})")
            number += 0 if heading else 1
            slides.append(Slide(name, body, tuple(held), "", {}, tuple(comments), origin))
            held.clear()

        pending = list(found)
        while pending:
            item = pending.pop(0)
            comments: list[str] = []
            match item:
                case Words() if item.listed and 2 <= len(item.paras) <= 9 and _short(item.paras):
                    show(text_body(item.paras))
                case Words() | Heading():
                    held.append(Cue("say", markdown_of([item])))
                case Quoted():
                    held.append(Cue("say", markdown_of([item])))
                case Source() if pending and isinstance(pending[0], Source) and pending[0].language == "output":
                    outcome = code_of(pending.pop(0))  # type: ignore[arg-type]
                    show({"columns": (code_of(item), outcome)})
                case Special(name) if name in SPOKEN:
                    held += spoken(item)
                case Special():
                    made, said = self._special(item, origin)
                    for one in made:
                        slides.append(replace(one, notes=(*held, *one.notes)))
                        held.clear()
                    held += said
                case Aside():
                    held += _cues(item.text)
                case Comment() | Rule():
                    pass
                case _:
                    if body := self._thing(item, origin, comments):
                        show(body, comments)
        if held and slides:
            slides[-1] = replace(slides[-1], notes=(*slides[-1].notes, *_merged(held)))
        elif held and section:
            opening = list(held)
        elif held and title:
            slides.append(Slide(title, {}, tuple(held), origin=origin))
        slides = [replace(slide, notes=tuple(_merged(slide.notes))) for slide in slides]
        return slides, tuple(_merged(opening))

    # --- divs --------------------------------------------------------------------------------------------

    def _special(self, div: Special, origin: Origin) -> tuple[list[Slide], list[Cue]]:
        """What a div gives: slides of its own, or something to be said."""
        if div.name in OUTCOMES:
            for line in lines_of(blocks_of(div)):
                self._outcomes.append({"id": self._names.make(line, "outcome"), "text": line})
            return [], []
        if div.name in NEEDED:
            self._needed += lines_of(headed(div, blocks_of(div))[1])
            return [], []
        if div.name in SHOWN:
            title, inner = headed(div, blocks_of(div))
            body = text_body([replace(para, mark=para.mark or "dot") for para in paras_of(inner)])
            return [Slide(title or TITLES[div.name], body, origin=origin)], []
        if div.name in WORK:
            return self._work(div, origin)
        if div.name in ("quote", "testimonial"):
            paras = tuple(paras_of(blocks_of(div)))
            return ([Slide("", quote_of(Quoted(paras)), origin=origin)], []) if paras else ([], [])
        if div.name == "columns":
            body = self._columns(div, origin, [])
            return ([Slide("", body, origin=origin)], []) if body else ([], [])
        cue = aside(div)
        for item in blocks_of(div):
            if isinstance(item, Picture):
                self._left_out.append(Remark(f"a picture within a note: {item.address[:80]}", origin))
        return [], [cue] if cue else []

    def _work(self, div: Special, origin: Origin) -> tuple[list[Slide], list[Cue]]:
        found = worked(div, self._names)
        self._activities.append(found.entry)
        slides = [Slide("", {"activity": found.id}, (Cue("activity", ids=(found.id,)),), origin=origin)]
        for picture in found.pictures:
            comments: list[str] = []
            if body := self._pictures.body(picture, origin, comments):
                slides.append(Slide(f"{found.title} (2)", body, (), "", {}, tuple(comments), origin))
        return slides, []


def _at_note(words: Words) -> tuple[Words, Words] | None:
    """The paragraphs before `Note:`, and those behind it; None where nobody says so."""
    at = next((n for n, para in enumerate(words.paras) if not para.mark and NOTE.match(para.text)), None)
    if at is None:
        return None
    first, *rest = words.paras[at:]
    match = NOTE.match(first.text)
    assert match is not None
    after = Para(merged(_without(first.rich, match.end())), first.level, first.mark)
    return replace(words, paras=words.paras[:at]), replace(words, paras=(after, *rest))


def _without(rich: Rich, count: int) -> Rich:
    out = []
    for run in rich:
        out.append(replace(run, text=run.text[count:] if count < len(run.text) else ""))
        count = max(0, count - len(run.text))
    return tuple(out)


def _cues(text: str) -> tuple[Cue, ...]:
    """A text in Markdown as cues."""
    from deckbuild.importing.marked.blocks import blocks

    return spoken(Special("notes", "", blocks(text), 0))


def _short(paras: Sequence[Para]) -> bool:
    return sum(len(para.text.split()) for para in paras) <= 90


def _merged(notes: Sequence[Cue]) -> list[Cue]:
    """Spoken cues that follow on one another in one."""
    out: list[Cue] = []
    for cue in notes:
        if out and cue.verb == out[-1].verb == "say" and not (cue.comments or out[-1].comments):
            out[-1] = replace(out[-1], text=f"{out[-1].text}\n\n{cue.text}")
        else:
            out.append(cue)
    return out


def _duration(front: Mapping[str, str]) -> str:
    """Minutes of teaching and of exercises together, or what the front matter says itself."""
    minutes = [int(front[key]) for key in ("teaching", "exercises") if re.fullmatch(r"\d{1,4}", front.get(key, ""))]
    if sum(minutes):
        return f"{sum(minutes)} min"
    said = front.get("duration", "")
    if re.fullmatch(r"\d{1,4}", said):
        said = f"{said} min"
    return said if said and Duration.parse(said) else ""
