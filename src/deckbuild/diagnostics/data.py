"""Codes about tables, charts, code and formulas: name and manual text of each (see catalogue.py)."""

from __future__ import annotations

from collections.abc import Mapping

DATA: Mapping[str, tuple[str, str]] = {
    "S130": (
        "not-a-number",
        "A chart draws numbers, and this is none, or may be two: `1,234` is a thousand to some and a little more than "
        "one to others. Write digits with a decimal point; leave a cell empty where there is no number.",
    ),
    "S131": (
        "unsuited-chart",
        "The chart's type can't show these numbers as they are meant, or an option does nothing for it: a pie of "
        "several series, shares of negative numbers, a series that is not there. The message names a type that can.",
    ),
    "S132": (
        "too-much-for-a-chart",
        "The chart has more series or points than can be told apart on a slide. Show fewer, put small ones together, "
        "or make two charts.",
    ),
    "S133": (
        "unknown-row-or-column",
        "A row or a column is to stand out, but none has that name. A row is called as its first cell says, a column "
        "as the header does.",
    ),
    "S134": (
        "badly-merged-cells",
        "`<` makes a cell one with the cell to its left, `^` with the cell above. Together they must make a rectangle, "
        "and there must be a cell to go on from.",
    ),
    "S135": (
        "unknown-grammar",
        "Code is coloured by a grammar of its language, and none has that name. Write the usual short name, such as "
        "python, javascript, yaml, bash or sql; without `language` the code is plain.",
    ),
    "S136": (
        "line-not-there",
        "A line is asked for that the code does not have, or one is stressed that is not shown. Lines are counted from "
        "1, in the whole text or file.",
    ),
    "S137": (
        "unreadable-formula",
        "The formula is no LaTeX that can be shown: a command is not known, a brace is not closed, or something is "
        "missing that a command applies to.",
    ),
    "F320": (
        "crowded-labels",
        "The names below a chart's columns are wider than the columns are apart, so programs turn them, or leave some "
        "out. Bars that lie have room for long names: `type: bar`.",
    ),
    "F321": (
        "code-line-too-long",
        "A line of code is longer than the slide is wide, even at the smallest size, so it is broken where nobody "
        "meant it to be. Break it in two, as its language allows.",
    ),
    "F322": (
        "thin-slices",
        "Several slices of a pie are so thin that their names fall on one another. Put them together as “Other”, or "
        "show bars, which have a line for each name.",
    ),
}
"""Code -> name and text."""
