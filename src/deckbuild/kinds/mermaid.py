"""A Mermaid flowchart's text -> nodes, edges, groups (https://mermaid.js.org/syntax/flowchart.html).

Read: `flowchart` or `graph` with a direction; nodes `[ ] ( ) { } (( )) ([ ]) [[ ]] [( )] {{ }} > ]`, with quoted
labels; links `-->`, `---`, `-.->`, `==>`, `<-->` of any length with labels; chains, `&`, `;`, subgraphs, comments.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Literal, NoReturn

from deckbuild import figures
from deckbuild.spec.scalars import refusal

Look = Literal["solid", "dotted", "thick"]
Arrow = Literal["none", "end", "both"]
Direction = Literal["down", "up", "right", "left"]

MOST = 40
"""Nodes and edges that are read: what a slide can show."""


@dataclass
class Node:
    """A node; its title is Markdown."""

    id: str
    title: str
    outline: figures.Outline = "box"
    icon: str = ""
    emphasis: bool = False


@dataclass(frozen=True)
class Edge:
    """An edge; its label is Markdown."""

    start: str
    end: str
    label: str = ""
    look: Look = "solid"
    arrow: Arrow = "end"


@dataclass
class Cluster:
    """A group and the nodes in it."""

    id: str
    title: str
    nodes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Chart:
    """A whole diagram as it was written."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    clusters: tuple[Cluster, ...]
    direction: Direction | None


_DIRECTIONS: dict[str, Direction] = {"TD": "down", "TB": "down", "BT": "up", "LR": "right", "RL": "left"}
_HEADER = re.compile(r"(?:flowchart|graph)(?:\s+(\w+))?\s*(?:;|$)")
_ID = re.compile(r"\w+(?:[-.]\w+)*")
_OPENINGS: tuple[tuple[str, str, figures.Outline], ...] = (
    ("([", "])", "stadium"), ("[[", "]]", "subroutine"), ("[(", ")]", "store"), ("((", "))", "circle"),
    ("{{", "}}", "hexagon"), ("[", "]", "box"), ("(", ")", "round"), ("{", "}", "decision"), (">", "]", "note"),
)  # fmt: skip
_UNKNOWN_OPENINGS = ("(((", "[/", "[\\")
_LINK = re.compile(r"(?P<head><)?(?P<body>-{2,}|-\.+-|={2,})(?P<tail>>)?")
_OPEN_LINK = re.compile(
    r"(?P<head><)?(?P<mark>--|-\.|==)\s*(?P<label>[^\s\-.=|>][^|]*?)\s*(?P<body>-{2,}|\.+-|={2,})(?P<tail>>)?"
)
_SUBGRAPH = re.compile(r"subgraph\s+(?:(?P<id>[\w-]+)\s*\[(?P<title>[^\]]*)\]|(?P<bare>.+))\s*$")
_LOOKS: dict[str, Look] = {"-": "solid", ".": "dotted", "=": "thick"}
_OURS = {
    "style": "colours are the brand's", "classDef": "colours are the brand's", "class": "colours are the brand's",
    "linkStyle": "colours are the brand's", "click": "write links into the notes",
    "direction": "all of a diagram runs in one direction",
}  # fmt: skip


def read_flowchart(text: str) -> Chart:
    """The flowchart; raises the refusal of the first thing that is not understood (S150), with its place."""
    reader = _Reader()
    for number, line in enumerate(text.splitlines()):
        reader.line(number, line)
    return reader.done()


