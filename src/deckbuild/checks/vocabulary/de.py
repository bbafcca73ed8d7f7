"""German."""

from __future__ import annotations

from deckbuild.checks.vocabulary import Vocabulary

_DER = r"(?:der|die|das|den|dem|des|diese|dieser|dieses|diesen|diesem|unser|unsere|unseren|ihr|ihre|ihren)"

WORDS = Vocabulary(
    numbers={
        "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
        "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
        "achtzehn": 18, "neunzehn": 19, "zwanzig": 20,
    },
    ordinals={"eins": 1},
    part_of=r"mindestens|höchstens|etwa|rund|über|unter|bis zu|von|der|jede|jeden|andere|weitere|und|oder|ersten|"
    r"letzten|nächsten|diese|die",
    before_number=r"mindestens|höchstens|etwa|rund|über|unter|bis zu|von|in|zu|mit|aus|nach|für|alle|jede|jeden|"
    r"andere|weitere|und|"
    r"oder|stufe|schritt|teil|woche|tag|modul|lektion|einheit|abschnitt|phase|seite|seiten|folie|folien|gruppe|ab|"
    r"um|seit|vor|als",
    not_things=r"sekunden?|minuten?|min|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|jahrzehnten?|jahrhunderte?|"
    r"mal|personen|menschen|"
    r"teilnehmern?|teilnehmende[nr]?|teilnehmerinnen|lernenden?|studierenden?|prozent|grad|metern?|euro|uhr|oder|"
    r"und|bis|von|wörtern?|seiten|"
    r"folien|zeilen|sätzen?|punkten?|paaren?|hundert|tausend|millionen|milliarden",
    speaks_of={
        "handout": rf"{_DER}(?: \w+)? (?:handouts?|handreichung(?:en)?|tischvorlagen?|arbeitsunterlagen?)|"
        rf"teilen sie (?:die|das|den) (?:\w+ )?"
        r"(?:handouts?|blätter|unterlagen|kopien|handreichung(?:en)?)(?: \w+)? aus|(?:handout|unterlagen|"
        r"kopien) (?:aus|ver)teilen",
        "film": rf"{_DER}(?: \w+)? (?:films?|filme|videos?|videoclips?|filmausschnitts?)",
        "outcomes": rf"{_DER} (?:lernziele[n]?|lernergebnisse[n]?)|(?:ziele|lernziele) (?:der|dieser) (?:lektion|"
        rf"einheit|sitzung|schulung)|ziele (?:des|dieses) "
        r"(?:moduls|kurses|workshops)",
        "agenda": r"(?:stellen sie die|zeigen sie die|gehen sie die|die) (?:tagesordnung|agenda) (?:vor|durch|"
        r"zeigen|vorstellen|durchgehen)|zeigen sie die "
        r"(?:agenda|tagesordnung)|agendafolie",
        "exercise": r"(?:führen sie|beginnen sie|starten sie|leiten sie) (?:die|das|mit der|"
        r"mit dem)(?: \w+)? (?:übung|aktivität|rollenspiel|planspiel|gruppenarbeit)|"
        r"(?:die übung|das rollenspiel|die gruppenarbeit) (?:durchführen|beginnen|starten|auswerten)",
        "case": rf"{_DER}(?: \w+)? (?:fallstudien?|fallbeispiels?|fallbeispiele[n]?)",
        "worksheet": rf"{_DER}(?: \w+)? (?:arbeitsblatts?|arbeitsblätter[n]?|arbeitsbogen|arbeitsbögen)",
        "glossary": r"(?:siehe|im|ins|aus dem|das) glossar",
        "annex": r"(?:siehe|im|aus dem|den) anhang(?: [a-z0-9])?",
        "references": r"(?:das|im|siehe) (?:literaturverzeichnis|quellenverzeichnis)|die (?:literaturliste|"
        r"weiterführende literatur)",
        "quiz": rf"{_DER}(?: \w+)? (?:quiz|eingangstests?|abschlusstests?|wissenstests?|lösungsschlüssels?)",
        "form": r"(?:evaluations|feedback|rückmelde|bewertungs)b[oö]gen|(?:feedback|evaluations)formulare?",
        "roles": r"rollenkarten?",
        "figure": rf"{_DER} (?:bild|foto|schaubild|diagramm|grafik|karte|abbildung|zeichnung|zeitstrahl|"
        rf"illustration) (?:auf (?:der|dieser) folie|hier|oben|unten|"
        r"zeigt)|(?:zeigen sie auf|betrachten sie|sehen sie sich) (?:das|die|den) (?:bild|foto|schaubild|diagramm|"
        r"grafik|karte|abbildung)",
        "table": rf"{_DER} tabelle (?:auf (?:der|dieser) folie|hier|oben|unten|zeigt)|(?:zeigen sie auf|"
        rf"betrachten sie) die tabelle",
    },
    stems={
        "handout": "handout handreichung vorlage unterlage blätter kopien",
        "film": "film video",
        "outcomes": "ziel lernergebnis",
        "agenda": "agenda tagesordnung",
        "exercise": "übung aktivität spiel gruppenarbeit",
        "case": "fall",
        "worksheet": "arbeits",
        "glossary": "glossar",
        "annex": "anhang",
        "references": "literatur quellen",
        "quiz": "quiz test schlüssel",
        "form": "bogen bögen formular",
        "roles": "rollenkarte",
        "figure": "bild foto diagramm grafik karte abbildung zeichnung zeitstrahl illustration",
        "table": "tabelle",
        "slide": "folie",
        "activity": "aktivität übung",
        "minutes": "min",
    },
    named={
        "handout": r"handouts?|\w*blatt|\w*blätter|unterlagen",
        "film": r"\w*films?|\w*videos?",
        "outcomes": r"\w*ziele?|lernergebnisse",
        "agenda": r"agenda|tagesordnung|ablauf|programm",
        "exercise": r"\w*übung(?:en)?|aktivität(?:en)?|\w*spiel|gruppenarbeit",
        "case": r"fall\w*|fälle",
        "worksheet": r"arbeits\w+|\w*blatt",
        "quiz": r"quiz|\w*tests?|prüfung",
        "form": r"\w*feedback\w*|evaluation\w*|\w*bogen",
        "glossary": r"glossar|begriffe",
        "annex": r"anhang.*",
        "references": r"literatur\w*|quellen\w*",
        "roles": r"rollen\w*",
    },
    slide=r"folien?",
    module=r"modul",
    lesson=r"lektion",
    activity=r"aktivität|übung",
    handout=r"handout",
    elsewhere=r"nächste[rsnm]?|vorige[rsnm]?|vorherige[rsnm]?|rückblick|zurück|ausblick|siehe|fortsetzung|aus|vor|"
    r"nach|vorbereitung|überblick",
    next_slide=r"(?:auf )?(?:der|die) (?:nächsten?|folgenden?) folien?",
    slide_before=r"(?:der|die|auf der) (?:vorigen?|vorherigen?|letzten?) folien?",
    minutes=r"minuten?|min",
    allots=r"sie haben|ihr habt|geben sie ihnen|die gruppen haben|nehmen sie sich|planen sie|die paare haben|"
    r"lassen sie ihnen",
    instruction=r"(?:fragen|bitten|erinnern|ermutigen|teilen|lassen) sie (?:die|alle|jede[nr]?|"
    r"ihre) (?:teilnehmenden?|teilnehmer|teilnehmerinnen|lernenden?|"
    r"studierenden?|klasse)|(?:sagen|erklären|zeigen|geben) sie (?:den|allen|jedem|ihren) (?:teilnehmenden|"
    r"teilnehmern|lernenden|studierenden)",
    vague=r"verstehen|wissen|kennen|kennenlernen|lernen|begreifen|sich bewusst|sich vertraut|vertraut sein|"
    r"einen (?:einblick|überblick)|verständnis|kenntnisse?|"
    r"ein bewusstsein|erfassen",
    vague_end=r"verstehen|wissen|kennen|kennenlernen|kennen ?gelernt haben|lernen|begreifen|bewusst (?:sein|"
    r"werden)|vertraut (?:sein|machen)|erfahren|gewinnen|"
    r"bekommen|erhalten|erwerben",
    lead_in=r"(?:am ende|nach abschluss|zum abschluss) de[rs]|nach (?:dieser|diesem|der|dem)|"
    r"(?:die )?(?:teilnehmenden?|teilnehmer|teilnehmerinnen|lernenden?|studierenden?|sie) "
    r"(?:können|werden|sollen|sollten|sind)|in der lage sein",
    summary=r"zusammenfassung|rückblick|kernbotschaften|kernaussagen|wichtigste[sn]?(?: punkte)?|fazit|abschluss|"
    r"das nehmen (?:sie|wir) mit|"
    r"zum mitnehmen|auf einen blick|schluss",
    pause=r"(?:kaffee|mittags)?pause|mittagessen",
    perishable=r"zum jetzigen zeitpunkt|bei redaktionsschluss|letztes jahr|im letzten jahr|dieses jahr|nächstes jahr|"
    r"die (?:neuesten|aktuellen|jüngsten) (?:zahlen|daten|statistiken)|der (?:neueste|aktuelle|jüngste) bericht",
    all_of_these=r"(?:alle|keine) (?:der )?(?:genannten|obigen|antworten)(?: antworten)?|alles davon|nichts davon|"
    r"keine davon",
    negated=r"nicht|kein|keine|keinen|außer|nie",
    copy=r"kopie(?: von)?|alte version|neue version|entwurf",
    gear=(
        r"flip-?charts?", r"(?:filz)?stifte|marker", r"klebezettel|haftnotizen|"
        r"post-its?", r"moderationskarten", r"würfel",
        r"scheren?", r"klebstoff|kleber", r"luftballons?",
    ),
    references_title=r"literatur|quellen|literaturverzeichnis|quellenverzeichnis|weiterführende literatur",
)  # fmt: skip
