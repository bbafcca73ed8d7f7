"""Texts that refer to something that was left out: words for that in place of its number."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import cast

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.lesson.lesson import Lesson
from deckbuild.markdown import GONE, MENTION
from deckbuild.spec.authored import Authored, revised
from deckbuild.spec.text import rewritten


def unlinked(lesson: Lesson, gone: Collection[str], diags: Diagnostics | None = None) -> Lesson:
    """`lesson` with `[@-]` in place of references to what is `gone`, which outputs word; each is reported (C201)."""
    if not gone:
        return lesson

    def revise(node: Authored) -> Authored:
        def change(field: str, text: str) -> str:
            if "[@" not in text:
                return text

            def named(match: re.Match[str]) -> str:
                id_ = match[1]
                if id_ not in gone:
                    return match[0]
                if diags is not None:
                    hint = f"word it so that it holds without `{id_}`, or keep that"
                    message = f"this refers to `{id_}`, which the session leaves out; the text then says so"
                    diags.warn("C201", message, node.place.of(field), hint)
                return f"[@{GONE}]"

            return MENTION.sub(named, text)

        return rewritten(node, change)

    return cast("Lesson", revised(lesson, revise))
