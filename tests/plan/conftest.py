"""A lesson that is for several groups, has optional parts and an activity with shorter variants."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.load.labels import load_labels

LESSON = """
    lesson: "3"
    title: At the checkpoint
    outcomes:
      - {id: stop, text: Stop a car}
      - {id: search, text: Search a car}
      - {id: report, text: Write a report}
    references:
      manual: {title: Field manual}
      code: {title: Police code}
    handouts:
      - {id: form, title: Report form, text: Fill it in.}
    sections:
      - title: Stopping
        slides:
          - {id: signs, title: Signs, duration: 10 min, covers: stop, notes: [{say: "See [@police-signs]."}]}
          - id: police-signs
            title: Signs of the police
            duration: 6 min
            audience: police
            notes: [{reference: code}]
          - id: lights
            title: Lights
            duration: 4 min
            optional: true
            key_message: Be seen before you see.
            notes: [{say: Switch them on., audience: military}, {tip: For all.}]
      - title: Searching
        slides:
          - {id: order, title: In which order, duration: 8 min, covers: search, notes: [{reference: manual}]}
          - id: drill
            title: Drill
            duration: 35 min
            notes: [{activity: search-drill}]
          - {id: trunk, title: The boot, duration: 5 min, optional: true, priority: 2, covers: search}
      - title: Reporting
        optional: true
        priority: 1
        slides:
          - {title: What to write, duration: 7 min, covers: report, notes: [{distribute: form}]}
    activities:
      - id: search-drill
        title: Search drill
        duration: 30 min
        steps: [Search]
        variants:
          - {title: Demonstration, duration: 10 min, change: One shows it., steps: [Watch]}
          - {title: In pairs, duration: 20 min, change: Two by two.}
    questions:
      - {id: how-to-report, type: true_false, stem: A report is signed., answer: "true", covers: report}
"""


@pytest.fixture
def checkpoint(load_text: Callable[..., object]) -> Lesson:
    """The lesson above; it takes 75 minutes."""
    return load_text(LESSON).lesson  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def labels() -> Labels:
    """deckbuild's own words in English."""
    return load_labels("en", {}, Diagnostics(), NOWHERE)
