"""How English is spelled in Britain, in America and by Oxford: words that differ, by system.

Own list of words met in training material.  Oxford spelling (ISO's and the United Nations') is British but for `-ize`.
"""

from __future__ import annotations

import re
from typing import Literal

Axis = Literal["region", "ize"]
"""What a word tells: British or American; `-ise` or `-ize`."""

_PAIRS = """
acknowledgement acknowledgment; ageing aging; aluminium aluminum; analyse analyze; armour armor; behaviour behavior;
cancelled canceled; cancelling canceling; catalogue catalog; centimetre centimeter; centre center; cheque check;
colour color; counsellor counselor; counselling counseling; defence defense; dialogue dialog; endeavour endeavor;
enrol enroll; enrolment enrollment; favour favor; favourite favorite; fibre fiber; flavour flavor; fulfil fulfill;
fulfilment fulfillment; grey gray; harbour harbor; honour honor; humour humor; jewellery jewelry; judgement judgment;
kilometre kilometer; labelled labeled; labelling labeling; labour labor; licence license; litre liter;
manoeuvre maneuver; marvellous marvelous; metre meter; modelled modeled; modelling modeling; mould mold;
neighbour neighbor; neighbourhood neighborhood; offence offense; orthopaedic orthopedic; paediatric pediatric;
plough plow; practise practice; pretence pretense; rumour rumor; saviour savior; sceptical skeptical;
signalling signaling; skilful skillful; sulphur sulfur; theatre theater; towards toward; travelled traveled;
traveller traveler; travelling traveling; tumour tumor; tyre tire; vapour vapor; wilful willful; woollen woolen
"""
_BOTH = ("check", "cheque", "practice", "practise", "license", "licence", "tire", "tyre", "toward", "towards", "dialog",
         "dialogue", "meter", "metre", "judgment", "judgement", "catalog", "catalogue")  # fmt: skip
"""Words that have another meaning, or that both regions write."""
_IZED = """
apologi authori capitali categori centrali characteri civili coloni commerciali criminali critici crystalli customi
decentrali demobili democrati digiti emphasi equali fami finali formali generali globali harmoni hospitali hypothesi
idealis immuni improvi individuali industriali initiali institutionali internali itali legali locali materiali
maximi mechani memori minimi mobili moderni monopoli nationali neutrali normali operationali optimi organi patroni
penali personali politici populari prioriti privati professionali radicali randomi rationali reali recogni
reorgani scrutini sensiti sociali speciali stabili standardi stigmati subsidi summari symboli sympathi synchroni
synthesi systemati terrori theori traumati urbani utili victimi visuali vocali weaponi
"""
_ENDINGS = {"s": ("se", "ses", "sed", "sing", "sation", "sations", "ser", "sers"),
            "z": ("ze", "zes", "zed", "zing", "zation", "zations", "zer", "zers")}  # fmt: skip


def _words() -> dict[str, tuple[Axis, int, str]]:
    """Word -> axis, side on it (0 British or `-ise`, 1 American or `-ize`), and how the other side writes it."""
    found: dict[str, tuple[Axis, int, str]] = {}
    for pair in _PAIRS.replace("\n", " ").split(";"):
        british, american = pair.split()
        if british in _BOTH:
            continue
        for ending in ("", "s", "d", "ed", "ing", "ful", "less", "able", "ation", "al", "r", "rs", "er", "ers"):
            found[british + ending] = ("region", 0, american + ending)
            found[american + ending] = ("region", 1, british + ending)
    for british, american in (("analysing", "analyzing"), ("centring", "centering"), ("centred", "centered")):
        found[british], found[american] = ("region", 0, american), ("region", 1, british)
    for stem in _IZED.split():
        for one, other in zip(_ENDINGS["s"], _ENDINGS["z"], strict=True):
            found[stem + one] = ("ize", 0, stem + other)
            found[stem + other] = ("ize", 1, stem + one)
    return found


WORDS = _words()
LETTERS = re.compile(r"[A-Za-z]{4,}")
SIDES = {"region": ("British", "American"), "ize": ("`-ise`", "`-ize`")}
SYSTEMS = {"british": (0, 0), "oxford": (0, 1), "american": (1, 1)}
"""System -> its side on either axis."""


def as_written(word: str, like: str) -> str:
    """`word` in the capitals of `like`."""
    return word.upper() if like.isupper() else word.capitalize() if like[:1].isupper() else word
