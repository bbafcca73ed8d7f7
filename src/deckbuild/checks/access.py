"""Rules about texts that not everybody can use: links, colours, capitals, headings and lists that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from deckbuild.blocks import Heading, Paragraph
from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.texts import Words, authored, exchanged, found_in
from deckbuild.markdown import blocks
from deckbuild.runs import plain

_LINK = re.compile(r"(?<!!)\[([^\]\[]+)\]\(((?:https?:|mailto:)[^\s)]+)\)")
_EMPTY = frozenset((
    "here", "click here", "link", "this link", "this", "more", "read more", "learn more", "see here", "page", "website",
    "this page", "this website", "source", "ici", "cliquez ici", "lien", "ce lien", "en savoir plus", "lire la suite",
    "plus", "cette page", "hier", "hier klicken", "klicken sie hier", "mehr", "mehr erfahren", "dieser link", "aquí",
    "aqui", "haga clic aquí", "haz clic aquí", "enlace", "este enlace", "más", "leer más", "esta página", "هنا",
    "اضغط هنا", "الرابط",
))  # fmt: skip


def link_text(subject: Subject) -> Iterator[Finding]:
    """A link's text does not say where it leads: `here`, `this link` (A105)."""
    for text in authored(subject):
        for match in _LINK.finditer(text.markdown) if "](" in text.markdown else ():
            said = match[1].strip(" *_.")
            if said.lower() in _EMPTY:
                message = f"a link called `{said}` does not say where it leads"
                place = subject.part(text.span, text.markdown, match.start(1), match.end(1))
                yield Finding(message, place, ("name what is found there",))


def links_alike(subject: Subject) -> Iterator[Finding]:
    """Two links have the same text and lead to different places (A117)."""
    seen: dict[str, str] = {}
    for text in authored(subject):
        for match in _LINK.finditer(text.markdown) if "](" in text.markdown else ():
            said, url = match[1].strip().casefold(), re.sub(r"^https?://(?:www\.)?|/$", "", match[2])
            if said not in _EMPTY and seen.setdefault(said, url) != url:
                message = f"`{match[1]}` leads to {seen[said]} elsewhere"
                place = subject.part(text.span, text.markdown, match.start(1), match.end(1))
                yield Finding(message, place, ("give the two links different texts",))


_COLOURS = {
    "en": (
        r"red|green|blue|yellow|orange|purple|pink|grey|gray",
        r"(?:marked|shown|printed|written|highlighted|coded|displayed|appears?|drawn) in (?:the colou?r )?{c}\b",
        r"the {c} (?:ones|items?|text|words?|box(?:es)?|cells?|rows?|columns?|bars?|slices?|areas?|arrows?|dots?)\b",
    ),
    "fr": (
        r"rouges?|verte?s?|bleue?s?|jaunes?|oranges?|grise?s?",
        r"(?:marqué|indiqué|affiché|écrit|surligné|imprimé|apparaiss?)\w* en {c}\b",
        r"les (?:mots|cases|lignes|zones|parties|flèches|barres|points|éléments) {c}\b",
    ),
    "es": (
        r"roj[oa]s?|verdes?|azul(?:es)?|amarill[oa]s?|naranjas?|grises?",
        r"(?:marcad|mostrad|escrit|resaltad|impres|señalad)\w* (?:en|de) (?:color )?{c}\b",
        r"l[oa]s (?:palabras|casillas|filas|zonas|partes|flechas|barras|puntos|elementos) {c}\b",
    ),
    "de": (
        r"rot|grün|blau|gelb|orange|grau",
        r"{c} (?:markiert|hervorgehoben|dargestellt|gedruckt|geschrieben|unterlegt|gekennzeichnet)",
        r"die {c}en (?:Felder|Kästen|Kästchen|Zeilen|Spalten|Balken|Pfeile|Punkte|Wörter|Teile)\b",
    ),
    "ar": (r"الأحمر|الأخضر|الأزرق|الأصفر", r"باللون {c}"),
}
"""Names of colours by language, and how texts tell things apart by them."""
_BY_COLOUR = {
    language: re.compile(r"\b(?:" + "|".join(patterns).replace("{c}", f"(?:{names})") + ")", re.IGNORECASE)
    for language, (names, *patterns) in _COLOURS.items()
}


