"""Boxes of text in ten languages and eight families: generated alike on every run, drawn into a deck, read back from a PDF.

Used by tools/fit.py and, a part of it, by tests/packages/test_fit.py.
"""

from __future__ import annotations

import ctypes
import os
import random
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import pypdfium2
from pypdfium2 import raw

from deckbuild.blocks import Run
from deckbuild.brand.brand import EMU_PER_POINT, Box, Face, TextLevel
from deckbuild.brand.faces import choose
from deckbuild.brand.fontfile import static
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.ooxml.opening import open_package
from deckbuild.ooxml.package import Part, with_parts, write_package
from deckbuild.ooxml.xml import PML, Xml, document, el, many
from deckbuild.pictures.libreoffice import to_pdf
from deckbuild.pipeline import compose, deck_of
from deckbuild.workspace import InMemory, Recording

TEXTS = {
    "en": "A mandate says what a mission is asked to do, and by whom; the well-being of people comes first. Read S/RES/2518 (2020) once more, then ask: who decides, who pays, and who is told? Non-governmental partners often know more than headquarters does, so listen before you plan.",
    "de": "Ein Mandat sagt, was eine Mission tun soll und wer es ihr aufträgt; das Wohlergehen der Menschen geht vor. Verantwortungsbewusstsein und Entscheidungsfreudigkeit gehören zusammen – auch dann, wenn die Zuständigkeiten noch nicht geklärt sind. Die Bevölkerungsschutzmaßnahmen müssen vor Beginn der Regenzeit abgeschlossen sein, „sonst ist es zu spät“.",
    "fr": "Un mandat dit ce qu’une mission doit faire, et qui le lui demande\u00a0; le bien-être des gens passe avant tout. Qui décide, qui paie, et qui est informé\u00a0? Les organisations non gouvernementales en savent souvent plus que le siège\u00a0: écoutez d’abord, planifiez ensuite, c’est-à-dire aujourd’hui même.",
    "ru": "Мандат говорит, что миссия должна делать и кто её об этом просит; благополучие людей прежде всего. Кто решает, кто платит и кого извещают? Неправительственные организации часто знают больше, чем штаб-квартира, поэтому сначала слушайте, а потом планируйте — сегодня, а не завтра.",
    "el": "Η εντολή λέει τι καλείται να κάνει μια αποστολή και ποιος της το ζητά· η ευημερία των ανθρώπων προηγείται. Ποιος αποφασίζει, ποιος πληρώνει και ποιος ενημερώνεται; Οι μη κυβερνητικές οργανώσεις γνωρίζουν συχνά περισσότερα από την έδρα, γι’ αυτό ακούστε πρώτα και σχεδιάστε μετά.",
    "ar": "تقول الولاية ما يُطلب من البعثة أن تفعله ومن يطلبه منها، فسلامة الناس تأتي أولاً. من الذي يقرر ومن الذي يدفع ومن الذي يُبلَّغ؟ كثيراً ما تعرف المنظمات غير الحكومية أكثر مما يعرفه المقر، فأصغِ أولاً ثم خطط بعد ذلك، اليوم وليس غداً.",
    "he": "המנדט אומר מה המשימה מתבקשת לעשות ומי מבקש זאת ממנה; שלומם של האנשים קודם לכול. מי מחליט, מי משלם ומי מקבל הודעה? ארגונים לא ממשלתיים יודעים לעתים קרובות יותר מן המטה, ולכן הקשיבו תחילה ותכננו אחר כך, היום ולא מחר.",
    "hi": "जनादेश बताता है कि किसी मिशन से क्या करने को कहा गया है और किसने कहा है; लोगों की भलाई सबसे पहले आती है। कौन निर्णय लेता है, कौन भुगतान करता है और किसे सूचित किया जाता है? गैर-सरकारी संगठन अक्सर मुख्यालय से अधिक जानते हैं, इसलिए पहले सुनें और फिर योजना बनाएँ।",
    "ja": "任務とは、派遣団が何をするように求められているか、そして誰がそれを求めているかを示すものです。人々の安全が第一です。誰が決め、誰が払い、誰に知らせるのでしょうか。「現地の団体」は、本部よりも多くのことを知っていることがよくあります。ですから、まず耳を傾け、それから計画を立てましょう（今日のうちに）。",
    "zh": "任务授权说明特派团应当做什么，以及由谁提出要求；人民的安全永远是第一位的。谁来决定，谁来付款，又要通知谁呢？非政府组织往往比总部了解得更多，所以请先倾听，再制定计划——今天就做，不要等到明天。“先听，后做”（二〇二六年版）。",
}
FAMILIES = {
    "Open Sans": ("en", "de", "fr", "ru", "el"), "Arimo": ("en", "de", "fr", "ru", "el", "he"),
    "Source Sans 3": ("en", "de", "fr", "ru", "el"), "Source Serif 4": ("en", "de", "fr", "ru", "el"),
    "Source Code Pro": ("en", "de", "fr", "ru"), "Noto Sans Arabic": ("ar",), "Noto Sans Devanagari": ("hi",),
    "Noto Sans CJK JP": ("ja",), "Noto Sans CJK SC": ("zh",),
}  # fmt: skip
ADDRESS = "https://www.example.org/training/module-two/lesson-three?part=4&view=all"
SHAPES = ("roundRect", "ellipse", "diamond", "chevron", "homePlate", "hexagon", "parallelogram")
UNSPACED, RIGHT_TO_LEFT = ("ja", "zh"), ("ar", "he")


