"""The project's defaults: deckbuild.yaml at its root."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from deckbuild.lesson.lesson import Generatable
from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import FilePath, Id, Language, Text, Whole


class Limits(Authored):
    """Limits for the checks; houses differ, so they are settings."""

    smallest_text: Annotated[
        Whole, Field(description="Smallest size of text on a slide, in points; a brand may ask for more.")
    ] = 12
    title_lines: Annotated[Whole, Field(description="Lines that a title may take.")] = 2


class Project(Authored):
    """A project: its name and the defaults of everything in it."""

    project: Annotated[Text, Field(description="Its name.")]
    brand: Annotated[Id, Field(description="Folder under brand/.")] = "azure"
    language: Annotated[Language, Field(description="Language tag of lessons that name none.")] = "en"
    edition: Annotated[Text | None, Field(description="In every footer.")] = None
    output: Annotated[FilePath, Field(description="Folder for what is built.")] = "build"
    paper: Annotated[Literal["A4", "Letter"], Field(description="Size of the documents' pages.")] = "A4"
    generate: Annotated[
        tuple[Generatable, ...], Field(description="Slides that nobody writes, where a lesson does not say.")
    ] = ("title",)
    author: Annotated[Text | None, Field(description="Who publishes; written into the files' properties.")] = None
    limits: Annotated[Limits, Field(description="Limits for the checks.")] = Limits()
