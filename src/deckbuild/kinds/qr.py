"""A link to be followed with a telephone."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field

from deckbuild import figures
from deckbuild.blocks import Block
from deckbuild.kinds.body import Body
from deckbuild.kinds.text import SlideText, flow
from deckbuild.qr import LONGEST
from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.scalars import Line, Url, place_of, refusal


def _short(url: str) -> str:
    if len(url) > LONGEST:
        message = f"this address has {len(url)} characters, a QR code holds {LONGEST} that can be read"
        raise refusal("S109", message, "shorten it")
    return url


class Linked(Authored):
    """An address, and what is said beside it."""

    url: Annotated[Url, AfterValidator(_short), Field(description="Where the code leads.")]
    text: Annotated[SlideText | None, Field(description="What is found there.")] = None


def _bare(value: Any) -> Any:
    return {"url": value, PLACE: place_of(value, "url")} if isinstance(value, str) else value


class Qr(Body):
    """A QR code for a link, for telephones and for print."""

    key: ClassVar[str] = "qr"
    role: ClassVar[str] = "figure"

    qr: Annotated[
        Linked, BeforeValidator(_bare, json_schema_input_type=Linked | str), Field(description="The address, or more.")
    ]
    alt: Annotated[Line | None, Field(description="What the code is for, where the address does not say it.")] = None

    def fill(self, language: str) -> tuple[Block, ...]:
        """One figure."""
        text = flow(self.qr.text, language) if self.qr.text else ()
        return (figures.QrCode(self.qr.url, text, alt=self.alt or ""),)