@dataclass(frozen=True)
class Sample:
    """A box with its text: one slide of the deck."""

    number: int
    language: str
    family: str
    paragraphs: tuple[tuple[Run, ...], ...]
    level: TextLevel
    box: Box
    inset: Box
    shape: str = "rect"
    columns: int = 1
    gap: int = 0
    table: bool = False
    """Whether the paragraphs are the cells of a table with one row, all of the same width."""

    @property
    def kind(self) -> str:
        """What the figures are told apart by."""
        shape = "shape" if self.shape != "rect" else "box"
        return "table" if self.table else "columns" if self.columns > 1 else shape


def samples(count: int, seed: int = 7, families: Sequence[str] = tuple(FAMILIES)) -> list[Sample]:
    """That many boxes, languages and families in turn."""
    pairs = [(family, language) for family in families for language in FAMILIES[family]]
    return [_sample(n, *pairs[n % len(pairs)], random.Random(seed * 100003 + n)) for n in range(count)]


def _sample(number: int, family: str, language: str, chance: random.Random) -> Sample:
    size = chance.choice((12, 13.5, 14, 15, 16, 18, 20, 24, 28))
    bulleted = chance.random() < 0.5
    indent = chance.choice((171450, 209550, 285750)) if bulleted else 0
    level = TextLevel(
        size, line=chance.choice((0.9, 1.0, 1.0, 1.0, 1.15, 1.38)), before=chance.choice((0, 0, 3, 6, 10)),
        indent=indent, hanging=indent,
    )  # fmt: skip
    table, shaped = chance.random() < 0.15, chance.random() < 0.2
    width = chance.uniform(220, 800) if not shaped else chance.uniform(300, 800)
    inset = Box(*(chance.choice((0, 45720, 91440, 182880)) for _ in range(4)))
    if table:
        inset, level = Box(91440, 45720, 91440, 45720), replace(level, indent=0, hanging=0, before=0.0)
    count = chance.randint(2, 4) if table else chance.randint(1, 4)
    paragraphs = tuple(_paragraph(language, chance, 10 if table else 22) for _ in range(count))
    columns = (
        chance.choice((2, 3))
        if not table and not shaped and language not in RIGHT_TO_LEFT and width > 420 and chance.random() < 0.3
        else 1
    )
    # About as high as the text: some boxes are too low for it, some have room.
    words = sum(len(run.text) for runs in paragraphs for run in runs)
    wide = 1.0 if language in UNSPACED else 0.52
    lines = words * size * wide / (width * (0.5 if shaped else 0.9)) + len(paragraphs) * 0.5
    height = min(max(lines * size * 1.3 * level.line * chance.uniform(0.7, 1.6), size * 2.2), 500.0)
    if shaped:
        height = max(height, width * 0.3)
    box = Box(
        round(40 * EMU_PER_POINT),
        round(20 * EMU_PER_POINT),
        round(width * EMU_PER_POINT),
        round(height * EMU_PER_POINT),
    )
    shape = chance.choice(SHAPES) if shaped and not table else "rect"
    gap = 228600 if columns > 1 else 0
    return Sample(number, language, family, paragraphs, level, box, inset, shape, columns, gap, table)


def _paragraph(language: str, chance: random.Random, most: int) -> tuple[Run, ...]:
    """A stretch of the language's text of at most that many words, a part of it bold or italic."""
    text = TEXTS[language]
    if language in UNSPACED:
        start, length = chance.randrange(len(text)), chance.randint(4, 2 * most)
        words = list(re.sub("^[、。，；？）」”—]+", "", (text * 2)[start : start + length]))
        glue = ""
    else:
        words = text.split(" ")
        start, length = chance.randrange(len(words)), chance.randint(1, most)
        words = (words * 2)[start : start + length]
        glue = " "
        if chance.random() < 0.05 and language in ("en", "de", "fr"):
            words.insert(chance.randrange(len(words)), ADDRESS)
    if chance.random() < 0.4 and len(words) > 3:
        cut = chance.randint(1, len(words) - 1)
        second = Run(glue + glue.join(words[cut:]), bold=chance.random() < 0.6)
        if not second.bold and language not in ("ar", "he", "hi", *UNSPACED):
            second = replace(second, italic=True)
        return (Run(glue.join(words[:cut])), second)
    return (Run(glue.join(words), bold=chance.random() < 0.15),)


