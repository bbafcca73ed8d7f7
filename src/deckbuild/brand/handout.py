"""A brand's templates as files for people: what a build fills, under the content type that their ending asks for."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.brand.brand import Brand
from deckbuild.ooxml.opening import open_package
from deckbuild.ooxml.package import with_parts, write_package

_TYPE = "application/vnd.openxmlformats-officedocument."
ENDINGS = {
    ".potx": "presentationml.template.main+xml",
    ".pptx": "presentationml.presentation.main+xml",
    ".dotx": "wordprocessingml.template.main+xml",
    ".docx": "wordprocessingml.document.main+xml",
}
"""Ending -> content type of the main part (ECMA-376 part 1, 11.3.10 and 13.3.6)."""


def handed_out(brand: Brand, ending: str) -> bytes:
    """The template for PowerPoint or Word that has this ending."""
    content = brand.pptx_template if ending in (".potx", ".pptx") else brand.docx_template
    package = open_package(content)
    name = next(link.target for link in package.relationships if link.type.endswith("/officeDocument"))
    main = replace(package.parts[name], content_type=_TYPE + ENDINGS[ending])
    return write_package(with_parts(package, [main]))
