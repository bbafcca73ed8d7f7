"""What was gathered -> the draft: bodies for slides that it does not show, what is to be generated, what to ask."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.importing.draft import Draft, Section, Slide
from deckbuild.importing.guide.bodies import bullets
from deckbuild.importing.guide.points import evened
from deckbuild.importing.guide.showing import first_list
from deckbuild.importing.guide.state import OpenSection, OpenSlide, State

_GUESSED = "The guide does not say what stands on this slide: here is the first list of what is said to it."


def finished(state: State) -> Draft:
    """The draft."""
    sections = tuple(map(_section, state.sections)) or (Section(str(state.head["title"])),)
    head = dict(state.head)
    language = state.flow.language
    if language and language.split("-")[0] != state.options.language.split("-")[0]:
        head["language"] = language
    if state.flow.footer and "edition" not in head:
        head["edition"] = state.flow.footer
        state.comments["edition"] = ["From the foot of the pages: it stands in every footer."]
    head["generate"] = _generated(state, sections)
    if "duration" not in head:
        state.comments.setdefault("title", []).append("Say how long it takes: `duration: 45 min`.")
    return Draft(
        head=head,
        sections=sections,
        references=state.references,
        activities=tuple(state.activities),
        questions=tuple(state.questions),
        glossary=tuple(state.glossary),
        files=state.flow.files,
        comments={key: tuple(said) for key, said in state.comments.items()},
    )


def _generated(state: State, sections: Sequence[Section]) -> tuple[str, ...]:
    """Slides that nobody has to write; none for what the lesson does not have."""
    messages = [slide for section in sections for slide in section.slides if "key_message" in slide.more]
    wanted = (
        ("title", True),
        ("outcomes", "outcomes" in state.head),
        ("agenda", len([one for one in sections if one.slides]) > 3),
        ("key_messages", len(messages) > 1),
        ("references", bool(state.references)),
    )
    return tuple(name for name, needed in wanted if needed)


def _section(section: OpenSection) -> Section:
    slides = tuple(_slide(one, section) for one in section.slides)
    references = tuple(dict.fromkeys(section.references)) or None
    return Section(section.title, slides, tuple(section.cues), references, origin=section.origin)


def _slide(slide: OpenSlide, section: OpenSection) -> Slide:
    title = slide.title or (section.title if len(section.slides) == 1 else "")
    body, comments = dict(slide.body), list(slide.comments)
    shown = [] if body else first_list(slide.heard)
    if shown:
        body.update(bullets(shown))
        comments.append(_GUESSED)
    return Slide(title, evened(body), tuple(slide.cues), more=slide.more, comments=tuple(comments), origin=slide.origin)