# --- drawing -----------------------------------------------------------------------------------------------


class Fonts:
    """The faces to measure with, and a folder in which LibreOffice finds the very same files."""

    def __init__(self, families: Sequence[str] = tuple(FAMILIES)) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="fit-fonts-")
        self.faces: dict[str, tuple[Face, ...]] = {}
        folder = Path(self._folder.name)
        folders = [folder]
        for family in families:
            own = choose(family).faces
            if choose(family).origin == "stand-in":
                raise SystemExit(f"{family} is not on this machine: install fonts-noto-cjk")
            if "CJK" in family:
                folders.append(own[0].path.parent)
                self.faces[family] = own
            else:
                self.faces[family] = tuple(self._copy(face, folder) for face in own)
        listed = "".join(f"<dir>{one}</dir>" for one in dict.fromkeys(folders))
        config = folder / "fonts.conf"
        config.write_text(f'<?xml version="1.0"?><fontconfig>{listed}<cachedir>{folder}/cache</cachedir></fontconfig>')
        os.environ["FONTCONFIG_FILE"] = str(config)

    def close(self) -> None:
        """Remove the folder."""
        self._folder.cleanup()

    def _copy(self, face: Face, folder: Path) -> Face:
        """That cut as a file of its own, under a family name that nothing else has."""
        from fontTools.ttLib import TTFont

        path = folder / f"{face.family}-{face.bold:d}{face.italic:d}.ttf".replace(" ", "")
        path.write_bytes(static(face))
        font = TTFont(path)
        style = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "Bold Italic"}
        names = font["name"]
        names.names = [one for one in names.names if one.nameID not in (1, 2, 4, 6, 16, 17, 21, 22, 25)]
        own = named(face.family)
        cut = style[face.bold, face.italic]
        for number, text in ((1, own), (2, cut), (4, f"{own} {cut}"), (6, f"{own}-{cut}".replace(" ", ""))):
            names.setName(text, number, 3, 1, 0x409)
        font["OS/2"].usWeightClass = 700 if face.bold else 400
        kept = font["OS/2"].fsSelection & ~0b1100001
        font["OS/2"].fsSelection = (
            kept | (32 if face.bold else 0) | face.italic | (0 if face.bold or face.italic else 64)
        )
        font["head"].macStyle = face.bold | face.italic << 1
        font.save(path)
        return Face(face.family, face.bold, face.italic, path)


def named(family: str) -> str:
    """What a family is called in the deck: the copy's name, for those that are copied."""
    return family if "CJK" in family else f"Fit {family}"


def deck(boxes: Sequence[Sample]) -> bytes:
    """A slide for each box, so tall that nothing runs off it."""
    path = PurePosixPath("decks/fit.yaml")
    slides = "".join(f"      - title: S{n}\n" for n in range(len(boxes)))
    text = f"lesson: '1'\ntitle: F\ngenerate: []\nsections:\n  - title: S\n    slides:\n{slides}"
    composed = compose(Recording(InMemory({str(path): text})), path, Diagnostics())
    assert composed is not None
    package = open_package(deck_of(composed))
    parts = []
    for number, box in enumerate(boxes, 1):
        part = package.parts[f"/ppt/slides/slide{number}.xml"]
        parts.append(Part(part.name, part.content_type, _slide(box), part.relationships))
    main = package.parts["/ppt/presentation.xml"]
    tall = re.sub(rb"<p:sldSz [^>]*/>", b'<p:sldSz cx="12192000" cy="51206400"/>', main.content)
    parts.append(Part(main.name, main.content_type, tall, main.relationships))
    return write_package(with_parts(package, parts))


def _slide(sample: Sample) -> bytes:
    group = Xml('<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>')
    tree = el("p:spTree", None, group, _table(sample) if sample.table else _shape(sample))
    return document(el("p:sld", PML, el("p:cSld", None, tree), Xml("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")))


def _transform(box: Box, tag: str) -> Xml:
    return el(tag, None, el("a:off", {"x": box.x, "y": box.y}), el("a:ext", {"cx": box.width, "cy": box.height}))


