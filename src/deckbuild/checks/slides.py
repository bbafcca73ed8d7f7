"""What the rules on substance ask of slides and texts again and again; each answer is made once for a lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from deckbuild.checks.rule import Subject
from deckbuild.checks.texts import NOT_WORDS, Words, authored
from deckbuild.checks.vocabulary import About, Vocabulary, pattern, vocabulary
from deckbuild.diagnostics.model import Span
from deckbuild.facts import Stop
from deckbuild.lesson.lesson import Slide
from deckbuild.spec.cue import Cue

_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
_SAID = re.compile(r"\w*[^\W\d_]\w*(?:[-’'.]\w+)*")
"""A word that is no number."""
_UNSPACED = ("zh", "ja", "th", "lo", "km", "my")
"""Languages that do not part words by spaces: their words are not counted."""


def own(subject: Subject) -> tuple[tuple[Stop, Slide], ...]:
    """The slides that were written and are shown, in their order; generated and hidden ones are not among them."""
    return subject.shared(_own)


def _own(subject: Subject) -> tuple[tuple[Stop, Slide], ...]:
    return tuple((one, one.slide) for one in subject.facts.stops if one.slide and not one.generated and not one.hidden)


def texts_with(subject: Subject, known: Vocabulary, about: About) -> list[Words]:
    """The texts in which something of that sort may be spoken of, by the parts of words that it takes."""
    stems = known.stems.get(about, "").split()
    whole, lowered = subject.shared(_lowered)
    there = [stem for stem in stems if stem in whole]
    return [words for words, text in lowered if any(stem in text for stem in there)] if there else []


def _lowered(subject: Subject) -> tuple[str, list[tuple[Words, str]]]:
    """All that is said, in small letters: in one, and each text with its own."""
    lowered = [(words, words.words.lower()) for words in texts(subject)]
    return "\n".join(text for _, text in lowered), lowered


def on_slide(subject: Subject) -> Mapping[str, Sequence[Words]]:
    """The texts of each slide, its notes among them, by the slide's key."""
    return subject.shared(_on_slide)


def _on_slide(subject: Subject) -> Mapping[str, Sequence[Words]]:
    found: dict[str, list[Words]] = {}
    for words in authored(subject):
        if words.key:
            found.setdefault(words.key, []).append(words)
    return found


def shown_on(subject: Subject, stop: Stop) -> tuple[Words, ...]:
    """What a slide shows, its title left out."""
    return tuple(one for one in on_slide(subject).get(stop.key, ()) if one.shown and one.role != "title")


def said(words: Words) -> bool:
    """Whether a text is a cue's own: what the trainer says, does, asks."""
    return words.owner == "Cue" and words.role in ("cue", "tip")


def tokens(text: str) -> list[str]:
    """The words of `text`, in small letters."""
    return _WORD.findall(text.replace(NOT_WORDS, " ").casefold())


def lines_of(subject: Subject, words: Words) -> list[list[str]]:
    """The words of each paragraph of a text, in small letters; found once."""
    kept = subject.shared(_kept)
    if id(words) not in kept:
        kept[id(words)] = [tokens(line) for line in words.paragraphs]
    return kept[id(words)]


def _kept(subject: Subject) -> dict[int, list[list[str]]]:
    del subject
    return {}


def words_of(subject: Subject, words: Words) -> list[str]:
    """The words of a text, in small letters."""
    return [word for line in lines_of(subject, words) for word in line]


def count(text: str) -> int:
    """How many words `text` has; numbers are not counted."""
    return len(_SAID.findall(text.replace(NOT_WORDS, " ")))


def countable(subject: Subject) -> bool:
    """Whether the lesson's language parts words by spaces."""
    return subject.language.split("-")[0] not in _UNSPACED


def words_for(subject: Subject) -> Vocabulary | None:
    """How trainers write in the lesson's language; None where that is not known."""
    return vocabulary(subject.language)


def spot(subject: Subject, words: Words, said_there: str) -> Span:
    """Where `said_there` stands in a text; all of the text where that can't be told."""
    begin = words.markdown.find(said_there)
    if begin < 0:
        return words.span
    return subject.part(words.span, words.markdown, begin, begin + len(said_there))


def found_in(words: Words, regex: str) -> re.Match[str] | None:
    """The first place where a text says it."""
    return pattern(regex).search(words.words)


def cues(subject: Subject, stop: Stop) -> tuple[Cue, ...]:
    """The cues of a slide; those of its section come before those of the section's first slide."""
    before = subject.shared(_before).get(stop.key, ())
    return (*before, *(stop.slide.notes if stop.slide else ()))


def _before(subject: Subject) -> Mapping[str, tuple[Cue, ...]]:
    """The cues of sections, by the key of their first slide."""
    firsts = ((section, next((one for one in section.stops if one.slide), None)) for section in subject.facts.sections)
    return {first.key: section.section.notes for section, first in firsts if first}


def busy(subject: Subject, stop: Stop) -> bool:
    """Whether the group does something at a slide: it is asked, or set to work."""
    if stop.posed or stop.placed:
        return True
    return any(cue.ask or cue.activity or cue.case for cue in cues(subject, stop))


def minutes(seconds: float) -> str:
    """`3 min`, `2.5 min` or `40 s`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.1f}".removesuffix(".0") + " min"


def plural(number: int, noun: str) -> str:
    """`1 word`, `2 words`."""
    return f"{number} {noun}{'s' * (number != 1)}"


def texts(subject: Subject) -> Iterator[Words]:
    """The texts that are prose: no alternative texts, symbols or names."""
    return (one for one in authored(subject) if one.form != "line" and one.role != "alt")
