"""Whether the icons that a lesson names are there."""

from __future__ import annotations

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.icons import names, near
from deckbuild.lesson.lesson import Lesson
from deckbuild.spec.authored import walk


def report_unknown(lesson: Lesson, diags: Diagnostics) -> None:
    """A message for each name that stands for no icon (R110)."""
    for node in walk(lesson.sections):
        name = getattr(node, "icon", None)
        if name and name not in names():
            nearest = " or ".join(f"`{one}`" for one in near(name))
            hint = f"did you mean {nearest}?" if nearest else "look for one at https://lucide.dev/icons"
            diags.error("R110", f"there is no icon called `{name}`", node.place.of("icon"), hint)
