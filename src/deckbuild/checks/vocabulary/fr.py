"""French."""

from __future__ import annotations

from deckbuild.checks.vocabulary import Vocabulary

_LE = r"(?:le|la|les|ce|cette|ces|notre|votre|nos|vos)"

WORDS = Vocabulary(
    numbers={
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17,
        "dix-huit": 18, "dix-neuf": 19, "vingt": 20,
    },
    ordinals={"un": 1},
    part_of=r"au moins|au plus|environ|plus de|moins de|de|des|chaque|autres|et|ou|premiers|premières|derniers|"
    r"dernières|ces|les",
    before_number=r"au moins|au plus|environ|plus de|moins de|de|des|en|à|d'ici|dans|pour|tous|toutes|chaque|"
    r"autres|et|ou|sur|"
    r"niveau|étape|partie|semaine|jour|module|leçon|section|phase|page|pages|diapositive|diapositives|groupe|"
    r"après|pendant",
    not_things=r"secondes?|minutes?|min|heures?|h|jours?|semaines?|mois|ans?|années?|décennies|siècles|fois|"
    r"personnes?|"
    r"participants?|participantes?|apprenants?|élèves|étudiants?|pour|degrés?|mètres?|euros?|ou|et|à|de|mots|pages|"
    r"diapositives|lignes|phrases|points|cents?|mille|millions?|milliards?",
    speaks_of={
        "handout": rf"(?:{_LE}|l'|du|des|aux?) ?(?:documents? (?:à distribuer|distribués?|remis|d'accompagnement)|"
        rf"polycopiés?|feuillets?)|"
        r"(?:distribue[zr]|remettez|remettre) (?:le|la|les) (?:documents?|polycopiés?|fiches?|feuillets?)",
        "film": rf"{_LE} (?:films?|vidéos?|extraits?)|(?:regarde[zr]|projete[zr]|passe[zr]) (?:le film|la vidéo|"
        rf"l'extrait)",
        "outcomes": r"(?:les|nos|ces|aux|des) (?:objectifs|résultats) d'apprentissage|(?:les|"
        r"nos) objectifs (?:pédagogiques|de (?:la|cette) "
        r"(?:leçon|séance|session|formation)|de ce (?:module|cours))",
        "agenda": r"(?:présente[zr]|montre[zr]|parcoure[zr]|parcourir|expliquer|expliquez) (?:l'ordre du jour|"
        r"le programme)|diapositive "
        r"(?:de l'ordre du jour|du programme)",
        "exercise": r"(?:faire|faites|lance[zr]|commence[zr]|présente[zr]|anime[zr]|débriefe[zr]|"
        r"démarre[zr]) (?:l'exercice|l'activité|"
        r"le jeu de rôles?|la simulation|le travail (?:de|en) groupe)",
        "case": r"(?:l'étude|cette étude|les études|ces études) de cas",
        "worksheet": rf"{_LE} (?:fiches?|feuilles?) (?:de travail|d'exercices?)",
        "glossary": r"(?:voir|dans|consulte[zr]|du|au) (?:le )?glossaire",
        "annex": r"(?:voir|dans|consulte[zr]|en|à) (?:l')?annexe(?: [a-z0-9])?",
        "references": r"(?:la|voir la|notre) (?:bibliographie|liste des références)|pour aller plus loin",
        "quiz": rf"{_LE} (?:quiz|questionnaires? de connaissances|pré-?tests?|post-?tests?)|le corrigé|"
        rf"le test (?:final|de connaissances)",
        "form": r"(?:le |les |du |des )?(?:formulaires?|fiches?|questionnaires?) (?:d'évaluation|de satisfaction|"
        r"de retour)",
        "roles": r"(?:les |la |vos )?(?:cartes?|fiches?) (?:de )?rôles?",
        "figure": r"(?:le|la|l'|ce|cette|cet) ?(?:image|photo|photographie|schéma|diagramme|graphique|carte|"
        r"figure|illustration|dessin|frise)"
        r" (?:à l'écran|sur la diapositive|ci-dessus|ci-dessous|montre|illustre)|(?:regarde[zr]|montre[zr]) (?:le|"
        r"la|l') ?(?:image|photo|"
        r"schéma|diagramme|graphique|figure)",
        "table": r"(?:le|ce) tableau (?:à l'écran|sur la diapositive|ci-dessus|ci-dessous|montre)|"
        r"regarde[zr] (?:le|ce) tableau",
    },
    stems={
        "handout": "document polycopié feuillet fiche",
        "film": "film vidéo extrait",
        "outcomes": "objectif résultat",
        "agenda": "ordre programme",
        "exercise": "exercice activité rôle simulation groupe",
        "case": "cas",
        "worksheet": "fiche feuille",
        "glossary": "glossaire",
        "annex": "annexe",
        "references": "bibliographie référence loin",
        "quiz": "quiz questionnaire test corrigé",
        "form": "évaluation satisfaction retour",
        "roles": "rôle",
        "figure": "image photo schéma diagramme graphique carte figure illustration dessin frise",
        "table": "tableau",
        "slide": "diapo",
        "activity": "activité exercice",
        "minutes": "min",
    },
    named={
        "handout": r"documents?|polycopiés?|fiches?",
        "film": r"films?|vidéos?",
        "outcomes": r"objectifs?|résultats",
        "agenda": r"programme|ordre du jour|plan",
        "exercise": r"exercices?|activités?|jeu de rôles?|simulation|à vous",
        "case": r"études? de cas|cas",
        "worksheet": r"fiches?|feuilles?",
        "quiz": r"quiz|tests?|évaluation",
        "form": r"évaluation|satisfaction|retour",
        "glossary": r"glossaire|lexique",
        "annex": r"annexe.*",
        "references": r"références?|bibliographie|sources",
        "roles": r"rôles?",
    },
    slide=r"diapositives?|diapos?",
    module=r"module",
    lesson=r"leçon",
    activity=r"activité|exercice",
    handout=r"document",
    elsewhere=r"prochaine?|suivante?|précédente?|rappel|retour|voir|suite|depuis|avant|après|lien|préparer|aperçu",
    next_slide=r"(?:sur |à )?la (?:diapositive|diapo) suivante|la prochaine (?:diapositive|diapo)",
    slide_before=r"la (?:diapositive|diapo) précédente|la dernière (?:diapositive|diapo)",
    minutes=r"minutes?|min",
    allots=r"vous avez|ils ont|les groupes ont|donne[zr]-leur|accorde[zr](?:-leur)?|prévoye?[zr]|prévoir|"
    r"laisse[zr](?:-leur)?|prene[zr]|compte[zr]",
    instruction=r"(?:demande[zr]|dites|dire|rappele[zr]|invite[zr]|encourage[zr]|explique[zr]|montre[zr]|"
    r"donne[zr]|divise[zr]|réparti(?:ssez|r)|"
    r"laisse[zr]) (?:\w+ )?(?:aux?|à tous les|à chaque|les|des) (?:participants?|participantes?|apprenants?|"
    r"élèves|étudiants?|stagiaires)",
    vague=r"comprendre|connaître|savoir(?! \w+(?:er|ir|re)\b)|être (?:conscient|conscients|sensibilisé|"
    r"sensibilisés|familiarisé)|apprendre|prendre conscience|se familiariser|"
    r"avoir (?:une )?(?:idée|connaissance|compréhension|conscience)|acquérir|découvrir|saisir|réaliser que|s'initier|"
    r"mieux (?:comprendre|connaître)",
    lead_in=r"(?:à la fin|à l'issue|au terme) de|après (?:cette|ce|la|le|avoir)|(?:les )?(?:participants?|"
    r"apprenants?|stagiaires|étudiants?|vous) "
    r"(?:seront|serez|pourront|pourrez|sauront|saurez|devraient|devriez)|(?:être )?(?:capables? de|en mesure de)",
    summary=r"résumé|récapitulatif|récapitulation|synthèse|en bref|messages clés|points (?:clés|essentiels)|"
    r"conclusions?|à retenir|"
    r"ce qu'il faut retenir|clôture|bilan",
    pause=r"pause(?: café| déjeuner)?|déjeuner",
    perishable=r"à l'heure actuelle|à l'heure où nous écrivons|l'an dernier|l'année dernière|cette année|"
    r"l'an prochain|"
    r"les? (?:derniers?|dernières?) (?:chiffres|données|statistiques|rapport)",
    all_of_these=r"(?:toutes|aucune) (?:ces|des|les) réponses(?: ci-dessus| précédentes)?|tout ce qui précède|"
    r"aucune de ces réponses",
    negated=r"pas|sauf|excepté|jamais",
    copy=r"copie(?: de)?|ancienne version|nouvelle version|brouillon",
    gear=(
        r"tableaux? de conférence|paper-?boards?|tableaux? à feuilles", r"marqueurs?|feutres?", r"post-its?|"
        r"notes adhésives",
        r"dés", r"ciseaux", r"colle", r"ballons?",
    ),
    references_title=r"références?|bibliographie|sources|pour aller plus loin",
)  # fmt: skip
