"""A foreign document -> the template of a brand's documents: its paper, headers, styles and cover, without its text.

Where the content goes is marked: at a bookmark or content control called `deckbuild`, else after the cover.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckbuild.brand.adopt.colours import Scheme, scheme
from deckbuild.brand.adopt.parts import FOLLOWED, Losses, kind_of, sifted
from deckbuild.brand.adopt.wordbody import marked, tidied
from deckbuild.brand.adopt.wordstyles import (
    literal_colours,
    merged_lists,
    merged_styles,
    refer,
    running_text,
    shift_lists,
)
from deckbuild.brand.wordstyles import THEME
from deckbuild.ooxml.foreign import Foreign
from deckbuild.ooxml.opening import open_package
from deckbuild.ooxml.package import OFFICE, Package, Part, Relationship, write_package
from deckbuild.ooxml.tree import Element, W, element, local, make, parse, remove, written

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KEPT = FOLLOWED | {"styles", "numbering", "settings", "fontTable", "theme"}
_OWN = {"styles": "/word/styles.xml", "numbering": "/word/numbering.xml", "settings": "/word/settings.xml",
        "theme": "/word/theme/theme1.xml", "fontTable": "/word/fontTable.xml"}  # fmt: skip
"""Parts that there is one of each, by the kind of relationship that leads to them."""
_BODY = 10.5
"""Points of running text in the styles that are added."""


@dataclass(frozen=True)
class AdoptedWord:
    """What a Word template gives to a brand."""

    template: bytes
    used: tuple[str, ...]
    """Names of its own styles that documents are set in."""
    added: tuple[str, ...]
    place: str
    """Where content goes, in words."""
    headers: bool
    """Whether it has headers or footers of its own."""


def theme_of(foreign: Foreign) -> Scheme | None:
    """Colours and faces of a document's theme; None where it has none."""
    part = foreign.package.related(foreign.main, "theme")
    if part is None or part.name in foreign.broken:
        return None
    return scheme(parse(part.content), make(f"{W}none"))


def faces_of(foreign: Foreign) -> tuple[str, str] | None:
    """Families of headings and running text, as the document's styles or its theme say."""
    part = foreign.package.related(foreign.main, "styles")
    theme = theme_of(foreign)
    _, face, heading = running_text(parse(part.content)) if part and part.name not in foreign.broken else (0, "", "")
    body = face or (theme.body if theme else "")
    return (heading or (theme.heading if theme else body), body) if body else None


def adopt_word(foreign: Foreign, generated: bytes, losses: Losses) -> AdoptedWord:
    """The document template, completed with `generated` (the brand's own, in the same colours); raises Unusable."""
    ours = open_package(generated)
    kept = _parts(foreign, losses)
    foreign.refuse_broken(Package(kept))
    main = kept.pop(foreign.main)
    body = marked(parse(main.content))
    trees = {name: parse(part.content) for name, part in kept.items() if part.content_type.endswith("+xml")}
    styles = trees.get(_OWN["styles"])
    our_styles = parse(ours.parts[_OWN["styles"]].content)
    our_lists = parse(ours.parts[_OWN["numbering"]].content)
    theme = theme_of(foreign)
    if theme is not None:
        for root in (our_styles, our_lists):
            literal_colours(root, {word: theme.slot(slot) for slot, word in _SLOTS.items()})
    used: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    if styles is None:
        trees[_OWN["styles"]] = our_styles
    else:
        size, face, heading = running_text(styles)
        shift_lists(styles)
        merged = merged_styles(styles, our_styles, size / _BODY, (heading, face) if face else None)
        used, added = merged.used, merged.added
        for name, root in trees.items():
            tidied(root)
            if name not in (_OWN["styles"], _OWN["numbering"]):
                refer(root, merged.renamed)
                shift_lists(root)
        refer(body.root, merged.renamed)
        shift_lists(body.root)
        our_lists = merged_lists(trees.get(_OWN["numbering"]), our_lists, styles, merged.renamed)
        _language(styles)
    trees[_OWN["numbering"]] = our_lists
    if _OWN["settings"] in trees:
        _settings(trees[_OWN["settings"]])
    parts = {
        name: replace(part, content=written(trees[name])) if name in trees else part for name, part in kept.items()
    }
    for name in _OWN.values():
        if name not in parts:
            source = ours.parts[name]
            parts[name] = replace(source, content=written(trees[name]) if name in trees else source.content)
    links = list(main.relationships)
    for kind, name in _OWN.items():
        if not any(link.target == name for link in links):
            links.append(Relationship(f"rIdOwn{kind.capitalize()}", f"{OFFICE}/{kind}", name))
    _number_drawings([body.root, *(trees[name] for name in sorted(trees))])
    for name in trees:
        parts[name] = replace(parts[name], content=written(trees[name]))
    parts[main.name] = replace(main, content=written(body.root), relationships=tuple(links))
    entry = Relationship("rId1", f"{OFFICE}/officeDocument", main.name)
    package = Package(parts, (entry,))
    return AdoptedWord(write_package(package), used, added, body.place, body.headers)


