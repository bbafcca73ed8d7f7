"""Rules about references, facts and terms of one lesson.  Whether an address still answers is not looked at: no rule
leaves the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckbuild.checks.rule import Finding, ProjectRule, Rule, Subject
from deckbuild.checks.slides import on_slide, own, spot, texts, tokens, words_for
from deckbuild.checks.texts import authored
from deckbuild.checks.vocabulary import pattern
from deckbuild.diagnostics.model import Severity
from deckbuild.kinds.chart import Chart
from deckbuild.kinds.quote import Quote
from deckbuild.markdown import mentions
from deckbuild.spec.head import Reference, Term

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def never_cited(subject: Subject) -> Iterator[Finding]:
    """A reference is listed, and nothing cites it (R121)."""
    listed = subject.lesson.references
    used = set(_used(subject)) & set(listed)
    without = {id_: one for id_, one in listed.items() if id_ not in used} if used else {}
    spoken = "\n".join(one.words for one in authored(subject) if one.role != "reference") if without else ""
    for id_, reference in without.items():
        if reference.title not in spoken and not (reference.symbol and reference.symbol in spoken):
            hint = f"cite it where it is used, `[@{id_}]` or `- reference: {id_}`, or remove it"
            yield Finding(f"nothing cites the reference `{id_}`", reference.place.of("title"), (hint,))


def _used(subject: Subject) -> Iterator[str]:
    """Ids that texts, cues and sections name."""
    for words in authored(subject):
        yield from mentions(words.markdown)
    for section in subject.lesson.sections:
        yield from section.references or ()
        for cue in (*section.notes, *(cue for slide in section.slides for cue in slide.notes)):
            yield from cue.reference or ()


def one_symbol_two_documents(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """The same document symbol has two titles or two years (R122)."""
    seen: dict[tuple[str, str], tuple[Reference, Subject]] = {}
    for subject in subjects:
        for reference in subject.lesson.references.values():
            if not reference.symbol:
                continue
            key = (_symbol(reference.symbol), subject.language)
            first, where = seen.setdefault(key, (reference, subject))
            if first is reference:
                continue
            place = f"{where.file}:{first.place.span.line}"
            if tokens(first.title) != tokens(reference.title):
                message = f"`{reference.symbol}` has another title in {place}: `{first.title}`"
                yield Finding(message, reference.place.of("title"), ("look it up, and write it alike",))
            if first.year != reference.year:
                message = f"`{reference.symbol}` has another year in {place}: {first.year or 'none'}"
                yield Finding(message, reference.place.of("year"), ("look it up, and write it alike",))


def _symbol(written: str) -> str:
    return re.sub(r"\s|\((?:19|20)\d\d\)", "", written).casefold()


_OF_SYMBOL = re.compile(r"\(((?:19|20)\d\d)\)|/((?:19|20)\d\d)/")


def year_against_symbol(subject: Subject) -> Iterator[Finding]:
    """The year of a reference is not the one in its symbol or in brackets in its title (R123)."""
    for reference in subject.lesson.references.values():
        for text, field in ((reference.symbol, "symbol"), (reference.title, "title")):
            match = _OF_SYMBOL.search(text or "")
            said = int(match[1] or match[2]) if match else None
            if said and reference.year and said != reference.year:
                message = f"the {field} says {said}, the year is {reference.year}"
                yield Finding(message, reference.place.of("year"), ("correct one of the two",))


_HTTP = re.compile(r"(?<!\[)http://(?!localhost|127\.|www\.w3\.org/|schemas\.)[^\s)\]>\"'`]+")


def link_not_secure(subject: Subject) -> Iterator[Finding]:
    """An address begins with http:// (R124)."""
    hint = "write https:// where the site answers to it; browsers warn of the other"
    for reference in subject.lesson.references.values():
        if reference.url and _HTTP.match(reference.url):
            yield Finding(f"`{_cut(reference.url)}` is not encrypted", reference.place.of("url"), (hint,))
    for words in texts(subject):
        for address in _HTTP.findall(words.markdown) if "http://" in words.markdown else ():
            if f"`{address}" not in words.markdown:
                yield Finding(f"`{_cut(address)}` is not encrypted", spot(subject, words, address), (hint,))


def _cut(address: str) -> str:
    return address if len(address) <= 50 else address[:49] + "…"


