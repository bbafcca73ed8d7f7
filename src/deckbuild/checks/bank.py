"""Rules about how questions are written; after Haladyna, Downing and Rodriguez (2002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.slides import tokens, words_for
from deckbuild.checks.vocabulary import pattern
from deckbuild.diagnostics.model import Severity
from deckbuild.spec.bank import BankQuestion, QuestionType


def _choices(subject: Subject) -> Iterator[BankQuestion]:
    return (one for one in subject.lesson.questions if one.type is QuestionType.CHOICE)


def all_of_the_above(subject: Subject) -> Iterator[Finding]:
    """An option is "all of the above" or "none of the above" (Q131)."""
    known = words_for(subject)
    for question in _choices(subject) if known else ():
        for option in question.options:
            if known and known.all_of_these and pattern(known.all_of_these).fullmatch(option.text.rstrip(" .!")):
                message = f"`{option.text}` can be told right or wrong from two of the others"
                yield Finding(
                    message, option.place.of("text"), ("write an option of its own, or allow several answers",)
                )


def right_one_is_longest(subject: Subject) -> Iterator[Finding]:
    """The right option is much longer than the others (Q132)."""
    for question in _choices(subject):
        right = [len(option.text) for option, ok in zip(question.options, question.correct, strict=True) if ok]
        wrong = [len(option.text) for option, ok in zip(question.options, question.correct, strict=True) if not ok]
        if len(right) == 1 and len(wrong) > 1 and right[0] > 2 * max(wrong) and right[0] > _WORDY:
            message = f"the right option of `{question.id}` is twice as long as any other"
            yield Finding(message, question.place.of("answer"), ("make the others as full, or this one shorter",))


_WORDY = 40
"""Characters."""


def negated_stem(subject: Subject) -> Iterator[Finding]:
    """A question asks for what is not so, and does not make the word stand out (Q133)."""
    known = words_for(subject)
    for question in subject.lesson.questions if known else ():
        match = pattern(known.negated).search(question.stem) if known and question.type in _CHOSEN else None
        if match and not match[0].isupper() and not _stressed(question.stem, match.start(), match.end()):
            hint = f"ask for what is so, or write `**{match[0]}**`"
            yield Finding(f"`{match[0]}` is easily read over", question.place.of("stem"), (hint,))


_CHOSEN = (QuestionType.CHOICE, QuestionType.MATCHING)


def _stressed(stem: str, begin: int, end: int) -> bool:
    return stem[max(0, begin - 1) : begin] in ("*", "_") and stem[end : end + 1] in ("*", "_")


_SAME = 4


def all_true_or_all_false(subject: Subject) -> Iterator[Finding]:
    """All questions of true or false have the same answer (Q134)."""
    asked = [one for one in subject.lesson.questions if one.type is QuestionType.TRUE_FALSE]
    if len(asked) >= _SAME and len({one.answer for one in asked}) == 1:
        message = f"all {len(asked)} questions of true or false are {asked[0].answer[0]}"
        yield Finding(message, asked[0].place.of("answer"), ("turn some of them round",))


def option_repeats_stem(subject: Subject) -> Iterator[Finding]:
    """All options begin with the same words, which belong into the stem (Q135)."""
    for question in _choices(subject):
        listed = [tokens(option.text) for option in question.options]
        long = len(listed) > 2 and all(len(one) > _OPENING for one in listed)
        if long and len({tuple(one[:_OPENING]) for one in listed}) == 1:
            shared = " ".join(question.options[0].text.split()[:_OPENING])
            message = f"all options of `{question.id}` begin with `{shared}`"
            yield Finding(message, question.place.of("options"), ("put these words into the stem",))


_OPENING = 3


def question_twice(subject: Subject) -> Iterator[Finding]:
    """Two questions of the bank ask the same (Q136)."""
    seen: dict[tuple[str, ...], BankQuestion] = {}
    for question in subject.lesson.questions:
        asked = (*tokens(question.stem), *sorted(option.text for option in question.options))
        asked += tuple(sorted(pair.part for pair in question.pairs))
        first = seen.setdefault(asked, question)
        if first is not question:
            message = f"`{question.id}` asks the same as `{first.id}`"
            yield Finding(message, question.place.of("stem"), ("remove one of them",))


def answer_in_the_stem(subject: Subject) -> Iterator[Finding]:
    """The stem of a question gives its answer away (Q137)."""
    for question in _choices(subject):
        right = [option.text for option, ok in zip(question.options, question.correct, strict=True) if ok]
        if len(right) == 1 and len(right[0]) > _TELLING and _holds(question.stem, right[0]):
            message = f"the stem of `{question.id}` holds its answer, `{right[0]}`"
            yield Finding(message, question.place.of("stem"), ("take the words out of the stem",))


def _holds(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", text.casefold()) is not None


_TELLING = 5
"""Characters of an answer that is no chance word."""


def two_options(subject: Subject) -> Iterator[Finding]:
    """A choice has two options, so that guessing is right half of the time (Q138)."""
    for question in _choices(subject):
        if len(question.options) == 2:
            hint = "add an option that is chosen by those who mix something up, or use `true_false`"
            yield Finding(f"`{question.id}` has two options", question.place.of("options"), (hint,))


RULES = (
    Rule("Q131", all_of_the_above),
    Rule("Q132", right_one_is_longest),
    Rule("Q133", negated_stem),
    Rule("Q134", all_true_or_all_false),
    Rule("Q135", option_repeats_stem),
    Rule("Q136", question_twice),
    Rule("Q137", answer_in_the_stem),
    Rule("Q138", two_options, Severity.INFO),
)
