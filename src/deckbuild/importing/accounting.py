"""Every word that was read, looked for in what was written: nothing is lost in silence.

The readers say what they met and what they left out on purpose.  Whether the rest is in the lesson is not taken on
trust: the lesson's file is read again, and words are counted off against it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.reading import Piece
from deckbuild.load.read import read_tree
from deckbuild.load.tree import Entries, Items, Scalar, Tree

_MARKS = re.compile(r"[*_`~^\\\u00ad\u200b-\u200d\ufeff]")
"""Signs of Markdown, which may stand in the middle of a word, and characters that nobody sees."""
_WORD = re.compile(r"[^\W_]+|\S")
_SAMPLE = 60

MOST_LOST = 0.01
"""Share of the characters that may be lost before a warning says so."""


@dataclass
class Share:
    """What became of the texts of one part of the files; in characters that are no blanks and no punctuation."""

    part: str
    read: int = 0
    placed: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    """By the reason."""
    lost: int = 0
    """Neither in the lesson nor left out on purpose."""
    missing: list[str] = field(default_factory=list)
    """Beginnings of the texts that were lost, with their places."""


@dataclass(frozen=True)
class Account:
    """The shares of all parts, in the order in which they were met."""

    shares: tuple[Share, ...]

    @property
    def read(self) -> int:
        """Characters of all files."""
        return sum(share.read for share in self.shares)

    @property
    def placed(self) -> int:
        """Characters that stand in the lesson."""
        return sum(share.placed for share in self.shares)

    @property
    def left_out(self) -> int:
        """Characters left out on purpose."""
        return sum(sum(share.left_out.values()) for share in self.shares)

    @property
    def lost(self) -> int:
        """Characters that are missing."""
        return sum(share.lost for share in self.shares)


def account(pieces: Sequence[Piece], written: str) -> Account:
    """What became of each piece, by the file that was written."""
    there = Counter[str]()
    for text in texts_of(written):
        there.update(words(text))
    shares: dict[str, Share] = {}
    for piece in pieces:
        share = shares.setdefault(piece.part, Share(piece.part))
        size = characters(piece.text)
        share.read += size
        if piece.left_out:
            share.left_out[piece.left_out] += size
            continue
        lost = 0
        for word in words(piece.text):
            if there[word] > 0:
                there[word] -= 1
            else:
                lost += len(word)
        share.lost += lost
        share.placed += size - lost
        if lost:
            sample = " ".join(piece.text.split())
            shown = sample if len(sample) <= _SAMPLE else sample[: _SAMPLE - 1] + "…"
            share.missing.append(f"{piece.place}: {shown}" if piece.place else shown)
    return Account(tuple(shares.values()))


def missed(met: Iterable[str], pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces for the words of `met` that no piece has: all texts of a file, counted without asking who read them."""
    counts = Counter[str]()
    for text in met:
        counts.update(words(text))
    for piece in pieces:
        counts.subtract(words(piece.text))
    rest = [word for word, count in counts.items() for _ in range(count)]
    return (Piece(" ".join(rest), "what no reader reached"),) if rest else ()


def words(text: str) -> Iterator[str]:
    """The words of a text and its signs such as `→` or `≥`, small; punctuation counts for nothing."""
    for word in _WORD.findall(_MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()):
        if word[0].isalnum() or (ord(word[0]) > 127 and unicodedata.category(word[0])[0] == "S"):
            yield word


def characters(text: str) -> int:
    """How many characters of `text` count."""
    return sum(map(len, words(text)))


def texts_of(written: str) -> Iterator[str]:
    """All texts in a lesson's file that are an author's: values, and keys that are no words of the specification."""
    tree = read_tree(written.encode(), "", Diagnostics())
    if tree is not None:
        yield from _texts(tree)


def _texts(tree: Tree) -> Iterator[str]:
    match tree:
        case Scalar():
            if tree.value is not None:
                yield str(tree.value)
        case Items():
            for one in tree.values:
                yield from _texts(one)
        case Entries():
            for key, entry in tree.entries.items():
                if not _is_key(key):
                    yield key
                yield from _texts(entry.value)


def _is_key(key: str) -> bool:
    """Whether a key can be one of the specification's; those that are text have capitals, blanks or signs."""
    return bool(re.fullmatch(r"[a-z_]+", key))


def parts(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """The parts that pieces stand in, in order."""
    return tuple(dict.fromkeys(piece.part for piece in pieces))
