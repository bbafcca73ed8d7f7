"""Rules about what must not leave the house: the trainer's words in what participants get, paths, heavy files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.texts import Words, authored, found_in
from deckbuild.diagnostics.model import Severity
from deckbuild.runs import Run
from deckbuild.spec.cue import Reader

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FEWEST = 5
"""Words from which on a text is known again for certain."""


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _participants(subject: Subject) -> str:
    """All that stands in the participants' document, in small letters without signs."""
    said: list[str] = []
    _collect(subject.participant.blocks, said)
    return _folded("\n".join(said))


def _begin(folded: str) -> str:
    return " ".join(folded.split(" ", _FEWEST)[:_FEWEST])


def _in_a_row(told: str) -> Iterator[tuple[str, ...]]:
    """Each five words in a row."""
    words = told.split()
    return zip(*(words[at:] for at in range(_FEWEST)), strict=False)


def _collect(value: object, said: list[str]) -> None:
    """The texts within blocks, paragraph by paragraph; alternative texts too."""
    if isinstance(value, tuple):
        if value and isinstance(value[0], Run):
            said.append("".join([run.text for run in value]))
            return
        for one in value:
            _collect(one, said)
    elif isinstance(value, str):
        said.append(value)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _names(value.__class__):
            _collect(getattr(value, name), said)


@cache
def _names(block: type[DataclassInstance]) -> tuple[str, ...]:
    """The fields of a class of blocks."""
    return tuple(field.name for field in fields(block))


def trainers_text_told(subject: Subject) -> Iterator[Finding]:
    """What is the trainer's alone stands in what participants get, word for word (P341)."""
    secret = [
        (text, folded)
        for text in authored(subject)
        if text.readers == {Reader.TRAINER} and text.role in ("tip", "answer", "cue", "activity") and not text.shown
        and text.owner not in ("BankQuestion", "Asked")  # right answers stand among the options
        and (folded := _folded(text.words)).count(" ") >= _FEWEST - 1
    ]  # fmt: skip
    told = subject.shared(_participants) if secret else ""
    begins = {tuple(_begin(folded).split()) for _, folded in secret}
    there = begins.intersection(_in_a_row(told))
    for text, folded in secret:
        if tuple(_begin(folded).split()) in there and folded in told and not _spoken(text):
            open_ = subject.shared(_open_texts).get(_begin(folded))
            message = "this is for the trainer alone, and stands in what participants get"
            if open_ is not None:
                message += f" (line {open_.span.line})"
            yield Finding(message, text.span, ("take one of the two out, or say `for: everyone`",))


def _spoken(text: Words) -> bool:
    """Whether participants hear it anyway."""
    return text.role == "cue" and text.field in ("say", "transition", "show", "text")


def _open_texts(subject: Subject) -> dict[str, Words]:
    """The first text that participants read with each five words in a row."""
    found: dict[str, Words] = {}
    for text in authored(subject):
        if Reader.PARTICIPANT in text.readers:
            words = _folded(text.words).split()
            for at in range(len(words) - _FEWEST + 1):
                found.setdefault(" ".join(words[at : at + _FEWEST]), text)
    return found


def answer_on_slide(subject: Subject) -> Iterator[Finding]:
    """The answer to a question stands on the slide that asks it (P342)."""
    by_key: dict[str, list[Words]] = {}
    for text in authored(subject):
        if text.key:
            by_key.setdefault(text.key, []).append(text)
    for listed in by_key.values():
        shown = [
            text for text in listed if text.shown and text.field not in ("options", "stem") and text.role != "title"
        ]
        for answer in listed:
            folded = _folded(answer.words)
            if answer.role == "answer" and answer.field in ("answers", "answer") and folded.count(" ") >= 2:
                open_ = next((text for text in shown if folded == _folded(text.words)), None)
                if open_ is not None:
                    message = "the answer to a question of this slide stands on it"
                    yield Finding(message, open_.span, ("show it on the next slide, or leave it to the group",))


