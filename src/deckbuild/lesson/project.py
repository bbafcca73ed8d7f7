"""The project's defaults: deckbuild.yaml at its root."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from deckbuild.lesson.lesson import Generatable, Lesson
from deckbuild.lesson.limits import Limits
from deckbuild.spec.authored import Authored
from deckbuild.spec.checking import Checks
from deckbuild.spec.pack import Densities, Evaluation, Imprint, Numbers, PartName
from deckbuild.spec.scalars import FilePath, Id, Language, Text
from deckbuild.spec.short import several


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
    embed_fonts: Annotated[
        Literal["used", "all", "none"] | None,
        Field(
            description="Fonts put into the files: the characters used, whole families, none; default from the brand."
        ),
    ] = None
    fit: Annotated[
        Literal["shrink", "continue", "error"] | None,
        Field(description="What to do with more text than a slide has room for; default from the brand."),
    ] = None
    limits: Annotated[Limits, Field(description="Limits for the checks.")] = Limits()
    checks: Checks = {}  # noqa: RUF012
    imprint: Annotated[
        Imprint | None, Field(description="Who stands behind the material; a lesson may say otherwise.")
    ] = None
    evaluation: Annotated[
        Evaluation | None, Field(description="The feedback form of lessons that have none of their own.")
    ] = None
    density: Annotated[
        Densities,
        Field(
            description="The facilitator's notes in full to study, or at a glance to teach from; both as two "
            "documents, together as one."
        ),
    ] = "full"
    links: Annotated[
        Literal["plain", "qr"], Field(description="Whether references with an address have a QR code in documents.")
    ] = "plain"
    print: Annotated[
        Literal["single", "duplex"],
        Field(description="Duplex: room for the binding, parts begin on right-hand pages, numbers stand outside."),
    ] = "single"
    numbers: Annotated[
        Numbers, Field(description="Slides of sessions and courses counted through, or from 1 in each lesson.")
    ] = "continuous"
    omit: Annotated[
        tuple[PartName, ...],
        BeforeValidator(several),
        Field(description="Parts of the documents to leave out, where a lesson does not say."),
    ] = ()


def with_defaults(lesson: Lesson, project: Project) -> Lesson:
    """The lesson with what it does not say taken from the project: imprint line by line, evaluation, `omit`."""
    own = {name: value for name, value in lesson.imprint or () if value is not None}
    changes = {
        "imprint": project.imprint.model_copy(update=own) if project.imprint else lesson.imprint,
        "evaluation": lesson.evaluation or project.evaluation,
        "links": lesson.links or project.links,
        "omit": project.omit if lesson.omit is None else lesson.omit,
    }
    return lesson.model_copy(update=changes)
