"""Names of Word's built-in styles in languages other than English.

Word keeps the English name in a file whatever its language shows, and localises the id; other programs write what
their users see.  Both are looked up here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBERED = {
    "heading": ("heading", "überschrift", "titre", "título", "titolo", "titulo", "kop", "rubrik", "overskrift", "otsikko",
                "nagłówek", "nadpis", "címsor", "titlu", "заголовок", "επικεφαλίδα", "başlık", "标题", "標題", "見出し", "제목",
                "العنوان", "כותרת"),
    "toc": ("toc", "verzeichnis", "inhaltsverzeichnis", "tm", "tdc", "sommario", "sumário", "inhopg", "innehåll", "indholdsfortegnelse",
            "spis treści", "obsah", "оглавление", "目录", "目次", "목차"),
    "list bullet": ("list bullet", "aufzählungszeichen", "liste à puces", "lista con viñetas", "punto elenco", "lista com marcadores",
                    "lijst opsom.teken", "punktlista", "opstilling - punkttegn", "lista punktowana", "маркированный список", "列表项目符号", "箇条書き"),
    "list number": ("list number", "listennummer", "liste à numéros", "lista con números", "numero elenco", "lista numerada",
                    "lijstnummering", "numrerad lista", "lista numerowana", "нумерованный список", "列表编号", "段落番号"),
}  # fmt: skip
_SINGLE = {
    "normal": ("standard", "standaard", "normale", "vanlig", "обычный", "normál", "normálny", "正文", "標準", "표준", "normalny"),
    "title": ("titel", "titre", "título", "titolo", "tytuł", "název", "cím", "название", "titlu", "τίτλος", "标题", "表題", "제목"),
    "subtitle": ("untertitel", "sous-titre", "subtítulo", "sottotitolo", "ondertitel", "underrubrik", "undertitel", "podtytuł",
                 "podtitul", "alcím", "подзаголовок", "副标题", "副題", "부제"),
    "quote": ("zitat", "citation", "cita", "citazione", "citação", "citaat", "citat", "cytat", "citát", "idézet", "цитата 2", "引用", "引用文"),
    "caption": ("beschriftung", "légende", "descripción", "epígrafe", "didascalia", "legenda", "bijschrift", "beskrivning", "billedtekst",
                "titulek", "képaláírás", "название объекта", "题注", "図表番号", "캡션"),
    "body text": ("textkörper", "corps de texte", "texto independiente", "corpo testo", "corpo de texto", "plattetekst", "brödtext",
                  "brødtekst", "tekst podstawowy", "základní text", "основной текст", "正文文本", "本文"),
    "header": ("kopfzeile", "en-tête", "encabezado", "intestazione", "cabeçalho", "koptekst", "sidhuvud", "sidehoved", "nagłówek strony",
               "záhlaví", "верхний колонтитул", "页眉", "ヘッダー", "머리글"),
    "footer": ("fußzeile", "pied de page", "pie de página", "piè di pagina", "rodapé", "voettekst", "sidfot", "sidefod", "stopka",
               "zápatí", "нижний колонтитул", "页脚", "フッター", "바닥글"),
    "toc heading": ("inhaltsverzeichnisüberschrift", "en-tête de table des matières", "encabezado de tdc", "titolo sommario"),
    "strong": ("fett", "élevé", "texto en negrita", "forte", "starkt betonad", "строгий"),
    "emphasis": ("hervorhebung", "accentuation", "énfasis", "enfasi", "ênfase", "nadruk", "betoning", "выделение"),
}  # fmt: skip
_ENGLISH = {**{name: english for english, names in _SINGLE.items() for name in names}}


def english(name: str) -> str:
    """A built-in style's name as Word stores it, in small letters; other names as they are, in small letters."""
    said = " ".join(name.casefold().split())
    match = re.fullmatch(r"(.+?)\s*([1-9])?", said)
    if match:
        stem, number = match[1], match[2] or ""
        for stored, names in _NUMBERED.items():
            if stem in names and (number or stored.startswith("list")):
                return f"{stored} {number}".strip()
    return _ENGLISH.get(said, said)


def known_as(name: str, aliases: str) -> Iterator[str]:
    """All that a style is called, its own name first."""
    yield english(name)
    for alias in re.split(r"[,;]", aliases):
        if alias.strip():
            yield english(alias.strip())