def colour_alone(subject: Subject) -> Iterator[Finding]:
    """A text tells things apart by their colour: `marked in red`, `the green boxes` (A106)."""
    pattern = _BY_COLOUR.get(subject.language.partition("-")[0])
    for text in authored(subject) if pattern else ():
        match = pattern.search(text.words) if pattern and text.role not in ("alt", "reference") else None
        if match:
            message = f"`{match[0]}` means nothing to who can't tell colours apart, or has it printed in grey"
            yield Finding(
                message, found_in(subject, text, match[0]), ("say where it stands, or what it is called, too",)
            )


def heading_skipped(subject: Subject) -> Iterator[Finding]:
    """Within a text a heading is more than one level below the heading before it (A109)."""
    for text in authored(subject):
        if text.form != "block" or "#" not in text.markdown:
            continue
        headings = [block for block in blocks(text.markdown, text.language) if isinstance(block, Heading)]
        for before, heading in pairwise(headings):
            if heading.level > before.level + 1:
                said = plain(heading.text)
                message = f"a heading of level {heading.level} follows one of level {before.level}"
                hint = f"write it with {before.level + 1} `#`"
                yield Finding(message, found_in(subject, text, "#" * heading.level + " " + said), (hint,))


_SHOUTED = re.compile(r"(?:\b[A-ZÀ-ÝА-Я]{2,}\b[^\w\n]{1,3}){3,}\b[A-ZÀ-ÝА-Я]{2,}\b")


def all_capitals(subject: Subject) -> Iterator[Finding]:
    """Four words or more are written in capitals alone (A113)."""
    for text in authored(subject):
        match = _SHOUTED.search(text.words) if text.role != "reference" else None
        if match and sum(len(word) > 3 for word in match[0].split()) >= 2:
            message = f"`{match[0][:40]}` is written in capitals"
            hint = "write it as a sentence; the brand sets titles in capitals where it wants them"
            yield Finding(message, found_in(subject, text, match[0]), (hint,))


def false_heading(subject: Subject) -> Iterator[Finding]:
    """In a handout or an annex a bold line stands for a heading (A114)."""
    for text in authored(subject):
        if text.form != "block" or text.owner not in ("Handout", "Annex") or "**" not in text.markdown:
            continue
        listed = blocks(text.markdown, text.language)
        for block in listed[:-1]:
            if isinstance(block, Paragraph) and block.text and all(run.bold for run in block.text):
                said = plain(block.text)
                if len(said) < 80 and not said.endswith((".", "!", "?")):
                    message = f"`{said[:40]}` looks like a heading, and is none"
                    yield Finding(message, found_in(subject, text, said), ("write `## ` before it, without the stars",))
                    break


_MARK = re.compile(r"^(?:[•▪◦‣·●○■□➢➤✓✔*–—-]|(?:[0-9]{1,2}|[a-z])[.)])[ \t\u00a0]+(?=\S)")


def typed_mark(subject: Subject) -> Iterator[Finding]:
    """A point of a list begins with a bullet or a number that was typed (A116)."""
    for text in authored(subject):
        if text.owner == "Point" or text.field in ("steps", "tasks", "debrief", "options", "needs"):
            match = _MARK.match(text.markdown)
            if match:
                yield _typed(subject, text, match)


def _typed(subject: Subject, text: Words, match: re.Match[str]) -> Finding:
    mark = match[0].strip()
    hint = "take it out; `numbered: true` numbers a list" if mark[0].isalnum() else "take it out"
    place = subject.part(text.span, text.markdown, 0, match.end())
    fix = exchanged(subject, text, [(0, match.end(), "")])
    return Finding(f"`{mark}` is typed before a point that has its mark already", place, (hint,), fix)


RULES = (
    Rule("A105", link_text),
    Rule("A106", colour_alone),
    Rule("A109", heading_skipped),
    Rule("A113", all_capitals),
    Rule("A114", false_heading),
    Rule("A116", typed_mark),
    Rule("A117", links_alike),
)
