"""Parts of a template that are kept, and what they lose: links to the outside, to what is missing, to other slides.

Every loss that somebody could miss on a slide or page is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from deckbuild.ooxml.package import Package, Part, Relationship
from deckbuild.ooxml.tree import A, Element, P, R, W, element, local, make, parse, remove, written

_WEB = ("http://", "https://", "mailto:")

FOLLOWED = frozenset({
    "image", "theme", "themeOverride", "hdphoto", "slideLayout", "slideMaster", "chart", "chartUserShapes", "chartStyle",
    "chartColorStyle", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing", "font",
    "header", "footer",
})  # fmt: skip
"""Kinds of relationships whose targets belong to a template's looks."""
_SILENT = frozenset({"tags", "customXml", "slide", "notesSlide", "printerSettings", "vmlDrawing", "legacyDrawing"})
"""Kinds that nobody sees."""


@dataclass
class Losses:
    """What a template held and its brand does not, in words; each is told once."""

    told: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Tell it, unless it was told."""
        if text not in self.told:
            self.told.append(text)


def kind_of(link: Relationship) -> str:
    """Last step of a relationship's type."""
    return link.type.rpartition("/")[2]


def reached(package: Package, starts: Iterable[str]) -> dict[str, Part]:
    """The parts that `starts` lead to, themselves included, in the order they are met."""
    kept: dict[str, Part] = {}
    waiting = list(starts)
    while waiting:
        name = waiting.pop(0)
        if name in kept or name not in package.parts:
            continue
        kept[name] = package.parts[name]
        waiting += [link.target for link in kept[name].relationships if not link.external]
    return kept


def sifted(part: Part, package: Package, losses: Losses, allowed: frozenset[str] = FOLLOWED) -> Part:
    """The part with the relationships that a brand keeps; what used the others is taken out of its markup."""
    kept, lost = [], {}
    seen: set[str] = set()
    for link in part.relationships:
        if link.id in seen:
            continue
        seen.add(link.id)
        reason = _reason(link, package, allowed)
        if reason is None:
            kept.append(link)
        else:
            lost[link.id] = (link, reason)
    if not lost and not _dangling(part, seen):
        return part
    root = parse(part.content)
    for node, id_ in list(_users(root)):
        if id_ in lost:
            link, reason = lost[id_]
            what = _taken_out(node, id_)
            if reason and what:
                losses.add(f"{part.name}: {what} {reason}")
        elif id_ not in seen:
            what = _taken_out(node, id_)
            if what:
                losses.add(f"{part.name}: {what} named a part that is not in the file")
    return replace(part, content=written(root), relationships=tuple(kept))


def _reason(link: Relationship, package: Package, allowed: frozenset[str]) -> str | None:
    """Why a relationship is dropped: None keeps it, "" is nothing to tell."""
    kind = kind_of(link)
    if link.external:
        if kind == "hyperlink" and link.target.lower().startswith(_WEB):
            return None
        return "" if kind == "hyperlink" else f"is kept outside the file, at {link.target[:80]}"
    if kind in _SILENT:
        return ""
    if kind not in allowed and kind != "package":
        return f"is a {kind}, which slides made here can't hold"
    if link.target not in package.parts:
        return "named a part that is not in the file"
    return None


def _users(root: Element) -> Iterator[tuple[Element, str]]:
    """Elements that name a relationship, and its id."""
    for node in root.iter("{*}*"):
        for key, value in node.attrib.items():
            if str(key).startswith(R):
                yield node, str(value)


def _dangling(part: Part, known: set[str]) -> bool:
    """Whether the markup names a relationship that there is none of."""
    if b"officeDocument/2006/relationships" not in part.content or not part.content.lstrip().startswith(b"<"):
        return False
    if part.content_type.startswith("image/"):
        return False
    return any(id_ and id_ not in known for _, id_ in _users(parse(part.content)))


def _ancestor(node: Element, *tags: str) -> Element | None:
    """The element itself or the nearest above it with one of these tags."""
    if node.tag in tags:
        return node
    return next(iter(node.iterancestors(*tags)), None)


_FRAMES = (f"{P}graphicFrame", f"{P}contentPart", f"{P}controls", f"{W}object", f"{W}pict", f"{W}drawing")


def _taken_out(node: Element, id_: str) -> str:
    """Remove what names a relationship; says what it was, "" where nobody will miss it."""
    name = local(node)
    if name in ("hlinkClick", "hlinkHover", "hlinkMouseOver", "attachedTemplate", "control"):
        remove(node)
        return ""
    if name == "tags":
        holder = _ancestor(node, f"{P}custDataLst")
        remove(node if holder is None else holder)
        return ""
    if (sound := _ancestor(node, f"{P}sndAc")) is not None:
        remove(sound)
        return "a sound"
    if (extension := _ancestor(node, f"{P}ext", f"{A}ext")) is not None and name != "blip":
        remove(extension)
        return "" if name == "svgBlip" else "a medium"
    if name in ("videoFile", "audioFile", "quickTimeFile", "wavAudioFile"):
        remove(node)
        return "a film or sound"
    if (frame := _ancestor(node, *_FRAMES)) is not None:
        remove(frame)
        return "an object"
    if name == "blip":
        return _without_picture(node, id_)
    if name == "hyperlink":
        for child in list(node):
            node.addprevious(child)
        remove(node)
        return ""
    for key in [key for key in node.attrib if str(key).startswith(R)]:
        del node.attrib[key]
    return ""


def _without_picture(blip: Element, id_: str) -> str:
    """Remove a picture, or the fill or ground made of it; where it is linked and embedded, the link alone."""
    if blip.get(f"{R}link") == id_ and blip.get(f"{R}embed"):
        del blip.attrib[f"{R}link"]
        return ""
    picture = _ancestor(blip, f"{P}pic")
    if picture is not None:
        remove(picture)
        return "a picture"
    ground = _ancestor(blip, f"{P}bg")
    if ground is not None:
        remove(ground)
        return "the picture behind the slide"
    filling = _ancestor(blip, f"{A}blipFill")
    if filling is not None:
        filling.addprevious(make(f"{A}noFill"))
        remove(filling)
        return "a picture in a shape"
    bullet = _ancestor(blip, f"{A}buBlip")
    if bullet is not None:
        bullet.addprevious(element('<a:buChar char="•"/>'))
        remove(bullet)
        return "a picture as a bullet"
    remove(blip)
    return "a picture"


def edited(part: Part, change: Callable[[Element], None]) -> Part:
    """The part with its tree changed."""
    root = parse(part.content)
    change(root)
    return replace(part, content=written(root))
