"""Building one lesson of a project in a process of its own, or in this one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from deckbuild.pipeline import Build, build
from deckbuild.spec.pack import Densities
from deckbuild.workspace import Disk


@dataclass(frozen=True)
class Job:
    """One lesson to build, with how to do it."""

    root: Path
    lesson: PurePosixPath
    outputs: tuple[str, ...]
    pictures: str
    folder: PurePosixPath | None
    pages: bool = False
    pdf: bool = False
    density: Densities | None = None
    module: str = ""
    """The one that is wanted of a course."""


def run(job: Job) -> tuple[PurePosixPath, Build]:
    """The build of one lesson; slide pictures are cached in the project's `.deckbuild/`."""
    from deckbuild.outputs import ALL
    from deckbuild.pictures.cache import Folder

    renderer = None
    if job.pictures == "libreoffice":
        from deckbuild.pictures.libreoffice import LibreOffice

        renderer = LibreOffice()
    typesetter = None
    if job.pages or job.pdf:
        from deckbuild.pictures.paper import Paper

        typesetter = Paper()
    outputs = [output for output in ALL if output.name in job.outputs]
    cache = Folder(job.root / ".deckbuild" / "pictures")
    made = build(
        Disk(job.root), job.lesson, outputs, renderer=renderer, cache=cache, embedded=job.pictures == "auto",
        folder=job.folder, typesetter=typesetter, pdf=job.pdf, density=job.density, module=job.module,
    )  # fmt: skip
    return job.lesson, made


def run_all(jobs: Sequence[Job], processes: int) -> Iterator[tuple[PurePosixPath, Build]]:
    """Every build in the order of the jobs, `processes` at a time."""
    if processes < 2 or len(jobs) < 2:
        yield from map(run, jobs)
        return
    with ProcessPoolExecutor(min(processes, len(jobs))) as pool:
        yield from pool.map(run, jobs)
