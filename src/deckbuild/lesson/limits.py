"""Limits for the checks.  Houses differ, so they are settings; each says where its default comes from."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import Whole


class Limits(Authored):
    """Limits for the checks; houses differ, so they are settings."""

    smallest_text: Annotated[
        Whole, Field(description="Smallest size of text on a slide, in points; a brand may ask for more.")
    ] = 12
    title_lines: Annotated[Whole, Field(description="Lines that a title may take.")] = 2
