"""A foreign deck -> the same without what it only happened to hold: slides, notes, comments, sections, tags, author.

What stays: masters with their layouts and themes, notes and handout masters, table styles, sizes, fonts.
"""

from __future__ import annotations

from dataclasses import replace

from deckbuild.brand.adopt.mend import mended
from deckbuild.brand.adopt.parts import Losses, kind_of, reached, sifted
from deckbuild.brand.pages import notes_master
from deckbuild.brand.theme import theme
from deckbuild.brand.tokens import BrandTokens, Palette
from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.load.labels import load_labels
from deckbuild.ooxml.foreign import Foreign, Unusable
from deckbuild.ooxml.package import OFFICE, Package, Part, Relationship
from deckbuild.ooxml.tree import Element, P, R, element, local, parse, remove, written

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_KEPT = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldSz", "notesSz", "embeddedFontLst", "kinsoku",
         "defaultTextStyle")  # fmt: skip
"""Children of the presentation that say how it looks, in the schema's order (ECMA-376 part 1, 19.2.1.26)."""
_LINKS = frozenset({"slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles", "font", "presProps"})
_FIRST_LAYOUT_ID = 2147483648


def clean(foreign: Foreign, losses: Losses) -> Package:
    """The package of a template; raises Unusable where there is no master or no layout in it."""
    package = foreign.package
    main = package.parts[foreign.main]
    links = _one_of_each([link for link in main.relationships if kind_of(link) in _LINKS and _there(link, package)])
    root = parse(main.content)
    listed = _masters(root, links, package)
    links = [link for link in links if kind_of(link) != "slideMaster" or link.id in listed]
    if not listed:
        raise Unusable("it has no slide master")
    _only_looks(root, {link.id for link in links})
    kept = _parts(package, [link.target for link in links], losses)
    foreign.refuse_broken(Package(kept))
    kept[main.name] = replace(main, content=written(root), relationships=tuple(links))
    kept = {name: mended(part) for name, part in kept.items()}
    _own_layouts(kept)
    _own_themes(kept, losses)
    _number(kept, main.name)
    _with_notes(kept, main.name)
    if not any(part.content_type.endswith("slideLayout+xml") for part in kept.values()):
        raise Unusable("its slide master has no layouts")
    entry = Relationship("rId1", f"{OFFICE}/officeDocument", main.name)
    return Package(reached(Package(kept), [main.name]), (entry,))


def _there(link: Relationship, package: Package) -> bool:
    return not link.external and link.target in package.parts


def _one_of_each(links: list[Relationship]) -> list[Relationship]:
    """One notes master, one handout master, one of each list; as many slide masters and fonts as there are."""
    seen: set[str] = set()
    out = []
    for link in links:
        kind = kind_of(link)
        if kind in ("slideMaster", "font") or kind not in seen:
            out.append(link)
        seen.add(kind)
    return out


def _masters(root: Element, links: list[Relationship], package: Package) -> list[str]:
    """Relationship ids of the masters that are listed, and that are masters."""
    targets = {link.id: package.parts[link.target] for link in links if kind_of(link) == "slideMaster"}
    listed = []
    for entry in root.findall(f"{P}sldMasterIdLst/{P}sldMasterId"):
        part = targets.get(entry.get(f"{R}id", ""))
        if part is not None and part.content_type.endswith("slideMaster+xml"):
            listed.append(entry.get(f"{R}id", ""))
        else:
            remove(entry)
    return listed


def _only_looks(root: Element, known: set[str]) -> None:
    """The presentation without slides, shows, sections, tags, protection; its lists in the schema's order."""
    kept: dict[str, Element] = {}
    for child in list(root):
        name = local(child)
        if name in _KEPT and name not in kept:
            kept[name] = child
        root.remove(child)
    for name in ("notesMasterIdLst", "handoutMasterIdLst"):
        entries = list(kept[name]) if name in kept else []
        if len(entries) != 1 or entries[0].get(f"{R}id") not in known:
            kept.pop(name, None)
    fonts = kept.get("embeddedFontLst")
    if fonts is not None:
        ids = {cut.get(f"{R}id") for font in fonts for cut in font if cut.get(f"{R}id")}
        if not ids <= known:
            kept.pop("embeddedFontLst")
    kept.setdefault("sldSz", element('<p:sldSz cx="9144000" cy="6858000"/>'))
    kept.setdefault("notesSz", element('<p:notesSz cx="6858000" cy="9144000"/>'))
    kept.setdefault("defaultTextStyle", element(_TEXT))
    root.extend(kept[name] for name in _KEPT if name in kept)


_TEXT = "<p:defaultTextStyle>" + "".join(
    f'<a:lvl{n}pPr><a:defRPr><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
    for n in range(1, 10)
) + "</p:defaultTextStyle>"  # fmt: skip
"""How text outside placeholders is set where a template does not say: in its own face for text, as PowerPoint does, where
other programs take a face of theirs.
"""


def _parts(package: Package, starts: list[str], losses: Losses) -> dict[str, Part]:
    """The parts that a template's looks are made of, each without what leads elsewhere."""
    kept: dict[str, Part] = {}
    waiting = list(starts)
    while waiting:
        name = waiting.pop(0)
        if name in kept or name not in package.parts:
            continue
        part = package.parts[name]
        if part.content_type.endswith("presProps+xml"):
            part = replace(part, relationships=(), content=_properties(part.content))
        else:
            part = sifted(part, package, losses)
        kept[name] = part
        waiting += [link.target for link in part.relationships if not link.external]
    return kept


def _properties(content: bytes) -> bytes:
    """Properties of the presentation: recent colours stay, shows and publishing go."""
    root = parse(content)
    for child in list(root):
        if local(child) != "clrMru":
            root.remove(child)
    return written(root)


