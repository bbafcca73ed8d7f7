"""What every page of one deck is composed from."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.brand.brand import Brand
from deckbuild.compose.cues import Cues
from deckbuild.compose.fitting import Policy
from deckbuild.compose.linking import Linker
from deckbuild.compose.measure import Metrics
from deckbuild.facts import Facts, Stop
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson


@dataclass(frozen=True)
class Deck:
    """What every page of one deck is composed from."""

    lesson: Lesson
    facts: Facts
    brand: Brand
    labels: Labels
    linker: Linker
    cues: Cues
    metrics: Metrics
    edition: str
    title_lines: int
    policy: Policy

    def policy_for(self, stop: Stop) -> Policy:
        """What to do with too much text on a slide: what it says itself, else the project, else the brand."""
        return (stop.slide and stop.slide.fit) or self.policy
