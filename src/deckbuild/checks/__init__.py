"""Advice about a well-formed lesson: one function a rule, `RULES` of each family's module, `ALL` is the list."""

from deckbuild.checks import accessibility, ids, learning, time
from deckbuild.checks.rule import ProjectRule, Rule

ALL: tuple[Rule | ProjectRule, ...] = (
    *time.RULES,
    *learning.RULES,
    *accessibility.RULES,
    *ids.RULES,
)

BUILT: tuple[Rule, ...] = tuple(rule for rule in ALL if isinstance(rule, Rule) and rule.built)
"""What `build` asks too."""
