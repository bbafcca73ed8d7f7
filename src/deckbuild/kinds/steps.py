"""A process on a slide."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from deckbuild import figures
from deckbuild.blocks import Block
from deckbuild.kinds.body import Body
from deckbuild.kinds.text import SlideText, flow
from deckbuild.markdown import inline
from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.icon import IconName
from deckbuild.spec.scalars import Line, Text, place_of

Look = Literal["chevrons", "cycle", "numbered"]


class Step(Authored):
    """A step; a bare text is its title."""

    title: Annotated[Text, Field(description="What is done.")]
    text: Annotated[SlideText | None, Field(description="What belongs to it.")] = None
    icon: Annotated[IconName | None, Field(description="Name of an icon, such as `users`.")] = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"title": value, PLACE: place_of(value, "title")} if isinstance(value, str) else value


class Steps(Body):
    """A process of two to eight steps, drawn as chevrons, as a cycle, or as a numbered list."""

    key: ClassVar[str] = "steps"
    role: ClassVar[str] = "figure"

    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=8, description="The steps, in their order.")]
    look: Annotated[Look, Field(description="A row of chevrons, a cycle that begins again, or a numbered list.")] = (
        "chevrons"
    )
    alt: Annotated[Line | None, Field(description="What it shows, where its words do not say it.")] = None

    def fill(self, language: str) -> tuple[Block, ...]:
        """One figure."""
        steps = tuple(
            figures.Step(inline(s.title, language), flow(s.text, language) if s.text else (), s.icon or "")
            for s in self.steps
        )
        return (figures.Steps(steps, self.look, alt=self.alt or ""),)
