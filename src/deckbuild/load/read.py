"""YAML -> tree: syntax, duplicate keys, no tags, no merge keys, aliases within bounds.  No meaning yet.

Reads events and keeps its own stack: PyYAML's composer recurses in C and crashes the process on deep nesting.
Scalars stay as written (YAML 1.2's core schema is left to spec/scalars.py): `10:30`, `no` and `2.0` are texts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn, cast

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.load.syntax import report_syntax
from deckbuild.load.text import BIDI, CONTROL, decode_text, start, warn_bidi
from deckbuild.load.tree import Entries, Entry, Items, Scalar, Tree
from deckbuild.spec.scalars import Plain, Written

DEPTH = 40
"""Deepest nesting; a lesson needs about twelve levels."""
MOST = 200
"""Mistakes after which reading stops."""
REPEATED = 10_000
"""Most values that aliases may repeat, all together."""

_NULL = ("", "~", "null", "Null", "NULL")


class _UnreadableError(Exception):
    """What follows can't be read; the message has been given."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; in a mapping `key` waits for its value."""

    mapping: bool
    start: Any
    anchor: str | None
    flow: bool
    values: list[Tree] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    skip: bool = False
    """Whether the next value belongs to a key that was refused."""
    size: int = 1
    height: int = 1


@dataclass(slots=True)
class _Anchored:
    node: Tree
    size: int
    height: int


def read_tree(data: bytes, file: str, diags: Diagnostics) -> Tree | None:
    """The tree of a file's one document; None where there is none or it can't be read.

    What is wrong but leaves a tree (a key given twice, a tag) is reported and the rest goes on.
    """
    text = decode_text(data, file, diags)
    if text is None:
        return None
    try:
        tree = _Builder(file, diags).build(text)
    except yaml.MarkedYAMLError as error:
        report_syntax(error, text, file, diags)
        return None
    except _UnreadableError:
        return None
    if tree is None:
        said = "there are only comments in this file" if text.strip() else "this file is empty"
        diags.error("Y111", said, start(file), 'write its first key; a lesson begins with `lesson: "1.1"`')
    elif not isinstance(tree, Entries):
        said = "a list" if isinstance(tree, Items) else "a text"
        message = f"expected `key: value` pairs at the top, found {said}"
        diags.error("Y113", message, tree.span, "begin with a key, such as `lesson:`")
        return None
    return tree


