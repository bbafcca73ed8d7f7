"""Lines of a reference block -> references: symbol, author, title, publisher, year, address."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckbuild.importing.draft import Value
from deckbuild.importing.flow import Para
from deckbuild.importing.markup import unmarked

_SYMBOL = re.compile(r"([A-Z]{1,4}(?:/[A-Z0-9.()]+){1,6}|[A-Z]{2,6} [0-9][0-9A-Z.:-]*)(?=[\s,;:]|$)")
_RESOLUTION = re.compile(
    r"(?:(?:UN|United Nations) )?(?:(?P<council>Security Council)|General Assembly) resolution "
    r"(?P<number>(?(council)[1-9][0-9]{0,3}|(?:ES-)?[1-9][0-9]{0,2}/[1-9][0-9]{0,2}))"
    r"(?=(?:\s*\([0-9]{4}\))?(?:\s*\.?\s*$|[,:;]\s+(?!and\b)[*“\"]?[^\W\d]|\s+on\b))(?!.*\bresolutions?\b.*[0-9])",
    re.IGNORECASE,
)
"""A line that begins with one resolution and no other, by the number that its symbol is made of."""
_YEAR = re.compile(r"\s*\(([12][0-9]{3})\)\s*\.?\s*$")
_LINK = re.compile(r"\[([^\]]*)\]\(<?(https?://[^\s)>]+)>?\)")
_BARE = re.compile(r"<?(https?://[^\s<>\"\\]+?)>?[.,;]?\s*$")
_NAMED = re.compile(r"(?P<author>[^*,][^*]{1,120}?)[,.:]\s+\*(?P<title>[^*]{3,300})\*(?P<rest>.*)", re.DOTALL)


def reference(text: str) -> Mapping[str, Value]:
    """The reference in a line of Markdown, as the specification shapes it; words that fit nowhere stay in the title."""
    text = text.strip()
    url = ""
    linked = _LINK.search(text)
    if linked:
        url, text = linked[2], text.replace(linked[0], linked[1] if linked[1] != linked[2] else "").strip()
    bare = _BARE.search(text)
    if bare and not url:
        url, text = bare[1], text[: bare.start()].rstrip(" ,;:")
    values: dict[str, Value] = {}
    year = _YEAR.search(text)
    if year:
        values["year"], text = int(year[1]), text[: year.start()].rstrip(" ,;")
    symbol = _SYMBOL.match(text)
    if symbol and len(text) > symbol.end() + 3:
        values["symbol"], text = symbol[1], text[symbol.end() :].lstrip(" ,;:–-")
    resolution = _RESOLUTION.match(text)
    if resolution and "symbol" not in values:
        values["symbol"] = f"{'S' if resolution['council'] else 'A'}/RES/{resolution['number'].upper()}"
    named = None if resolution else _NAMED.fullmatch(text)
    if named:
        values["author"], text = named["author"].strip(), named["title"].strip()
        rest = named["rest"].strip(" ,.;")
        if rest:
            values["publisher"] = rest
    text = text[:-1] if text.endswith(").") else text
    values["title"] = text.strip(" ,;") or url or unmarked(text)
    if url:
        values["url"] = url
    return values


def is_reference(para: Para) -> bool:
    """Whether a line is a reference: an item, or a paragraph with a year, a symbol, an address or italics."""
    if len(para.plain) > 600:
        return False
    marked = _YEAR.search(para.text) or _LINK.search(para.text) or _BARE.search(para.text) or _SYMBOL.match(para.text)
    return bool(para.item >= 0 or marked or re.search(r"(?<!\*)\*[^*]+\*(?!\*)|\b(?:19|20)[0-9]{2}\b", para.text))


def name_of(values: Mapping[str, Value]) -> str:
    """What a reference's id is made of: its symbol, else how its title begins."""
    resolution = _RESOLUTION.match(str(values["title"]))
    if resolution:
        return f"{'scr' if resolution['council'] else 'gar'}-{resolution['number'].replace('/', '-')}"
    symbol = str(values.get("symbol", ""))
    if symbol:
        return re.sub(r"[/.()]+", "-", symbol)
    return " ".join(unmarked(str(values["title"])).split()[:6])