def _shape(sample: Sample) -> Xml:
    inset = sample.inset
    body = el(
        "a:bodyPr",
        {"wrap": "square", "lIns": inset.x, "tIns": inset.y, "rIns": inset.width, "bIns": inset.height, "anchor": "t",
         "numCol": sample.columns if sample.columns > 1 else None, "spcCol": sample.gap or None},
        Xml("<a:noAutofit/>"),
    )  # fmt: skip
    text = el("p:txBody", None, body, Xml("<a:lstStyle/>"), many(_paragraphs(sample, sample.paragraphs)))
    geometry = el("a:prstGeom", {"prst": sample.shape}, Xml("<a:avLst/>"))
    line = Xml('<a:ln w="6350"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>')
    return el(
        "p:sp", None,
        Xml('<p:nvSpPr><p:cNvPr id="2" name="Box"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'),
        el("p:spPr", None, _transform(sample.box, "a:xfrm"), geometry, Xml("<a:noFill/>"), line), text,
    )  # fmt: skip


def _paragraphs(sample: Sample, texts: Sequence[tuple[Run, ...]]) -> Iterator[Xml]:
    level = sample.level
    right = sample.language in RIGHT_TO_LEFT
    attributes = {"marL": level.indent, "indent": -level.hanging, "algn": "r" if right else "l", "rtl": right}
    spacing = [
        el("a:lnSpc", None, el("a:spcPct", {"val": round(level.line * 100000)})),
        el("a:spcBef", None, el("a:spcPts", {"val": round(level.before * 100)})),
    ]
    mark = Xml('<a:buFont typeface="Arial"/><a:buChar char="•"/>') if level.hanging else Xml("<a:buNone/>")
    family = named(sample.family)
    faces = many(el(f"a:{script}", {"typeface": family}) for script in ("latin", "ea", "cs"))
    for runs in texts:
        written = (
            el("a:r", None,
               el("a:rPr", {"lang": sample.language, "sz": round(level.size * 100), "b": run.bold, "i": run.italic}, faces),
               el("a:t", None, run.text))
            for run in runs
        )  # fmt: skip
        yield el("a:p", None, el("a:pPr", attributes, *spacing, mark), many(written))


def _table(sample: Sample) -> Xml:
    width = sample.box.width // len(sample.paragraphs)
    cells = many(
        el("a:tc", None, el("a:txBody", None, Xml("<a:bodyPr/><a:lstStyle/>"), many(_paragraphs(sample, [cell]))), Xml("<a:tcPr/>"))
        for cell in sample.paragraphs
    )  # fmt: skip
    grid = el("a:tblGrid", None, *(el("a:gridCol", {"w": width}) for _ in sample.paragraphs))
    rows = many([
        el("a:tr", {"h": 100000}, cells),
        el("a:tr", {"h": 100000}, many(el("a:tc", None, Xml('<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en" sz="800"/><a:t>x</a:t></a:r></a:p></a:txBody><a:tcPr/>')) for _ in sample.paragraphs)),
    ])  # fmt: skip
    data = el(
        "a:graphicData",
        {"uri": "http://schemas.openxmlformats.org/drawingml/2006/table"},
        el("a:tbl", None, Xml("<a:tblPr/>"), grid, rows),
    )
    head = Xml('<p:nvGraphicFramePr><p:cNvPr id="2" name="Box"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>')
    return el(
        "p:graphicFrame",
        None,
        head,
        _transform(replace(sample.box, height=200000), "p:xfrm"),
        el("a:graphic", None, data),
    )


# --- reading back ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Glyph:
    """A character in a PDF: where its base line is, from the slide's upper left corner, in points."""

    character: str
    x: float
    y: float


def drawn(content: bytes) -> list[list[Glyph]]:
    """The characters that LibreOffice sets, slide by slide."""
    pdf = pypdfium2.PdfDocument(to_pdf(content, ".pptx"))
    try:
        return [_glyphs(page) for page in pdf]
    finally:
        pdf.close()


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    text, height = page.get_textpage(), page.get_height()
    out = []
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1 or chr(code).isspace():
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        out.append(Glyph(chr(code), x.value, height - y.value))
    text.close()
    return out


def baselines(glyphs: Sequence[Glyph], size: float) -> list[float]:
    """The base lines on which they stand, from the top.

    Marks above and below letters may stand on lines of their own in a PDF: few of them, and near a line of many.
    """
    heights = Counter(round(glyph.y * 4) / 4 for glyph in glyphs if unicodedata.category(glyph.character) != "Mn")
    lines: list[float] = []
    for y, _ in sorted(heights.items(), key=lambda pair: (-pair[1], pair[0])):
        if all(abs(y - line) > 0.7 * size for line in lines):
            lines.append(y)
    return sorted(lines)