_SLOTS = {
    slot: THEME.get(slot, slot) for slot in ("tx1", "bg1", "tx2", "bg2", *(f"accent{n}" for n in range(1, 7)), "hlink")
}


def _parts(foreign: Foreign, losses: Losses) -> dict[str, Part]:
    """The main part, and what its looks are made of, under the names that we give these parts."""
    package = foreign.package
    main = package.parts[foreign.main]
    once: set[str] = set()
    links = []
    for link in main.relationships:
        kind = kind_of(link)
        if kind in _OWN and kind in once:
            continue
        once.add(kind)
        links.append(link)
    kept = {main.name: sifted(replace(main, relationships=tuple(links)), package, losses, _KEPT)}
    renamed = {link.target: _OWN[kind_of(link)] for link in kept[main.name].relationships if kind_of(link) in _OWN}
    waiting = [link.target for link in kept[main.name].relationships if not link.external]
    while waiting:
        name = waiting.pop(0)
        if name in kept or name not in package.parts:
            continue
        part = package.parts[name]
        if part.content_type.endswith("settings+xml"):
            part = replace(part, relationships=())
        kept[name] = sifted(part, package, losses, _KEPT)
        waiting += [link.target for link in kept[name].relationships if not link.external]
    return {renamed.get(name, name): _renamed(part, renamed) for name, part in kept.items()}


def _renamed(part: Part, names: dict[str, str]) -> Part:
    links = tuple(replace(link, target=names.get(link.target, link.target)) for link in part.relationships)
    return replace(part, name=names.get(part.name, part.name), relationships=links)


_FORGOTTEN = frozenset({
    "attachedTemplate", "documentProtection", "writeProtection", "trackRevisions", "mailMerge", "docVars", "rsids",
    "footnotePr", "endnotePr", "proofState", "revisionView", "saveThroughXslt", "attachedSchema", "linkStyles",
    "stylePaneFormatFilter", "updateFields", "documentType", "readModeInkLockDown", "forceUpgrade", "smartTagType",
    "schemaLibrary", "captions", "doNotEmbedSmartTags",
})  # fmt: skip
_AFTER_UPDATE = frozenset({
    "hdrShapeDefaults", "compat", "mathPr", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures", "doNotEmbedSmartTags", "shapeDefaults", "decimalSymbol", "listSeparator",
})  # fmt: skip


def _settings(root: Element) -> None:
    """Settings without what belonged to the one document; fields are brought up to date when it is opened."""
    for child in list(root):
        foreign = not str(child.tag).startswith(W) and local(child) != "mathPr"
        if local(child) in _FORGOTTEN or foreign:
            remove(child)
    zoom = root.find(f"{W}zoom")
    if zoom is not None and not zoom.get(f"{W}percent"):
        zoom.set(f"{W}percent", "100")
    update = element('<w:updateFields w:val="true"/>')
    later = next((child for child in root if local(child) in _AFTER_UPDATE), None)
    if later is not None:
        later.addprevious(update)
    else:
        root.append(update)


def _language(styles: Element) -> None:
    """A default language for the renderer to set."""
    run = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if run is None:
        return
    for old in run.findall(f"{W}lang"):
        run.remove(old)
    new = element('<w:lang w:val="en" w:eastAsia="ja-JP" w:bidi="ar-SA"/>')
    later = next((child for child in run if local(child) in ("eastAsianLayout", "specVanish", "oMath")), None)
    if later is not None:
        later.addprevious(new)
    else:
        run.append(new)


def _number_drawings(roots: list[Element]) -> None:
    """Drawings get ids far above those of our own, unique over all parts."""
    number = 900_000
    for root in roots:
        for node in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
            number += 1
            node.set("id", str(number))


def type_of(kind: str) -> str:
    """Content type of a part of WordprocessingML."""
    return f"{_TYPE}{kind}+xml"
