"""Spanish."""

from __future__ import annotations

from deckbuild.checks.vocabulary import Vocabulary

_EL = r"(?:el|la|los|las|este|esta|estos|estas|nuestro|nuestra|su|sus)"

WORDS = Vocabulary(
    numbers={
        "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
        "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17,
        "dieciocho": 18, "diecinueve": 19, "veinte": 20,
    },
    ordinals={"uno": 1, "una": 1},
    part_of=r"al menos|como máximo|hasta|unos|unas|más de|menos de|de|cada|otros|otras|y|o|primeros|primeras|"
    r"últimos|últimas|estos|estas|los|las",
    before_number=r"al menos|como máximo|hasta|unos|unas|más de|menos de|de|en|a|dentro de|para|por|cada|otros|"
    r"otras|y|o|sobre|"
    r"nivel|paso|parte|semana|día|módulo|lección|sección|fase|página|páginas|diapositiva|diapositivas|grupo|tras|"
    r"durante|todos|todas",
    not_things=r"segundos?|minutos?|min|horas?|h|días?|semanas?|meses|mes|años?|décadas?|siglos?|veces|personas?|"
    r"participantes?|"
    r"estudiantes?|alumnos?|aprendices|por|grados?|metros?|euros?|dólares|o|y|a|de|palabras|páginas|diapositivas|"
    r"líneas|frases|"
    r"puntos|cientos|mil|millones",
    speaks_of={
        "handout": r"(?:el|los|este|estos|del|al) (?:material(?:es)? (?:impresos?|de distribución|entregados?)|"
        r"folletos?|documentos? (?:impresos?|para "
        r"repartir))|(?:distribuya|distribuir|reparta|repartir|entregue|entregar) (?:el|la|los|las) (?:hojas?|"
        r"folletos?|documentos?|"
        r"material(?:es)?)",
        "film": rf"{_EL} (?:películas?|vídeos?|videos?)|(?:vea|ver|mire|proyecte|proyectar|"
        rf"reproduzca) (?:el vídeo|el video|la película)",
        "outcomes": r"(?:los|nuestros|estos|del|de los) (?:objetivos|resultados) de aprendizaje|"
        r"(?:los )?objetivos de (?:la|esta) "
        r"(?:lección|sesión|formación|clase)|(?:los )?objetivos de este (?:módulo|curso|taller)",
        "agenda": r"(?:presente|presentar|muestre|mostrar|repase|repasar|explique|explicar|revise) (?:la agenda|"
        r"el orden del día|el programa)|"
        r"diapositiva de (?:la agenda|agenda)",
        "exercise": r"(?:haga|hagan|hacer|realice|realicen|realizar|inicie|iniciar|presente|presentar|comience|"
        r"dirija) (?:el ejercicio|la actividad|"
        r"el juego de roles|la simulación|el trabajo en grupo)",
        "case": r"(?:el|este|los) estudios? de casos?",
        "worksheet": r"(?:la|las|esta|su) (?:hojas?|fichas?) de (?:trabajo|ejercicios)",
        "glossary": r"(?:véase|ver|vea|en|consulte|consultar|del|al) (?:el )?glosario",
        "annex": r"(?:véase|ver|vea|en|consulte) (?:el )?(?:anexo|apéndice)(?: [a-z0-9])?",
        "references": r"la (?:bibliografía|lista de referencias)|ver (?:la )?(?:bibliografía|lista de referencias)",
        "quiz": r"(?:el|los|este) (?:cuestionarios? de conocimientos|quiz|pretest|postest)|la prueba (?:final|"
        r"de conocimientos)|la clave de respuestas",
        "form": r"(?:el |los |del )?(?:formularios?|cuestionarios?|encuestas?) de (?:evaluación|satisfacción|"
        r"opinión)",
        "roles": r"(?:las |la )?tarjetas? de (?:roles?|papel(?:es)?)",
        "figure": r"(?:el|la|este|esta) (?:imagen|foto|fotografía|diagrama|gráfico|gráfica|mapa|figura|"
        r"ilustración|dibujo|esquema) (?:en (?:la "
        r"pantalla|la diapositiva|esta diapositiva)|de arriba|de abajo|muestra|ilustra)|(?:señale|mire|miren|"
        r"observe|observen) (?:el|la) "
        r"(?:imagen|foto|diagrama|gráfico|gráfica|mapa|figura|esquema)",
        "table": r"(?:la|esta) tabla (?:en (?:la pantalla|la diapositiva)|de arriba|de abajo|muestra)|(?:señale|"
        r"mire|observe) (?:la|esta) tabla",
    },
    stems={
        "handout": "material folleto documento hoja",
        "film": "película vídeo video",
        "outcomes": "objetivo resultado",
        "agenda": "agenda orden programa",
        "exercise": "ejercicio actividad juego simulación trabajo",
        "case": "caso",
        "worksheet": "hoja ficha",
        "glossary": "glosario",
        "annex": "anexo apéndice",
        "references": "bibliografía referencia",
        "quiz": "cuestionario quiz pretest postest prueba clave",
        "form": "formulario cuestionario encuesta",
        "roles": "tarjeta",
        "figure": "imagen foto diagrama gráfic mapa figura ilustración dibujo esquema",
        "table": "tabla",
        "slide": "diapositiva lámina",
        "activity": "actividad ejercicio",
        "minutes": "min",
    },
    named={
        "handout": r"folletos?|hojas?|material(?:es)?",
        "film": r"películas?|vídeos?|videos?",
        "outcomes": r"objetivos?|resultados",
        "agenda": r"agenda|programa|orden del día",
        "exercise": r"ejercicios?|actividad(?:es)?|práctica",
        "case": r"estudios? de casos?|casos?",
        "worksheet": r"hojas?|fichas?",
        "quiz": r"cuestionario|prueba|examen|quiz",
        "form": r"evaluación|satisfacción|opinión",
        "glossary": r"glosario",
        "annex": r"anexo.*|apéndice.*",
        "references": r"referencias?|bibliografía|fuentes",
        "roles": r"roles?|papel(?:es)?",
    },
    slide=r"diapositivas?|láminas?",
    module=r"módulo",
    lesson=r"lección",
    activity=r"actividad|ejercicio",
    handout=r"material",
    elsewhere=r"próxim[oa]|siguiente|anterior|repaso|volver|véase|ver|continuación|desde|antes|después|preparar|"
    r"resumen",
    next_slide=r"(?:en )?la (?:siguiente|próxima) (?:diapositiva|lámina)|la (?:diapositiva|lámina) siguiente",
    slide_before=r"la (?:diapositiva|lámina) anterior|la anterior (?:diapositiva|lámina)",
    minutes=r"minutos?|min",
    allots=r"tienen|tenéis|tiene|dele[s]?|dé|conceda|asigne|dedique|dediquen|dejen?|tómense|prevea|los grupos tienen",
    instruction=r"(?:pida|pregunte|diga|recuerde|invite|anime|explique|muestre|dé|divida|reparta|deje|solicite|"
    r"haga) (?:a |en grupos a )?(?:los|las|sus|cada|todos los) "
    r"(?:participantes?|estudiantes?|alumnos?|asistentes)",
    vague=r"comprender|entender|conocer|saber(?! \w+(?:ar|er|ir)\b)|aprender|ser conscientes?|tomar conciencia|"
    r"familiarizarse|apreciar|tener (?:una )?(?:idea|"
    r"comprensión|conciencia|conocimientos?)|adquirir|descubrir|darse cuenta|estar familiarizad[oa]s?|"
    r"concientizar|sensibilizarse",
    lead_in=r"al (?:final|finalizar|término|terminar)|después de (?:esta|este|la|el|completar)|(?:los |"
    r"las )?(?:participantes?|estudiantes?|alumnos?|usted|ustedes) "
    r"(?:podrán?|serán|será|deberán?|sabrán?)|(?:ser )?capaz(?:ces)? de",
    summary=r"resumen|en resumen|recapitulación|síntesis|mensajes clave|puntos (?:clave|principales)|"
    r"conclusion(?:es)?|conclusión|"
    r"para recordar|cierre|repaso",
    pause=r"pausa(?: para el café)?|descanso|almuerzo",
    perishable=r"en la actualidad|al momento de escribir|el año pasado|este año|el próximo año|"
    r"(?:los|las) (?:últimos|últimas) (?:cifras|datos|estadísticas)|el último informe",
    all_of_these=r"(?:todas|ninguna) (?:de )?las (?:anteriores|respuestas)|todo lo anterior|"
    r"ninguno de los anteriores",
    negated=r"no|excepto|salvo|nunca",
    copy=r"copia(?: de)?|versión antigua|versión nueva|borrador",
    gear=(
        r"rotafolios?|papelógrafos?", r"rotuladores?|marcadores", r"notas adhesivas|post-its?", r"dados", r"tijeras",
        r"pegamento", r"globos?",
    ),
    references_title=r"referencias?|bibliografía|fuentes|lecturas adicionales",
)  # fmt: skip