class _Reader:
    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: list[Edge] = []
        self._clusters: list[Cluster] = []
        self._open: Cluster | None = None
        self._direction: Direction | None = None
        self._begun = False
        self._number, self._line, self._at = 0, "", 0
        self._uses: list[tuple[str, int, int]] = []

    def line(self, number: int, line: str) -> None:
        """One line, which may hold several statements."""
        comment = line.find("%%")
        self._number, self._line, self._at = number, line if comment < 0 else line[:comment], 0
        self._blank()
        if not self._begun and not self._ended():
            self._header()
        while not self._ended():
            self._statement()
            self._blank()
            if not self._ended() and not self._take(";"):
                self._fail("is not understood here", "end a statement with a line's end or `;`")
            self._blank()

    def done(self) -> Chart:
        """What was read, after checks of the whole."""
        if not self._begun:
            self._fail("begins no flowchart", "write `flowchart LR` or `flowchart TD` in the first line", 1)
        if self._open:
            self._fail("leaves a subgraph open", "close it with `end`", 1)
        groups = {cluster.id for cluster in self._clusters}
        for name, number, column in self._uses:
            if name in groups:
                self._number, self._at = number, column
                self._fail("is a subgraph; lines lead to nodes only", "name a node in it", len(name), f"`{name}`")
        if not self._nodes:
            self._fail("has no nodes", "write one such as `A[Ask] --> B[Answer]`", 1)
        if len(self._nodes) > MOST or len(self._edges) > 2 * MOST:
            self._fail(f"has more than {MOST} nodes or {2 * MOST} lines", "split the slide", 1, "this flowchart")
        clusters = tuple(cluster for cluster in self._clusters if cluster.nodes)
        return Chart(tuple(self._nodes.values()), tuple(self._edges), clusters, self._direction)

    # --- statements --------------------------------------------------------------------------------------

    def _header(self) -> None:
        match = _HEADER.match(self._line, self._at)
        if not match:
            self._fail("begins no flowchart", "write `flowchart LR` or `flowchart TD` in the first line")
        if match[1] and match[1] not in _DIRECTIONS:
            self._at = match.start(1)
            self._fail("is no direction", "write TD, BT, LR or RL", len(match[1]))
        self._direction = _DIRECTIONS[match[1] or "TD"]
        self._begun = True
        self._at = match.end()
        self._blank()

    def _statement(self) -> None:
        word = _ID.match(self._line, self._at)
        following = self._line[word.end() :].lstrip() if word else ""
        if word and word[0] in _OURS and following and following[0] not in "-=<&[({>":
            self._fail("is not read", f"leave it out: {_OURS[word[0]]}", len(word[0]))
        if word and word[0] == "subgraph":
            self._subgraph()
        elif word and word[0] == "end" and not following:
            if self._open is None:
                self._fail("closes nothing", "leave it out", 3)
            self._open, self._at = None, word.end()
        else:
            self._chain()

    def _subgraph(self) -> None:
        match = _SUBGRAPH.match(self._line, self._at)
        if self._open:
            self._fail("within a subgraph is not read", "put the groups side by side", 8)
        if not match:
            self._fail("has no title", "write it like `subgraph one [The first]`", 8)
        title = match["title"] if match["title"] is not None else match["bare"]
        self._open = Cluster(match["id"] or match["bare"].strip().strip('"'), _text(title))
        self._clusters.append(self._open)
        self._at = len(self._line)

    def _chain(self) -> None:
        """`A & B --> C --> D`."""
        before = self._group()
        while True:
            self._blank()
            link = self._link()
            if link is None:
                return
            self._blank()
            after = self._group()
            label, look, arrow = link
            self._edges += (Edge(a, b, label, look, arrow) for a in before for b in after)
            before = after

    def _group(self) -> list[str]:
        names = [self._node()]
        self._blank()
        while self._take("&"):
            self._blank()
            names.append(self._node())
            self._blank()
        return names

    def _node(self) -> str:
        match = _ID.match(self._line, self._at)
        if not match:
            self._fail("is no node", "write a name such as `A`, or `A[Ask]`")
        name = match[0]
        self._uses.append((name, self._number, self._at))
        self._at = match.end()
        node = self._nodes.get(name)
        if node is None:
            node = self._nodes[name] = Node(name, name)
        if self._open and not any(name in cluster.nodes for cluster in self._clusters):
            self._open.nodes.append(name)
        self._outlined(node)
        if self._line.startswith(":::", self._at):
            self._fail("is not read", "leave it out: colours are the brand's", 3)
        return name

    def _outlined(self, node: Node) -> None:
        """What stands in the node, and its outline."""
        for opening in _UNKNOWN_OPENINGS:
            if self._line.startswith(opening, self._at):
                self._fail(
                    "is an outline that is not drawn", "write `[ ]`, `( )`, `{ }`, `([ ])` or `(( ))`", len(opening)
                )
        for opening, closing, outline in _OPENINGS:
            if not self._line.startswith(opening, self._at):
                continue
            begin = self._at + len(opening)
            end, title = self._inside(begin, closing)
            if end < 0:
                self._fail(f"has no `{closing}`", f"close the label with `{closing}`; put one with brackets in quotes",
                           len(opening))  # fmt: skip
            node.title, node.outline, self._at = title or node.id, outline, end
            return

    def _inside(self, begin: int, closing: str) -> tuple[int, str]:
        """Where the label ends, and what it says; -1 where it does not end."""
        quoted = re.compile(r'\s*"([^"]*)"\s*').match(self._line, begin)
        if quoted and self._line.startswith(closing, quoted.end()):
            return quoted.end() + len(closing), _text(quoted[1])
        end = self._line.find(closing, begin)
        return (-1, "") if end < 0 else (end + len(closing), _text(self._line[begin:end]))

    def _link(self) -> tuple[str, Look, Arrow] | None:
        """Label, look and arrowheads of the link that stands here; None where the statement ends."""
        if self._ended() or self._line.startswith(";", self._at):
            return None
        match = _LINK.match(self._line, self._at)
        look: Look
        if match and (match["tail"] or len(match["body"]) > 2):
            look = _LOOKS["." if "." in match["body"] else match["body"][0]]
            self._at = match.end()
            if self._line[self._at : self._at + 1] in ("o", "x") and not self._line[self._at : self._at + 2].isspace():
                following = self._line[self._at + 1 : self._at + 2]
                if not match["tail"] and following in (" ", ""):
                    self._fail("is an end of a line that is not drawn", "write `-->`", 1)
            return self._labelled(), look, _arrow(match)
        match = _OPEN_LINK.match(self._line, self._at)
        if not match:
            self._fail("is not understood here", "write a line such as `-->`, `-- yes -->` or `-.->`")
        look = _LOOKS[{"--": "-", "-.": ".", "==": "="}[match["mark"]]]
        self._at = match.end()
        return _text(match["label"]), look, _arrow(match)

    def _labelled(self) -> str:
        """`|yes|` behind a link."""
        self._blank()
        if not self._take("|"):
            return ""
        end = self._line.find("|", self._at)
        if end < 0:
            self._at -= 1
            self._fail("has no second `|`", "close the label with `|`", 1)
        label, self._at = self._line[self._at : end], end + 1
        return _text(label)

    # --- reading -----------------------------------------------------------------------------------------

    def _blank(self) -> None:
        while self._at < len(self._line) and self._line[self._at].isspace():
            self._at += 1

    def _ended(self) -> bool:
        return self._at >= len(self._line)

    def _take(self, sign: str) -> bool:
        found = self._line.startswith(sign, self._at)
        self._at += len(sign) if found else 0
        return found

    def _fail(self, message: str, hint: str, length: int = 0, what: str = "") -> NoReturn:
        rest = self._line[self._at :]
        length = length or len(rest.split(maxsplit=1)[0] if rest.split() else "") or 1
        what = what or (f"`{rest[: min(length, 30)]}`" if rest.strip() else "the flowchart")
        raise refusal("S150", f"{what} {message}", hint, at=(self._number, self._at, length))


def _arrow(match: re.Match[str]) -> Arrow:
    if match["tail"]:
        return "both" if match["head"] else "end"
    return "none"


def _text(written: str) -> str:
    """A label as Markdown: without its quotes, line breaks and character codes made plain."""
    text = written.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
    text = text.strip("`")
    text = re.sub(r"#(\w+);", lambda m: html.unescape(f"&#{m[1]};" if m[1].isdigit() else f"&{m[1]};"), text)
    return re.sub(r"\s*(?:<br\s*/?>|\\n)\s*", "  \n", text)
