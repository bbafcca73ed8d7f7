"""A foreign deck -> the template of a brand: cleaned, its layouts matched to roles, the missing ones derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.brand.adopt.clean import clean, free_name
from deckbuild.brand.adopt.colours import Scheme, nearest_slot, scheme
from deckbuild.brand.adopt.derive import Recipe, Room, derived, recipe, region_below, sizes_of
from deckbuild.brand.adopt.inherit import Holder, Sources
from deckbuild.brand.adopt.parts import Losses, kind_of
from deckbuild.brand.adopt.profile import Profile, grounded_alike, profile, unlike_content
from deckbuild.brand.brand import NEAREST, Box, Layout, Slot
from deckbuild.brand.match import JUDGES, Match, asked, best, generic, has_column_titles
from deckbuild.ooxml.foreign import Element, Foreign, Unusable
from deckbuild.ooxml.package import OFFICE, Package, Part, Relationship, write_package
from deckbuild.ooxml.tree import P, R, element, parse, written

_LAYOUT = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
_FIELDS = {"dt": "date", "ftr": "footer", "sldNum": "slide-number"}
_DERIVED = (
    "cards", "columns-2", "columns-3", "columns-4", "table", "chart", "picture", "picture-full", "media", "code", "quote", "question",
    "agenda",
)  # fmt: skip
"""Roles that get a layout of their own where the template has none; `agenda` numbers its points for others too."""
_NUMBERED = ("outcomes", "key-messages", "activity")
"""Roles whose layouts number points themselves."""
_MORE = ("code", "picture-full", "media", "chart", *_NUMBERED)


@dataclass(frozen=True)
class Master:
    """A slide master of the template, read."""

    part: str
    sources: Sources
    profiles: tuple[Profile, ...]


@dataclass(frozen=True)
class AdoptedDeck:
    """What a deck template gives to a brand."""

    template: bytes
    width: int
    height: int
    layouts: tuple[Layout, ...]
    matches: tuple[Match, ...]
    """One for each role that is served, then those of layouts that serve none."""
    master: Master
    """The one whose layouts serve."""
    package: Package

    @property
    def scheme(self) -> Scheme:
        """Colours and faces."""
        return self.master.sources.scheme

    @property
    def ground(self) -> str:
        """RRGGBB that most content stands on."""
        match = next(one for one in self.matches if one.role == "content")
        body = self.holder("content", "body")
        return match.profile.ground(body.box if body else None)

    def holder(self, role: str, purpose: str) -> Holder | None:
        """The placeholder for a purpose in the layout that serves a role."""
        match = next((one for one in self.matches if one.role == role), None)
        return next((holder for holder, said in match.purposes if said == purpose), None) if match else None


def adopt_deck(foreign: Foreign, wanted: Mapping[str, str], mono: str, losses: Losses) -> AdoptedDeck:
    """The deck template; `wanted` maps roles to names of layouts, `mono` is the face of code.  Raises Unusable."""
    package = clean(foreign, losses)
    main = next(part for part in package.parts.values() if part.content_type.endswith("presentation.main+xml"))
    top = parse(main.content)
    size = _size(top)
    masters = tuple(_masters(package, main, top, size))
    everything = [one for master in masters for one in master.profiles]
    if all(one.title is None for one in everything) and not any(_has_title(master) for master in masters):
        raise Unusable("neither its slide master nor any of its layouts has a title")
    master = max(masters, key=lambda one: (_coverage(one), -masters.index(one)))
    found = {role: match for role in JUDGES if (match := best(role, master.profiles))}
    for role, name in wanted.items():
        chosen = next((one for one in everything if one.name == name), None)
        if chosen:
            found[role] = asked(role, chosen)
    builder = _Builder(package, master, size, mono)
    if "content" not in found:
        found["content"] = builder.content()
    builder.measure(found["content"])
    if "columns-2" in found and found["columns-2"].how == "found" and not has_column_titles(found["columns-2"]):
        del found["columns-2"]  # a column's title would have no place
    for role in ("columns-3", "columns-4"):
        if role in found and not has_column_titles(found[role]):
            del found[role]
    if (
        "cards" not in wanted
        and "cards" in found
        and not grounded_alike(found["cards"].profile, found["content"].profile)
    ):
        del found["cards"]  # drawings take the colours that can be read on the ground of content
    for role in _DERIVED:
        if role not in found:
            found[role] = builder.derive(role, found)
    numbered = found["agenda"] if found["agenda"].how == "derived" else builder.derive("agenda", found)
    found.update({role: replace(numbered, role=role) for role in _NUMBERED if role not in found})
    _stand_ins(found)
    used = {match.profile.part for match in found.values()}
    others = [generic(one) for one in everything if one.part not in used]
    matches = (*(found[role] for role in (*JUDGES, *_MORE) if role in found), *others)
    layouts = tuple(builder.layout(match) for match in matches)
    return AdoptedDeck(write_package(builder.package), *size, layouts, matches, master, builder.package)


def _stand_ins(found: dict[str, Match]) -> None:
    """Layouts for one role that serve another, with their placeholders used otherwise."""
    content = found["content"]
    if "title" not in found:
        found["title"] = _used_as("title", found.get("section", content), {"meta": "subtitle", "body": "subtitle"})
    if "section" not in found:
        found["section"] = _used_as("section", found["title"], {"subtitle": "meta", "meta": "", "eyebrow": ""})
    if "statement" not in found:
        found["statement"] = _used_as("statement", found["section"], {"meta": "subtitle"})
    if "closing" not in found:
        found["closing"] = _used_as("closing", found["title"], {})


def _used_as(role: str, match: Match, other: Mapping[str, str]) -> Match:
    """The layout of a match, for another role."""
    purposes = tuple((holder, other.get(purpose, purpose)) for holder, purpose in match.purposes)
    kept = tuple((holder, purpose) for holder, purpose in purposes if purpose)
    return replace(match, role=role, purposes=kept, why=f"stands in: the layout for {match.role}", how="found")


def _size(top: Element) -> tuple[int, int]:
    found = top.find(f"{P}sldSz")
    width, height = (int(found.get(side, "0")) if found is not None else 0 for side in ("cx", "cy"))
    if width < 914400 or height < 914400:
        raise Unusable("its slides are smaller than an inch")
    return width, height


def _masters(package: Package, main: Part, top: Element, size: tuple[int, int]) -> Iterator[Master]:
    """The masters in their order, each with its layouts in theirs."""
    links = {link.id: link.target for link in main.relationships}
    named: dict[str, int] = {}
    for entry in top.iterfind(f"{P}sldMasterIdLst/{P}sldMasterId"):
        part = package.parts[links[entry.get(f"{R}id", "")]]
        root = parse(part.content)
        theme = package.parts[next(link.target for link in part.relationships if kind_of(link) == "theme")]
        sources = Sources(top, root, scheme(parse(theme.content), root))
        own = {link.id: link.target for link in part.relationships}
        profiles: list[Profile] = []
        for layout in root.iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId"):
            name = own[layout.get(f"{R}id", "")]
            tree = parse(package.parts[name].content)
            data = tree.find(f"{P}cSld")
            said = (data.get("name", "") if data is not None else "").strip() or f"Layout {len(profiles) + 1}"
            named[said] = named.get(said, 0) + 1
            shown = said if named[said] == 1 else f"{said} ({named[said]})"
            profiles.append(profile(shown, name, part.name, tree, sources, size))
        yield Master(part.name, sources, tuple(profiles))


def _has_title(master: Master) -> bool:
    return any(ph.get("type") == "title" for ph in master.sources.master.iter(f"{P}ph"))


def _coverage(master: Master) -> int:
    """How many of the roles that matter most its layouts serve."""
    weights = {"title": 3, "content": 4, "section": 2, "columns-2": 1, "cards": 1, "picture": 1}
    return sum(weight for role, weight in weights.items() if best(role, master.profiles))


class _Builder:
    """Derives layouts, and turns matches into what compose sees."""

    def __init__(self, package: Package, master: Master, size: tuple[int, int], mono: str) -> None:
        self.package, self._master, self._size, self._mono = package, master, size, mono
        self._room = Room(Box(0, 0, *size), Box(0, 0, 0, 0), (20.0, 18.0, 16.0), 30.0, *size)

    def content(self) -> Match:
        """A layout for title and body, where the template has none: the master's own places."""
        titled = [one for one in self._master.profiles if one.title and one.on_top]
        base = min(titled or self._master.profiles, key=unlike_content)
        title = base.title.box if base.title and base.title.box else self._master_box("title")
        width, height = self._size
        title = title or Box(width // 16, height // 20, width - width // 8, height // 6)
        body = self._master_box("body")
        small = body is not None and (body.height < 0.35 * height or body.width < 0.5 * width)
        if body is None or body.y < title.bottom or small:
            top = min(title.bottom + height // 40, height // 2)
            body = Box(width // 16, top, width - width // 8, max(height // 3, round(height * 0.9) - top))
        self._room = replace(self._room, region=body, title=title)
        made = recipe("content", self._room)
        assert made is not None
        return self._add(base, made)

    def _master_box(self, kind: str) -> Box | None:
        from deckbuild.brand.adopt.inherit import box_of, is_placeholder, shapes
        from deckbuild.brand.adopt.inherit import kind_of as type_of

        found = (s for s in shapes(self._master.sources.master) if is_placeholder(s) and type_of(s) == kind)
        return next((box for shape in found if (box := box_of(shape))), None)

    def measure(self, content: Match) -> None:
        """Take the measures of derived layouts from the one for content."""
        by_purpose = {purpose: holder for holder, purpose in content.purposes}
        body, title = by_purpose.get("body"), by_purpose.get("title")
        if body is None or body.box is None:
            return
        self._room = Room(
            body.box,
            title.box if title and title.box else Box(body.box.x, 0, body.box.width, body.box.y),
            tuple(sizes_of(body)),
            title.levels[0].size if title else 30.0,
            *self._size,
            self._mono,
            tuple(box for box, _ in content.profile.fills),
        )
        self._inset = body.inset

    _inset = Box(91440, 45720, 91440, 45720)

    def derive(self, role: str, found: Mapping[str, Match]) -> Match:
        """The layout for a role, made from the nearest that there is."""
        made = recipe(role, self._room)
        assert made is not None
        content = found["content"]
        titled = found.get("cards") if role == "question" else None
        same = self._master.profiles
        base = next((one.profile for one in (titled, content) if one and one.profile in same), content.profile)
        return self._add(base, made)

    def _add(self, base: Profile, made: Recipe) -> Match:
        """Put a derived layout into the package and its master's list."""
        name = free_name(dict(self.package.parts), "/ppt/slideLayouts/slideLayout{}.xml")
        taken = {one.name for one in self._master.profiles}
        shown = made.name if made.name not in taken else f"{made.name} (2)"
        root = derived(base, made, shown)
        part = Part(name, _LAYOUT, written(root), self.package.parts[base.part].relationships)
        master = self._listed(self.package.parts[base.master], name)
        self.package = replace(self.package, parts={**self.package.parts, name: part, master.name: master})
        own = profile(shown, name, base.master, parse(part.content), self._master.sources, self._size)
        indexes = {new.index: new.purpose for new in made.added}
        purposes = [(own.title, "title")] if own.title else []
        purposes += [(one, indexes[one.index]) for one in own.contents if one.index in indexes]
        return Match(made.role, own, tuple(purposes), f"made from `{base.name}`: {made.why}", "derived")

    def _listed(self, master: Part, layout: str) -> Part:
        """The master with one layout more."""
        root = parse(master.content)
        entries = root.find(f"{P}sldLayoutIdLst")
        assert entries is not None
        used = {link.id for link in master.relationships}
        number = len(used) + 1
        while f"rId{number}" in used:
            number += 1
        ids = [int(number) for number in self._ids()]
        new = element(f'<p:sldLayoutId id="{max([2147483648, *ids]) + 1}" r:id="rId{number}"/>')
        entries.append(new)
        links = (*master.relationships, Relationship(f"rId{number}", f"{OFFICE}/slideLayout", layout))
        return replace(master, content=written(root), relationships=links)

    def _ids(self) -> Iterator[str]:
        """Ids of all masters and layouts."""
        for part in self.package.parts.values():
            if part.content_type.endswith(("slideMaster+xml", "presentation.main+xml")):
                for entry in parse(part.content).iter(f"{P}sldMasterId", f"{P}sldLayoutId"):
                    if entry.get("id", "").isdigit():
                        yield entry.get("id", "")

    def layout(self, match: Match) -> Layout:
        """A match as compose sees it."""
        one = match.profile
        purposes = dict(match.purposes)
        slots = [_slot(holder, purposes.get(holder, "")) for holder in _all(one)]
        ground = nearest_slot(one.background, self._master.sources.scheme.palette())
        more = (self._content(match), one.dark, ground, tuple(one.remap.items()))
        return Layout(one.name, match.role, one.part, tuple(slots), *more)

    def _content(self, match: Match) -> Box:
        """Where free drawings may stand: the body's place within its insets, below this layout's title."""
        if match.role == "blank":
            return Box(0, 0, *self._size)
        boxes = {purpose: holder.box for holder, purpose in match.purposes if holder.box}
        thing = next((boxes[purpose] for purpose in ("picture", "table", "chart", "media") if purpose in boxes), None)
        if thing is not None:
            return thing
        body = boxes.get("body")
        region = body if body and match.profile.large(_of(match, "body")) else self._room.region
        title = match.profile.title.box if match.profile.title else None
        if title and match.profile.on_top and match.role not in ("", "quote"):
            below = region_below(title, replace(self._room, region=region))
            region = below if below.height > self._size[1] // 4 else region
        inset = self._inset
        return Box(region.x + inset.x, region.y, region.width - inset.x - inset.width, region.height)


def _of(match: Match, purpose: str) -> Holder:
    return next(holder for holder, said in match.purposes if said == purpose)


def _all(one: Profile) -> Sequence[Holder]:
    heads = [holder for holder in (one.title, one.subtitle) if holder]
    return [*heads, *one.contents, *one.fields]


def _slot(holder: Holder, purpose: str) -> Slot:
    assert holder.box is not None
    return Slot(
        index=holder.index,
        kind=holder.kind,  # type: ignore[arg-type]
        name=holder.name,
        box=holder.box,
        levels=holder.levels,
        inset=holder.inset,
        anchor=holder.anchor,  # type: ignore[arg-type]
        purpose=purpose or _FIELDS.get(holder.kind, ""),
    )


def nearest(role: str, served: Mapping[str, Match]) -> Match:
    """The match that stands in for a role that no layout serves by itself."""
    waiting = [role]
    for one in waiting:
        if one in served:
            return served[one]
        waiting += [nearer for nearer in NEAREST.get(one, ()) if nearer not in waiting]
    return served["content"]
