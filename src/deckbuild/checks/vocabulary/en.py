"""English."""

from __future__ import annotations

from deckbuild.checks.vocabulary import Vocabulary

_THE = r"(?:the|this|these|your|our)"

WORDS = Vocabulary(
    numbers={
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20,
    },
    ordinals={"one": 1},
    part_of=r"at least|at most|up to|about|around|over|under|of|than|other|more|every|first|last|next|another|all|"
    r"and|or|these|those|the",
    before_number=r"at least|at most|up to|about|around|over|under|of|in|from|to|than|other|more|every|level|step|"
    r"part|"
    r"version|week|day|year|chapter|section|phase|stage|module|lesson|unit|session|figure|table|group|for|"
    r"all|and|or|after|within|next|last|first|past|another|until|between|page|pages|slide|slides",
    not_things=r"seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|decades?|centuries|times|people|"
    r"persons?|"
    r"participants?|learners?|students?|per|percent|degrees?|metres?|meters?|dollars?|pm|am|o.clock|or|and|to|more|"
    r"less|of|in|words|pages|slides|lines|sentences|sides|halves|points|pairs|billion|million|thousand|hundred|"
    r"d|dimensions?|dimensional",
    speaks_of={
        "handout": rf"{_THE}(?: \w+)? handouts?|(?:distribute|give out|pass out|pass round|circulate) (?:the |your )?"
        r"(?:copies of (?:the )?)?(?:\w+ )?(?:handouts?|leaflets?|printouts?)|(?:see|refer to|"
        r"look at) (?:the )?handouts?",
        "film": r"(?:the|this|these)(?: \w+)? (?:films?|videos?(?! (?:calls?|chat|conferenc\w+|tutorials?|"
        r"cameras?|feed|to))|"
        r"video clips?|movies?)|(?:play|watch|show|screen|"
        r"pause) (?:the|this)(?: \w+)?"
        r" (?:film|video|clip|movie)",
        "outcomes": r"(?:the|our|these|today.s|this lesson.s) learning (?:outcomes?|objectives?|goals?)|"
        r"(?:learning )?(?:outcomes|objectives) "
        r"(?:of|for) (?:the|this|our|today.s) (?:lesson|session|module|training|workshop)|(?:the |"
        r"this )?(?:lesson|session|module|"
        r"workshop)(?:.s)? (?:outcomes|objectives)",
        "agenda": r"(?:go through|present|show|review|introduce|explain|run through|walk (?:\w+ )?through) (?:the|"
        r"today.s|our|your)"
        r"(?: \w+)? agenda|agenda slide|agenda on the (?:slide|board|screen|wall|flip.?chart)",
        "exercise": r"(?:do|run|start|introduce|begin|conduct|debrief|launch|set up|explain|move on to|close|"
        r"facilitate) the"
        r"(?: \w+)? (?:exercise|activity|role.?play|simulation|group work)",
        "case": rf"{_THE}(?: \w+)? case stud(?:y|ies)",
        "worksheet": rf"{_THE}(?: \w+)? worksheets?",
        "glossary": r"(?:see|in|from|to|consult|use) the glossary",
        "annex": r"(?:see|in|from|to|consult|use) (?:the )?(?:annex|appendix)(?: [a-z0-9])?",
        "references": r"the (?:reference list|list of references|bibliography|further reading)|"
        r"see (?:the )?(?:bibliography|"
        r"further reading|reference list)",
        "quiz": rf"{_THE}(?: \w+)? (?:quiz|quizzes|pre-?test|post-?test|answer key)|the (?:final|end-of-(?:lesson|"
        rf"module|course)|"
        r"knowledge|written) (?:test|check|exam)",
        "form": r"(?:evaluation|feedback) (?:forms?|sheets?|questionnaires?)",
        "roles": r"(?:the |your |their )?role cards?",
        "figure": r"(?:the|this)(?: \w+)? (?:picture|photo|photograph|image|diagram|chart|graph|map|figure|"
        r"graphic|illustration|"
        r"drawing|timeline)s? (?:on (?:the|this) (?:slide|screen)|here|above|below|shows?|illustrates?)|"
        r"(?:point (?:at|to)|look at)"
        r" (?:the|this) (?:picture|photo|photograph|image|diagram|chart|graph|map|figure|graphic|timeline)",
        "table": r"(?:the|this) table (?:on (?:the|this) (?:slide|screen)|here|above|below|shows?)|(?:point (?:at|"
        r"to)|look at) (?:the|this)"
        r" table",
    },
    stems={
        "handout": "handout leaflet printout",
        "film": "film video movie clip",
        "outcomes": "outcome objective goal",
        "agenda": "agenda",
        "exercise": "exercise activity role simulation group",
        "case": "case",
        "worksheet": "worksheet",
        "glossary": "glossary",
        "annex": "annex appendix",
        "references": "reference bibliograph reading",
        "quiz": "quiz pretest pre-test posttest post-test answer test check exam",
        "form": "form sheet questionnaire",
        "roles": "role card",
        "figure": "picture photo image diagram chart graph map figure illustration drawing timeline",
        "table": "table",
        "slide": "slide",
        "activity": "activity exercise",
        "minutes": "min",
    },
    named={
        "handout": r"hand-?outs?",
        "film": r"films?|videos?|clips?|movies?",
        "outcomes": r"outcomes?|objectives?|goals?",
        "agenda": r"agenda|programme|program|schedule|outline|overview|plan",
        "exercise": r"exercises?|activit(?:y|ies)|role.?play|simulation|group work|practice|your turn|try it",
        "case": r"case.?stud(?:y|ies)|cases?|scenarios?",
        "worksheet": r"work-?sheets?|sheets?",
        "quiz": r"quiz|quizzes|tests?|exam|assessment|check",
        "form": r"evaluation|feedback",
        "glossary": r"glossary|key terms|terms",
        "annex": r"annex.*|appendi.*",
        "references": r"references?|bibliography|further reading|sources|resources",
        "roles": r"role cards?|roles?",
    },
    slide=r"slides?",
    module=r"module",
    lesson=r"lesson",
    activity=r"activity|exercise",
    handout=r"handout",
    elsewhere=r"next|previous|recap|review of|back to|coming|up|follows|following|see|continued?|from|before|"
    r"after|links? to|preparing for|until|compared|overview",
    next_slide=r"(?:on |see |in )?(?:the |our )?(?:next|following) slides?",
    slide_before=r"(?:the )?(?:previous|preceding|last) slides?|the slides? before",
    minutes=r"minutes?|mins?",
    allots=r"you have|you.ve got|give (?:them|participants|learners|groups|each group|pairs|people|everyone|"
    r"everybody)|allow|allocate|"
    r"take|spend|they have|groups have|pairs have|stop after",
    instruction=r"(?:ask|tell|remind|invite|encourage|instruct|explain to|show|give|divide|split|put|group|have|"
    r"let) (?:the |all |each "
    r"|your )*(?:participants?|learners?|students?|trainees?|class|attendees|audience|delegates)",
    vague=r"understand|know|be aware|become aware|gain|learn|appreciate|be familiar|become familiar|"
    r"familiari[sz]e|grasp|"
    r"comprehend|reali[sz]e|have (?:an? )?(?:\w+ )?(?:understanding|knowledge|awareness|appreciation|idea)|"
    r"get to know|"
    r"think about|believe|see (?:how|why|that)|acquire|be introduced|get an? (?:idea|overview|understanding)|"
    r"improve (?:their|your) (?:knowledge|understanding)|increase (?:their|your)? ?(?:knowledge|understanding|"
    r"awareness)|"
    r"develop an? (?:understanding|awareness|appreciation)|remember that|be conscious",
    lead_in=r"(?:by|at) the end of|after (?:this|the|completing|attending)|(?:up)?on completion|"
    r"(?:the )?(?:participants?|learners?|"
    r"students?|trainees?|attendees|you) (?:will|should|can|are)|(?:be )?able to|to be able to",
    summary=r"summary|summing up|recap|key (?:messages|points|takeaways|take-aways|learning)|conclusions?|"
    r"wrap.?up|take.?aways?|"
    r"what to take away|review|closing|in short|to remember|main points|lessons? learned|"
    r"what (?:have )?we(?: have)? learn(?:ed|t)",
    pause=r"(?:coffee |tea |lunch |short )?break|lunch|pause",
    perishable=r"at the time of writing|as of (?:this writing|now|today)|at present|last year|this year|next year|"
    r"the (?:latest|most recent|newest) (?:figures?|numbers?|data|statistics|report|resolution)|"
    r"still under development",
    all_of_these=r"(?:all|none|both|neither|some) of (?:the above|the others|these answers|the preceding)|"
    r"all the above|"
    r"(?:both )?[a-d] and [a-d](?: only)?",
    negated=r"not|except|never|least likely",
    copy=r"copy of|copy|copy [0-9]+|old version|new version|draft",
    gear=(
        r"flip.?charts?", r"(?:board |flip.?chart |coloured |colored )?markers|marker pens?",
        r"sticky notes?|post-its?", r"index cards?|blank cards?", r"dice",
        r"scissors", r"glue", r"blindfolds?", r"balloons?",
    ),
    references_title=r"references?|bibliography|further reading|sources|reading list",
)  # fmt: skip
