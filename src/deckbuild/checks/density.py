"""Rules about how much stands on a slide.  Houses differ: each limit is a setting of deckbuild.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.slides import count, countable, own, plural, said, shown_on, texts
from deckbuild.checks.texts import Words, authored
from deckbuild.diagnostics.model import Severity, Span
from deckbuild.facts import Stop
from deckbuild.kinds.body import Body
from deckbuild.kinds.bullets import Bullets, Point
from deckbuild.kinds.chart import Chart
from deckbuild.kinds.columns import Columns
from deckbuild.kinds.quote import Quote
from deckbuild.kinds.table import Table
from deckbuild.kinds.text import Text
from deckbuild.lesson.lesson import Slide


def too_many_words(subject: Subject) -> Iterator[Finding]:
    """A slide holds more words than people read while somebody speaks (D601)."""
    most = subject.limits.words_a_slide
    for stop, slide in own(subject) if countable(subject) else ():
        if isinstance(slide.content, Table) or stop.posed or stop.placed:
            continue
        there = sum(count(one.words) for one in _read(subject, stop))
        if there > most:
            hint = f"move what is spoken to the notes, or divide the slide; {most} words are the most here"
            yield Finding(f"slide {stop.numbers} has {there} words", _of_body(slide), (hint,))


def _read(subject: Subject, stop: Stop) -> Iterator[Words]:
    """What a slide shows to be read: no code, no captions."""
    return (one for one in shown_on(subject, stop) if one.role != "caption" and one.owner not in _NO_PROSE)


_NO_PROSE = ("Coded", "Code", "Math", "Charted", "Tabled")


def _of_body(slide: Slide) -> Span:
    return slide.place.fields.get("title", slide.place.span)


def too_many_points(subject: Subject) -> Iterator[Finding]:
    """A slide has more points than people keep in mind (D602)."""
    most = subject.limits.points_a_slide
    for stop, slide in own(subject):
        for listed in _lists(slide.content):
            if len(listed) > most:
                message = f"a list on slide {stop.numbers} has {len(listed)} points"
                hint = f"put them into groups, or divide the slide; {most} points are the most here"
                yield Finding(message, listed[most].place.span, (hint,))


def _lists(body: Body | None) -> Iterator[Sequence[Point]]:
    if isinstance(body, Bullets):
        yield body.bullets
    elif isinstance(body, Columns):
        for column in body.columns:
            yield from _lists(column.body)


def point_too_long(subject: Subject) -> Iterator[Finding]:
    """A point is a paragraph (D603); a slide with several of them is told once, at the longest."""
    most = subject.limits.words_a_point
    long: dict[str, list[tuple[int, Words]]] = {}
    for words in texts(subject) if countable(subject) else ():
        if words.owner == "Point" and words.shown and (length := count(words.words)) > most:
            long.setdefault(words.key, []).append((length, words))
    for found in long.values():
        length, longest = max(found, key=lambda one: one[0])
        others = f", and {plural(len(found) - 1, 'other')} of the slide more than {most}" if len(found) > 1 else ""
        hint = f"say it in {most} words, and the rest in the notes"
        yield Finding(f"this point has {length} words{others}", longest.span, (hint,))


def table_too_large(subject: Subject) -> Iterator[Finding]:
    """A table on a slide has more rows or columns than can be followed (D604)."""
    rows, columns = subject.limits.table_rows, subject.limits.table_columns
    for _, slide in own(subject):
        for table in _tables(slide.content):
            there = len(table.table.rows)
            across = len(table.table.header) or max(map(len, table.table.rows), default=0)
            if there > rows or across > columns:
                message = f"the table has {plural(there, 'row')} and {plural(across, 'column')}"
                hint = f"show what matters, and give the rest out; {rows} by {columns} is the most here"
                yield Finding(message, table.place.of("table"), (hint,))


def _tables(body: Body | None) -> Iterator[Table]:
    if isinstance(body, Table):
        yield body
    elif isinstance(body, Columns):
        for column in body.columns:
            yield from _tables(column.body)


def title_too_long(subject: Subject) -> Iterator[Finding]:
    """A title is longer than can be taken in at a glance (D605)."""
    most = subject.limits.words_a_title
    for stop, slide in own(subject) if countable(subject) else ():
        length = count(slide.title or "")
        if length > most:
            hint = f"say it in {most} words; the rest belongs on the slide or into the notes"
            yield Finding(f"the title of slide {stop.numbers} has {length} words", slide.place.of("title"), (hint,))


def only_text_for_long(subject: Subject) -> Iterator[Finding]:
    """Slide after slide is text, with nothing to look at and nothing to do (D606)."""
    most = subject.limits.text_slides_running
    running: list[tuple[Stop, Slide]] = []
    for stop, slide in (*own(subject), (None, None)):
        if stop is not None and slide is not None and _wordy(stop, slide):
            running.append((stop, slide))
            continue
        if len(running) > most:
            first, last = running[0][0].numbers, running[-1][0].numbers
            message = f"slides {first} to {last} are {len(running)} slides of text, one after the other"
            hint = "show something, or set the group to work, in between"
            yield Finding(message, _of_body(running[most][1]), (hint,))
        running = []


def _wordy(stop: Stop, slide: Slide) -> bool:
    if stop.posed or stop.placed or slide.background is not None:
        return False
    return isinstance(slide.content, (Bullets, Text, Quote)) and not any(
        cue.activity or cue.case for cue in slide.notes
    )


def list_of_one(subject: Subject) -> Iterator[Finding]:
    """A list has a single point (D607)."""
    for stop, slide in own(subject):
        for listed in _lists(slide.content):
            for points in _levels(listed):
                if len(points) == 1 and not (isinstance(slide.content, Columns) and points is listed):
                    message = f"a list on slide {stop.numbers} has one point"
                    hint = "write it as `text`, put it into the point above it, or find the second one"
                    yield Finding(message, points[0].place.span, (hint,))


def _levels(points: Sequence[Point]) -> Iterator[Sequence[Point]]:
    yield points
    for point in points:
        if point.points:
            yield from _levels(point.points)


def message_too_long(subject: Subject) -> Iterator[Finding]:
    """A key message is longer than anybody remembers (D608)."""
    most = subject.limits.words_a_message
    for words in authored(subject) if countable(subject) else ():
        if words.role == "key_message":
            length = count(words.words)
            if length > most:
                hint = f"say it in {most} words, as one would to a neighbour"
                yield Finding(f"this key message has {length} words", words.span, (hint,))


def paragraph_on_slide(subject: Subject) -> Iterator[Finding]:
    """A slide shows a long paragraph (D609)."""
    most = subject.limits.words_a_paragraph
    for words in texts(subject) if countable(subject) else ():
        if words.shown and words.form == "block" and words.role == "body":
            longest = max(map(count, words.paragraphs), default=0)
            if longest > most:
                hint = f"break it up, or say it; {most} words are the most here"
                yield Finding(f"a paragraph on the slide has {longest} words", words.span, (hint,))


def section_too_long(subject: Subject) -> Iterator[Finding]:
    """A section goes on for more slides than a part of a lesson should (D610)."""
    most = subject.limits.slides_a_section
    for section in subject.facts.sections:
        there = sum(not stop.hidden and not stop.generated for stop in section.stops)
        if there > most:
            message = f"the section `{section.section.title}` has {there} slides"
            hint = f"divide it where the subject changes; {most} are the most here"
            yield Finding(message, section.section.place.of("title"), (hint,))


def speech_in_one_block(subject: Subject) -> Iterator[Finding]:
    """Something to say is one long paragraph, in which the trainer loses the place (D611)."""
    most = subject.limits.words_a_say
    for words in authored(subject) if countable(subject) else ():
        if said(words) and words.field in ("say", "do", "tip"):
            longest = max(map(count, words.paragraphs), default=0)
            if longest > most:
                hint = f"make paragraphs, or several cues; {most} words can be found again at a glance"
                yield Finding(f"a paragraph has {longest} words", words.span, (hint,))


def too_many_slices(subject: Subject) -> Iterator[Finding]:
    """A pie or ring has more slices than can be told apart (D612)."""
    most = subject.limits.slices
    for _, slide in own(subject):
        body = slide.content
        bodies = [column.body for column in body.columns] if isinstance(body, Columns) else [body]
        for one in bodies:
            if isinstance(one, Chart) and one.chart.type in ("pie", "doughnut") and len(one.chart.rows) > most:
                message = f"the chart has {len(one.chart.rows)} slices"
                hint = f"put the small ones together, or use `type: bar`; {most} can be told apart"
                yield Finding(message, one.place.of("chart"), (hint,))


RULES = (
    Rule("D601", too_many_words),
    Rule("D602", too_many_points),
    Rule("D603", point_too_long),
    Rule("D604", table_too_large),
    Rule("D605", title_too_long),
    Rule("D606", only_text_for_long, Severity.INFO),
    Rule("D607", list_of_one, Severity.INFO, on=False),
    Rule("D608", message_too_long),
    Rule("D609", paragraph_on_slide),
    Rule("D610", section_too_long, Severity.INFO),
    Rule("D611", speech_in_one_block, Severity.INFO),
    Rule("D612", too_many_slices),
)
