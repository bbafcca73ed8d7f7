"""The words that guides use for one thing or another, by what they mean here."""

LABELS = {
    "say": "say", "do": "do", "ask": "ask", "answers": "answers", "tip": "tip", "show": "show",
    "transition": "transition", "text": "text", "note_safety": "note-safety", "note_sensitivity": "note-sensitivity",
    "note_adapt": "note-adapt", "note_timing": "note-timing", "key_message": "key message",
    "key_messages": "key message",
    "references": "references", "further_reading": "references", "section_references": "references",
    "outcomes": "outcomes", "learners_can": "outcomes", "you_can": "outcomes", "outcomes_lead": "outcomes",
    "aim": "aim", "relevance": "relevance", "duration": "duration", "minimum_duration": "duration", "time": "duration",
    "purpose": "purpose", "method": "method", "groups": "groups", "materials": "materials",
    "preparation": "preparation", "steps": "steps", "debrief": "debrief", "expected": "answers",
    "needed": "materials", "abbreviations": "abbreviations", "glossary": "glossary", "question": "ask",
    "answer": "answers", "feedback": "feedback", "draw_out": "debrief", "questions": "questions", "test": "questions",
    "summary": "key messages",
}  # fmt: skip
"""Names of deckbuild's labels, and what they mean here."""

MORE = {
    "tip": (
        "trainer tips?|training tips?|tips?|tip for (?:the )?trainers?|facilitator(?:’s|'s)? tips?|hint|"
        "notes? (?:to|for) (?:the )?(?:trainers?|instructors?|facilitators?)|instructor notes? to self|"
        "conseils?(?: pour le formateur)?|consejos?(?: para (?:el|la) formador)?|"
        "hinweise? für (?:die )?trainer|tipps?|نصيحة|ملاحظة للمدرب"
    ),
    "say": (
        "speaker notes?|speaking notes?|talking points?|instructor notes?|trainer(?:’s|'s)? notes?|"
        "facilitator(?:’s|'s)? notes?|script|tell|explain|notes? du formateur|notas del instructor|"
        "sprechernotizen|سيناريو"
    ),
    "do": ("action|actions|instructions? to (?:the )?trainers?"),
    "ask": (
        "ask (?:the )?(?:participants|group|class|students|learners)|"
        "questions? to (?:the )?(?:participants|group|class)|discussion|discussion questions?|question|"
        "questions? for discussion|discuss|demandez|pregunte|fragen sie|اسأل"
    ),
    "answers": (
        "answers?|suggested answers?|possible answers?|expected (?:answers?|responses?)|correct answers?|"
        "sample answers?|model answers?|réponses?(?: attendues?)?|respuestas?|antworten?|الإجابات?|الإجابة"
    ),
    "show": ("show|display"),
    "text": (
        "background|background information|note|notes|additional information|further information|"
        "for information|definition|contexte|antecedentes|hintergrund"
    ),
    "transition": ("transition|bridge|link to next (?:slide|topic)|segue"),
    "note-safety": ("safety|safety note|warning|caution|danger|avertissement|advertencia|achtung|warnung|تحذير"),
    "note-timing": ("timing note"),
    "key message": (
        "key messages?|key points?|take-?away(?: messages?)?|messages? clés?|mensajes? claves?|"
        "kernbotschaft(?:en)?|كلمات رئيسية|الرسالة الرئيسية|الرسائل الرئيسية"
    ),
    "key messages": ("summary of key messages?|summary|key takeaways|résumé|resumen|zusammenfassung|الملخص"),
    "references": (
        "references?|reference materials?|bibliography|further reading|sources?|additional resources|"
        "références?|referencias?|bibliographie|bibliografía|quellen|literatur|المراجع|مراجع|المرجع"
    ),
    "outcomes": (
        "(?:specific |lesson |terminal |enabling |session )?(?:learning )?(?:outcomes?|objectives?)|"
        "objectifs?(?: d[’']apprentissage| pédagogiques?)?|objetivos?(?: de aprendizaje)?|"
        "resultados de aprendizaje|lernziele?|أهداف التعلم|الأهداف"
    ),
    "aim": ("(?:overall |lesson |course |session )?(?:aim|goal)|but|finalidad|meta|ziel|الهدف"),
    "relevance": (
        "relevance|why (?:is )?(?:this|it) (?:is )?(?:important|matters?)|rationale|pertinence|relevancia|relevanz"
    ),
    "duration": (
        ""
        "(?:minimum |total |suggested |estimated |recommended )?(?:lesson |session |course |activity |mo"
        "dule |class )?(?:duration|time(?: required| needed| allotted)?|timing|length)|"
        "durée(?: minimale| minimum)?(?: de la leçon)?|duración(?: mínima)?(?: de la lección)?|dauer|"
        "mindestdauer|zeitbedarf|المدة(?: الدنيا)?|الوقت"
    ),
    "purpose": ("purpose|objective of the activity"),
    "method": ("method|methods|methodology|training method|méthode|método|methode"),
    "groups": ("groups?|grouping|group size"),
    "materials": (
        "materials?|materials? (?:needed|required)|resources?(?: needed| required)?|"
        "equipment(?: needed| required)?|supplies|you will need|matériel|materiales?|material(?:ien)?|المواد"
    ),
    "preparation": (
        "preparations?|before (?:you start|the (?:activity|lesson|session))|set-?up|préparation|preparación|"
        "vorbereitung"
    ),
    "steps": (
        "steps?|instructions?|procedure|process|directions|consignes?|instrucciones|anleitung|ablauf|الخطوات|التعليمات"
    ),
    "debrief": ("debrief(?:ing)?(?: questions?)?|discussion points?|wrap-?up|auswertung"),
    "feedback": ("feedback|explanation|rationale for the answer"),
    "questions": (
        "(?:learning |lesson |self-?)?(?:assessment|evaluation)(?: questions?)?|"
        "(?:review|test|quiz|exam|knowledge check) questions?|questions(?: and answers)?|quiz|test|"
        "knowledge check|check your (?:knowledge|understanding)|q ?& ?a|fragen und antworten"
    ),
    "abbreviations": (
        "abbreviations?(?: and acronyms?)?|acronyms?|list of (?:abbreviations|acronyms)|abréviations|sigles|"
        "abreviaturas|siglas|abkürzungen|الاختصارات"
    ),
    "glossary": ("glossary|key terms|definitions|glossaire|glosario|glossar|begriffe"),
}
"""What other guides say; patterns."""
