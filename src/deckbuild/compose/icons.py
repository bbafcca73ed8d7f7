"""Whether the icons that a lesson names are there, and can be drawn."""

from __future__ import annotations

from deckbuild.brand.brand import Brand
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.icons import NotDrawn, drawing, names, near
from deckbuild.lesson.lesson import Lesson
from deckbuild.spec.authored import walk


def report_unknown(lesson: Lesson, brand: Brand, diags: Diagnostics) -> None:
    """A message for each name that stands for no icon (R110), or for one of the brand's that can't be drawn (R111)."""
    for node in walk(lesson.sections):
        name = node.__dict__.get("icon")
        if not name:
            continue
        if name in brand.icons:
            try:
                drawing(brand.icons[name])
            except NotDrawn as reason:
                hint = "export it as plain paths in one colour, without styles and transforms"
                diags.error("R111", f"the brand's icon `{name}` holds {reason}", node.place.of("icon"), hint)
        elif name not in names():
            nearest = " or ".join(f"`{one}`" for one in near(name, sorted(brand.icons)))
            hint = f"did you mean {nearest}?" if nearest else "look for one at https://lucide.dev/icons"
            diags.error("R110", f"there is no icon called `{name}`", node.place.of("icon"), hint)
