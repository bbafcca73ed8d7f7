"""The catalogue's entries for selecting and silencing checks (see catalogue.py)."""

from __future__ import annotations

from collections.abc import Mapping

CHECKING: Mapping[str, tuple[str, str]] = {
    "Y120": (
        "unused-allowance",
        "A comment `# deckbuild: allow CODE reason` allows something that is not found here, so it may hide the next "
        "mistake that is made there. It stands on the guilty line or on the line above it, and covers that line and "
        "the text that begins there. Errors can't be allowed. Remove the comment, or put it where the finding is.",
    ),
    "Y121": (
        "unclear-allowance",
        "A comment begins with `# deckbuild:` and does not go on with `allow`, then a code or its name, then the "
        "reason. Nothing is allowed by it.",
    ),
    "Y122": (
        "allowance-without-reason",
        "A comment allows something and does not say why. Whoever reads it next year has to know: write the reason "
        "behind the code.",
    ),
    "Y123": (
        "unknown-check",
        "`checks` in deckbuild.yaml names something that is no code, no name of one, and no family of codes. "
        "`deckbuild explain` lists them all.",
    ),
    "Y124": (
        "slide-without-id",
        "A slide has no `id`, so it is known by its place alone: when slides move, whatever refers to it from outside "
        "(comments, translations, changes made in PowerPoint) loses it. Asked for by `--select Y124` or `Y124: on`; "
        "`--fix` writes one made of the title.",
    ),
}