_TRAINERS = re.compile(
    r"(?:^|[\n(\[])\s*(?:notes? (?:to|for) (?:the )?(?:trainers?|facilitators?|instructors?|teachers?)"
    r"|(?:trainer|facilitator|instructor|teacher)(?:['’]s|s['’])? (?:notes?|only|tip)"
    r"|for (?:the )?(?:trainer|facilitator|instructor)s? only"
    r"|notes? (?:pour|au) (?:le |la )?(?:formateur|formatrice|facilitateur|animateur)"
    r"|nota para (?:el |la )?(?:formador|facilitador|instructor)a?"
    r"|hinweise? für (?:die |den )?(?:Trainer|Lehrkr|Kursleit|Dozent)\w*|ملاحظة للمدرب)\s*[:)\]—–-]",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:^|[\n(\[])\s*(?:(?:correct |right |expected |suggested |sample |model )?answers?(?: key)?|solutions?"
    r"|réponses?(?: attendues?)?|corrigé|respuestas?(?: esperadas?)?|soluci[oó]n(?:es)?|Antwort(?:en)?|Lösung(?:en)?"
    r"|الإجابة)\s*:",
    re.IGNORECASE,
)


def trainers_label(subject: Subject) -> Iterator[Finding]:
    """A text that participants get is labelled as the trainer's: `Note to trainer:`, `Answer:` (P343)."""
    for text in authored(subject):
        if Reader.PARTICIPANT not in text.readers or text.role in (
            "reference",
            "imprint",
            "title",
            "label",
            "evaluation",
        ):
            continue
        match = _TRAINERS.search(text.words)
        if match is None and text.role in ("question", "activity", "case", "handout"):
            match = _ANSWER.search(text.words)
        if match:
            said = match[0].strip(" \n([")
            message = f"`{said}` stands in what participants get"
            hint = "move it to `tip`, `answers` or `solution`, which are the trainer's alone"
            yield Finding(message, found_in(subject, text, said), (hint,))


_PATH = re.compile(
    r"\b[A-Z]:\\\w|\\\\[\w.-]+\\\w|\bfile:///?\w|(?<![\w/.])/(?:Users|home)/\w+/"
    r"|\bhttps?://\w+\.(?:local|lan|intranet|corp)\b"
    r"|\.sharepoint\.com/(?:personal|:\w:)",
    re.IGNORECASE,
)


def local_address(subject: Subject) -> Iterator[Finding]:
    """A text names a place that only its author's machine or office has (P344)."""
    for text in authored(subject):
        match = _PATH.search(text.markdown) if "/" in text.markdown or "\\" in text.markdown else None
        if match and not ("`" in text.markdown and match[0] not in text.words):
            message = f"`{match[0]}…` leads nowhere outside of one machine or office"
            yield Finding(message, found_in(subject, text, match[0]), ("give the file along, or a public address",))


def file_name(subject: Subject) -> Iterator[Finding]:
    """The lesson's file has a space or a letter in its name that mail programs and web servers change (P345)."""
    name = subject.file.name
    if re.search(r"[^A-Za-z0-9._-]", name):
        message = f"every output is named after `{name}`"
        yield Finding(message, subject.lesson.place.of("lesson"), ("name it with letters, digits, `-`, `_` and `.`",))


def heavy_pack(subject: Subject) -> Iterator[Finding]:
    """Pictures, films and sounds make the deck too heavy to be sent (P346)."""
    most = subject.limits.deck_megabytes
    size = sum(len(asset.content) for asset in subject.assets.values()) / 1e6
    if size > most:
        listed = sorted(subject.assets.items(), key=lambda one: -len(one[1].content))[:3]
        named = ", ".join(f"{path.name} {len(asset.content) / 1e6:.0f} MB" for path, asset in listed)
        message = f"the files in this lesson weigh {size:.0f} MB, {most} MB can be sent by mail"
        place = subject.lesson.place.of("title")
        yield Finding(message, place, (f"save the largest smaller: {named}", "lay films beside: `embed: false`"))


_PERSON = re.compile(
    r"\b[\w.+-]+@[\w-]+\.[\w.]{2,}\b|(?<![\w/.-])\+[0-9]{1,3}[ -]?(?:\(0\))?(?:[0-9][ -]?){7,12}(?!\w)"
)


def personal_data(subject: Subject) -> Iterator[Finding]:
    """A mail address or a telephone number stands in what participants get (P347)."""
    for text in authored(subject):
        if Reader.PARTICIPANT not in text.readers or text.role == "imprint":
            continue
        match = _PERSON.search(text.words) if "@" in text.words or "+" in text.words else None
        if match and not re.search(r"@(?:example|test|domain)\.|git@", match[0]):
            message = f"`{match[0]}` goes to everybody who gets the pack"
            yield Finding(message, found_in(subject, text, match[0]), ("leave it in the imprint, or take it out",))


RULES = (
    Rule("P341", trainers_text_told, Severity.ERROR),
    Rule("P342", answer_on_slide),
    Rule("P343", trainers_label),
    Rule("P344", local_address),
    Rule("P345", file_name),
    Rule("P346", heavy_pack),
    Rule("P347", personal_data, Severity.INFO),
)
