"""Nodes and edges on a slide, in YAML or as a Mermaid flowchart's text."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from deckbuild import figures
from deckbuild.blocks import Block
from deckbuild.kinds import mermaid
from deckbuild.kinds.body import Body
from deckbuild.kinds.mermaid import Chart, read_flowchart
from deckbuild.markdown import inline
from deckbuild.spec.authored import PLACE, Authored, entries
from deckbuild.spec.icon import IconName
from deckbuild.spec.scalars import Flag, Line, Text, found, place_of, refusal

Outline = Literal["box", "round", "decision", "circle", "stadium", "subroutine", "note", "hexagon", "store"]
Direction = Literal["down", "up", "right", "left"]
MOST = 40


class Node(Authored):
    """A node; a bare text is its title."""

    title: Annotated[Text, Field(description="What stands in it.")]
    shape: Annotated[Outline, Field(description="Its outline.")] = "round"
    icon: Annotated[IconName | None, Field(description="Name of an icon, such as `users`.")] = None
    emphasis: Annotated[Flag, Field(description="Whether it is the one to look at.")] = False

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"title": value, PLACE: place_of(value, "title")} if isinstance(value, str) else value


class Edge(Authored):
    """A line from node to node."""

    from_: Annotated[Line, Field(alias="from", description="Name of the node where it begins.")]
    to: Annotated[Line, Field(description="Name of the node to which it leads.")]
    label: Annotated[Text | None, Field(description="What is said about it.")] = None
    line: Annotated[Literal["solid", "dotted", "thick"], Field(description="How it is drawn.")] = "solid"
    arrow: Annotated[Literal["none", "end", "both"], Field(description="Where it has arrowheads.")] = "end"


class Group(Authored):
    """Nodes that belong together, with a frame round them."""

    title: Annotated[Text, Field(description="What they have in common.")]
    nodes: Annotated[tuple[Line, ...], Field(min_length=1, description="Names of the nodes.")]


def _edges(value: Any) -> Any:
    """An edge may be written as `[a, b]` or `[a, b, label]`."""
    if not isinstance(value, (list, tuple)):
        raise refusal("S103", f"expected a list of edges, found {found(value)}", "write each as `- [from, to]`")
    return [_pair(one) if isinstance(one, (list, tuple)) else one for one in value]


def _pair(value: Any) -> Any:
    if not 2 <= len(value) <= 3 or not all(isinstance(one, str) for one in value):
        raise refusal("S103", "expected two names and perhaps a label", "write it like `[ask, answer, yes]`")
    return dict(zip(("from", "to", "label"), value, strict=False)) | {PLACE: place_of(value[0], "from", "to", "label")}


def _flowchart(value: str) -> str:
    read_flowchart(value)
    return value


Flowchart = Annotated[str, AfterValidator(_flowchart)]


class Drawn(Authored):
    """Nodes by name, and the edges between them; or a flowchart in Mermaid's words."""

    nodes: Annotated[
        dict[str, Node],
        BeforeValidator(entries),
        Field(description="Nodes by a short name of your own, in reading order."),
    ] = {}  # noqa: RUF012
    edges: Annotated[tuple[Edge, ...], BeforeValidator(_edges, json_schema_input_type=list[Edge | list[str]]),
                     Field(description="Edges: `[from, to]`, `[from, to, label]`, or a mapping.")] = ()  # fmt: skip
    groups: Annotated[tuple[Group, ...], Field(description="Nodes with a frame round them.")] = ()
    direction: Annotated[
        Direction | None, Field(description="Where edges lead; as fits best where it is not said.")
    ] = None
    mermaid: Annotated[Flowchart | None, Field(description="A Mermaid flowchart, in place of all others.")] = None

    @model_validator(mode="after")
    def _whole(self) -> Drawn:
        if self.mermaid is not None:
            if self.nodes or self.edges or self.groups or self.direction:
                message = "a flowchart has its own nodes, edges and direction"
                raise refusal("S105", message, "keep either `mermaid` or the others", key="mermaid")
            return self
        if not self.nodes:
            raise refusal("S104", "there are no nodes here", "give `nodes` and `edges`, or `mermaid`")
        if len(self.nodes) > MOST:
            raise refusal("S113", f"a diagram has at most {MOST} nodes, this has {len(self.nodes)}", "split the slide")
        self._check_names()
        return self

    def _check_names(self) -> None:
        named = [(e.from_, f"edge {n}") for n, e in enumerate(self.edges, 1)]
        named += [(e.to, f"edge {n}") for n, e in enumerate(self.edges, 1)]
        named += [(name, f"group {n}") for n, group in enumerate(self.groups, 1) for name in group.nodes]
        for name, where in named:
            if name not in self.nodes:
                key = "groups" if where.startswith("group") else "edges"
                raise refusal("R101", f"{where} names `{name}`, which is no node", _near(name, self.nodes), key=key)
        inside = [name for group in self.groups for name in group.nodes]
        twice = next((name for name in inside if inside.count(name) > 1), None)
        if twice:
            raise refusal("S105", f"`{twice}` is in two groups", "name it in one of them", key="groups")


def _near(name: str, nodes: dict[str, Node]) -> str:
    import difflib

    near = difflib.get_close_matches(name, nodes, 1)
    return f"did you mean `{near[0]}`?" if near else f"name one of {', '.join(nodes)}"


class Diagram(Body):
    """Nodes and arrows, laid out and drawn as connected shapes."""

    key: ClassVar[str] = "diagram"
    role: ClassVar[str] = "figure"

    diagram: Annotated[Drawn, Field(description="Nodes and edges, or a flowchart.")]
    alt: Annotated[Line | None, Field(description="What it shows, where its words do not say it.")] = None

    def fill(self, language: str) -> tuple[Block, ...]:
        """One figure."""
        drawn = self.diagram
        chart = read_flowchart(drawn.mermaid) if drawn.mermaid is not None else _chart(drawn)
        nodes = tuple(figures.Node(n.id, inline(n.title, language), n.outline, n.icon, n.emphasis) for n in chart.nodes)
        edges = tuple(
            figures.Edge(e.start, e.end, inline(e.label, language) if e.label else (), e.look, e.arrow)
            for e in chart.edges
        )
        clusters = tuple(figures.Cluster(inline(c.title, language), tuple(c.nodes)) for c in chart.clusters)
        return (figures.Diagram(nodes, edges, clusters, chart.direction, alt=self.alt or ""),)


def _chart(drawn: Drawn) -> Chart:
    """What was written in YAML."""
    nodes = tuple(
        mermaid.Node(name, node.title, node.shape, node.icon or "", node.emphasis) for name, node in drawn.nodes.items()
    )
    edges = tuple(mermaid.Edge(e.from_, e.to, e.label or "", e.line, e.arrow) for e in drawn.edges)
    clusters = tuple(mermaid.Cluster(group.title, group.title, list(group.nodes)) for group in drawn.groups)
    return Chart(nodes, edges, clusters, drawn.direction)
