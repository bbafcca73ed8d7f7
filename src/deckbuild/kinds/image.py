"""A picture on a slide."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from deckbuild.blocks import Block, Picture
from deckbuild.kinds.body import Body
from deckbuild.markdown import inline
from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import FilePath, Line, Text, found, refusal


def _focus(value: Any) -> Any:
    try:
        x, y = (float(part) for part in value)
    except (TypeError, ValueError):
        x = y = -1.0
    if not (isinstance(value, (list, tuple)) and 0 <= x <= 1 and 0 <= y <= 1):
        raise refusal("S103", f"expected two shares from 0 to 1, found {found(value)}", "write it like `[0.5, 0.3]`")
    return (x, y)


_SHARES = {"type": "array", "items": {"type": "number", "minimum": 0, "maximum": 1}, "minItems": 2, "maxItems": 2}


class Shown(Authored):
    """A picture's file and what is said about it."""

    file: Annotated[
        FilePath,
        Field(description="PNG, JPEG, SVG, GIF, WebP, TIFF or BMP; relative to this file, inside the project."),
    ]
    alt: Annotated[Line, Field(description="What it shows, for those who can't see it.")]
    caption: Annotated[Text | None, Field(description="Line below it.")] = None
    credit: Annotated[Line | None, Field(description="Who made it or owns it.")] = None
    fit: Annotated[Literal["contain", "cover"], Field(description="Show all of it, or fill the space and crop.")] = (
        "contain"
    )
    focus: Annotated[
        tuple[float, float],
        BeforeValidator(_focus),
        WithJsonSchema(_SHARES),
        Field(description="What must stay in sight when cropped: shares from left and top."),
    ] = (0.5, 0.5)
    embed: Annotated[
        Literal["shown", "original"], Field(description="Keep the pixels that are shown, or all of them.")
    ] = "shown"


class Image(Body):
    """A picture with its caption and credit."""

    key: ClassVar[str] = "image"
    role: ClassVar[str] = "picture"

    image: Annotated[Shown, Field(description="The file and what is said about it.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """One picture; its path is within the project once load/assets.py has seen it, else as written."""
        caption = inline(self.image.caption, language) if self.image.caption else ()
        return (
            Picture(
                PurePosixPath(self.image.file), self.image.alt, caption, self.image.credit or "",
                self.image.fit, self.image.focus, self.image.embed == "original",
            ),
        )  # fmt: skip
