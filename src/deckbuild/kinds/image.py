"""A picture on a slide."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from deckbuild.blocks import Block, Picture
from deckbuild.kinds.body import Body
from deckbuild.markdown import inline
from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import FilePath, Line, Share, Text, found, refusal


def _focus(value: Any) -> Any:
    try:
        x, y = (float(part) for part in value)
    except (TypeError, ValueError):
        x = y = -1.0
    if not (isinstance(value, (list, tuple)) and 0 <= x <= 1 and 0 <= y <= 1):
        raise refusal("S103", f"expected two shares from 0 to 1, found {found(value)}", "write it like `[0.5, 0.3]`")
    return (x, y)


_SHARES = {"type": "array", "items": {"type": "number", "minimum": 0, "maximum": 1}, "minItems": 2, "maxItems": 2}


Focus = Annotated[tuple[float, float], BeforeValidator(_focus), WithJsonSchema(_SHARES)]


class Shown(Authored):
    """A picture's file and what is said about it."""

    file: Annotated[
        FilePath,
        Field(description="PNG, JPEG, SVG, GIF, WebP, TIFF or BMP; relative to this file, inside the project."),
    ]
    alt: Annotated[Line, Field(description="What it shows, for those who can't see it.")]
    caption: Annotated[Text | None, Field(description="Line below it.")] = None
    credit: Annotated[Line | None, Field(description="Who made it or owns it.")] = None
    fit: Annotated[
        Literal["contain", "cover", "full"],
        Field(description="Show all of it; fill the space and crop; or fill the whole slide, under its title."),
    ] = "contain"
    focus: Annotated[Focus, Field(description="What must stay in sight when cropped: shares from left and top.")] = (
        0.5,
        0.5,
    )
    dim: Annotated[
        Share | None,
        Field(description="With `full`: strength of the veil under the title; as much as it needs, if left out."),
    ] = None
    embed: Annotated[
        Literal["shown", "original"], Field(description="Keep the pixels that are shown, or all of them.")
    ] = "shown"


MOST = 6


def _several(value: Any) -> Any:
    if not isinstance(value, (list, tuple)):
        return (value,)
    if not 2 <= len(value) <= MOST:
        hint = "write one picture without `- `, or spread them over several slides"
        raise refusal("S103", f"expected two to {MOST} pictures, found {len(value)}", hint)
    return value


class Image(Body):
    """A picture with its caption and credit, or two to six of them."""

    key: ClassVar[str] = "image"
    role: ClassVar[str] = "picture"

    image: Annotated[
        tuple[Shown, ...],
        BeforeValidator(_several, json_schema_input_type=Shown | list[Shown]),
        Field(description="The file and what is said about it; a list of them for several pictures."),
    ]

    @model_validator(mode="after")
    def _alone(self) -> Image:
        full = next((shown for shown in self.image if shown.fit == "full"), None)
        if full and len(self.image) > 1:
            raise refusal("S110", "`fit: full` belongs to a picture that is alone", "leave `fit` out", key="image")
        return self

    def layout_role(self) -> str:
        """`picture`, `picture-full` for one over the whole slide, `cards` for several."""
        if len(self.image) > 1:
            return "cards"
        return "picture-full" if self.image[0].fit == "full" else "picture"

    def fill(self, language: str) -> tuple[Block, ...]:
        """The pictures; a path is within the project once load/assets.py has seen it, else as written."""
        return tuple(_picture(shown, language) for shown in self.image)


def _picture(shown: Shown, language: str) -> Picture:
    caption = inline(shown.caption, language) if shown.caption else ()
    return Picture(
        PurePosixPath(shown.file), shown.alt, caption, shown.credit or "", shown.fit, shown.focus,
        whole=shown.embed == "original", dim=shown.dim,
    )  # fmt: skip
