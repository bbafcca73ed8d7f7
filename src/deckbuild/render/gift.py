"""The bank of questions as a Moodle GIFT file (Moodle's documentation, GIFT format; question/format/gift/format.php).

Texts are written as HTML, so that their looks are kept.  Points are not: the format has no place for them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from deckbuild.blocks import Rich, Run, Web, plain
from deckbuild.compose.designation import designation
from deckbuild.compose.linking import Linker
from deckbuild.labels import Labels
from deckbuild.properties import Properties
from deckbuild.spec.bank import BankQuestion, QuestionType

_FULL = {1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667", 7: "14.28571", 8: "12.5", 9: "11.11111"}
"""Shares that Moodle accepts, by how many share; more than nine get a tenth each, or a twentieth."""


def gift(questions: tuple[BankQuestion, ...], linker: Linker, labels: Labels, properties: Properties) -> str:
    """All questions in one category, named after the lesson."""
    lesson = linker.lesson
    category = f"{designation(lesson, linker.programme, labels)}: {plain(linker.text(lesson.title))}".replace("/", "//")
    head = f"// {properties.lesson}, {properties.source}, build {properties.build}\n$CATEGORY: {category}\n"
    return "\n".join([head, *(_question(question, linker, labels) for question in questions)])


def _question(question: BankQuestion, linker: Linker, labels: Labels) -> str:
    stem, blank, after = _split(question.stem)
    comment = " ".join([f"// [id:{question.id}]", *(f"[tag:{tag}]" for tag in _tags(question))])
    lines = [f"::{_escaped(question.id)}::[html]{_html(linker.text(stem))}{{"]
    lines += [f"\t{answer}" for answer in _answers(question, linker, labels)]
    general = _general(question, linker)
    lines += [f"\t####{general}"] if general else []
    closing = f"}}{_html(linker.text(after))}" if blank and after else "}"
    return "\n".join([comment, *lines, closing, ""])


def _split(stem: str) -> tuple[str, str, str]:
    """What stands before the missing word, its blank, and what follows."""
    found = re.search(r"_{3,}", stem)
    return (stem[: found.start()], found[0], stem[found.end() :]) if found else (stem, "", "")


def _tags(question: BankQuestion) -> Iterator[str]:
    yield from question.covers
    if question.level:
        yield question.level.value


def _answers(question: BankQuestion, linker: Linker, labels: Labels) -> Iterator[str]:
    text = linker.text
    match question.type:
        case QuestionType.CHOICE:
            right = sum(question.correct)
            share = _share(right)
            wrong = _share(len(question.options) - right)
            for option, is_right in zip(question.options, question.correct, strict=True):
                sign = "=" if is_right else "~"
                if right > 1:
                    sign = f"~%{share}%" if is_right else f"~%-{wrong}%"
                said = f"#{_html(text(option.feedback))}" if option.feedback else ""
                yield f"{sign}{_html(text(option.text))}{said}"
        case QuestionType.TRUE_FALSE:
            yield "TRUE" if question.answer == ("true",) else "FALSE"
        case QuestionType.COMPLETION:
            yield from (f"=%100%{_escaped(_one_line(plain(text(answer))))}" for answer in question.answer)
        case QuestionType.MATCHING:
            for pair in question.pairs:
                part = _html(text(pair.part)).replace("->", "→").replace("-&gt;", "→")
                yield f"={part} -> {_escaped(_one_line(plain(text(pair.match))).replace('->', '→'))}"
        case QuestionType.OPEN:
            return


def _share(count: int) -> str:
    return _FULL.get(count, "10" if count == 10 else "5")


def _general(question: BankQuestion, linker: Linker) -> str:
    """What is said to everybody: the feedback, and to an open question the points that a good answer makes."""
    said = _html(linker.text(question.feedback)) if question.feedback else ""
    if question.type is not QuestionType.OPEN:
        return said
    points = "".join(f"<li>{_html(linker.text(answer))}</li>" for answer in question.answer)
    return f"{said}<ul>{points}</ul>"


def _html(rich: Rich) -> str:
    """Runs as HTML in one line, escaped for GIFT; a first character that would be read as a share or a format, too."""
    text = "".join(map(_run, rich))
    return _escaped({"%": "&#37;", "[": "&#91;"}.get(text[:1], text[:1]) + text[1:])


def _run(run: Run) -> str:
    text = html.escape(_one_line(run.text), quote=False)
    for wanted, tag in ((run.bold, "strong"), (run.italic, "em"), (run.code, "code"), (run.script, run.script)):
        if wanted:
            text = f"<{tag}>{text}</{tag}>"
    if isinstance(run.link, Web):
        address = html.escape(run.link.url, quote=True)
        return f'<a href="{address}">{text}</a>'
    return text


def _one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)


def _escaped(text: str) -> str:
    """`text` with a backslash before each character that means something in GIFT."""
    return re.sub(r"([\\~=#{}:])", r"\\\1", text)
