"""Rules about numbers that are typed: of things in a list, of slides, activities and handouts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.slides import on_slide, own, said, spot, texts, texts_with, tokens, words_for
from deckbuild.checks.texts import Words
from deckbuild.checks.vocabulary import Vocabulary, pattern
from deckbuild.diagnostics.model import Severity
from deckbuild.facts import Stop
from deckbuild.kinds.body import Body
from deckbuild.kinds.bullets import Bullets, Point
from deckbuild.kinds.columns import Columns
from deckbuild.kinds.groups import Groups
from deckbuild.kinds.steps import Steps
from deckbuild.kinds.table import Table
from deckbuild.kinds.timeline import Timeline

_NEAR = 2
"""A list that is longer or shorter by more than that is another list than the one counted."""


def number_against_list(subject: Subject) -> Iterator[Finding]:
    """A number in a slide's title or notes is not that of the points on the slide (N403)."""
    known = words_for(subject)
    if known is None:
        return
    counted = _counted(known)
    for stop, slide in own(subject):
        lengths = _lengths(slide.content)
        if not lengths:
            continue
        titled = {token[:_STEM] for token in tokens(stop.title) if len(token) > 3}
        for words in on_slide(subject).get(stop.key, ()):
            heads = words.role == "title" or words.role == "key_message"
            if heads or (said(words) and words.field in ("say", "show")):
                match = counted.search(words.words)
                if match and (heads or match["thing"].casefold()[:_STEM] in titled):
                    yield from _compared(subject, words, match, known, lengths)


_FEW = 3
"""What a cue calls two or a couple of things may be any."""
_STEM = 5
"""Letters that two forms of a word have in common."""


@lru_cache(maxsize=64)
def _counted(known: Vocabulary) -> re.Pattern[str]:
    """A number and the word that it counts; what is no list, such as minutes, is left out."""
    return re.compile(
        rf"(?<![\w.,:/§-])(?P<n>{known.number})(?![\w.,:%/–-])\s+(?!(?:{known.not_things})(?!\w))(?P<thing>\w[\w’'-]+)(?!\w)",
        re.IGNORECASE,
    )


def _compared(
    subject: Subject, words: Words, match: re.Match[str], known: Vocabulary, lengths: Sequence[int]
) -> Iterator[Finding]:
    number = known.value(match["n"])
    listed = lengths[0]
    if listed < 2 or (number < _FEW and words.role != "title"):
        return
    far = abs(number - listed) > (_NEAR if number > 4 else 1)
    if number < 2 or number in lengths or far or _stands_after(known.before_number, match):
        return
    message = f"`{match[0]}`: the slide lists {listed}"
    yield Finding(message, spot(subject, words, match[0]), ("correct the number, or the list",))


def _stands_after(words: str, match: re.Match[str]) -> bool:
    """Whether one of `words` stands right before what was found."""
    return pattern(rf"(?:{words})\s+$").search(match.string[max(0, match.start() - 30) : match.start()]) is not None


def _lengths(body: Body | None) -> tuple[int, ...]:
    """How many things a slide's body lists: the list itself first, then all that a number could also mean."""
    match body:
        case Bullets():
            return _of_points(body.bullets)
        case Groups():
            inner = [number for group in body.groups for number in _of_points(group.items)]
            return (len(body.groups), sum(len(group.items) for group in body.groups), *inner)
        case Columns():
            lists = [column.body for column in body.columns]
            if all(isinstance(one, Bullets) for one in lists):
                each = [len(one.bullets) for one in lists if isinstance(one, Bullets)]
                return (sum(each), len(lists), *each)
        case Table():
            rows = len(body.table.rows)
            return (rows, len(body.table.header), max(0, len(body.table.header) - 1)) if rows else ()
        case Steps():
            return (len(body.steps),)
        case Timeline():
            return (len(body.timeline),) if hasattr(body.timeline, "__len__") else ()
    return ()


def _of_points(points: Sequence[Point]) -> tuple[int, ...]:
    below = [number for point in points for number in (_of_points(point.points) if point.points else ())]
    return (len(points), sum(1 + len(point.points) for point in points), *below)


def number_against_what_follows(subject: Subject) -> Iterator[Finding]:
    """A number announces a list, and the list that follows has another length (N404).

    Both in running text (`five languages: English, French …`) and in a list under a sentence that ends with a colon.
    """
    known = words_for(subject)
    if known is None:
        return
    counted = _counted(known)
    for words in texts(subject):
        for match in counted.finditer(words.markdown) if ":" in words.markdown else ():
            listed, number = _following(words.markdown[match.end() :]), known.value(match["n"])
            if listed > 1 and number not in (1, listed) and not _stands_after(known.part_of, match):
                message = f"`{match[0]}`: {listed} follow"
                yield Finding(message, spot(subject, words, match[0]), ("correct the number, or the list",))


_LISTED = re.compile(
    r"[^.:;\n?!()]{0,40}:[ \t]*\n+((?:[ \t]*(?:[-*+]|\d+[.)])[ \t]+[^\n]*(?:\n+|$)(?:[ \t]+[^\n]*\n+)*)+)"
)
_INLINE = re.compile(r"[^.:;\n?!()]{0,30}:[ \t]+(?P<list>[^.:;\n?!()]+)(?:[.\n?!]|$)")
_AND = re.compile(r",?\s+(?:and|or|et|ou|y|e|o|und|oder|sowie)\s+|\s+و")
_POINT = re.compile(r"^(?:[-*+]|\d+[.)])[ \t]+", re.MULTILINE)
_SHORT = 5
"""Words that a thing in a list within a sentence has at most."""


