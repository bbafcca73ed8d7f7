"""The whole compiler on one screen: a lesson's file -> the bytes of its outputs.  Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from deckbuild.assemble.assemble import of_module
from deckbuild.assemble.timing import day_of, timed
from deckbuild.assets import Asset
from deckbuild.brand.brand import Brand
from deckbuild.checks import BUILT
from deckbuild.checks.rule import Rule, Subject
from deckbuild.checks.run import run_rules
from deckbuild.checks.selection import Selection
from deckbuild.checks.silence import settled
from deckbuild.compose.day import compose_sheet
from deckbuild.compose.deck import compose_deck
from deckbuild.compose.guide import compose_guide
from deckbuild.compose.handing import compose_handouts
from deckbuild.compose.linking import Linker
from deckbuild.compose.papers import compose_key, compose_paper
from deckbuild.compose.presentation import Page, Presentation
from deckbuild.diagnostics.model import Diagnostic, Diagnostics, Severity, Span
from deckbuild.facts import Facts
from deckbuild.labels import Labels
from deckbuild.load.allowances import allowances
from deckbuild.load.course import Loaded
from deckbuild.load.positions import Source
from deckbuild.outputs import ALL, USUAL, Output, at_density, carried
from deckbuild.plan.report import report_timetable
from deckbuild.preparing import load as load
from deckbuild.preparing import prepare
from deckbuild.properties import Properties
from deckbuild.resolve.papers import examined
from deckbuild.resolve.resolve import resolve
from deckbuild.spec.pack import Densities
from deckbuild.workspace import Recording, Workspace

if TYPE_CHECKING:
    from deckbuild.compose.document import Document
    from deckbuild.pictures.paper import Typesetter
    from deckbuild.pictures.renderer import Cache, Renderer
    from deckbuild.render.docx.pages import Pages


@dataclass(frozen=True)
class Composed:
    """A lesson with all that was decided about it, before anything is drawn."""

    loaded: Loaded
    facts: Facts
    brand: Brand
    labels: Labels
    properties: Properties
    presentation: Presentation
    selection: Selection
    """Which findings the project wants."""


@dataclass(frozen=True)
class Build:
    """What a lesson gives: outputs by path, all that was found, and the files that were read."""

    files: Mapping[PurePosixPath, bytes]
    diagnostics: tuple[Diagnostic, ...]
    reads: frozenset[PurePosixPath]

    @property
    def failed(self) -> bool:
        """Whether errors kept the outputs from being made."""
        return any(diagnostic.severity.value == "error" for diagnostic in self.diagnostics)


def build(
    workspace: Workspace,
    lesson: PurePosixPath,
    outputs: Sequence[Output] = USUAL,
    *,
    renderer: Renderer | None = None,
    cache: Cache | None = None,
    embedded: bool = False,
    folder: PurePosixPath | None = None,
    typesetter: Typesetter | None = None,
    pdf: bool = False,
    density: Densities | None = None,
    module: str = "",
) -> Build:
    """Build `outputs` of one lesson, session or course; of a course that `module` alone where one is named.

    With errors there are no files.

    Pictures of slides are drawn by `renderer`, or by the embedded one where `embedded` says so; without either
    the documents show the slides' text.  `folder` is used in place of the project's output folder.
    A `typesetter` counts the pages, so that page fields show their numbers; with `pdf` it gives each file as PDF too.
    `density` of the facilitator's notes is the project's where it is not given.
    """
    recording = Recording(workspace)
    diags = Diagnostics()
    composed = compose(recording, lesson, diags, module=module)
    place = of_module(lesson, module)
    files: dict[PurePosixPath, bytes] = {}
    if composed and not diags.has_errors:
        asked = at_density(outputs, density or composed.loaded.project.density)
        wanted = [output for output in asked if output.applies(composed.loaded.lesson, composed.loaded.programme)]
        projected = composed.loaded.programme is None or composed.loaded.programme.projected
        drawer = _renderer(composed, renderer, embedded=embedded) if projected else None
        made = _draw(composed, wanted, drawer, cache, typesetter, diags)
        target = folder or PurePosixPath(composed.loaded.project.output)
        files = {output.path(place, target): content for output, content in made.items()}
        _lint(files, diags)
        if any(output.kind in ("guide", "handouts") for output in wanted):
            named = carried(composed.loaded.lesson, place, target)
            files.update({path: recording.reads[file] for path, file in named.items()})
        files.update(_beside(composed, [path for path in files if path.suffix == ".pptx"]))
        if pdf and typesetter and not diags.has_errors:
            files.update(_pdfs(files, typesetter, composed, diags))
    told = _told(diags, recording, composed.selection if composed else Selection())
    if any(diagnostic.severity is Severity.ERROR for diagnostic in told):
        files = {}
    return Build(files, told, frozenset(recording.reads))


def _told(diags: Diagnostics, recording: Recording, selection: Selection) -> tuple[Diagnostic, ...]:
    """What was found, without what the project or a comment allows."""
    allowed = [one for source in sources_of(recording.reads).values() for one in allowances(source, Diagnostics())]
    return settled(diags.in_order(), allowed, selection, set())


def compose(
    recording: Recording,
    path: PurePosixPath,
    diags: Diagnostics,
    *,
    brand: str = "",
    selection: Selection | None = None,
    rules: Sequence[Rule] = BUILT,
    module: str = "",
) -> Composed | None:
    """Load, resolve and compose one file, and ask `rules` about a lesson; None where it can't be read or has no brand.

    `brand` is used in place of the lesson's own, `selection` is what the command line asks for, `module` is the
    one module that is wanted of a course.
    """
    prepared = prepare(recording, path, diags, brand=brand, module=module)
    if prepared is None:
        return None
    loaded, look, labels, properties = prepared.loaded, prepared.brand, prepared.labels, prepared.properties
    settled = _numbered(loaded, look, labels, properties, diags)
    if settled is None:
        return None
    facts, presentation = settled
    wanted = replace(selection or Selection(), settings=loaded.project.checks)
    composed = Composed(loaded, facts, look, labels, properties, presentation, wanted)
    if loaded.programme is None:  # what its lessons say is checked with them
        run_rules(rules, subject_of(composed, recording.reads), wanted, diags)
    return composed


def subject_of(composed: Composed, reads: Mapping[PurePosixPath, bytes]) -> Subject:
    """A composed lesson as the rules see it; `reads` are the files that were read for it."""
    named = {output.name: output for output in ALL}
    return Subject(
        composed.loaded.lesson,
        composed.facts,
        composed.loaded.project,
        composed.labels,
        composed.brand,
        composed.presentation,
        composed.loaded.assets,
        composed.loaded.file,
        sources_of(reads),
        lambda name: document(composed, named[name], {}),
        lambda pages: drawn_pages(composed, pages),
    )


def drawn_pages(composed: Composed, pages: Sequence[Page]) -> dict[str, bytes]:
    """Small pictures of pages by their keys, drawn by the embedded renderer; without those that it can't draw."""
    from deckbuild.pictures.embedded import Embedded
    from deckbuild.pictures.renderer import WIDTH, CannotDraw

    numbered = tuple(replace(page, number=number) for number, page in enumerate(pages, 1))
    few = replace(composed, presentation=replace(composed.presentation, pages=numbered, sections=()))
    try:
        drawn = Embedded(composed.brand).draw(deck_of(few), range(1, len(pages) + 1), WIDTH // 2)
    except CannotDraw:
        return {}
    return {page.key: drawn[page.number] for page in numbered if page.number in drawn}


def sources_of(reads: Mapping[PurePosixPath, bytes]) -> dict[str, Source]:
    """The text of every YAML file that was read, by its name."""
    return {
        str(path): Source(str(path), content.decode("utf-8-sig", "replace"))
        for path, content in reads.items()
        if path.suffix in (".yaml", ".yml")
    }


_ROUNDS = 6
"""How often a deck is composed at most, until the numbers in it are those of its slides."""


def _numbered(
    loaded: Loaded, brand: Brand, labels: Labels, properties: Properties, diags: Diagnostics
) -> tuple[Facts, Presentation] | None:
    """Facts and deck.  What does not fit is continued, which moves the numbers behind it: so both are made anew
    until they agree, which is at once where nothing is continued and else the second time (see docs/decisions/0020).
    """
    lesson, project = loaded.lesson, loaded.project
    parts: dict[str, int] = {}
    for _ in range(_ROUNDS):
        found = Diagnostics()
        facts = resolve(
            lesson, project.generate, labels, loaded.lines, found, parts, loaded.programme, loaded.elsewhere
        )
        facts = timed(facts)
        if found.has_errors or diags.has_errors:
            diags.extend(found.in_order())
            return None
        presentation = compose_deck(
            lesson, facts, brand, labels, loaded.assets, properties, found,
            title_lines=project.limits.title_lines, policy=project.fit or brand.fit,
        )  # fmt: skip
        now = presentation.parts
        if now == parts:
            break
        parts = {key: max(now.get(key, 1), parts.get(key, 1)) for key in {**parts, **now}}
    day = day_of(facts)
    if day:
        report_timetable(day, found)
    diags.extend(found.in_order())
    return facts, presentation


def _renderer(composed: Composed, renderer: Renderer | None, *, embedded: bool) -> Renderer | None:
    if renderer is None and embedded:
        from deckbuild.pictures.embedded import Embedded

        return Embedded(composed.brand)
    return renderer


def _draw(
    composed: Composed,
    outputs: Sequence[Output],
    renderer: Renderer | None,
    cache: Cache | None,
    typesetter: Typesetter | None,
    diags: Diagnostics,
) -> dict[Output, bytes]:
    """The bytes of each output; the deck is drawn first, as documents show pictures of it."""
    documents = [output for output in outputs if output.kind not in ("deck", "gift")]
    made: dict[Output, bytes] = {}
    deck = b""
    shown = any(output.kind in ("guide", "handouts") for output in outputs)
    if (renderer and shown) or any(output.kind == "deck" for output in outputs):
        deck = deck_of(composed)
    made.update({output: deck for output in outputs if output.kind == "deck"})
    made.update({output: gift_of(composed).encode() for output in outputs if output.kind == "gift"})
    pictures = _pictures(composed, deck, renderer, cache, diags) if renderer and shown else {}
    drawn = {output: document(composed, output, pictures) for output in documents}
    made.update({output: _render(composed, output, one) for output, one in drawn.items()})
    if typesetter and documents:
        pages = _counted({output.ending: made[output] for output in documents}, typesetter, composed, diags)
        for output in documents if pages else ():
            made[output] = _render(composed, output, drawn[output], pages[output.ending])
    return made


def deck_of(composed: Composed) -> bytes:
    """The deck, drawn on the brand's template."""
    from deckbuild.render.pptx.deck import render_pptx

    brand = composed.brand
    insets = (brand.tables.inset_x, brand.tables.inset_y)
    return render_pptx(composed.presentation, brand.pptx_template, brand.tables.style_id, insets, brand)


def _render(composed: Composed, output: Output, drawn: Document, pages: Pages | None = None) -> bytes:
    from deckbuild.render.docx import render_docx

    return render_docx(drawn, composed.brand.docx_template, output.name, pages, composed.brand)


def gift_of(composed: Composed) -> str:
    """The bank of questions as Moodle reads it."""
    from deckbuild.render.gift import gift

    lesson, labels = composed.loaded.lesson, composed.labels
    return gift(examined(lesson), Linker(composed.facts, labels, lesson), labels, composed.properties)


def document(composed: Composed, output: Output, pictures: Mapping[str, Asset]) -> Document:
    """The document of `output`, composed; `pictures` are those of slides, by the slide's key."""
    lesson, facts, brand, labels = composed.loaded.lesson, composed.facts, composed.brand, composed.labels
    if output.kind == "test":
        return compose_paper(lesson, facts, brand, labels, composed.properties, output.version)
    if output.kind == "handouts":
        return compose_handouts(lesson, facts, brand, labels, composed.presentation, pictures, composed.properties)
    if output.kind == "sheet":
        return compose_sheet(output.name, lesson, facts, brand, labels, composed.properties)
    if output.kind == "key":
        return compose_key(lesson, facts, brand, labels, composed.properties)
    assert output.reader is not None
    return compose_guide(
        lesson,
        facts,
        brand,
        labels,
        composed.presentation,
        pictures,
        output.reader,
        composed.properties,
        output.density,
        duplex=composed.loaded.project.print == "duplex",
    )


def _counted(
    files: Mapping[str, bytes], typesetter: Typesetter, composed: Composed, diags: Diagnostics
) -> dict[str, Pages]:
    """Where things stand in each document; nothing after a message (P004) where they can't be set."""
    from deckbuild.pictures.paper import pages_of
    from deckbuild.pictures.renderer import CannotDraw

    try:
        return {name: pages_of(pdf) for name, pdf in typesetter.pdfs(files).items()}
    except CannotDraw as reason:
        where = Span(str(composed.loaded.file), 1, 1, 1, 1)
        diags.warn("P004", f"the pages could not be counted: {reason}", where, "Word counts them on opening")
        return {}


def _pdfs(
    files: Mapping[PurePosixPath, bytes], typesetter: Typesetter, composed: Composed, diags: Diagnostics
) -> dict[PurePosixPath, bytes]:
    """Each file as PDF, beside it; nothing after a message (P005) where that fails."""
    from deckbuild.pictures.renderer import CannotDraw

    files = {path: content for path, content in files.items() if path.suffix in (".pptx", ".docx")}
    try:
        made = typesetter.pdfs({path.name: content for path, content in files.items()})
    except CannotDraw as reason:
        where = Span(str(composed.loaded.file), 1, 1, 1, 1)
        diags.warn("P005", f"no PDFs: {reason}", where, "the other files are as they should be")
        return {}
    return {path.with_suffix(".pdf"): made[path.name] for path in files}


def _pictures(
    composed: Composed, deck: bytes, renderer: Renderer, cache: Cache | None, diags: Diagnostics
) -> dict[str, Asset]:
    """Pictures of the slides by their keys; a renderer that fails is reported (P001), the text is shown instead."""
    from deckbuild.ooxml.opening import open_package
    from deckbuild.pictures.renderer import WIDTH, CannotDraw, Forgetful, slide_pictures

    pages = composed.presentation.pages
    height = round(WIDTH * composed.brand.height / composed.brand.width)
    try:
        drawn = slide_pictures(open_package(deck), deck, len(pages), renderer, cache or Forgetful())
    except CannotDraw as reason:
        where = Span(str(composed.loaded.file), 1, 1, 1, 1)
        diags.warn("P001", f"no pictures of slides: {reason}", where, "the documents show the slides' text instead")
        return {}
    missing = [page.number for page in pages if page.number not in drawn]
    if missing:
        where = Span(str(composed.loaded.file), 1, 1, 1, 1)
        listed = ", ".join(map(str, missing[:10])) + (" …" if len(missing) > 10 else "")
        message = f"the embedded renderer can't draw slide {listed} as it is: a character or a gap in a chart"
        diags.warn("P003", message, where, "use --pictures libreoffice, or the documents show these slides as text")
    return {page.key: Asset(drawn[page.number], "png", WIDTH, height) for page in pages if page.number in drawn}


def _beside(composed: Composed, decks: Sequence[PurePosixPath]) -> dict[PurePosixPath, bytes]:
    """Films and sounds that decks link to, in their places beside them."""
    whole = composed.presentation
    return {deck.parent / name: whole.assets[file].content for deck in decks for file, name in whole.beside.items()}


def _lint(files: Mapping[PurePosixPath, bytes], diags: Diagnostics) -> None:
    """No package leaves that PowerPoint or Word would repair; a defect is our bug and says so (P002)."""
    from deckbuild.ooxml.lint import lint_package

    for path, content in files.items():
        for defect in lint_package(content) if path.suffix in (".pptx", ".docx") else ():
            message = f"{defect.part}: {defect.message} ({defect.code})"
            diags.error("P002", message, Span(str(path), 1, 1, 1, 1), "report this: the file was not written")
