"""A GIFT question bank -> `questions:`, and a lesson round them that is ready for slides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import unescape

from deckbuild.importing.accounting import missed
from deckbuild.importing.draft import Cue, Draft, Entry, Origin, Section, Value
from deckbuild.importing.gift.markup import line, texts
from deckbuild.importing.gift.parse import Given, Raw, questions, unescaped
from deckbuild.importing.markup import escaped, unmarked
from deckbuild.importing.naming import Names, slug
from deckbuild.importing.opening import Source
from deckbuild.importing.reading import Options, Piece, Reading, Remark
from deckbuild.load.text import BIDI, CONTROL
from deckbuild.spec.bank import Level

_LEVELS = frozenset(level.value for level in Level)
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?=#|$)", re.IGNORECASE)
_MARKS = re.compile(
    r"<[^<>]*>|%-?[0-9.]+%|^\s*//.*$|^\s*\$CATEGORY:.*$|::(?:\\.|[^:\\])*::|\[(?:html|markdown|plain|moodle)\]",
    re.MULTILINE,
)
_BLOCKS = re.compile(r"</?(?:p|br|li|ul|ol|div|td|tr|h[1-6])\b[^<>]*>|%-?[0-9.]+%", re.IGNORECASE)
"""What is no text of a question: tags, shares, comments, names."""
_HIDDEN = re.compile(f"{CONTROL.pattern}|{BIDI.pattern}")
"""Taken out before all else: what holds nothing but these is empty, and what differs by these is the same."""
_NO_ANSWER = "Say what a good answer holds: the bank does not."


@dataclass
class _Made:
    """An entry while it is made, and what is to be said about it."""

    values: dict[str, Value]
    comments: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """Texts that are said by the kind of entry, or that deckbuild has no place for."""


def read(source: Source, options: Options) -> Reading:
    """The questions of a bank."""
    del options
    names = Names()
    entries: list[Entry] = []
    uncertain: list[Remark] = []
    loose: list[str] = []
    pieces: list[Piece] = []
    title = ""
    written, removed = _HIDDEN.subn("", source.text)
    for one in questions(written):
        if isinstance(one, tuple):
            title = title or _category(one[1])
            continue
        where = Origin(source.name, f"line {one.line}")
        if not one.braces:
            said = line(one.stem, one.format)
            if not said:
                continue
            loose.append(said)
            pieces.append(Piece(unmarked(loose[-1]), "descriptions", place=where.place))
            continue
        made = _entry(one)
        name = _name(one, made, names)
        entries.append(Entry({"id": name, **made.values}, tuple(made.comments), where))
        uncertain += [Remark(f"question `{name}`: {doubt}", where) for doubt in made.doubts]
        pieces += [Piece(unmarked(text), "questions", place=where.place) for text in _said(made.values)]
        pieces += [Piece(text, "questions", "the kind of question says it", where.place) for text in made.texts]
    words = [unescape(unescaped(_MARKS.sub("", _BLOCKS.sub(" ", text)))) for text in written.split("\n")]
    pieces += missed(words, pieces)
    shown = escaped(title or _readable(source.stem))
    notes = tuple(Cue("text", one) for one in loose)
    section = Section(
        shown, notes=notes, comments=("To show a question: a slide with `question: ID`.",), origin=Origin(source.name)
    )
    draft = Draft(
        {"lesson": "1", "title": shown, "generate": ("title",)}, (section,), questions=tuple(entries),
        comments={"lesson": ("A bank has no number: is this one right?",)},
    )  # fmt: skip
    told = (Remark(f"{removed:,} control characters were taken out", Origin(source.name)),) if removed else ()
    return Reading(draft, tuple(pieces), tuple(uncertain), told=told)


def _name(raw: Raw, made: _Made, names: Names) -> str:
    wanted = slug(raw.id or unescaped(raw.title))
    if wanted and names.take(wanted):
        return wanted
    return names.make(unescaped(raw.title) or unmarked(str(made.values["stem"])), "question")


def _entry(raw: Raw) -> _Made:
    stem, _, pictures = texts(raw.stem, raw.format)
    after = line(raw.after, raw.format) if raw.after.strip() else ""
    joined = f"{stem} ___ {after}".strip() if after else stem
    general, points, more = texts(raw.general, raw.format)
    made = _kind(raw, joined or "…")
    if points and made.values["type"] == "open":
        made.values["answer"] = points
        made.comments = [one for one in made.comments if one != _NO_ANSWER]
        made.doubts = [one for one in made.doubts if "no answer" not in one]
    elif points:
        general = " ".join([general, *points]).strip()
    if general:
        made.values["feedback"] = " ".join(filter(None, (str(made.values.get("feedback", "")), general)))
    level = next((tag for tag in raw.tags if tag in _LEVELS), "")
    if level:
        made.values["level"] = level
    if pictures or more:
        made.doubts.append("it shows a picture, which did not come along")
    return made


def _kind(raw: Raw, stem: str) -> _Made:
    truth = _TRUTH.match(raw.head)
    if truth:
        return _true_false(raw, stem, truth)
    if raw.head.startswith("#"):
        return _number(raw, stem)
    if any(one.match is not None for one in raw.answers):
        return _matching(raw, stem)
    if any(one.sign == "~" for one in raw.answers) and len(raw.answers) > 1:
        return _choice(raw, stem)
    if raw.answers:
        return _completion(raw, stem)
    made = _Made({"type": "open", "stem": stem, "answer": ("…",)}, [_NO_ANSWER])
    made.doubts.append("it has no answer: an essay, to be marked by hand")
    return made


def _true_false(raw: Raw, stem: str, truth: re.Match[str]) -> _Made:
    made = _Made({"type": "true_false", "stem": stem, "answer": truth[1][0].upper() == "T"}, texts=[truth[1]])
    said = [line(one, raw.format) for one in re.split(r"(?<!\\)#", raw.head[truth.end() :]) if one.strip()]
    if said:
        made.values["feedback"] = " ".join(said)
    return made


def _number(raw: Raw, stem: str) -> _Made:
    """A number, with a tolerance or between two others; several are written with `=` each."""
    written = [raw.head[1:].strip(), *(one.text for one in raw.answers)]
    answers, doubts = [], []
    for one in filter(None, written):
        value, _, comment = one.partition("#")
        low, between, high = value.partition("..")
        number, _, tolerance = value.partition(":")
        if between:
            answers.append(f"{low.strip()} to {high.strip()}")
        elif tolerance.strip(" 0."):
            answers.append(f"{number.strip()} (±{tolerance.strip()})")
        else:
            answers.append(number.strip())
        doubts += [comment.strip()] if comment.strip() else []
    answers = [one for one in answers if one]
    values: dict[str, Value] = {"type": "completion", "stem": stem, "answer": _one_or_all(answers or ["…"])}
    said = [*(line(one, raw.format) for one in doubts), *_comments(raw.answers, raw.format)]
    if said:
        values["feedback"] = " ".join(said)
    return _Made(values)


def _matching(raw: Raw, stem: str) -> _Made:
    pairs: dict[str, str] = {}
    doubts: list[str] = []
    for one in raw.answers:
        part, match = line(one.text, raw.format), line(one.match or "", raw.format)
        if not part or not match:
            doubts.append(f"`{part or match}` belongs to nothing, and is not among the pairs")
        elif part in pairs or match in pairs.values():
            doubts.append(f"`{part}` and `{match}` stand twice, and are not among the pairs")
        else:
            pairs[part] = match
    if not 3 <= len(pairs) <= 26:
        listed = tuple(f"{part} → {match}" for part, match in pairs.items()) or ("…",)
        doubts.append("fewer than three pairs are no matching question: it is an open one")
        return _Made({"type": "open", "stem": stem, "answer": listed}, doubts=doubts)
    shaped = tuple({"part": part, "match": match} for part, match in pairs.items())
    return _Made({"type": "matching", "stem": stem, "pairs": shaped}, doubts=doubts)


def _choice(raw: Raw, stem: str) -> _Made:
    made = _Made({"type": "choice", "stem": stem})
    options: dict[str, str] = {}
    comments: dict[str, str] = {}
    apart: list[str] = []
    right: list[str] = []
    empty = again = 0
    best = any(one.sign == "=" for one in raw.answers)
    for one in raw.answers[:26]:
        text, comment = line(one.text, raw.format), line(one.comment, raw.format)
        said = unmarked(text).casefold()
        if not said.strip():
            empty += 1
            apart += [comment] if comment else []
            continue
        if said in options:
            again += 1
            made.texts.append(unmarked(text))
        text = options.setdefault(said, text)
        if comment and comment not in comments.get(text, ""):
            comments[text] = f"{comments.get(text, '')} {comment}".strip()
        share = one.share or 0
        if (one.sign == "=" or (not best and share > 0)) and text not in right:
            right.append(text)
        elif best and share > 0:
            made.doubts.append(f"`{text}` gives {share:g} % of the points, which is not kept")
    made.doubts += [f"options without a text, which are left out: {empty}"] if empty else []
    made.doubts += [f"options that stand there twice, and are one now: {again}"] if again else []
    shown = list(options.values())
    if apart:
        made.values["feedback"] = " ".join(apart)
    if len(shown) < 2 or not right:
        made.doubts.append("no option is right, or there is only one: it is an open question")
        apart += comments.values()
        more = {"feedback": " ".join(apart)} if apart else {}
        return replace(made, values={"type": "open", "stem": stem, "answer": tuple(shown) or ("…",), **more})
    listed = tuple({"text": one, "feedback": comments[one]} if one in comments else one for one in shown)
    made.values |= {"options": listed, "answer": _one_or_all(right)}
    return made


def _completion(raw: Raw, stem: str) -> _Made:
    doubts = [
        f"`{line(one.text, raw.format)}` gives {one.share:g} % of the points, and is right here"
        for one in raw.answers
        if one.share is not None and one.share < 100
    ]
    answers = tuple(
        dict.fromkeys(
            filter(None, (line(one.text, "plain") for one in raw.answers if one.share is None or one.share > 0))
        )
    )
    stem = re.sub(r"(?:\s*___)+(?=.*___)", "", stem) if stem.count("___") > 1 else stem
    values: dict[str, Value] = {"type": "completion", "stem": stem, "answer": _one_or_all(answers or ("…",))}
    said = _comments(raw.answers, raw.format)
    if said:
        values["feedback"] = " ".join(said)
    return _Made(values, doubts=doubts)


def _comments(answers: Iterable[Given], form: str) -> list[str]:
    return [line(one.comment, form) for one in answers if one.comment]


def _one_or_all(answers: Iterable[str]) -> Value:
    listed = tuple(answers)
    return listed[0] if len(listed) == 1 else listed


def _said(values: Mapping[str, Value]) -> list[str]:
    """All texts of an entry but those that repeat an option."""
    out = [str(values["stem"]), str(values.get("feedback", ""))]
    for option in values.get("options", ()):
        out += [option] if isinstance(option, str) else list(option.values())
    for pair in values.get("pairs", ()):
        out += list(pair.values())
    if values["type"] in ("open", "completion"):
        answer = values["answer"]
        out += [answer] if isinstance(answer, str) else list(answer)
    return [one for one in out if one]


def _category(path: str) -> str:
    """The last step of a category's path; `//` stands for a stroke within a name."""
    steps = [step for step in path.replace("//", "\0").split("/") if step and not step.startswith("$")]
    return unescaped(steps[-1].replace("\0", "/")) if steps else ""


def _readable(stem: str) -> str:
    return re.sub(r"[-_.]+", " ", stem.removesuffix(".gift")).strip().capitalize() or "Questions"
