"""Pydantic's errors as mistakes of the author's: each with its place, and those that only follow left out."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deckbuild.kinds.choice import BODY
from deckbuild.load.locate import Found, Location, allowed, locate, model_at
from deckbuild.load.tree import Entries, Tree
from deckbuild.spec.authored import Authored

_LONGEST = 60
UNKNOWN, MISSING, TOO_FEW = "extra_forbidden", "missing", "too_short"


@dataclass(frozen=True)
class Mistake:
    """One error: pydantic's type (`kind`), `context` and `input`, and where it stands."""

    kind: str
    location: Location
    context: Mapping[str, Any]
    input: Any
    found: Found
    """The place of the value; for a missing key that of the mapping."""
    model: type[Authored] | None
    """What reads the mapping in which the last component of `location` stands, or should stand."""
    siblings: Collection[str]
    """The keys of that mapping."""

    @classmethod
    def of(cls, error: Mapping[str, Any], tree: Tree, model: type[Authored]) -> Mistake:
        """The mistake behind one of pydantic's error dicts."""
        location = tuple(error["loc"])
        holder = locate(tree, location[:-1]).node
        return cls(
            kind=error["type"],
            location=location,
            context=error.get("ctx", {}),
            input=error.get("input"),
            found=locate(tree, location),
            model=model_at(model, location[:-1]),
            siblings=holder.entries.keys() if isinstance(holder, Entries) else (),
        )

    @property
    def name(self) -> str:
        """The key that it is about; empty for the top."""
        return str(self.location[-1]) if self.location else ""

    @property
    def holder(self) -> Location:
        """The path of the mapping in which the key stands, or should stand."""
        return self.location[:-1]

    @property
    def allowed(self) -> tuple[str, ...]:
        """The keys that could stand beside the siblings."""
        keys = allowed(self.model, self.siblings) if self.model else ()
        return tuple(key for key in keys if key not in self.siblings)

    @property
    def meant(self) -> str:
        """The key that an unknown one probably stands for; empty where none is close."""
        spelt = folded(self.name)
        return near(self.name, self.allowed) or (spelt if spelt != self.name and spelt in self.siblings else "")


def near(word: str, candidates: Sequence[str]) -> str:
    """The candidate that was probably meant by `word`; empty where none is close."""
    written = folded(word)
    if written in candidates:
        return written
    longer = [one for one in candidates if len(one) > 2 and (written.startswith(one) or one.startswith(written))]
    if len(longer) == 1 and len(written) > 2:
        return longer[0]
    matches = difflib.get_close_matches(written[:_LONGEST], candidates, 1, 0.66)
    return matches[0] if matches else ""


def folded(word: str) -> str:
    """`word` as keys are spelt: small letters, joined by underscores."""
    return word.strip().lower().replace("-", "_").replace(" ", "_")


def without_consequences(mistakes: Sequence[Mistake]) -> Iterator[Mistake]:
    """The mistakes that would be left if all the others were mended."""
    unknown: dict[Location, list[Mistake]] = {}
    broken: Counter[Location] = Counter()
    for mistake in mistakes:
        if mistake.kind == UNKNOWN:
            unknown.setdefault(mistake.holder, []).append(mistake)
        broken.update(mistake.location[:length] for length in range(len(mistake.location)))
    for mistake in mistakes:
        if mistake.kind == MISSING and any(_stands_for(one, mistake) for one in unknown.get(mistake.holder, ())):
            continue
        if mistake.kind == TOO_FEW and broken[mistake.location]:
            continue
        yield mistake


def _stands_for(unknown: Mistake, missing: Mistake) -> bool:
    """Whether `unknown` is the missing key misspelt: for a body, any unknown key beside it may be."""
    return missing.name == BODY or unknown.meant == missing.name