class _Builder:
    """Turns the events of one document into a tree."""

    def __init__(self, file: str, diags: Diagnostics) -> None:
        self._file = file
        self._diags = diags
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Anchored] = {}
        self._repeated = 0
        self._reported = 0
        self._root: Tree | None = None
        self._lines: list[str] = []

    def build(self, text: str) -> Tree | None:
        """The tree; None for a stream without a document or with an empty one."""
        parser = CParser(text)
        self._lines = text.split("\n")
        handle: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        event = parser.get_event()
        while event is not None:
            act = handle.get(type(event))
            if act is not None:
                act(event)
            event = parser.get_event()
        return None if isinstance(self._root, Scalar) and self._root.value is None else self._root

    # --- events ---------------------------------------------------------------------------------------

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if self._root is not None:
            hint = "put it into a file of its own, or remove the line `---`"
            self._fail("Y112", "a second document begins here", self._span(event.start_mark, event.end_mark), hint)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        span = self._span(event.start_mark, event.end_mark)
        text = event.value
        if event.tag:
            self._refuse_tag(event.tag, span)
        style = event.style
        if style:
            if style == '"' and not text.isprintable():
                self._check_escaped(text, span)
            indent = self._indent(event) if style == "|" else None
            value: Written | None = Written(text, span, indent)
        else:
            value = None if text in _NULL and event.tag is None else Plain(text, span)
        node = Scalar(value, span)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(node, 1, 0)
        self._put(node, 1, 0)

    def _indent(self, event: Any) -> int | None:
        """Columns before the first line of a block that is kept line by line; None for one of blank lines."""
        lines = self._lines[event.start_mark.line + 1 : event.end_mark.line + 1]
        return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), None)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if event.tag:
            self._refuse_tag(event.tag, self._span(event.start_mark, event.end_mark))
        if len(self._stack) >= DEPTH:
            span = self._span(event.start_mark, event.end_mark)
            self._fail("Y110", f"this is nested more than {DEPTH} levels deep", span, "take levels out")
        if event.anchor:
            self._anchors.pop(event.anchor, None)
        mapping = isinstance(event, yaml.MappingStartEvent)
        self._stack.append(_Open(mapping, event.start_mark, event.anchor, bool(event.flow_style)))

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        frame = self._stack.pop()
        span = self._span(frame.start, event.end_mark)
        if not frame.flow:  # libyaml ends a block where the next token begins
            last = frame.values[-1] if frame.values else None
            if frame.entries:
                last = next(reversed(frame.entries.values())).value
            if last is not None and last.span >= span:
                span = Span(span.file, span.line, span.column, last.span.end_line, last.span.end_column)
        node: Tree = Entries(frame.entries, span) if frame.mapping else Items(tuple(frame.values), span)
        if frame.anchor:
            self._anchors[frame.anchor] = _Anchored(node, frame.size, frame.height)
        self._put(node, frame.size, frame.height)

    def _alias(self, event: yaml.AliasEvent) -> None:
        name = cast("str", event.anchor)
        span = self._span(event.start_mark, event.end_mark)
        if any(frame.anchor == name for frame in self._stack):
            self._fail("Y109", f"`*{name}` stands within `&{name}` and would never end", span, "write the value out")
        anchored = self._anchors.get(name)
        if anchored is None:
            hint = "put a text that begins with `*` in quotes"
            self._fail("Y104", f"`*{name}` repeats a value that nothing is called `&{name}`", span, hint)
        self._repeated += anchored.size
        if self._repeated > REPEATED:
            hint = "write the values out, or generate the file"
            self._fail("Y109", f"aliases repeat more than {REPEATED:,} values", span, hint)
        if len(self._stack) + anchored.height > DEPTH:
            self._fail("Y110", f"with this alias values nest more than {DEPTH} levels deep", span, "take levels out")
        self._put(anchored.node, anchored.size, anchored.height)

    # --- building --------------------------------------------------------------------------------------

    def _put(self, node: Tree, size: int, height: int) -> None:
        """Give `node` to the innermost open collection, as key, value or entry."""
        if not self._stack:
            self._root = node
            return
        frame = self._stack[-1]
        frame.size += size
        if height >= frame.height:
            frame.height = height + 1
        if not frame.mapping:
            frame.values.append(node)
        elif frame.key is not None:
            frame.entries[str(frame.key.value)] = Entry(frame.key.span, node)
            frame.key = None
        elif frame.skip:
            frame.skip = False
        else:
            frame.key = self._key(node, frame)
            frame.skip = frame.key is None

    def _key(self, node: Tree, frame: _Open) -> Scalar | None:
        """`node` as a key; None, after a message, where it can't be one."""
        if not isinstance(node, Scalar) or not node.value:
            said = "nothing" if isinstance(node, Scalar) else "a list" if isinstance(node, Items) else "a mapping"
            hint = "write a word before the colon; put a text that begins with `[` or `{` in quotes"
            self._report("Y106", f"a key must be text, this is {said}", node.span, hint)
            return None
        if node.value == "<<" and isinstance(node.value, Plain):
            self._report("Y107", "merge keys (`<<`) are not read", node.span, "write the keys out")
            return None
        earlier = frame.entries.get(str(node.value))
        if earlier:
            message = f"`{node.value}` is given twice; it stands in line {earlier.key.line} already"
            self._report("Y105", message, node.span, "keep one of the two")
            return None
        return node

    # --- messages -----------------------------------------------------------------------------------------

    def _span(self, begin: Any, end: Any) -> Span:
        return Span(self._file, begin.line + 1, begin.column + 1, end.line + 1, end.column + 1)

    def _refuse_tag(self, tag: str, span: Span) -> None:
        written = tag.replace("tag:yaml.org,2002:", "!!")
        hint = "remove it; put a text that begins with `!` in quotes"
        self._report("Y107", f"tags such as `{written}` are not read", span, hint)

    def _check_escaped(self, text: str, span: Span) -> None:
        control = CONTROL.search(text.replace("\r", "\x00"))
        if control:
            self._report("Y103", "this text holds an escaped control character", span, "delete the escape")
        bidi = BIDI.search(text)
        if bidi:
            warn_bidi(bidi[0], span, self._diags)

    def _report(self, code: str, message: str, span: Span, hint: str) -> None:
        """Give a message and go on, up to a bound that only a broken or hostile file meets."""
        self._diags.error(code, message, span, hint)
        self._reported += 1
        if self._reported >= MOST:
            raise _UnreadableError

    def _fail(self, code: str, message: str, span: Span, hint: str) -> NoReturn:
        self._diags.error(code, message, span, hint)
        raise _UnreadableError
