"""What is known while a flow is walked through: head, sections, slides, the cue that is open, and all that was met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from deckbuild.importing.draft import NOWHERE, Cue, Entry, Origin, Value
from deckbuild.importing.flow import Block, Flow, Para, Picture, paras
from deckbuild.importing.guide.prose import prose
from deckbuild.importing.naming import Names
from deckbuild.importing.reading import Options, Piece, Remark

LABEL = "deckbuild writes such labels itself"
NUMBER = "numbers of slides and activities are computed"
_UPRIGHT = ("tip", "note-safety", "note-sensitivity", "note-adapt", "note-timing")


@dataclass
class OpenSlide:
    """A slide while it is gathered."""

    title: str = ""
    body: dict[str, Value] = field(default_factory=dict)
    more: dict[str, Value] = field(default_factory=dict)
    cues: list[Cue] = field(default_factory=list)
    heard: list[Block] = field(default_factory=list)
    """What is said while it is shown: where nothing stands on it, its first list does."""
    comments: list[str] = field(default_factory=list)
    origin: Origin = NOWHERE
    fresh: bool = True
    """Whether nothing came after its marker yet."""


@dataclass
class OpenSection:
    """A section while it is gathered."""

    title: str
    origin: Origin
    cues: list[Cue] = field(default_factory=list)
    slides: list[OpenSlide] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


class State:
    """Everything that the walk has gathered so far."""

    def __init__(self, flow: Flow, options: Options) -> None:
        self.flow, self.options = flow, options
        self.blocks: list[Block] = [block for block in flow.blocks if not _blank(block)]
        self.head: dict[str, Value] = {}
        self.comments: dict[str, list[str]] = {}
        self.sections: list[OpenSection] = []
        self.slide: OpenSlide | None = None
        """The slide of this section that is open."""
        self.screen: OpenSlide | None = None
        """What is on the screen meanwhile: the last slide, in later sections too."""
        self.held: list[Block] = []
        """Blocks of the cue that is being gathered."""
        self.verb = "say"
        self.slides_at = ""
        self.level = 1
        """Level of the headings that are sections."""
        self.names = Names()
        self.references: dict[str, Entry] = {}
        self.activities: list[Entry] = []
        self.questions: list[Entry] = []
        self.glossary: list[Entry] = []
        self.pieces: list[Piece] = []
        self.uncertain: list[Remark] = []
        self.used: set[str] = set()
        """Pictures that have a place."""

    # --- sections and slides --------------------------------------------------------------------------------

    def open_section(self, title: str, origin: Origin) -> None:
        """Begin a section."""
        self.flush()
        self.sections.append(OpenSection(title, origin))
        self.slide = None

    @property
    def section(self) -> OpenSection:
        """The section that is open; one of the lesson's title where none was begun."""
        if not self.sections:
            self.sections.append(OpenSection(str(self.head["title"]), Origin(self.flow.file)))
        return self.sections[-1]

    def open_slide(self, title: str, origin: Origin) -> OpenSlide:
        """Begin a slide of the section."""
        self.flush()
        self.slide = self.screen = OpenSlide(title, origin=origin)
        self.section.slides.append(self.slide)
        return self.slide

    @property
    def cues(self) -> list[Cue]:
        """Where cues go: to the slide, or before the first one of the section."""
        return self.slide.cues if self.slide else self.section.cues

    def touch(self) -> None:
        """Something came after the slide's marker."""
        if self.slide:
            self.slide.fresh = False

    # --- what is said ---------------------------------------------------------------------------------------

    def hear(self, block: Block) -> None:
        """Add a block to the cue that is open, and count it."""
        for one in paras([block]):
            self.place(one)
        self.held.append(block)
        if self.screen:  # what is the trainer's alone ends a list, and is never shown
            self.screen.heard.append(block if self.verb in ("say", "text") else Para("", ""))
        self.touch()

    def turn(self, verb: str) -> None:
        """What comes now is for that verb."""
        if verb != self.verb:
            self.flush()
            self.verb = verb

    def flush(self) -> None:
        """End the cue that is being gathered."""
        held, self.held = self.held, []
        verb, self.verb = self.verb, "say"
        for one in held:
            if isinstance(one, Picture):
                self.homeless(one)
        text = prose([one for one in held if not isinstance(one, Picture)])
        if not text:
            return
        if verb in _UPRIGHT:
            text = _upright(text)
        kind = verb.removeprefix("note-") if verb.startswith("note-") else ""
        self.cues.append(Cue("note" if kind else verb, text, kind=kind))

    # --- bookkeeping ----------------------------------------------------------------------------------------

    def origin(self, block: Para) -> Origin:
        """Where a block stands."""
        return Origin(self.flow.file, block.place)

    def place(self, block: Para, text: str | None = None) -> None:
        """Count the block's text as one that is to stand in the lesson."""
        said = block.plain if text is None else text
        if said.strip():
            self.pieces.append(Piece(said, block.part, place=block.place))

    def leave(self, block: Para, text: str, why: str) -> None:
        """Count a text as left out, and say why."""
        if text.strip():
            self.pieces.append(Piece(text, block.part, why, block.place))

    def place_all(self, blocks: Sequence[Block]) -> None:
        """Count all texts of the blocks."""
        for one in paras(blocks):
            self.place(one)

    def homeless(self, picture: Picture) -> None:
        """A picture that stands in the notes: they hold none, so it is kept as a file."""
        if picture.name not in self.used:
            said = f"the picture {picture.name} stands in the notes, which hold none: show it on a slide with `image`"
            self.uncertain.append(Remark(said, Origin(self.flow.file, picture.place)))


def _upright(text: str) -> str:
    """A text without the italics that all of it stands in: looks are the brand's."""
    whole = re.fullmatch(r"\*([^*]+)\*", text)
    return whole[1] if whole else text


def _blank(block: Block) -> bool:
    return isinstance(block, Para) and not block.plain.strip() and not block.ruled
