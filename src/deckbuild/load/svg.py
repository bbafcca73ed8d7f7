"""Whether an SVG is safe to pass on, and its size: an allow-list, as browsers and PowerPoint run what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from deckbuild.load.refused import RefusedFileError

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
# What drawing programs leave behind; no viewer draws it.
_SILENT = (
    "http://www.inkscape.org/", "http://sodipodi.sourceforge.net/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#", "http://web.resource.org/cc/", "http://purl.org/dc/",
)  # fmt: skip
_ELEMENTS = frozenset(
    """svg g defs symbol use title desc metadata style path rect circle ellipse line polyline polygon text tspan
    textPath linearGradient radialGradient stop clipPath mask pattern marker image filter feBlend feColorMatrix
    feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge
    feMergeNode feMorphology feOffset feTile feTurbulence view switch""".split()  # noqa: SIM905
)
_INSIDE = re.compile(r"#|data:image/(png|jpe?g);base64,")
_OUTSIDE_URL = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[0-9]+)?)\s*(px|pt|pc|mm|cm|in|)\s*$")
# CSS absolute lengths in pixels (CSS Values 4, section 6.2).
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_DEFAULT = (300, 150)
"""Size of an SVG that says nothing about it (CSS 2.2, 10.3.2)."""


def read_svg(content: bytes) -> tuple[int, int]:
    """Width and height in pixels; raises RefusedFileError for what is no SVG or holds more than a drawing."""
    check = _Check()
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.StartDoctypeDeclHandler = check.doctype
    parser.ProcessingInstructionHandler = check.instruction
    parser.StartElementHandler = check.element
    parser.EndElementHandler = check.end
    parser.CharacterDataHandler = check.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        message = f"can't be read as SVG (line {error.lineno}: {expat.ErrorString(error.code)})"
        raise RefusedFileError("R105", message, "export it again from the drawing program") from None
    return check.size


class _Check:
    """Handlers for expat that refuse what is not on the list."""

    def __init__(self) -> None:
        self.size = _DEFAULT
        self._depth = 0
        self._style = False
        self._styles: list[str] = []

    def doctype(self, *_: object) -> None:
        _refuse("has a document type declaration", "delete the line that begins with `<!DOCTYPE`")

    def instruction(self, target: str, _: str) -> None:
        _refuse(f"has a processing instruction `{target}`", "delete it")

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self._depth:
            if (namespace, local) != (_SVG, "svg"):
                raise RefusedFileError("R105", f"is XML, but no SVG: it begins with `{local}`", "save it as SVG")
            self.size = _size(attributes)
        self._depth += 1
        if self._depth > 200:
            _refuse("is nested more than 200 levels deep", "export it as plain SVG")
        if namespace.startswith(_SILENT):
            return
        if namespace != _SVG or local not in _ELEMENTS:
            _refuse(f"holds `{local}`, which is not drawing", "export it as plain SVG, without scripts and links")
        self._style = local == "style"
        for key, value in attributes.items():
            _check_attribute(key, value)

    def end(self, _: str) -> None:
        self._depth -= 1
        self._style = False
        if self._styles and _OUTSIDE_URL.search("".join(self._styles)):
            _refuse("fetches something from elsewhere", "export it with everything embedded")

    def text(self, text: str) -> None:
        if self._style:
            self._styles.append(text)


def _check_attribute(key: str, value: str) -> None:
    namespace, _, local = key.rpartition(" ")
    if local.lower().startswith("on") and not namespace:
        _refuse(f"holds a script (`{local}`)", "export it as plain SVG")
    if (local == "href" and namespace in ("", _XLINK)) or local == "src":
        if not _INSIDE.match(value.strip()):
            _refuse(f"refers to `{value[:60]}`", "export it with everything embedded")
    elif _OUTSIDE_URL.search(value):
        _refuse(f"refers to something outside itself (`{local}`)", "export it with everything embedded")


def _size(attributes: Mapping[str, str]) -> tuple[int, int]:
    """Width and height in pixels: as said, else of the view box."""
    box = [float(part) for part in re.findall(r"-?[0-9.]+(?:e-?[0-9]+)?", attributes.get("viewBox", "")) if part != "."]
    said = [_pixels(attributes.get(name, "")) for name in ("width", "height")]
    width, height = said
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        ratio = box[2] / box[3]
        if width is None and height is None:
            width, height = box[2], box[3]
        width = width if width is not None else (height or 0) * ratio
        height = height if height is not None else width / ratio
    return round(width if width is not None else _DEFAULT[0]), round(height if height is not None else _DEFAULT[1])


def _pixels(written: str) -> float | None:
    match = _LENGTH.match(written)
    return float(match[1]) * _UNITS[match[2]] if match else None


def _refuse(message: str, hint: str) -> None:
    raise RefusedFileError("R107", message, hint)