def _following(rest: str) -> int:
    """How many things the list has that `rest` begins with, after a colon; 0 where no list can be told."""
    listed = _LISTED.match(rest)
    if listed:
        return len(_POINT.findall(listed[1]))
    inline = _INLINE.match(rest)
    if not inline:
        return 0
    *some, last = re.split(r"[,،]\s+", inline["list"].strip())
    things = [*some, *_AND.split(last)] if some else []
    whole = some and len(_AND.split(last)) == 2 and all(len(one.split()) <= _SHORT for one in things)
    return len(things) if whole and not any(_AND.search(one) for one in some) else 0


def typed_slide_number(subject: Subject) -> Iterator[Finding]:
    """A slide is named by a number that somebody typed (N405)."""
    known = words_for(subject)
    if known is None or not known.slide:
        return
    wanted = pattern(rf"(?:{known.slide}) (?P<n>[0-9]{{1,3}})(?![.,][0-9])")
    last = max((stop.through for stop in subject.facts.stops), default=0)
    for words in texts_with(subject, known, "slide"):
        for match in wanted.finditer(words.words):
            if match[0] == words.words.strip() or _linked_elsewhere(words, match[0]):
                continue  # the name of a slide that has no other, or of a slide in another deck
            number = int(match["n"])
            stop = next((one for one in subject.facts.stops if one.number <= number <= one.through), None)
            if stop is None:
                message, hint = f"there is no slide {number}, the last one is {last}", "refer to it by its id: `[@id]`"
            else:
                message = f"the number of `{_short(stop)}` is typed, and wrong as soon as a slide comes before it"
                named = stop.slide.id if stop.slide else None
                hint = f"write `[@{named}]`" if named else "give that slide an `id`, and write `[@id]`"
            yield Finding(message, spot(subject, words, match[0]), (hint,), _linked(subject, words, match, stop))


def _linked_elsewhere(words: Words, said_there: str) -> bool:
    """Whether it stands in the words of a link to the web."""
    return re.search(rf"\[[^\]]*{re.escape(said_there)}[^\]]*\]\(", words.markdown) is not None


def _linked(subject: Subject, words: Words, match: re.Match[str], stop: Stop | None) -> tuple:  # type: ignore[type-arg]
    """The fix that writes a reference in place of the number, where what is written is what would be shown."""
    slide = stop.slide if stop else None
    if slide is None or not slide.id or stop is None or match[0].casefold() != _label(subject, stop).casefold():
        return ()
    begin = words.markdown.find(match[0])
    if begin < 0 or match[0][0].isupper() or words.markdown.count(match[0]) > 1:
        return ()
    return subject.replaced(words.span, words.markdown, begin, begin + len(match[0]), f"[@{slide.id}]")


def _label(subject: Subject, stop: Stop) -> str:
    return subject.labels("to_slide", n=stop.numbers)


def _short(stop: Stop) -> str:
    return stop.title if len(stop.title) <= 40 else stop.title[:39].rstrip() + "…"


def typed_number_of_sheet(subject: Subject) -> Iterator[Finding]:
    """An activity or a handout is named by a number that none has (N412)."""
    known = words_for(subject)
    if known is None:
        return
    there = {
        "activity": [number for number, _ in subject.facts.activities],
        "handout": [number for number, _ in subject.facts.handouts],
    }
    for kind, noun in (("activity", known.activity), ("handout", known.handout)):
        wanted = pattern(rf"(?:{noun}) (?P<n>[0-9]+(?:\.[0-9]+){{0,2}})")
        possible = texts_with(subject, known, "activity" if kind == "activity" else "handout")
        titled = {match[0].casefold() for stop in subject.facts.stops for match in wanted.finditer(stop.title)}
        for words in possible:
            match = wanted.search(words.words)
            if match is None or match["n"] in there[kind] or match[0].casefold() in titled:
                continue
            heading = match.start() == 0 or words.words[match.start() - 1] == "\n"
            if not heading and f"{subject.lesson.lesson}.{match['n']}" not in there[kind]:
                numbers = ", ".join(there[kind]) or "none"
                message = f"there is no {kind} {match['n']}; this lesson has {numbers}"
                yield Finding(message, spot(subject, words, match[0]), ("refer to it by its id: `[@id]`",))


def titled_numbers(subject: Subject) -> Iterator[Finding]:
    """Titles carry numbers that somebody typed, and they do not run on (N413)."""
    numbered = [(int(match[1]), slide) for _, slide in own(subject) if (match := _LEADING.match(slide.title or ""))]
    for (before, _), (number, slide) in pairwise(numbered):
        if number not in (before, before + 1, 1) and len(numbered) >= 3:
            message = f"the title's number is {number}, the one before it is {before}"
            yield Finding(message, slide.place.of("title"), ("correct it, or leave numbers to deckbuild",))


_LEADING = re.compile(r"([1-9][0-9]?)[.)] \S")


RULES = (
    Rule("N403", number_against_list),
    Rule("N404", number_against_what_follows),
    Rule("N405", typed_slide_number),
    Rule("N412", typed_number_of_sheet),
    Rule("N413", titled_numbers, Severity.INFO),
)
