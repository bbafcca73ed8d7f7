"""What stands in parts of its own: SmartArt, comments of both kinds, formulas, alternate content."""

from __future__ import annotations

import zipfile
from io import BytesIO

from deckbuild.importing.deck.contents import smart_body
from deckbuild.importing.deck.smartart import smart
from deckbuild.importing.deck.text import Around
from deckbuild.importing.omml import latex, linear
from deckbuild.ooxml.opening import parse
from foreign_decks import CONTENT, Deck, reading

DIAGRAM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def body_of(layout: str, words: dict[str, str], links: list[tuple[str, str]]) -> dict[str, object]:
    """The body that SmartArt becomes: points by their ids, and who stands below whom; `doc` holds them all."""
    points = '<dgm:pt modelId="doc" type="doc"/>' + "".join(
        f'<dgm:pt modelId="{id_}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for id_, text in words.items()
    )
    joined = "".join(
        f'<dgm:cxn modelId="c{n}" srcId="{one}" destId="{other}" srcOrd="{n}"/>' for n, (one, other) in enumerate(links)
    )
    data = parse(
        f"<dgm:dataModel {DIAGRAM}><dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{joined}</dgm:cxnLst></dgm:dataModel>".encode()
    )
    definition = parse(
        f'<dgm:layoutDef {DIAGRAM} uniqueId="urn:microsoft.com/office/officeart/2005/8/layout/{layout}"/>'.encode()
    )
    return dict(smart_body(smart(data, definition, Around({}, {}))).body)


WORDS = {"a": "Plan", "b": "Do", "c": "Check"}


def test_smartart_becomes_the_kind_that_says_the_same() -> None:
    row = [("doc", "a"), ("doc", "b"), ("doc", "c")]
    assert body_of("process1", WORDS, row) == {"steps": ("Plan", "Do", "Check")}
    assert body_of("cycle2", WORDS, row) == {"steps": ("Plan", "Do", "Check"), "look": "cycle"}
    assert body_of("default", WORDS, row) == {"bullets": ("Plan", "Do", "Check")}
    assert body_of("orgChart1", WORDS, [("doc", "a"), ("a", "b"), ("a", "c")]) == {
        "diagram": {
            "nodes": {"plan": "Plan", "do": "Do", "check": "Check"},
            "edges": (("plan", "do"), ("plan", "check")),
        }
    }
    assert body_of("hList1", {**WORDS, "d": "Mend"}, [("doc", "a"), ("a", "b"), ("doc", "c"), ("c", "d")]) == {
        "groups": ({"title": "Plan", "items": ("Do",)}, {"title": "Check", "items": ("Mend",)})
    }


def test_a_point_that_nothing_joins_and_a_ring_of_points_lose_no_words() -> None:
    assert body_of("default", WORDS, [("doc", "a")]) == {"bullets": ("Plan", "Do", "Check")}
    assert body_of("default", WORDS, [("doc", "a"), ("a", "b"), ("b", "a")]) == {
        "bullets": ({"Plan": ("Do",)}, "Check")
    }


def test_formulas_become_latex_or_a_line() -> None:
    fraction = parse(
        f"<m:oMath {MATH}><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>".encode()
    )
    assert latex(fraction) == (r"\frac{a}{b}",)
    assert linear(fraction) == "ab"


def with_comments(content: bytes, kind: str, comments: str, authors: str, authors_kind: str) -> bytes:
    """A deck with comments on its first slide."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == "ppt/slides/_rels/slide1.xml.rels":
                link = f'<Relationship Id="rIdC" Type="{kind}" Target="../comments/c1.xml"/></Rel'
                data = data.replace(b"</Rel", link.encode(), 1)
            if entry.filename == "ppt/_rels/presentation.xml.rels":
                link = f'<Relationship Id="rIdA" Type="{authors_kind}" Target="authors.xml"/></Rel'
                data = data.replace(b"</Rel", link.encode(), 1)
            after.writestr(entry.filename, data)
        after.writestr("ppt/comments/c1.xml", comments)
        after.writestr("ppt/authors.xml", authors)
    return out.getvalue()


def said(content: bytes) -> list[str]:
    return [remark.text for remark in reading(content).left_out]


def test_comments_are_told_with_who_wrote_them() -> None:
    deck = Deck()
    deck.slide(CONTENT, "One", "x")
    classic = f'<p:cmLst xmlns:p="{P}"><p:cm authorId="0"><p:text>Too long?</p:text></p:cm></p:cmLst>'
    authors = f'<p:cmAuthorLst xmlns:p="{P}"><p:cmAuthor id="0" name="Ada"/></p:cmAuthorLst>'
    content = with_comments(deck.content, f"{OFFICE}/comments", classic, authors, f"{OFFICE}/commentAuthors")
    assert said(content) == ["comment by Ada: Too long?"]


def test_threads_of_comments_are_told_with_their_answers() -> None:
    deck = Deck()
    deck.slide(CONTENT, "One", "x")
    space = 'xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    text = "<p188:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></p188:txBody>"
    reply = f'<p188:replyLst><p188:reply authorId="B">{text.format("Yes.")}</p188:reply></p188:replyLst>'
    thread = f'<p188:cmLst {space}><p188:cm authorId="A">{reply}{text.format("Too long?")}</p188:cm></p188:cmLst>'
    authors = (
        f'<p188:authorLst {space}><p188:author id="A" name="Ada"/><p188:author id="B" name="Bo"/></p188:authorLst>'
    )
    office = "http://schemas.microsoft.com/office/2018/10/relationships"
    content = with_comments(deck.content, f"{office}/comments", thread, authors, f"{office}/authors")
    assert said(content) == ["comment by Ada: Too long?", "comment by Bo: Yes."]
