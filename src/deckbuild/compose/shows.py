"""The editions of a course as custom shows: which pages of the one deck each of them shows."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.compose.presentation import Page, Show
from deckbuild.facts import Facts, Stop
from deckbuild.programme import Taught


def shows(facts: Facts, pages: Sequence[Page]) -> tuple[Show, ...]:
    """A show for each edition; slides that deckbuild made go with what they introduce."""
    if facts.programme is None:
        return ()
    made = []
    for edition in facts.programme.editions:
        taken = {stop.key for stop in facts.stops if _written(stop, edition)}
        keys = {stop.key for stop in facts.stops if stop.key in taken or _generated(stop, facts, taken)}
        made.append(Show(edition.name, tuple(page.key for page in pages if page.stop in keys)))
    return tuple(made)


def _written(stop: Stop, edition: Taught) -> bool:
    return stop.slide is not None and stop.slide.place.span in edition.slides


def _generated(stop: Stop, facts: Facts, taken: set[str]) -> bool:
    """Whether a slide that nobody wrote is shown.

    The title and the sources always are, a divider when something behind it is, what stands with a lesson or a module
    when something of it is; the agenda, which names all that is taught, when all of it is.
    """
    if stop.slide is not None:
        return False
    match stop.generated:
        case "title" | "references":
            return True
        case "programme" | "agenda":
            return all(other.key in taken for other in facts.stops if other.slide is not None)
        case "divider":
            return any(other.key in taken for other in facts.stops if other.section == stop.section)
        case "module":
            modules = {part.number: part.part.module for part in facts.parts}
            own = {number for number, module in modules.items() if module == modules.get(stop.part)}
            return any(other.key in taken for other in facts.stops if other.part in own)
        case _:
            return any(other.key in taken for other in facts.stops if not stop.part or other.part == stop.part)
