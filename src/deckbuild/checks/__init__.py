"""Advice about a well-formed lesson: one function a rule, `RULES` of each family's module, `ALL` is the list."""

from deckbuild.checks import (
    absent,
    accessibility,
    alike,
    bank,
    copied,
    counts,
    density,
    ids,
    learning,
    notes,
    outcomes,
    pace,
    sources,
    tasks,
    time,
)
from deckbuild.checks.rule import ProjectRule, Rule

ALL: tuple[Rule | ProjectRule, ...] = (
    *time.RULES,
    *pace.RULES,
    *notes.RULES,
    *counts.RULES,
    *absent.RULES,
    *outcomes.RULES,
    *learning.RULES,
    *tasks.RULES,
    *bank.RULES,
    *density.RULES,
    *sources.RULES,
    *copied.RULES,
    *alike.RULES,
    *accessibility.RULES,
    *ids.RULES,
)

BUILT: tuple[Rule, ...] = tuple(rule for rule in ALL if isinstance(rule, Rule) and rule.built)
"""What `build` asks too."""
