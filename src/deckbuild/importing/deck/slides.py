"""Slides of an opened deck -> `SlideRead`s: shapes, layout and its role, notes, comments, and what is only counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from deckbuild.brand.adopt.colours import scheme
from deckbuild.brand.adopt.inherit import Sources, kind_of, shapes
from deckbuild.brand.adopt.profile import profile
from deckbuild.brand.match import role_of
from deckbuild.importing.deck.parts import DeckFile, on, whole
from deckbuild.importing.deck.shapes import Reader
from deckbuild.importing.deck.text import Around, paragraphs
from deckbuild.importing.deck.things import Comment, SlideRead, Thing
from deckbuild.importing.prose import Para, clean
from deckbuild.ooxml.tree import Element, P, local

_P188 = "{http://schemas.microsoft.com/office/powerpoint/2018/8/main}"
_ON_NOTES = ("sldImg", "hdr", "dt", "ftr", "sldNum")
"""Placeholders of a notes page that hold no notes."""


@dataclass(frozen=True)
class _Layout:
    name: str
    role: str
    holders: Mapping[tuple[str, int], tuple[Element, ...]]
    styles: Mapping[str, Element | None]


@dataclass
class Slides:
    """Reads the slides of a deck; `ids` are what slides are called in the lesson, for links between them."""

    file: DeckFile
    ids: Mapping[str, str]

    def __post_init__(self) -> None:
        self._layouts: dict[str, _Layout] = {}

    def read(self) -> Iterator[SlideRead]:
        """Each slide, in the deck's order."""
        for number, part in enumerate(self.file.slides, 1):
            root = self.file.tree(part)
            if root is not None:
                yield self._slide(part, root, number)

    def _slide(self, part: str, root: Element, number: int) -> SlideRead:
        layout = self._layout(next(self.file.related(part, "slideLayout"), ""))
        around = Around(self.file.links(part), self.ids)
        reader = Reader(self.file, part, around, layout.holders, layout.styles)
        data = root.find(f"{P}cSld")
        tree = data.find(f"{P}spTree") if data is not None else None
        notes, more = self._notes(part)
        return SlideRead(
            part=part,
            number=number,
            name=data.get("name", "") if data is not None else "",
            layout=layout.name,
            role=layout.role,
            things=reader.things(tree),
            notes=notes,
            notes_more=more,
            hidden=root.get("show") is not None and not on(root.get("show")),
            comments=tuple(self._comments(part)),
            background=reader.background(root),
            counted=_counted(root),
        )

    def _notes(self, part: str) -> tuple[tuple[Para, ...], tuple[Thing, ...]]:
        """The notes' paragraphs, and what else was put on the notes page."""
        name = next(self.file.related(part, "notesSlide"), "")
        root = self.file.tree(name) if name else None
        tree = root.find(f"{P}cSld/{P}spTree") if root is not None else None
        if tree is None:
            return (), ()
        around = Around(self.file.links(name), self.ids)
        things = Reader(self.file, name, around, {}, {}).things(tree)
        own = [thing for one in things for thing in one.walk()]
        notes = tuple(para for thing in own if thing.holder == "body" for para in thing.paras)
        more = tuple(thing for thing in own if thing.holder != "body" and thing.holder not in _ON_NOTES)
        return notes, tuple(thing for thing in more if thing.paras or thing.grid or thing.picture)

    # --- comments ----------------------------------------------------------------------------------------

    @cached_property
    def _authors(self) -> Mapping[str, str]:
        """Names of those who commented, by id: of classic comments and of threads."""
        found = {}
        for kind in ("commentAuthors", "authors"):
            for name in self.file.related(self.file.main, kind):
                root = self.file.tree(name)
                for author in root if root is not None else ():
                    found[author.get("id", "")] = author.get("name", "")
        return found

    def _comments(self, part: str) -> Iterator[Comment]:
        for name in self.file.related(part, "comments"):
            root = self.file.tree(name)
            for one in root if root is not None else ():
                who = self._authors.get(one.get("authorId", ""), "")
                if one.tag == f"{P}cm":
                    yield Comment(who, clean(one.findtext(f"{P}text") or "").strip())
                elif one.tag == f"{_P188}cm":
                    replies = list(one.iterfind(f"{_P188}replyLst/{_P188}reply"))
                    yield Comment(who, _thread(one), len(replies))
                    for reply in replies:
                        yield Comment(self._authors.get(reply.get("authorId", ""), ""), _thread(reply))

    # --- layouts -----------------------------------------------------------------------------------------

    def _layout(self, name: str) -> _Layout:
        if name not in self._layouts:
            self._layouts[name] = self._read_layout(name)
        return self._layouts[name]

    def _read_layout(self, name: str) -> _Layout:
        root = self.file.tree(name) if name else None
        master_name = next(self.file.related(name, "slideMaster"), "")
        master = self.file.tree(master_name) if master_name else None
        data = root.find(f"{P}cSld") if root is not None else None
        said = data.get("name", "").strip() if data is not None else ""
        styles = master.find(f"{P}txStyles") if master is not None else None
        lists = {
            key: styles.find(f"{P}{key}Style") if styles is not None else None for key in ("title", "body", "other")
        }
        role = self._role(said, name, root, master_name, master)
        return _Layout(said, role, _holders(root, master), lists)

    def _role(self, said: str, name: str, root: Element | None, master_name: str, master: Element | None) -> str:
        top = self.file.tree(self.file.main)
        theme = self.file.tree(next(self.file.related(master_name, "theme"), "")) if master_name else None
        if root is None or master is None or theme is None or top is None:
            return {"title": "title", "secHead": "section"}.get(root.get("type", ""), "") if root is not None else ""
        sources = Sources(top, master, scheme(theme, master))
        return role_of(profile(said, name, master_name, root, sources, self.file.size))


def _holders(layout: Element | None, master: Element | None) -> dict[tuple[str, int], tuple[Element, ...]]:
    """The placeholders of a layout with those of the master below them, by type and index."""
    above: dict[str, Element] = {}
    for shape in shapes(master) if master is not None else ():
        above.setdefault(kind_of(shape), shape)
    found: dict[tuple[str, int], tuple[Element, ...]] = {}
    for shape in shapes(layout) if layout is not None else ():
        kind = kind_of(shape)
        if not kind:
            continue
        holder = shape.find(f"./*/{P}nvPr/{P}ph")
        parent = above.get("title" if kind in ("title", "ctrTitle") else kind)
        parent = above.get("body") if parent is None and kind in _BODIES else parent
        index = whole(holder.get("idx"), 0) if holder is not None else 0
        found[kind, index] = (parent, shape) if parent is not None else (shape,)
    for kind, shape in above.items():
        found.setdefault((kind, 0), (shape,))
    return found


_BODIES = ("body", "obj", "subTitle", "tbl", "chart", "dgm", "media", "pic", "clipArt")


def _thread(element: Element) -> str:
    """What a comment of a thread says."""
    body = next((child for child in element if local(child) == "txBody"), None)
    return "\n".join(para.text for para in paragraphs(body, Around({}, {})))


def _counted(root: Element) -> dict[str, int]:
    """Movement and the like: nothing that a lesson keeps."""
    timing = root.find(f"{P}timing")
    effects = sum(1 for one in timing.iter(f"{P}cTn") if one.get("presetClass")) if timing is not None else 0
    found = {
        "transitions": sum(1 for _ in root.iterfind(f"{P}transition")),
        "animations": effects,
        "embedded controls": sum(1 for _ in root.iter(f"{P}control")),
    }
    return {name: count for name, count in found.items() if count}
