"""Rules about what stands in place of pictures, films and sounds, and about tables that can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.texts import authored, found_in, word_list
from deckbuild.diagnostics.model import Severity
from deckbuild.kinds.audio import Audio
from deckbuild.kinds.image import Shown
from deckbuild.kinds.table import Tabled
from deckbuild.kinds.video import Video
from deckbuild.markdown import inline
from deckbuild.runs import plain
from deckbuild.spec.authored import walk

_FILE = re.compile(r"^[\w ().-]+\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|mp[34]|mov|wav|m4[av])$", re.IGNORECASE)
_CAMERA = re.compile(r"^(?:img|dsc[nf]?|image|picture|pict|photo|screenshot|untitled|figure|bild|foto|imagen|figura)"
                     r"[ _-]*[0-9]*$", re.IGNORECASE)  # fmt: skip
_NOTHING = word_list(
    "a an the image picture photo photograph diagram chart graph logo icon screenshot illustration figure map"
    " drawing video film audio sound ein eine das bild foto grafik diagramm abbildung una la imagen gráfico"
    " gráfica figura un une photographie graphique schéma dessin صورة رسم مخطط"
)


def alt_says_nothing(subject: Subject) -> Iterator[Finding]:
    """Alternative text is a file's name, or says no more than that there is a picture (A102)."""
    for text in authored(subject):
        if text.field != "alt":
            continue
        alt = text.markdown.strip().rstrip(".")
        words = alt.lower().split()
        if _FILE.match(alt) or _CAMERA.match(alt) or ("_" in alt and " " not in alt):
            yield Finding(f"`{alt}` is a file's name, not what there is to be seen", text.span, (_WHAT,))
        elif (
            len(words) <= 2
            and _NOTHING & set(words)
            and set(words) <= _NOTHING | {"a", "an", "the", "ein", "une", "un"}
        ):
            yield Finding(f"`{alt}` does not say what there is to be seen", text.span, (_WHAT,))


_WHAT = "say in a sentence what it shows, as you would on the telephone"


def alt_repeats(subject: Subject) -> Iterator[Finding]:
    """Alternative text repeats the slide's title or the caption, which are read aloud anyway (A103)."""
    for stop in subject.facts.stops:
        title = _folded(plain(inline(stop.title, subject.language)))
        for node in walk(stop.slide.content) if stop.slide and stop.slide.content else ():
            alt = getattr(node, "alt", None)
            if not alt:
                continue
            caption = getattr(node, "caption", None)
            same = "title" if _folded(alt) == title else ""
            if not same and caption and _folded(alt) == _folded(plain(inline(caption, subject.language))):
                same = "caption"
            if same:
                message = f"the alternative text repeats the {same}"
                yield Finding(message, node.place.of("alt"), ("say what is to be seen",))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


_OPENING = re.compile(
    r"^(?:an? |the )?(?:image|picture|photo|photograph|graphic|screenshot) (?:of|showing|that shows)\b"
    r"|^(?:une )?(?:image|photo|photographie) (?:de|d['’]|montrant)"
    r"|^(?:una )?(?:imagen|foto|fotografía) (?:de|que muestra)"
    r"|^(?:ein )?(?:bild|foto) (?:von|vom|einer?|mit)\b|^صورة (?:ل|تظهر)", re.IGNORECASE,
)  # fmt: skip


def alt_too_long(subject: Subject) -> Iterator[Finding]:
    """Alternative text is so long that it belongs into the notes, or begins with what screen readers say (A104)."""
    most = subject.limits.alt_length
    for text in authored(subject):
        if text.field != "alt" or text.owner not in ("Shown", "Played"):
            continue
        opening = _OPENING.match(text.markdown)
        if len(text.markdown) > most:
            message = f"the alternative text has {len(text.markdown)} characters"
            yield Finding(message, text.span, ("keep what matters here, and tell the rest in the notes",))
        elif opening:
            message = f"screen readers say that it is a picture; `{opening[0]}` says so again"
            yield Finding(message, found_in(subject, text, opening[0]), ("begin with what is to be seen",))


_TRANSCRIPT = re.compile(
    r"\btranscri|\bsubtitle|\bcaptions?\b|\bsous-titr|\bsubtítul|\bUntertitel|\bAbschrift|\bTranskript|نص مكتوب|ترجمة",
    re.IGNORECASE,
)
_LONG = 60
"""Seconds; what is shorter can be told in its alternative text."""


def no_transcript(subject: Subject) -> Iterator[Finding]:
    """A film or a sound of more than a minute, and no transcript or subtitles are spoken of (A107)."""
    played_at = [stop for stop in subject.facts.stops if stop.slide and isinstance(stop.slide.content, (Video, Audio))]
    named = {text.key for text in authored(subject) if _TRANSCRIPT.search(text.words)} if played_at else set()
    elsewhere = "" in named
    for stop in played_at:
        body = stop.slide.content if stop.slide else None
        played = body.video if isinstance(body, Video) else body.audio if isinstance(body, Audio) else None
        running = played.running_time if played else None
        if played and running and running.high > _LONG and stop.key not in named and not elsewhere:
            message = f"it runs for {running}, and nothing says where its words can be read"
            hint = "give a transcript as a handout or an annex, or say that the film has subtitles"
            yield Finding(message, played.place.of("alt"), (hint,))


def table_without_header(subject: Subject) -> Iterator[Finding]:
    """A table has no header row, so nobody who hears it knows what a number stands for (A108)."""
    for node in walk(subject.lesson):
        if isinstance(node, Tabled) and not node.header and not node.header_column and len(node.rows) > 1:
            message = "this table has no header row"
            yield Finding(message, node.place.keys.get("rows", node.place.span), ("add `header: [..]`",))


def picture_twice(subject: Subject) -> Iterator[Finding]:
    """Two different pictures have the same alternative text (A118)."""
    seen: dict[str, Shown] = {}
    for node in walk(subject.lesson):
        if isinstance(node, Shown):
            first = seen.setdefault(_folded(node.alt), node)
            if first.file != node.file:
                message = f"`{first.file}` has this alternative text too"
                yield Finding(message, node.place.of("alt"), ("say what tells the two apart",))


RULES = (
    Rule("A102", alt_says_nothing),
    Rule("A103", alt_repeats),
    Rule("A104", alt_too_long, Severity.INFO),
    Rule("A107", no_transcript),
    Rule("A108", table_without_header),
    Rule("A118", picture_twice),
)