def reference_twice(subject: Subject) -> Iterator[Finding]:
    """A document stands in the references twice (R125)."""
    seen: dict[str, str] = {}
    for id_, reference in subject.lesson.references.items():
        for key in (reference.url, " ".join((*tokens(reference.title), str(reference.year)))):
            first = seen.setdefault(key, id_) if key else id_
            if first != id_:
                message = f"`{id_}` is the same document as `{first}`"
                yield Finding(message, reference.place.of("title"), (f"keep one, and cite it as `[@{first}]`",))
                break


_DOCUMENT = re.compile(
    r"(?<![\w/.])[A-Z]{1,4}(?:/[A-Z][A-Z0-9.]*)+/\d+(?:/\d+)*(?:/Rev\.\d+)?(?![\w/])|(?<![\w/.])[AES]/(?:19|20)\d\d/\d+(?![\w/])"
)


def symbol_not_in_references(subject: Subject) -> Iterator[Finding]:
    """A text names a document by its symbol, and the references do not have it (R126)."""
    known = {_symbol(one.symbol) for one in subject.lesson.references.values() if one.symbol}
    told: set[str] = set()
    for words in texts(subject) if known else ():
        if words.role == "reference":
            continue
        for symbol in _DOCUMENT.findall(words.words):
            if _symbol(symbol) not in known and symbol not in told:
                told.add(symbol)
                message = f"`{symbol}` is not among the references"
                yield Finding(message, spot(subject, words, symbol), ("add it, so that people can look it up",))


def reference_incomplete(subject: Subject) -> Iterator[Finding]:
    """A reference can't be found by what it says (R127)."""
    for id_, one in subject.lesson.references.items():
        if not (one.url or one.symbol or (one.year and (one.author or one.publisher))):
            message = f"`{id_}` has neither an address, nor a symbol, nor who published it when"
            yield Finding(message, one.place.of("title"), ("add what is needed to find it",))


def reference_after_edition(subject: Subject) -> Iterator[Finding]:
    """A reference is younger than the edition that cites it (R128)."""
    edition = _edition_year(subject)
    for id_, reference in subject.lesson.references.items() if edition else ():
        if edition and reference.year and reference.year > edition:
            message = f"`{id_}` is of {reference.year}, the edition of {edition}"
            yield Finding(message, reference.place.of("year"), ("correct the year, or bring the edition up to date",))


def _edition_year(subject: Subject) -> int | None:
    years = _YEAR.findall(subject.lesson.edition or subject.project.edition or "")
    return int(years[-1]) if years else None


_FIGURE = re.compile(
    r"(?<![\w.])\d+(?:[.,]\d+)*\s?(?:%|per ?cent|percent|pour cent|por ciento|prozent|million|billion|millionen|"
    r"milliarden|millones|milliards?)",
    re.IGNORECASE,
)


def figure_without_source(subject: Subject) -> Iterator[Finding]:
    """A slide shows a figure, and nothing says where it comes from (R129)."""
    if not subject.lesson.references:
        return
    for stop, slide in own(subject):
        listed = on_slide(subject).get(stop.key, ())
        if any(cue.reference for cue in slide.notes) or any(words.field in ("source", "credit") for words in listed):
            continue
        if any(id_ in subject.lesson.references for words in listed for id_ in mentions(words.markdown)):
            continue
        for words in listed:
            match = _FIGURE.search(words.words) if words.shown else None
            if match:
                hint = "add `- reference:` to the notes, or `[@id]` behind the figure"
                yield Finding(f"nothing says where `{match[0]}` comes from", spot(subject, words, match[0]), (hint,))
                break


_SENTENCE = 4
"""Words that a sentence has at least; less is a heading or a cell."""
_RUNNING = ("cue", "body", "key_message", "case", "activity", "handout", "question", "answer")


def perishable(subject: Subject) -> Iterator[Finding]:
    """A text says something that is true for a while, without saying when (R130)."""
    known = words_for(subject)
    wanted = pattern(known.perishable) if known else None
    for words in texts(subject) if wanted else ():
        if words.role not in _RUNNING:
            continue
        for line in words.words.split("\n") if wanted else ():
            match = wanted.search(line) if wanted else None
            if match and not _YEAR.search(line) and len(line.split()) > _SENTENCE:
                hint = "name the year or the edition, or leave it out"
                yield Finding(f"`{match[0]}` will not be true for long", spot(subject, words, match[0]), (hint,))


def review_is_due(subject: Subject) -> Iterator[Finding]:
    """A reference was to be looked through before this edition (R131)."""
    edition = _edition_year(subject)
    for id_, reference in subject.lesson.references.items() if edition else ():
        due = _YEAR.search(reference.review_by or "")
        if edition and due and int(due[1]) < edition:
            message = f"`{id_}` was to be looked through by {reference.review_by}, the edition is of {edition}"
            yield Finding(message, reference.place.of("review_by"), ("look it through, and set the next date",))


