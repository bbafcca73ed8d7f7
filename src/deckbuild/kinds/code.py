"""Source text on a slide: highlighted, its lines numbered or stressed, from here or from a file."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from deckbuild.blocks import Block
from deckbuild.blocks import Code as CodeBlock
from deckbuild.kinds.body import Body
from deckbuild.kinds.grid import Problem
from deckbuild.markdown import inline
from deckbuild.source import highlighted, known, nearest
from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import FilePath, Flag, Line, Text, Verbatim, found, refusal
from deckbuild.spec.short import several


def _known(language: str) -> str:
    if known(language):
        return language
    near = nearest(language)
    hint = f"did you mean `{near}`?" if near else "write a name such as python, yaml, bash, sql or text"
    raise refusal("S135", f"no grammar is called `{language}`", hint)


def _kept(value: Any) -> Any:
    """Text with its spaces; only what is no text is refused."""
    if not isinstance(value, str) or not value.strip():
        raise refusal("S103", f"expected source text, found {found(value)}", "write it below `text: |`, indented")
    return value


def _stretch(value: Any) -> Any:
    """`3` or `3-5`, as first and last line."""
    match = re.fullmatch(r"\s*([0-9]{1,5})\s*(?:[-–]\s*([0-9]{1,5}))?\s*", value) if isinstance(value, str) else None
    if not match or not 0 < int(match[1]) <= int(match[2] or match[1]):
        raise refusal("S103", f"expected lines, found {found(value)}", "write a number, or two such as `3-5`")
    return (int(match[1]), int(match[2] or match[1]))


Stretch = Annotated[
    tuple[int, int],
    BeforeValidator(_stretch),
    WithJsonSchema({"type": ["string", "number"], "pattern": "^[0-9]+(-[0-9]+)?$"}),
]
"""Lines from the first to the last, counted from 1."""


class Coded(Authored):
    """Source text and how it is shown."""

    text: Annotated[str, BeforeValidator(_kept), Verbatim(), Field(description="The source text, below `text: |`.")] = (
        ""
    )
    file: Annotated[FilePath | None, Field(description="A file of the project in place of the text.")] = None
    language: Annotated[
        Line | None,
        AfterValidator(lambda name: _known(name) if name else name),
        Field(description="What it is written in."),
    ] = None
    lines: Annotated[Stretch | None, Field(description="The lines to show, such as `10-25`; all if left out.")] = None
    numbered: Annotated[Flag, Field(description="Whether lines carry their numbers.")] = False
    highlight: Annotated[
        tuple[Stretch, ...], BeforeValidator(several), Field(description="Lines to stress; the others step back.")
    ] = ()
    caption: Annotated[Text | None, Field(description="Line below it.")] = None

    @model_validator(mode="after")
    def _one_source(self) -> Coded:
        if bool(self.file) == bool(self.text):
            said = "it has both text and a file" if self.file else "there is no text"
            raise refusal("S105" if self.file else "S104", f"this code is incomplete: {said}", "give `text` or `file`")
        wrong = None if self.file else self.problem()
        if wrong:
            raise refusal(*wrong)
        return self

    def problem(self) -> Problem | None:
        """A line that is asked for and not there."""
        count = len(self.text.strip("\n").splitlines())
        for first, last in (self.lines, *self.highlight) if self.lines else self.highlight:
            if last > count:
                return "S136", f"line {last} is asked for, the text has {count}", "count the lines from 1"
            if self.lines and not self.lines[0] <= first <= last <= self.lines[1]:
                return "S136", f"line {first} is stressed, but not shown", "name lines that `lines` shows"
        return None


class Code(Body):
    """Source text in the look of its language, its spaces kept; lines numbered, some of them stressed."""

    key: ClassVar[str] = "code"
    role: ClassVar[str] = "code"

    code: Annotated[
        Coded,
        BeforeValidator(lambda value: value, json_schema_input_type=Coded),
        Field(description="The text, or a file, and its language."),
    ]

    def fill(self, language: str) -> tuple[Block, ...]:
        """One piece of code; () for one whose file has not been read in (see load/assets.py)."""
        return (_block(self.code, language),) if self.code.text else ()


def _block(code: Coded, language: str) -> CodeBlock:
    lines = highlighted(code.text, code.language or "")
    first, last = code.lines or (1, len(lines))
    marked = tuple(n for n in range(first, last + 1) if any(a <= n <= b for a, b in code.highlight))
    shown = lines[first - 1 : last]
    return CodeBlock(
        text="\n".join("".join(run.text for run in line) for line in shown),
        language=code.language or "",
        lines=shown,
        first=first,
        numbered=code.numbered,
        marked=marked,
        caption=inline(code.caption, language) if code.caption else (),
    )
