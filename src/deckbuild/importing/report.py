"""The report of an import, as Markdown: what became what, what is uncertain, what was left out, and the account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.diagnostics.model import Diagnostic, Severity
from deckbuild.diagnostics.terminal import by_family, summary
from deckbuild.importing.accounting import Account
from deckbuild.importing.draft import Draft, Slide
from deckbuild.importing.layout import LaidOut
from deckbuild.importing.reading import Reading, Remark
from deckbuild.kinds import ALL as KINDS

_KINDS = frozenset(kind.key for kind in KINDS)
_MOST = 25
"""Lines of one kind that are listed; how many more there are is said."""


@dataclass(frozen=True)
class Report:
    """All that is told about an import."""

    files: tuple[str, ...]
    lesson: str
    reading: Reading
    laid_out: LaidOut
    account: Account
    remaining: tuple[Diagnostic, ...]
    """What `deckbuild check` says about the lesson as it was written."""


def short(report: Report) -> list[str]:
    """The report in a few lines, for a terminal."""
    found = report.account
    lines = [f"{report.lesson}: {_counted(report.reading.draft)}"]
    said = [f"{found.read:,} characters read", f"{found.placed:,} placed{_share(found)}"]
    said += [f"{found.left_out:,} left out on purpose"] if found.left_out else []
    said += [f"{found.lost:,} lost"] if found.lost else []
    lines.append(", ".join(said))
    for share in found.shares:
        lines += [f"  lost from {share.part}: {one}" for one in share.missing[:3]]
    looked = (("uncertain", report.reading.uncertain), ("left out", report.reading.left_out))
    for word, remarks in looked:
        lines += [f"  {word}: {remark.text}{_at(remark)}" for remark in remarks[:5]]
        lines += [f"  {word}: {len(remarks) - 5} more; see the report"] if len(remarks) > 5 else []
    return lines


def _share(found: Account) -> str:
    """How much of what is to be placed was placed."""
    wanted = found.read - found.left_out
    return f" ({100 * found.placed / wanted:.1f} % of what belongs into a lesson)" if wanted else ""


def markdown(report: Report) -> str:
    """The whole report."""
    reading, found = report.reading, report.account
    lines = [f"# How {report.lesson} was made", "", f"From {_listed(report.files)}: {_counted(reading.draft)}.", ""]
    lines += _accounted(found, report.laid_out)
    lines += ["## What became what", "", *_became(reading.draft, report.laid_out), ""]
    lines += _remarks("## Good to know", reading.told)
    lines += _remarks("## Uncertain: please look", (*reading.uncertain, *_renamed(report.laid_out)))
    lines += _remarks("## Left out", reading.left_out)
    lines += _remaining(report.lesson, report.remaining)
    return "\n".join(lines).rstrip() + "\n"


def _accounted(found: Account, laid_out: LaidOut) -> list[str]:
    lines = ["## Characters", "", "Blanks and punctuation are not counted.", ""]
    lines += ["| Part | Read | Placed | Left out | Lost |", "|---|---:|---:|---:|---:|"]
    for share in found.shares:
        out = sum(share.left_out.values())
        lines.append(f"| {share.part} | {share.read:,} | {share.placed:,} | {out:,} | {share.lost:,} |")
    total = f"| all | {found.read:,} | {found.placed:,} | {found.left_out:,} | {found.lost:,} |"
    lines += [total, "", f"{found.placed:,} characters stand in the lesson{_share(found)}.", ""]
    reasons: dict[str, int] = {}
    for share in found.shares:
        for reason, size in share.left_out.items():
            reasons[reason] = reasons.get(reason, 0) + size
    lines += [f"- {size:,} left out: {reason}" for reason, size in reasons.items()]
    for share in found.shares:
        lines += _capped([f"- lost from {share.part}: {one}" for one in share.missing])
    if laid_out.removed:
        lines.append(f"- {laid_out.removed:,} control characters were taken out")
    return [*lines, ""] if lines[-1] else lines


def _became(draft: Draft, laid_out: LaidOut) -> list[str]:
    ids = iter(laid_out.ids)
    rows = ["| Found at | Became | Title |", "|---|---|---|"]
    for section in draft.sections:
        rows.append(f"| {section.origin} | section | {_cell(section.title)} |")
        for slide in section.slides:
            _, id_ = next(ids)
            said = f"slide `{id_}`, {kind_of(slide)}{_noted(slide)}"
            rows.append(f"| {slide.origin} | {said} | {_cell(slide.title)} |")
    more = (
        ("activity", draft.activities), ("case", draft.cases), ("question", draft.questions),
        ("handout", draft.handouts), ("term", draft.glossary), ("reference", draft.references.values()),
    )  # fmt: skip
    for word, entries in more:
        for entry in entries:
            name = entry.values.get("title") or entry.values.get("stem") or entry.values.get("term") or ""
            rows.append(f"| {entry.origin} | {word} | {_cell(str(name))} |")
    return rows


def kind_of(slide: Slide) -> str:
    """The kind of a slide: its body key, or what a slide without one is."""
    return next((key for key in slide.body if key in _KINDS), "no body")


def _noted(slide: Slide) -> str:
    return f", {len(slide.notes)} cue{'s' * (len(slide.notes) != 1)}" if slide.notes else ""


def _cell(text: str) -> str:
    plain = " ".join(text.split()).replace("|", "\\|")
    return plain if len(plain) <= 80 else plain[:79] + "…"


def _counted(draft: Draft) -> str:
    slides = sum(len(section.slides) for section in draft.sections)
    counts = (
        (len(draft.sections), "section"), (slides, "slide"), (len(draft.activities), "activity"),
        (len(draft.cases), "case"), (len(draft.questions), "question"), (len(draft.handouts), "handout"),
        (len(draft.references), "reference"), (len(draft.files), "picture"),
    )  # fmt: skip
    return ", ".join(f"{count} {_plural(word, count)}" for count, word in counts if count)


def _plural(word: str, count: int) -> str:
    if count == 1:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _renamed(laid_out: LaidOut) -> list[Remark]:
    return [
        Remark(f"more than one slide is called “{title}”: the later ones have a number") for title in laid_out.renamed
    ]


def _remarks(heading: str, remarks: Sequence[Remark]) -> list[str]:
    if not remarks:
        return []
    return [heading, "", *_capped([f"- {remark.text}{_at(remark)}" for remark in remarks]), ""]


def _at(remark: Remark) -> str:
    where = str(remark.origin)
    return f" ({where})" if where else ""


def _capped(lines: list[str]) -> list[str]:
    more = len(lines) - _MOST
    return [*lines[:_MOST], f"- and {more} more like it"] if more > 0 else lines


def _remaining(lesson: str, found: Sequence[Diagnostic]) -> list[str]:
    """What `deckbuild check` finds in the lesson: how many of each family, then the gravest, in the file's order."""
    if not found:
        return ["## What remains", "", f"`deckbuild check {lesson}` finds nothing.", ""]
    grave = list(Severity)
    lines = []
    for one in sorted(found, key=lambda one: grave.index(one.severity)):
        hint = f": {one.hints[0]}" if one.hints else ""
        lines.append(f"- line {one.span.line}: {one.severity.value} [{one.code}] {one.message}{hint}")
    said = f"`deckbuild check {lesson}` finds {summary(found)} ({by_family(found)}):"
    return ["## What remains", "", said, "", *_capped(lines), ""]


def _listed(files: Sequence[str]) -> str:
    return " and ".join(files)