def _own_layouts(kept: dict[str, Part]) -> None:
    """Each layout belongs to the one master that lists it; masters link to listed layouts only."""
    owned: set[str] = set()
    for name in [name for name, part in kept.items() if part.content_type.endswith("slideMaster+xml")]:
        master = kept[name]
        root = parse(master.content)
        layouts = {link.id: link.target for link in master.relationships if kind_of(link) == "slideLayout"}
        good: set[str] = set()
        for entry in root.findall(f"{P}sldLayoutIdLst/{P}sldLayoutId"):
            target = layouts.get(entry.get(f"{R}id", ""), "")
            is_layout = target in kept and kept[target].content_type.endswith("slideLayout+xml")
            if is_layout and target not in owned:
                owned.add(target)
                good.add(entry.get(f"{R}id", ""))
                link = next((link for link in kept[target].relationships if kind_of(link) == "slideMaster"), None)
                others = [link for link in kept[target].relationships if kind_of(link) != "slideMaster"]
                id_ = link.id if link else _free({link.id for link in others})
                back = Relationship(id_, f"{OFFICE}/slideMaster", name)
                kept[target] = replace(kept[target], relationships=(back, *others))
            else:
                remove(entry)
        links = tuple(link for link in master.relationships if kind_of(link) != "slideLayout" or link.id in good)
        kept[name] = replace(master, content=written(root), relationships=links)
    for name in [name for name, part in kept.items() if part.content_type.endswith("slideLayout+xml")]:
        if name not in owned:
            del kept[name]


def _free(used: set[str]) -> str:
    number = 1
    while f"rId{number}" in used:
        number += 1
    return f"rId{number}"


def free_name(kept: dict[str, Part], pattern: str) -> str:
    """A part's name that is not taken yet, such as `/ppt/theme/theme{}.xml`."""
    taken = {name.lower() for name in kept}
    number = 1
    while pattern.format(number).lower() in taken:
        number += 1
    return pattern.format(number)


_MASTERS = ("slideMaster+xml", "notesMaster+xml", "handoutMaster+xml")


def _own_themes(kept: dict[str, Part], losses: Losses) -> None:
    """Each master has one theme of its own: PowerPoint repairs a deck where two share one, or where one has none."""
    used: set[str] = set()
    for name in [name for name, part in kept.items() if part.content_type.endswith(_MASTERS)]:
        themes = [link for link in kept[name].relationships if kind_of(link) == "theme" and link.target in kept]
        others = tuple(link for link in kept[name].relationships if kind_of(link) != "theme")
        link = themes[0] if themes else None
        target = link.target if link else ""
        if link is None:
            losses.add(f"{name}: its theme is missing; plain colours and faces stand in")
            target = free_name(kept, "/ppt/theme/theme{}.xml")
            kept[target] = Part(target, _THEME, theme(BrandTokens(brand="plain"), Palette()))
        elif target in used:
            shared = kept[target]
            target = free_name(kept, "/ppt/theme/theme{}.xml")
            kept[target] = replace(shared, name=target)
        used.add(target)
        id_ = link.id if link else _free({other.id for other in others})
        kept[name] = replace(kept[name], relationships=(*others, Relationship(id_, f"{OFFICE}/theme", target)))


def _number(kept: dict[str, Part], main: str) -> None:
    """Ids of masters and layouts: distinct and in range (ECMA-376 part 1, 19.7.11), as they are where they are so."""
    roots = {name: parse(part.content) for name, part in kept.items() if part.content_type.endswith("slideMaster+xml")}
    top = parse(kept[main].content)
    entries = top.findall(f"{P}sldMasterIdLst/{P}sldMasterId")
    for root in roots.values():
        entries += root.findall(f"{P}sldLayoutIdLst/{P}sldLayoutId")
    given = [entry.get("id", "") for entry in entries]
    sound = all(number.isdigit() and _FIRST_LAYOUT_ID <= int(number) < 4294967296 for number in given)
    if sound and len(set(given)) == len(given):
        return
    for number, entry in enumerate(entries):
        entry.set("id", str(_FIRST_LAYOUT_ID + number))
    kept[main] = replace(kept[main], content=written(top))
    for name, root in roots.items():
        kept[name] = replace(kept[name], content=written(root))


def _with_notes(kept: dict[str, Part], main: str) -> None:
    """A notes master, where the template has none: ours, in the theme of its first master."""
    part = kept[main]
    if any(kind_of(link) == "notesMaster" for link in part.relationships):
        return
    first = next(link.target for link in part.relationships if kind_of(link) == "slideMaster")
    colours = next(link.target for link in kept[first].relationships if kind_of(link) == "theme")
    name = free_name(kept, "/ppt/notesMasters/notesMaster{}.xml")
    own = free_name(kept, "/ppt/theme/theme{}.xml")
    kept[own] = replace(kept[colours], name=own)
    root = parse(part.content)
    size = root.find(f"{{{P}}}sldSz")
    shape = (int(size.get("cx", "0")), int(size.get("cy", "0"))) if size is not None else (4, 3)
    say = load_labels("en", {}, Diagnostics(), NOWHERE)
    notes = notes_master(say, shape)
    kept[name] = Part(name, _TYPE + "notesMaster+xml", notes, (Relationship("rId1", f"{OFFICE}/theme", own),))
    id_ = _free({link.id for link in part.relationships})
    entry = f'<p:notesMasterIdLst><p:notesMasterId r:id="{id_}"/></p:notesMasterIdLst>'
    root.insert(1, element(entry))
    links = (*part.relationships, Relationship(id_, f"{OFFICE}/notesMaster", name))
    kept[main] = replace(part, content=written(root), relationships=links)
