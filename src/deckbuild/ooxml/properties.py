"""Core, application and custom properties: what a file says of itself, and nothing of who or where made it."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.ooxml.package import OFFICE, Package, Part, Relationship
from deckbuild.ooxml.xml import EMPTY, document, el, many
from deckbuild.properties import Properties
from deckbuild.workspace import built_at

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one that user-defined properties have

PREFIX = "deckbuild."


def with_properties(package: Package, properties: Properties, output: str) -> Package:
    """`package` with our properties in place of any it had, and without a thumbnail of a template."""
    kept = {name: part for name, part in package.parts.items() if not name.startswith("/docProps/")}
    main = [link for link in package.relationships if link.target in kept]
    parts = (
        Part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", _core(properties)),
        Part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", _app()),
        Part("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
             _custom(properties, output)),
    )  # fmt: skip
    links = (
        Relationship("rIdCore", _CORE_LINK, "/docProps/core.xml"),
        Relationship("rIdApp", f"{OFFICE}/extended-properties", "/docProps/app.xml"),
        Relationship("rIdCustom", f"{OFFICE}/custom-properties", "/docProps/custom.xml"),
    )
    return replace(package, parts={**kept, **{part.name: part for part in parts}}, relationships=(*main, *links))


def _core(properties: Properties) -> bytes:
    """ECMA-376 part 2, 11.1; dates only where SOURCE_DATE_EPOCH gives one."""
    namespaces = {
        "xmlns:cp": _CORE,
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    texts = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.author),
        ("cp:keywords", properties.keywords),
        ("dc:language", properties.language),
        ("cp:version", properties.edition),
        ("dc:identifier", f"deckbuild:{properties.lesson}:{properties.build}"),
    )
    moment = built_at()
    dates = EMPTY
    if moment:
        stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        kind = {"xsi:type": "dcterms:W3CDTF"}
        dates = many(el(tag, kind, stamp) for tag in ("dcterms:created", "dcterms:modified"))
    return document(
        el("cp:coreProperties", namespaces, many(el(tag, None, text) for tag, text in texts if text), dates)
    )


def _app() -> bytes:
    """Only the program's name: PowerPoint and Word count the rest anew when they save."""
    return document(el("Properties", {"xmlns": _EXTENDED}, el("Application", None, "deckbuild")))


def _custom(properties: Properties, output: str) -> bytes:
    """The marks by which `deckbuild verify` knows a file again."""
    values = {"lesson": properties.lesson, "source": properties.source, "build": properties.build, "output": output}
    entries = (
        el("property", {"fmtid": _PROPERTY_SET, "pid": pid, "name": PREFIX + name}, el("vt:lpwstr", None, value))
        for pid, (name, value) in enumerate(values.items(), 2)
    )
    return document(el("Properties", {"xmlns": _CUSTOM, "xmlns:vt": _TYPES}, *entries))
