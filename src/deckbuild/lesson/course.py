"""A course as written: modules and the lessons in them, included and never copied."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.lesson.lesson import Generatable
from deckbuild.spec.authored import Authored
from deckbuild.spec.choosing import Groups, Tags
from deckbuild.spec.head import Outcome
from deckbuild.spec.pack import Evaluation, Imprint, Numbers, Overview, PartName
from deckbuild.spec.scalars import Duration, FilePath, Id, Language, LessonNumber, Line, Text, refusal
from deckbuild.spec.short import several, short_for


class Included(Authored):
    """A lesson of a module; a bare text is its file."""

    lesson: Annotated[FilePath, Field(description="The lesson's file.")]
    group: Annotated[
        Text | None, Field(description="Family of lessons that it belongs to, on the overview of the module.")
    ] = None
    requires: Annotated[
        tuple[LessonNumber, ...],
        BeforeValidator(several),
        Field(description="Numbers of lessons or modules that come before it."),
    ] = ()
    skip: Annotated[
        tuple[Id, ...],
        BeforeValidator(several),
        Field(description="Ids of sections, slides and activities to leave out."),
    ] = ()


IncludedOrFile = Annotated[Included, BeforeValidator(short_for("lesson"), json_schema_input_type=Included | str)]


class Module(Authored):
    """A module: a number, a title and its lessons; or `include` with a course's file, for all the modules of that."""

    module: Annotated[LessonNumber | None, Field(description='Its number, such as "2".')] = None
    title: Annotated[Text | None, Field(description="Its title.")] = None
    aim: Annotated[Text | None, Field(description="What it is for, in one sentence.")] = None
    requires: Annotated[
        tuple[LessonNumber, ...],
        BeforeValidator(several),
        Field(description="Numbers of modules or lessons that come before it."),
    ] = ()
    lessons: Annotated[tuple[IncludedOrFile, ...], Field(description="Its lessons, in order.")] = ()
    include: Annotated[FilePath | None, Field(description="Another course's file, whose modules stand here too.")] = (
        None
    )

    @model_validator(mode="after")
    def _whole(self) -> Module:
        own = [name for name in ("module", "title", "aim", "requires", "lessons") if name in self.model_fields_set]
        if self.include:
            if own:
                raise refusal(
                    "S110",
                    f"`{own[0]}` does not stand beside `include`",
                    "write it where the module is defined",
                    key=own[0],
                )
            return self
        for name in ("module", "title", "lessons"):
            if not getattr(self, name):
                meaning = (type(self).model_fields[name].description or "").rstrip(".")
                raise refusal("S104", f"`{name}` is missing in this module", f"add `{name}:` ({meaning})")
        return self


class CourseEdition(Authored):
    """A selection of the course's slides that its deck can show on its own: half a day, a full day, one group."""

    edition: Annotated[Text, Field(description="Its name, as PowerPoint lists it under custom shows.")]
    only: Annotated[
        tuple[Line, ...],
        BeforeValidator(several),
        Field(description="Numbers of modules and lessons, ids of sections, slides and activities: nothing else."),
    ] = ()
    skip: Annotated[
        tuple[Line, ...],
        BeforeValidator(several),
        Field(description="Numbers of modules and lessons, ids of sections, slides and activities: not these."),
    ] = ()
    audience: Groups = ()
    tags: Tags = ()
    duration: Annotated[
        Duration | None, Field(description="The time that its slides may take: what is optional goes until they fit.")
    ] = None


class Course(Authored):
    """Several modules in one: outputs for the course, for each module and for each lesson."""

    course: Annotated[Text, Field(description="Its title.")]
    subtitle: Annotated[Text | None, Field(description="Second line of the title slide.")] = None
    edition: Annotated[Text | None, Field(description="In every footer; default from deckbuild.yaml.")] = None
    language: Annotated[Language | None, Field(description="Language tag; default from deckbuild.yaml.")] = None
    brand: Annotated[Id | None, Field(description="Folder under brand/; default from deckbuild.yaml.")] = None
    aim: Annotated[Text | None, Field(description='One sentence that begins with "To".')] = None
    relevance: Annotated[Text | None, Field(description="Why it matters to these learners.")] = None
    outcomes: Annotated[
        tuple[Outcome, ...],
        Field(description="What learners can do after the whole of it; else what its lessons promise."),
    ] = ()
    overview: Annotated[Overview | None, Field(description="Whom it is for, and who gives it.")] = None
    numbers: Annotated[
        Numbers | None,
        Field(description="Slides counted through, or from 1 in each lesson; default from deckbuild.yaml."),
    ] = None
    builds: Annotated[
        tuple[Literal["course", "modules", "lessons"], ...],
        BeforeValidator(several),
        Field(description="What outputs are made for: the whole, each module, each lesson."),
    ] = ("course", "modules", "lessons")
    generate: Annotated[
        tuple[Generatable, ...] | None, Field(description="Slides that nobody writes; default from deckbuild.yaml.")
    ] = None
    evaluation: Annotated[
        Evaluation | None, Field(description="Feedback form and criteria; default from deckbuild.yaml.")
    ] = None
    imprint: Annotated[
        Imprint | None, Field(description="Who stands behind it; what is not said here comes from deckbuild.yaml.")
    ] = None
    omit: Annotated[
        tuple[PartName, ...] | None,
        BeforeValidator(several),
        Field(description="Parts of the documents to leave out; default from deckbuild.yaml."),
    ] = None
    editions: Annotated[
        tuple[CourseEdition, ...], Field(description="Selections that the deck shows on their own, as custom shows.")
    ] = ()
    modules: Annotated[tuple[Module, ...], Field(min_length=1, description="The modules, in order.")]
