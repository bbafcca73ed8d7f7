"""A lesson cut to those who are taught it: what is for others goes, and what only that led to."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics.model import Diagnostics, Place
from deckbuild.lesson.lesson import Lesson
from deckbuild.plan.leaving import Wanted, leave_out
from deckbuild.plan.tailoring import check_words, tailor
from deckbuild.spec.authored import walk
from deckbuild.spec.leftout import Gap, LeftOut, Reason, Why


def slides(lesson: Lesson) -> list[str]:
    return [slide.title or "" for section in lesson.sections for slide in section.slides]


def gone(left: tuple[LeftOut, ...]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.key, one.reason.why.value) for one in left]


def gaps(lesson: Lesson) -> list[str]:
    return [node.left.key for node in walk(lesson) if isinstance(node, Gap)]


def skipped(*keys: str) -> Wanted:
    return Wanted(dict.fromkeys(keys, Reason(Why.SKIP)))


def test_nobody_in_particular_hears_everything(checkpoint: Lesson) -> None:
    assert tailor(checkpoint, (), ()) == (checkpoint, ())


def test_what_is_for_others_goes_with_what_it_led_to(checkpoint: Lesson) -> None:
    lesson, left = tailor(checkpoint, ["military"], ())

    assert "Signs of the police" not in slides(lesson)
    assert gone(left) == [("slide", "police-signs", "audience"), ("reference", "code", "follows")]
    assert left[0].reason.words == ("police",)
    assert set(lesson.references) == {"manual"}


def test_a_cue_goes_alone(checkpoint: Lesson) -> None:
    lesson, left = tailor(checkpoint, ["police"], ())

    assert gone(left) == [("cue", "lights#1", "audience")]
    assert [cue.verb for cue in lesson.sections[0].slides[2].notes] == ["left_out", "tip"]


def test_several_groups_are_taught_together(checkpoint: Lesson) -> None:
    assert tailor(checkpoint, ["police", "military"], ()) == (checkpoint, ())


def test_the_line_stands_where_the_slide_was(checkpoint: Lesson) -> None:
    lesson, _ = tailor(checkpoint, ["military"], ())

    signs = lesson.sections[0].slides[0]
    assert [cue.verb for cue in signs.notes] == ["say", "left_out"]


def test_a_reference_to_what_is_gone_says_so(checkpoint: Lesson) -> None:
    diags = Diagnostics()
    lesson, _ = tailor(checkpoint, ["military"], (), diags)

    assert lesson.sections[0].slides[0].notes[0].say == "See [@-]."
    (found,) = diags.in_order()
    assert (found.code, found.span.line) == ("C201", 16)


def test_what_stood_first_is_told_in_the_notes_of_its_section(checkpoint: Lesson) -> None:
    lesson, _ = leave_out(checkpoint, skipped("signs"))

    assert [cue.verb for cue in lesson.sections[0].notes] == ["left_out"]


def test_a_whole_section_is_one_line(checkpoint: Lesson) -> None:
    lesson, left = leave_out(checkpoint, skipped("section/1"))

    assert gone(left)[0] == ("section", "section/1", "skip")
    assert left[0].time.high == 20 * 60
    assert [section.title for section in lesson.sections] == ["Searching", "Reporting"]
    assert gaps(lesson) == ["section/1"]


def test_a_section_without_its_slides_goes_too(checkpoint: Lesson) -> None:
    lesson, left = leave_out(checkpoint, skipped("3/1"))

    assert [section.title for section in lesson.sections] == ["Stopping", "Searching"]
    assert gone(left) == [
        ("section", "section/3", "skip"),
        ("handout", "form", "follows"),
        ("outcome", "report", "follows"),
        ("question", "how-to-report", "follows"),
    ]


def test_what_is_no_longer_taught_is_not_promised_and_not_asked(checkpoint: Lesson) -> None:
    lesson, _ = leave_out(checkpoint, skipped("3/1"))

    assert [one.id for one in lesson.outcomes] == ["stop", "search"]
    assert not lesson.questions
    assert not lesson.handouts


def test_an_activity_goes_with_its_cue(checkpoint: Lesson) -> None:
    lesson, left = leave_out(checkpoint, skipped("search-drill"))

    assert gone(left) == [("cue", "drill#1", "skip"), ("activity", "search-drill", "skip")]
    assert not lesson.activities
    assert "Drill" in slides(lesson)


def test_nothing_left_is_no_section(checkpoint: Lesson) -> None:
    lesson, _ = leave_out(checkpoint, skipped("section/1", "section/2", "section/3"))

    assert lesson.sections == ()


def test_tags_choose_like_groups(load_text) -> None:
    lesson = load_text("""
        lesson: "1"
        title: T
        sections:
          - title: S
            slides:
              - {title: Everybody, text: a}
              - {title: Basics, text: b, tags: [basic]}
              - {title: Law, text: c, tags: [law, advanced]}
              - {title: Law for police, text: d, tags: law, audience: police}
    """).lesson

    def kept(audience: list[str], tags: list[str]) -> list[str]:
        return slides(tailor(lesson, audience, tags)[0])

    assert kept([], ["basic"]) == ["Everybody", "Basics"]
    assert kept([], ["advanced", "basic"]) == ["Everybody", "Basics", "Law"]
    assert kept(["military"], ["law"]) == ["Everybody", "Law"]
    assert kept(["police"], ["law"]) == ["Everybody", "Law", "Law for police"]


@pytest.mark.parametrize(
    ("audience", "hint"),
    [
        ("polise", "did you mean `police`?"),
        ("medics", "choose from `military`, `police`, or remove it"),
    ],
)
def test_a_group_that_nothing_is_for_is_reported(checkpoint: Lesson, audience: str, hint: str) -> None:
    diags = Diagnostics()
    check_words([checkpoint], [audience], [], Place(), diags)

    (found,) = diags.in_order()
    assert (found.code, found.message) == ("C202", f"nothing in these lessons is for `{audience}`")
    assert found.hints == (hint,)


def test_a_tag_that_nothing_has_is_reported(checkpoint: Lesson) -> None:
    diags = Diagnostics()
    check_words([checkpoint], ["police"], ["core"], Place(), diags)

    (found,) = diags.in_order()
    assert (found.code, found.hints[0][:10]) == ("C203", "remove it,")
