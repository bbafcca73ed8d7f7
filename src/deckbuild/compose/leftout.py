"""The line where a session leaves something out, or runs an activity in a shorter variant, in the trainer's words."""

from __future__ import annotations

from deckbuild.blocks import Rich, Run, bare, joined
from deckbuild.compose.linking import Linker
from deckbuild.labels import Labels
from deckbuild.spec.leftout import LeftOut, Reason, Why


def label(left: LeftOut, labels: Labels) -> str:
    """What the line is led in by."""
    return labels("shorter" if left.kind == "variant" else "left_out")


def line(left: LeftOut, labels: Labels, linker: Linker) -> Rich:
    """`Slide, 6 min: for military`; a title only where the clock took it, as with time to spare it can come back."""
    if left.kind == "variant":
        return (*linker.text(left.variant), Run(f" ({labels('saves', time=left.time)}): "), *linker.text(left.change))
    time = bare(str(left.time)) if left.time else ()
    said = joined([part for part in (what(left, labels, linker), time) if part], ", ")
    return (*said, Run(f": {reason(left.reason, labels)}"))


def what(left: LeftOut, labels: Labels, linker: Linker) -> Rich:
    """`Slide`, `Slide “Cases”`, or for a variant the activity with the variant that is run."""
    if left.kind == "variant":
        return (*linker.text(left.title), Run(f" ({labels('shorter')}: "), *linker.text(left.variant), Run(")"))
    name: Rich = bare(labels(f"left_{left.kind}"))
    if left.reason.why is Why.TIME:
        return (*name, Run(" “"), *linker.text(left.title), Run("”"))
    return name


def reason(why: Reason, labels: Labels) -> str:
    """`for military`, `for lack of time`."""
    return labels(f"why_{why.why.value}", words=", ".join(why.words))
