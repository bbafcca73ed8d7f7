"""Invariants of a deck's parts and of the lists that name them (ECMA-376 part 1, 13 and 19.2, 19.3).

What is drawn on a slide is looked into in drawing.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deckbuild.ooxml.lint.model import MC, P14, P188, RID, Defect, Link, Opened, P, repeated, unsigned

_ORDER = (
    "sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz", "smartTags",
    "embeddedFontLst", "custShowLst", "photoAlbum", "custDataLst", "kinsoku", "defaultTextStyle", "modifyVerifier",
    "extLst",
)  # fmt: skip
_MASTERS = ("slideMaster+xml", "notesMaster+xml", "handoutMaster+xml")
_LEGACY_AUTHORS, _AUTHORS = f"{{{P}}}cmAuthor", f"{{{P188}}}author"


def _entries(root: etree._Element, path: str) -> list[etree._Element]:
    """Elements at a path of names in PresentationML: `sldIdLst/sldId`."""
    return root.findall("/".join(f"{{{P}}}{step}" for step in path.split("/")))


def _listed(opened: Opened, source: str, path: str) -> list[tuple[etree._Element, Link]]:
    """Entries of a list with the relationships that they name; undefined ones are told in package.py."""
    links = opened.by_id(source)
    entries = _entries(opened.trees[source], path)
    return [(entry, links[entry.get(RID, "")]) for entry in entries if entry.get(RID) in links]


def lists(opened: Opened) -> Iterator[Defect]:
    """The presentation's lists stand in the schema's order, and lead to what they are lists of."""
    if opened.deck is None:
        return
    order = [tag.rpartition("}")[2] for tag in (str(child.tag) for child in opened.deck)]
    found = [name for name in order if name in _ORDER]
    # PowerPoint offers to repair a file whose sldIdLst does not follow sldMasterIdLst (pandoc #7536).
    if found != sorted(found, key=_ORDER.index):
        yield Defect("P205", opened.main, f"the lists stand in the order {', '.join(found)}")
    kinds = {"sldIdLst/sldId": "slide", "sldMasterIdLst/sldMasterId": "slideMaster",
             "notesMasterIdLst/notesMasterId": "notesMaster"}  # fmt: skip
    places = [(opened.main, path, kind) for path, kind in kinds.items()]
    masters = [name for name in opened.of_type("slideMaster+xml") if name in opened.trees]
    places += [(master, "sldLayoutIdLst/sldLayoutId", "slideLayout") for master in masters]
    for source, path, kind in places:
        for _, link in _listed(opened, source, path):
            if link.target in opened.contents and not opened.types[link.target].endswith(f".{kind}+xml"):
                yield Defect("P223", source, f"{link.target} is listed as a {kind}, and is none")


def listed_slides(opened: Opened) -> Iterator[Defect]:
    """Every slide is listed once, with an id of its own and in range (ST_SlideId, 19.7.13)."""
    if opened.deck is None:
        return
    ids = [entry.get("id", "") for entry in _entries(opened.deck, "sldIdLst/sldId")]
    for number in repeated(ids):
        yield Defect("P201", opened.main, f"two slides have the id {number}")
    for number in ids:
        if not 256 <= (unsigned(number) or 0) < 2147483648:
            yield Defect("P202", opened.main, f"the slide id {number} is not from 256 to 2147483647")
    targets = [link.target for _, link in _listed(opened, opened.main, "sldIdLst/sldId")]
    for target in repeated(targets):
        yield Defect("P203", opened.main, f"{target} is listed twice")
    missing = set(opened.of_type("slide+xml")).difference(targets)
    for name in missing:
        yield Defect("P204", name, "the slide is not listed in the presentation")


def listed_masters(opened: Opened) -> Iterator[Defect]:
    """Masters are listed; there is one notes master at most; each has its theme."""
    if opened.deck is None:
        return
    notes = opened.linked(opened.main, "notesMaster")
    listed = _entries(opened.deck, "notesMasterIdLst/notesMasterId")
    # PowerPoint can't show notes whose master is not listed; python-pptx does not list the one it makes.
    if len(notes) > 1 or len(listed) != len(notes):
        yield Defect("P206", opened.main, f"{len(notes)} notes masters are linked, {len(listed)} are listed")
    named = {link.target for _, link in _listed(opened, opened.main, "sldMasterIdLst/sldMasterId")}
    for master in opened.of_type("slideMaster+xml"):
        if master not in named:
            yield Defect("P225", master, "the master is not listed in the presentation")
    for kind in _MASTERS:
        for master in opened.of_type(kind):
            themes = len(opened.linked(master, "theme"))
            if themes != 1:
                yield Defect("P226", master, f"the master has {themes} themes, not one")


def layouts(opened: Opened) -> Iterator[Defect]:
    """Each layout has one master that lists it; ids of masters and layouts are distinct and in range."""
    if opened.deck is None:
        return
    ids = [entry.get("id") for entry in _entries(opened.deck, "sldMasterIdLst/sldMasterId")]
    owned: dict[str, set[str]] = {}
    for master, root in opened.trees_of("slideMaster+xml"):
        ids += [entry.get("id") for entry in _entries(root, "sldLayoutIdLst/sldLayoutId")]
        owned[master] = {link.target for link in opened.linked(master, "slideLayout")}
        named = {link.target for _, link in _listed(opened, master, "sldLayoutIdLst/sldLayoutId")}
        for target in owned[master] - named:
            yield Defect("P207", master, f"{target} is linked but not listed")
    for layout in opened.of_type("slideLayout+xml"):
        masters = [link.target for link in opened.linked(layout, "slideMaster")]
        if len(masters) != 1:
            yield Defect("P224", layout, f"the layout has {len(masters)} masters, not one")
        elif layout not in owned.get(masters[0], {layout}):
            yield Defect("P224", layout, f"the layout's master {masters[0]} does not link to it")
    given = [number for number in ids if number is not None]  # leaving it out is allowed
    for number in repeated(given):
        yield Defect("P208", opened.main, f"the id {number} is given to two masters or layouts")
    for number in given:  # ST_SlideMasterId and ST_SlideLayoutId, 19.7.11 and 19.7.14
        if not 2147483648 <= (unsigned(number) or 0) < 4294967296:
            yield Defect("P227", opened.main, f"the master's or layout's id {number} is not from 2147483648 on")


def slide_parts(opened: Opened) -> Iterator[Defect]:
    """A slide has one layout; notes belong to one slide, lead back to it, and have a master."""
    owners: dict[str, str] = {}
    for slide in opened.of_type("slide+xml"):
        count = len(opened.linked(slide, "slideLayout"))
        if count != 1:
            yield Defect("P209", slide, f"the slide has {count} layouts, not one")
        notes = opened.linked(slide, "notesSlide")
        if len(notes) > 1:
            yield Defect("P210", slide, f"the slide has {len(notes)} notes slides, not one")
        for link in notes:
            if owners.setdefault(link.target, slide) != slide:
                yield Defect("P210", slide, f"{link.target} belongs to {owners[link.target]} too")
    for name in opened.of_type("notesSlide+xml"):
        back = [link.target for link in opened.linked(name, "slide")]
        if back != [owners.get(name)]:
            yield Defect("P212", name, f"the notes lead back to {', '.join(back) or 'nothing'}, not to their slide")
        count = len(opened.linked(name, "notesMaster"))
        if count != 1:
            yield Defect("P213", name, f"the notes have {count} notes masters, not one")


_SLIDE_ORDER = ("cSld", "clrMapOvr", "transition", "timing", "extLst")


def slide_order(opened: Opened) -> Iterator[Defect]:
    """What a slide consists of stands in the schema's order, a transition once (CT_Slide, 19.3.1.38)."""
    for name, root in opened.trees_of("slide+xml"):
        found = [_inside(child) for child in root if isinstance(child.tag, str)]
        known = [tag for tag in found if tag in _SLIDE_ORDER]
        if known != sorted(set(known), key=_SLIDE_ORDER.index):
            yield Defect("P235", name, f"the slide's parts stand in the order {', '.join(known)}")