def references_written_by_hand(subject: Subject) -> Iterator[Finding]:
    """A slide lists references that outputs list already (R132)."""
    known = words_for(subject)
    generated = any(stop.generated == "references" for stop in subject.facts.stops)
    for stop, slide in own(subject) if known and subject.lesson.references else ():
        if known and slide.title and pattern(known.references_title).fullmatch(slide.title.strip(" :")):
            where = "the slide made from `references` does" if generated else "the documents do from `references`"
            message = f"slide {stop.numbers} lists references, as {where}"
            hint = "remove the slide, and add `references` to `generate`"
            yield Finding(message, slide.place.of("title"), (hint,))


def quotation_without_source(subject: Subject) -> Iterator[Finding]:
    """Somebody's words are shown, and nothing says whose they are (R133)."""
    for stop, slide in own(subject):
        if isinstance(slide.content, Quote) and not slide.content.quote.source:
            message = f"nothing says whose words slide {stop.numbers} shows"
            yield Finding(message, slide.content.quote.place.of("text"), ("add `source:`",))


def chart_without_source(subject: Subject) -> Iterator[Finding]:
    """A chart does not say where its numbers come from (R134)."""
    for stop, slide in own(subject):
        body = slide.content
        if isinstance(body, Chart) and not body.chart.source and not any(cue.reference for cue in slide.notes):
            message = f"nothing says where the numbers of slide {stop.numbers} come from"
            yield Finding(message, slide.place.fields.get("title", slide.place.span), ("add `source:` to the chart",))


def term_not_used(subject: Subject) -> Iterator[Finding]:
    """The glossary explains a word that the lesson does not use (R135)."""
    if not subject.lesson.glossary:
        return
    spoken = "\n".join(one.words.casefold() for one in authored(subject) if one.owner != "Term")
    for term in subject.lesson.glossary:
        if not all(_stem(word) in spoken for word in tokens(term.term)):
            message = f"the lesson does not use `{term.term}`"
            yield Finding(message, term.place.of("term"), ("remove it, or use the word where it is meant",))


def _stem(word: str) -> str:
    return word[: max(4, len(word) - 3)]


def term_explained_twice(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """A term is explained in two ways (R136)."""
    seen: dict[tuple[str, str], tuple[Term, Subject]] = {}
    for subject in subjects:
        for term in subject.lesson.glossary:
            key = (" ".join(tokens(term.term)), subject.language)
            first, where = seen.setdefault(key, (term, subject))
            if first is not term and (tokens(first.definition) != tokens(term.definition) or where is subject):
                place = f"{where.file}:{first.place.span.line}"
                message = f"`{term.term}` is explained in {place} too, and otherwise"
                if tokens(first.definition) == tokens(term.definition):
                    message = f"`{term.term}` is explained in {place} already"
                yield Finding(message, term.place.of("term"), ("explain it once, in the same words everywhere",))


def annex_not_mentioned(subject: Subject) -> Iterator[Finding]:
    """Nothing sends anybody to an annex (R137)."""
    if not subject.lesson.annexes:
        return
    named = {id_ for words in authored(subject) for id_ in mentions(words.markdown)}
    for letter, annex in subject.facts.annexes:
        if annex.id not in named:
            message = f"nothing refers to annex {letter}, `{annex.id}`"
            yield Finding(message, annex.place.of("id"), (f"write `[@{annex.id}]` where somebody needs it",))


RULES = (
    Rule("R121", never_cited),
    ProjectRule("R122", one_symbol_two_documents),
    Rule("R123", year_against_symbol),
    Rule("R124", link_not_secure, Severity.INFO),
    Rule("R125", reference_twice),
    Rule("R126", symbol_not_in_references),
    Rule("R127", reference_incomplete, Severity.INFO),
    Rule("R128", reference_after_edition),
    Rule("R129", figure_without_source, Severity.INFO),
    Rule("R130", perishable, Severity.INFO),
    Rule("R131", review_is_due),
    Rule("R132", references_written_by_hand),
    Rule("R133", quotation_without_source),
    Rule("R134", chart_without_source, Severity.INFO),
    Rule("R135", term_not_used, Severity.INFO),
    ProjectRule("R136", term_explained_twice),
    Rule("R137", annex_not_mentioned, Severity.INFO, on=False),
)
