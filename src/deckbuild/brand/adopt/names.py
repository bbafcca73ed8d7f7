"""What people call layouts, in many languages: the second thing that matching goes by, after placeholders."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, ...]] = {
    "title": (
        "title slide", "titelfolie", "titeldia", "diapositive de titre", "page de titre", "diapositiva de titulo", "portada",
        "diapositiva titolo", "copertina", "slide de titulo", "capa", "titelbild", "titelside", "otsikkodia",
        "slajd tytulowy", "titulni snimek", "cimdia", "diapozitiv titlu", "титульный", "титульний", "διαφανεια τιτλου",
        "baslik slayd", "标题幻灯片", "封面", "標題投影片", "タイトル スライド", "表紙", "제목 슬라이드", "표지",
        "شريحة العنوان", "الغلاف", "שקופית כותרת", "cover", "deckblatt", "couverture", "omslag", "deckfolie",
    ),
    "section": (
        "section", "abschnitt", "kapitel", "trennfolie", "zwischentitel", "sectie", "hoofdstuk", "titre de section", "intercalaire",
        "encabezado de seccion", "seccion", "separador", "intestazione sezione", "sezione", "secao", "avsnitt", "afsnit", "osan",
        "naglowek sekcji", "sekcja", "zahlavi oddilu", "szakasz", "заголовок раздела", "раздел", "розділ", "ενοτητα",
        "bolum", "节标题", "章節標題", "セクション", "구역", "عنوان القسم", "divider", "chapter", "chapitre", "capitulo",
    ),
    "agenda": (
        "agenda", "inhaltsverzeichnis", "ubersicht", "sommaire", "ordre du jour", "indice", "sommario", "programma",
        "содержание", "повестка", "目录", "議程", "目次", "アジェンダ", "목차", "جدول الأعمال",
    ),
    "closing": (
        "closing", "end slide", "thank you", "thanks", "contact", "schluss", "schlussfolie", "danke", "kontakt", "ende",
        "fin", "merci", "remerciements", "gracias", "cierre", "contacto", "grazie", "chiusura", "obrigado", "encerramento",
        "bedankt", "afsluiting", "tack", "avslut", "tak", "kiitos", "dziekuje", "dekuji", "koszonom", "спасибо", "заключение",
        "дякую", "ευχαριστω", "tesekkur", "谢谢", "結束", "ありがとう", "감사합니다", "شكرا", "תודה", "back cover",
    ),
    "quote": (
        "quote", "quotation", "zitat", "citation", "cita", "citazione", "citacao", "citaat", "citat", "sitaatti", "cytat",
        "citace", "idezet", "цитата", "παραθεση", "alinti", "引用", "引述", "인용", "اقتباس",
    ),
    "statement": (
        "statement", "key message", "big number", "big idea", "kernaussage", "aussage", "message cle", "mensaje", "messaggio",
        "mensagem", "budskap", "boodschap", "тезис", "要点",
    ),
    "question": (
        "question", "discussion", "frage", "diskussion", "pregunta", "domanda", "pergunta", "vraag", "fraga", "sporgsmal",
        "pytanie", "otazka", "вопрос", "питання", "ερωτηση", "soru", "问题", "質問", "질문", "سؤال",
    ),
    "references": (
        "references", "sources", "bibliography", "literatur", "quellen", "bibliographie", "bibliografia", "referencias",
        "referenze", "bronnen", "kallor", "kilder", "источники", "参考文献", "المراجع",
    ),
    "picture": (
        "picture", "image", "photo", "bild", "foto", "imagen", "immagine", "imagem", "afbeelding", "billede", "kuva", "obraz",
        "obrazek", "kep", "рисунок", "изображение", "εικονα", "resim", "图片", "圖片", "画像", "図", "그림", "صورة",
    ),
    "table": ("table", "tabelle", "tableau", "tabla", "tabella", "tabela", "tabel", "tabell", "таблица", "表格", "表", "표", "جدول"),
    "blank": (
        "blank", "empty", "leer", "vide", "vierge", "en blanco", "vuota", "vuoto", "em branco", "leeg", "tom", "tyhja", "pusty",
        "prazdny", "ures", "пустой", "порожній", "κενο", "bos", "空白", "白紙", "빈 화면", "فارغ", "ריק",
    ),
    "cards": (
        "title only", "nur titel", "titre seul", "solo el titulo", "solo titolo", "somente titulo", "alleen titel", "endast rubrik",
        "kun titel", "vain otsikko", "tylko tytul", "jen nadpis", "csak cim", "только заголовок", "μονο τιτλος", "仅标题",
        "只有標題", "タイトルのみ", "제목만", "عنوان فقط",
    ),
    "content": (
        "title and content", "titel und inhalt", "titre et contenu", "titulo y objetos", "titolo e contenuto", "titulo e conteudo",
        "titel en object", "rubrik och innehall", "titel og indholdsobjekt", "tytul i zawartosc", "nadpis a obsah", "cim es tartalom",
        "заголовок и объект", "τιτλος και περιεχομενο", "标题和内容", "標題及物件", "タイトルとコンテンツ", "제목 및 내용", "العنوان والمحتوى",
    ),
}  # fmt: skip
"""Role -> words that a layout for it has in its name, without accents, in small letters."""


def folded(name: str) -> str:
    """A name without accents, case, and what copying adds in front (`1_Titelfolie`)."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.lower().lstrip("0123456789_ -").replace("_", " ").strip()


_FOLDED = {role: tuple(folded(word) for word in words) for role, words in WORDS.items()}


def says(name: str, role: str) -> bool:
    """Whether a layout's name says that it is for `role`."""
    said = folded(name)
    return any(_holds(said, word) for word in _FOLDED.get(role, ()))


def _holds(name: str, word: str) -> bool:
    """Whether a word stands in a name: as a word of its own, or, without spaces between words (CJK), anywhere."""
    if not word.isascii():
        return word in name
    return f" {word} " in f" {''.join(c if c.isalnum() else ' ' for c in name)} ".replace("  ", " ")
