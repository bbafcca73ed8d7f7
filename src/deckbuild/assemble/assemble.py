"""A session or a course as one lesson, for all that comes after: cut, joined, checked.  The door of this stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from deckbuild.assemble.cutting import cut
from deckbuild.assemble.editions import taught
from deckbuild.assemble.join import join
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.lesson.project import Project
from deckbuild.load.course import Loaded
from deckbuild.load.programme import LoadedProgramme
from deckbuild.programme import Programme


def assemble(loaded: LoadedProgramme, diags: Diagnostics, module: str = "") -> Loaded | None:
    """What was loaded, as one lesson; of a course that `module` alone where one is named.  None after an error."""
    programme, project = loaded.programme, loaded.project
    _check_languages(programme, project, diags)
    if programme.session:
        programme = cut(programme, project, diags)
    else:
        _check_course(programme, diags)
        whole_course = replace(programme, editions=taught(programme, project, diags))
        programme = _only(programme, module) if module else whole_course
    if diags.has_errors:
        return None
    lesson, programme = join(programme, project, loaded.file, diags)
    if diags.has_errors:
        return None
    return Loaded(lesson, project, loaded.file, loaded.assets, loaded.lines, programme)


def of_module(path: PurePosixPath, module: str) -> PurePosixPath:
    """The name under which the outputs of a course's module go: `course-module-2.yaml`; the course's own for none."""
    return path.with_name(f"{path.stem}-module-{module}{path.suffix}") if module else path


def source_of(loaded: Loaded) -> str:
    """What outputs say they were made from: the file, with the module behind a `#` where it is one of a course."""
    programme = loaded.programme
    of_course = programme and programme.kind == "module" and programme.modules
    return f"{loaded.file}#{programme.modules[0].module}" if programme and of_course else str(loaded.file)


def _only(programme: Programme, module: str) -> Programme:
    """One module of a course."""
    return replace(
        programme,
        kind="module",
        parts=tuple(part for part in programme.parts if part.module == module),
        modules=tuple(one for one in programme.modules if one.module == module),
    )


def _check_languages(programme: Programme, project: Project, diags: Diagnostics) -> None:
    """Report lessons in another language than the whole (C114), and a second one of the whole (C118)."""
    if programme.session and len(programme.session.language) > 1:
        first, *more = programme.session.language
        message = f"a session is built in one language, found {len(more) + 1}"
        hint = f"keep `{first}`, and write a session of its own in `{more[0]}` with the lessons in that language"
        diags.error("C118", message, programme.session.place.of("language"), hint)
    said = programme.session.language[:1] if programme.session else (getattr(programme.course, "language", None),)
    language = next(filter(None, said), None) or project.language
    for part in programme.parts:
        own = (part.lesson.language if part.lesson else None) or project.language
        if part.lesson and part.kind != "slides" and own != language:
            node = part.entry or part.included
            span = node.place.span if node else part.lesson.place.span
            message = f"lesson {part.number} is in `{own}`, the {programme.kind} in `{language}`"
            diags.warn("C114", message, span, f"use the lesson in `{language}`, or say `language: {own}`")


def _check_course(programme: Programme, diags: Diagnostics) -> None:
    """Report lessons and modules that stand there twice (C115), and requirements that are not met (C116)."""
    course = programme.course
    assert course is not None
    numbers = Counter(part.number for part in programme.parts)
    seen: set[str] = set()
    for part in programme.parts:
        if numbers[part.number] > 1 and part.number in seen and part.included:
            message = f"the course has a lesson {part.number} already"
            diags.error("C115", message, part.included.place.of("lesson"), "give one of them another number")
        seen.add(part.number)
    modules = [module.module for module in programme.modules]
    for place, module in enumerate(programme.modules):
        if module.module in modules[:place]:
            message = f"the course has a module {module.module} already"
            diags.error("C115", message, module.place.of("module"), "give one of them another number")
    _check_required(programme, diags)


@dataclass(frozen=True)
class _Required:
    """What a module or a lesson says has to come before it."""

    what: str
    numbers: tuple[str, ...]
    span: Span


def _check_required(programme: Programme, diags: Diagnostics) -> None:
    """Report lessons and modules that have to come first and do not."""
    every = {part.number for part in programme.parts} | {module.module for module in programme.modules}
    before: set[str | None] = set()
    for module in programme.modules:
        _check_before(
            _Required(f"module {module.module}", module.requires, module.place.of("requires")), before, every, diags
        )
        for part in programme.parts:
            if part.module == module.module and part.included:
                asked = part.included
                required = _Required(f"lesson {part.number}", asked.requires, asked.place.of("requires"))
                _check_before(required, before, every, diags)
                before.add(part.number)
        before.add(module.module)


def _check_before(
    required: _Required, before: Collection[str | None], every: Collection[str | None], diags: Diagnostics
) -> None:
    for number in required.numbers:
        if number not in before:
            said = "comes after it" if number in every else "is not in the course"
            message = f"{required.what} requires {number}, which {said}"
            diags.warn("C116", message, required.span, "put it before this, or take it out of `requires`")
