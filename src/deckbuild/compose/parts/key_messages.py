"""Summary of key messages: by outcome for the trainer, in one list for participants."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Item, Items, Paragraph, Run, plain
from deckbuild.compose.parts.part import Guide, minor, part_title
from deckbuild.compose.scope import messages_of


def compose(guide: Guide) -> Iterator[Block]:
    """The key messages under the outcomes that they serve."""
    if guide.facts.key_messages:
        yield Heading(1, (Run(guide.labels("summary")),), "key-messages-summary")
        yield from _key_messages(guide)


def _key_messages(guide: Guide) -> Iterator[Block]:
    """Key messages under the outcome that they serve; all in one list where none names an outcome."""
    messages = guide.facts.key_messages
    text = guide.linker.text
    left = list(messages)
    if any(message.covers for message in messages) and guide.trainer:
        for outcome in guide.lesson.outcomes:
            own = [message for message in left if outcome.id in message.covers]
            if own:
                yield Paragraph(text(outcome.text), "minor")
                yield Items(tuple(Item(text(message.text)) for message in own))
                left = [message for message in left if message not in own]
        if left:
            yield minor(guide.labels("other_messages"))
            yield Items(tuple(Item(text(message.text)) for message in left))
        return
    for part in guide.facts.parts:
        said = messages_of(part, guide.facts)
        if said:
            yield minor(plain(part_title(part, guide)))
            yield Items(tuple(Item(text(message.text)) for message in said))
    if not guide.facts.parts:
        yield Items(tuple(Item(text(message.text)) for message in messages), numbered=True, look="takeaways")
