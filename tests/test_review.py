"""The reviewer: lessons one by one and all together, each rule's cost."""

from __future__ import annotations

from pathlib import PurePosixPath

from deckbuild.checks import BUILT, ids
from deckbuild.checks.rule import Finding, ProjectRule, Rule
from deckbuild.checks.selection import Selection
from deckbuild.diagnostics.model import Severity
from deckbuild.review import review
from deckbuild.workspace import InMemory

GOOD = 'lesson: "1.1"\ntitle: Good\nsections: [{title: Welcome, slides: [{title: A, bullets: [x]}]}]\n'
BAD = 'lesson: "1.2"\ntitle: Bad\nsections: [{title: Welcome, slides: [{title: A, bullets: ["see [@nowhere]"]}]}]\n'
LATE = 'lesson: "1.3"\ntitle: Late\nduration: 1 min\nsections: [{title: B, slides: [{title: A, duration: 2 min}]}]\n'


def codes(*lessons: str, selection: Selection | None = None, whole: bool = True) -> list[str]:
    files = {f"decks/{number}.yaml": text for number, text in enumerate(lessons)}
    lessons = [PurePosixPath(name) for name in files]
    found = review(InMemory(files), lessons, selection, rules=[*BUILT, *ids.RULES], whole=whole)
    return [f"{one.span.file[6:7]} {one.code}" for one in found.diagnostics]


def test_a_lesson_with_errors_keeps_no_other_from_being_checked() -> None:
    assert codes(BAD, LATE) == ["0 R101", "1 T301"]


def test_what_is_not_selected_is_not_told_but_errors_are() -> None:
    assert codes(BAD, LATE, selection=Selection(select=("A101",))) == ["0 R101"]
    assert codes(LATE, selection=Selection(ignore=("time",))) == []


def test_a_rule_that_waits_is_asked_by_its_code_alone() -> None:
    assert codes(GOOD, selection=Selection(select=("Y124",))) == ["0 Y124"]
    assert codes(GOOD, selection=Selection(select=("yaml",))) == []


def test_a_rule_about_the_project_sees_all_lessons_and_costs_something() -> None:
    def several(subjects):
        yield Finding(f"{len(subjects)} lessons", subjects[0].lesson.place.of("title"), ("look",))

    files = {"decks/a.yaml": GOOD, "decks/b.yaml": LATE}
    rules = [ProjectRule("C101", several, Severity.INFO)]
    found = review(InMemory(files), [PurePosixPath(name) for name in files], rules=rules)

    assert [(one.code, one.message) for one in found.diagnostics] == [("C101", "2 lessons")]
    assert found.seconds["C101"] > 0


def test_what_several_rules_need_is_made_once() -> None:
    made = []

    def titles(subject):
        made.append(subject)
        return [stop.title for stop in subject.facts.stops]

    def first(subject):
        yield Finding(subject.shared(titles)[0], subject.lesson.place.span, ("look",))

    files = {"decks/a.yaml": GOOD}
    rules = [Rule("C101", first), Rule("C102", first)]
    review(InMemory(files), [PurePosixPath("decks/a.yaml")], rules=rules)

    assert len(made) == 1


def test_a_comment_that_allows_nothing_is_told_where_one_lesson_is_checked_too() -> None:
    text = GOOD.replace("title: Good", "title: Good  # deckbuild: allow T301 the client knows")

    assert codes(text, whole=False) == ["0 Y120"]


def test_documents_are_composed_when_a_rule_asks_for_them() -> None:
    def words(subject):
        yield Finding(str(len(subject.facilitator.blocks)), subject.lesson.place.span, ("look",))

    files = {"decks/a.yaml": GOOD}
    found = review(InMemory(files), [PurePosixPath("decks/a.yaml")], rules=[Rule("C101", words)])

    assert int(found.diagnostics[0].message) > 0