def _inside(child: etree._Element) -> str:
    """Name of a part of a slide; of the first choice where newer programs are given an alternative."""
    if child.tag != f"{{{MC}}}AlternateContent":
        return str(child.tag).rpartition("}")[2]
    first = next(child.iter(f"{{{P}}}transition", f"{{{P}}}timing"), None)
    return str(first.tag).rpartition("}")[2] if first is not None else ""


def sections(opened: Opened) -> Iterator[Defect]:
    """Sections name slides that there are, each once ([MS-PPTX] 2.2.5.4)."""
    if opened.deck is None:
        return
    known = {entry.get("id", "") for entry in _entries(opened.deck, "sldIdLst/sldId")}
    named = [
        entry.get("id", "")
        for section in opened.deck.iter(f"{{{P14}}}section")
        for entry in section.iterfind(f"{{{P14}}}sldIdLst/{{{P14}}}sldId")
    ]
    for number in named:
        if number not in known:
            yield Defect("P220", opened.main, f"a section names the slide {number}, which is not there")
    for number in repeated(named):
        yield Defect("P220", opened.main, f"the slide {number} stands in two sections")


def shows(opened: Opened) -> Iterator[Defect]:
    """Custom shows have ids and names of their own, and name slides (CT_CustomShow, 19.2.1.5)."""
    if opened.deck is None:
        return
    entries = _entries(opened.deck, "custShowLst/custShow")
    for number in repeated(entry.get("id", "") for entry in entries):
        yield Defect("P239", opened.main, f"two custom shows have the id {number}")
    for name in repeated(entry.get("name", "") for entry in entries):
        yield Defect("P239", opened.main, f"two custom shows are called {name}")
    for entry in entries:
        if unsigned(entry.get("id", "")) is None or not entry.get("name"):
            yield Defect("P239", opened.main, "a custom show has no name, or no number as its id")
    for _, link in _listed(opened, opened.main, "custShowLst/custShow/sldLst/sld"):
        if link.target in opened.contents and not opened.types[link.target].endswith(".slide+xml"):
            yield Defect("P240", opened.main, f"a custom show names {link.target}, which is no slide")


def comments(opened: Opened) -> Iterator[Defect]:
    """Each comment on a slide has an author who is listed, in the old form of comments and in the new."""
    if opened.deck is None:
        return
    authors = {"cm": set[str](), "modern": set[str]()}
    for link in opened.links.get(opened.main, ()):
        root = opened.trees.get(link.target)
        if root is not None and link.kind in ("commentAuthors", "authors"):
            authors["cm"] |= {entry.get("id", "") for entry in root.iter(_LEGACY_AUTHORS)}
            authors["modern"] |= {entry.get("id", "") for entry in root.iter(_AUTHORS)}
    for name, root in opened.trees_of("comments+xml"):
        uses = [("cm", entry) for entry in root.iter(f"{{{P}}}cm")]
        uses += [("modern", entry) for entry in root.iter(f"{{{P188}}}cm", f"{{{P188}}}reply")]
        for kind, entry in uses:
            author = entry.get("authorId", "")
            if author not in authors[kind]:
                yield Defect("P232", name, f"a comment is by the author {author}, who is not listed")
