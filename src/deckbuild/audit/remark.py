"""What the rules on finished files answer with."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Remark:
    """Something that a reader of the file would miss; `number` is the slide's, 0 for the file as a whole."""

    number: int
    code: str
    message: str
    hint: str

    @property
    def where(self) -> str:
        """`slide 3: `, or nothing."""
        return f"slide {self.number}: " if self.number else ""


_EMPTY = frozenset(
    word.strip()
    for line in (
        "here, click, click here, click this, link, this link, this, more, read more, see more, learn more, details",
        "ici, cliquez ici, lien, ce lien, plus, en savoir plus, lire la suite, détails, télécharger, download",
        "aquí, haga clic aquí, enlace, este enlace, más, leer más, más información, descargar",
        "hier, hier klicken, klicken sie hier, dieser link, mehr, mehr lesen, weiterlesen, weitere informationen",
        "هنا, اضغط هنا, انقر هنا, رابط, المزيد, اقرأ المزيد",
    )
    for word in line.split(",")
)
_ADDRESS = re.compile(r"(https?://|www\.)\S{30,}")
_FILE = re.compile(r"[\w\s().-]+\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)", re.IGNORECASE)
_OWN = re.compile(r"(picture|image|grafik|bild|graphic|imagen|صورة) ?\d*", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """Whether a link's text does not say where it leads, read alone."""
    words = " ".join(text.casefold().split()).strip(".:!→» ")
    return words in _EMPTY or _ADDRESS.fullmatch(text.strip()) is not None


def describes(alt: str) -> bool:
    """Whether an alternative text describes: it is more than a file's name or a program's own words."""
    text = alt.strip()
    named = _FILE.fullmatch(text) or _OWN.fullmatch(text)
    return bool(text) and not named and not text.casefold().startswith("description automatically")


def counted(number: int, thing: str) -> str:
    """`1 slide`, `3 slides`."""
    return f"{number} {thing}{'s' * (number != 1)}"
