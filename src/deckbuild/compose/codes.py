"""QR codes for the references of a document, where these are asked for: on paper nobody can follow a link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from deckbuild import qr
from deckbuild.assets import Asset
from deckbuild.blocks import Picture
from deckbuild.facts import Cited
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson

WIDTH = 24.0
"""Millimetres: a module of an address of usual length is then 0.6 mm, twice what telephones need."""


def coded(cited: Cited, lesson: Lesson) -> bool:
    """Whether a reference gets a code: it has an address, and it or its lesson asks for one."""
    reference = cited.reference
    wanted = reference.qr if reference.qr is not None else lesson.links == "qr"
    return bool(reference.url) and wanted


def code(cited: Cited, lesson: Lesson, labels: Labels) -> Iterator[Picture]:
    """The code of a reference; nothing where none is asked for."""
    url = cited.reference.url
    if url and coded(cited, lesson):
        yield Picture(_file(url), labels("qr_code", url=url), millimetres=WIDTH)


def assets(listed: tuple[Cited, ...], lesson: Lesson) -> Mapping[PurePosixPath, Asset]:
    """The pictures of all codes, by the name that their `Picture` has."""
    urls = [cited.reference.url for cited in listed if coded(cited, lesson)]
    return {_file(url): qr.picture(url) for url in urls if url}


def _file(url: str) -> PurePosixPath:
    return PurePosixPath(f"qr:{url}")
