"""What films and sounds have in common: the file or the address, the running time, what to do without it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import Field, model_validator

from deckbuild.blocks import Media, Picture
from deckbuild.markdown import inline
from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import Duration, FilePath, Flag, Line, Text, Url, refusal


class Played(Authored):
    """A film or a sound: a file of the project, or an address that is only linked to."""

    file: Annotated[
        FilePath | None, Field(description="MP4, M4V, MOV or WebM; MP3, M4A or WAV; relative to this file.")
    ] = None
    url: Annotated[Url | None, Field(description="Where it can be seen or heard; in place of a file.")] = None
    title: Annotated[Text | None, Field(description="Its own title.")] = None
    alt: Annotated[Line, Field(description="What is to be seen or heard in it, for those who can't.")]
    running_time: Annotated[
        Duration | None, Field(description="How long it runs; of a file, deckbuild finds it out.")
    ] = None
    fallback: Annotated[Text, Field(description="What to do when it can't be played.")]
    poster: Annotated[FilePath | None, Field(description="Picture that stands for it before it is played.")] = None
    caption: Annotated[Text | None, Field(description="Line below it.")] = None
    credit: Annotated[Line | None, Field(description="Who made it or owns it.")] = None
    embed: Annotated[Flag, Field(description="Put the file into the deck; else it is laid beside the deck.")] = True

    @model_validator(mode="after")
    def _one_source(self) -> Played:
        if self.file is None and self.url is None:
            raise refusal("S104", "there is neither `file` nor `url`", "name the file, or the address")
        if self.file is not None and self.url is not None:
            raise refusal("S110", "`url` stands in place of a `file`", "leave one of them out", key="url")
        return self

    def block(self, kind: Literal["video", "audio"], language: str) -> Media:
        """As a block."""
        poster = Picture(PurePosixPath(self.poster), "", fit="cover") if self.poster else None
        return Media(
            kind, PurePosixPath(self.file) if self.file else None, self.url or "", self.alt,
            inline(self.title, language) if self.title else (), str(self.running_time or ""),
            inline(self.fallback, language), poster, inline(self.caption, language) if self.caption else (),
            self.credit or "", self.embed,
        )  # fmt: skip
