"""A template's theme as compose needs it: colours by their slots, and the faces of its font scheme."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass

from deckbuild.brand.contrast import ratio
from deckbuild.ooxml.tree import A, Element, local

SLOTS = ("tx1", "bg1", "tx2", "bg2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_USUAL = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_NAMED = {"white": "FFFFFF", "black": "000000", "red": "FF0000", "blue": "0000FF", "green": "008000", "gray": "808080"}
_PLAIN = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F2A36", "lt2": "EEF1F4", "accent1": "1467B3", "accent2": "0B7A75",
    "accent3": "9A4A06", "accent4": "6D3A91", "accent5": "B3261E", "accent6": "52637A", "hlink": "1467B3",
    "folHlink": "6D3A91",
}  # fmt: skip
"""What stands for colours that a theme does not give."""


@dataclass(frozen=True)
class Scheme:
    """A theme seen through its master: colours by the names that text and fills use, and its two faces."""

    colours: Mapping[str, str]
    """Theme colour (dk1, lt1 … folHlink) -> RRGGBB."""
    mapped: Mapping[str, str]
    """tx1, bg1 … -> the theme colour that the master means by it (ECMA-376 part 1, 19.3.1.6)."""
    heading: str
    body: str

    def slot(self, name: str) -> str:
        """RRGGBB of a slot."""
        return self.colours.get(self.mapped.get(name, _USUAL.get(name, name)), "000000")

    def palette(self) -> dict[str, str]:
        """Every slot that slides name."""
        return {name: self.slot(name) for name in SLOTS}

    def through(self, override: Mapping[str, str]) -> Scheme:
        """The same theme through a layout's own map."""
        return Scheme(self.colours, {**self.mapped, **override}, self.heading, self.body)


def scheme(theme: Element, master: Element) -> Scheme:
    """The scheme of a master and its theme."""
    colours = dict(_PLAIN)
    for entry in theme.iterfind(f".//{A}clrScheme/*"):
        value = _value(entry[0]) if len(entry) else None
        if value:
            colours[local(entry)] = value
    mapping = next((child for child in master if local(child) == "clrMap"), None)
    mapped = _texts(mapping) if mapping is not None else _USUAL
    return Scheme(colours, mapped, _face(theme, "major"), _face(theme, "minor"))


def override_of(part: Element) -> dict[str, str]:
    """The colour map that a layout puts in place of its master's; {} for none."""
    found = part.find(f".//{A}overrideClrMapping")
    return _texts(found) if found is not None else {}


def _texts(element: Element) -> dict[str, str]:
    return {str(key): str(value) for key, value in element.attrib.items()}


def _face(theme: Element, which: str) -> str:
    found = theme.find(f".//{A}fontScheme/{A}{which}Font/{A}latin")
    return (found.get("typeface", "") if found is not None else "") or "Arial"


def face_named(typeface: str, known: Scheme) -> str:
    """A family, where `+mj-lt` and the like stand for the theme's own."""
    if typeface.startswith("+"):
        return known.heading if typeface.startswith("+mj") else known.body
    return typeface


def _value(colour: Element) -> str | None:
    name = local(colour)
    if name == "srgbClr":
        return _hex(colour.get("val"))
    if name == "sysClr":
        return _hex(colour.get("lastClr")) or {"windowText": "000000"}.get(colour.get("val", ""), "FFFFFF")
    if name == "prstClr":
        return _NAMED.get(colour.get("val", ""), "808080")
    if name == "scrgbClr":
        linear = [_number(colour.get(side)) / 100000 for side in "rgb"]
        return "".join(f"{round(max(0.0, min(1.0, one)) ** (1 / 2.2) * 255):02X}" for one in linear)
    if name == "hslClr":
        rgb = colorsys.hls_to_rgb(_number(colour.get("hue")) / 21600000, _number(colour.get("lum")) / 100000,
                                  _number(colour.get("sat")) / 100000)  # fmt: skip
        return "".join(f"{round(one * 255):02X}" for one in rgb)
    return None


def _hex(text: str | None) -> str | None:
    if text and len(text) == 6 and all(c in "0123456789abcdefABCDEF" for c in text):
        return text.upper()
    return None


def _number(text: str | None) -> float:
    try:
        return float((text or "0").rstrip("%"))
    except ValueError:
        return 0.0


def painted(fill: Element | None, known: Scheme, placeholder: str = "bg1") -> str | None:
    """RRGGBB that a fill or a colour comes to; of a gradient its middle; None for pictures and patterns."""
    if fill is None:
        return None
    name = local(fill)
    if name in ("solidFill", "bgRef", "fontRef"):
        return painted(fill[0], known, placeholder) if len(fill) else None
    if name == "gradFill":
        stops = [painted(stop[0], known, placeholder) for stop in fill.iterfind(f"{A}gsLst/{A}gs") if len(stop)]
        found = [stop for stop in stops if stop]
        return _mean(found) if found else None
    if name == "schemeClr":
        slot = fill.get("val", "")
        base = known.slot(placeholder if slot == "phClr" else slot)
        return _shaded(base, fill)
    value = _value(fill)
    return _shaded(value, fill) if value else None


def _mean(colours: list[str]) -> str:
    channels = zip(*(bytes.fromhex(colour) for colour in colours), strict=True)
    return "".join(f"{round(sum(channel) / len(colours)):02X}" for channel in channels)


def _shaded(colour: str, element: Element) -> str:
    """A colour after its changes of luminance, tint and shade (20.1.2.3)."""
    red, green, blue = (channel / 255 for channel in bytes.fromhex(colour))
    for change in element:
        share = _number(change.get("val")) / 100000
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        match local(change):
            case "lumMod":
                light *= share
            case "lumOff":
                light += share
            case "satMod":
                saturation *= share
            case "shade":
                red, green, blue = red * share, green * share, blue * share
                continue
            case "tint":
                red, green, blue = (1 - (1 - one) * share for one in (red, green, blue))
                continue
            case _:
                continue
        red, green, blue = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), min(1.0, max(0.0, saturation)))
    return "".join(f"{round(min(1.0, max(0.0, one)) * 255):02X}" for one in (red, green, blue))


def nearest_slot(colour: str, palette: Mapping[str, str]) -> str:
    """The slot whose colour is nearest to one that a template mixes."""
    wanted = bytes.fromhex(colour)

    def far(slot: str) -> int:
        return sum((one - other) ** 2 for one, other in zip(bytes.fromhex(palette[slot]), wanted, strict=True))

    return min((slot for slot in SLOTS if slot in palette), key=far)


def readable(colour: str, grounds: tuple[str, ...], least: float = 4.5) -> bool:
    """Whether text in a colour can be read on all these grounds."""
    return all(ratio(colour, ground) >= least for ground in grounds)
