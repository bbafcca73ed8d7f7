"""Which findings are wanted, and how grave they are: `checks:` in deckbuild.yaml, `--select` and `--ignore`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from deckbuild.checks.rule import ProjectRule, Rule
from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.families import family_of
from deckbuild.diagnostics.model import Diagnostic, Severity


@dataclass(frozen=True)
class Selection:
    """What the project and the command line ask for.

    Words are families (`time`, `T`), codes, or names of codes.  A word for one code goes before one for its family,
    and the command line before deckbuild.yaml.
    """

    settings: Mapping[str, str] = field(default_factory=dict)
    """Word -> on, off, or a severity."""
    select: tuple[str, ...] = ()
    """Nothing but these, where there are any."""
    ignore: tuple[str, ...] = ()

    def of(self, rule: Rule | ProjectRule) -> Severity | None:
        """How grave what `rule` finds is; None where it is not to run."""
        named = _said(rule.code, self.select)
        if (self.select and not named) or _said(rule.code, self.ignore):
            return None
        setting = self._setting(rule.code)
        if setting == "off" or (not setting and not rule.on):
            return rule.severity if named == "code" else None
        return _severity(setting, rule.severity)

    def judged(self, diagnostic: Diagnostic) -> Diagnostic | None:
        """What a stage reported, as the project sees it; None where it does not want to see it.

        Errors stay: without them there is no output.
        """
        if diagnostic.severity is Severity.ERROR:
            return diagnostic
        if (self.select and not _said(diagnostic.code, self.select)) or _said(diagnostic.code, self.ignore):
            return None
        setting = self._setting(diagnostic.code)
        if setting == "off":
            return diagnostic if _said(diagnostic.code, self.select) == "code" else None
        return replace(diagnostic, severity=_severity(setting, diagnostic.severity))

    def _setting(self, code: str) -> str:
        for words in _words(code):
            for word in words:
                if word in self.settings:
                    return self.settings[word]
        return ""


def _severity(setting: str, usual: Severity) -> Severity:
    return Severity(setting) if setting in ("error", "warning", "info") else usual


def _words(code: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Words for one code, then those for its family."""
    return (code, CATALOGUE[code].name), (code[0], family_of(code))


def _said(code: str, words: Iterable[str]) -> str:
    """Whether one of `words` means the `code`: "code" or "family" where it does."""
    listed = set(words)
    one, family = _words(code)
    return "code" if listed & set(one) else "family" if listed & set(family) else ""
