"""The catalogue's entries for the rules on substance: time, notes, outcomes, tasks, density, sources, copies.

Code -> name and text.
"""

from __future__ import annotations

from collections.abc import Mapping

TIME: Mapping[str, tuple[str, str]] = {
    "T303": (
        "slide-without-time",
        "A slide has no `duration`, and most others have one. It counts as no time at all, so the lesson runs over by "
        "what it takes. Nothing is said while you time a lesson bit by bit: the rule begins when more than half of the "
        "slides have their time.",
    ),
    "T304": (
        "slide-shown-too-long",
        "A slide stays longer than `limits: minutes_a_slide` says, and nobody but the trainer does anything. Put a "
        "question or a task into it, or divide it. Films and sounds are left alone.",
    ),
    "T305": (
        "slide-shown-too-short",
        "A slide is gone before anybody has read it (`limits: seconds_a_slide`). Give it more time, or leave it out.",
    ),
    "T306": (
        "notes-longer-than-slide",
        "Saying what the notes of a slide have to be said takes longer than the slide's `duration`. The words of "
        "`say`, "
        "`ask` and `transition` are counted, and `limits: words_a_minute` are reckoned to a minute. Say less, or raise "
        "the time. Background in `text` is not counted.",
    ),
    "T307": (
        "long-without-task",
        "The group listens for longer than `limits: minutes_without_task` without being asked anything and without "
        "doing anything. Attention does not last that long. Questions on slides, `ask`, `activity` and `case` count.",
    ),
    "T308": (
        "slides-fall-short",
        "All slides have their time, and together they take much less than the lesson's `duration`. Say what the rest "
        "is for, or lower it; `limits: time_tolerance` says how much may be left.",
    ),
    "T309": (
        "task-longer-than-slide",
        "An activity or a case needs more time than the slide that places it has, so the plan of the day is too short.",
    ),
    "T310": (
        "text-allots-more-time",
        "A text gives the group more minutes (`you have 15 minutes`) than the slide or the activity has. The trainer "
        "reads one, the plan reckons with the other.",
    ),
    "T314": (
        "takes-no-time",
        "Something is said to take 0 minutes, as templates have it. Write how long it takes.",
    ),
    "T315": (
        "same-time-everywhere",
        "Every slide of a long lesson has the same time, so it was probably given by a template and never thought "
        "over.",
    ),
    "T316": (
        "no-pause",
        "A lesson goes on for longer than `limits: minutes_without_pause`, and no slide or section is called a pause.",
    ),
    "T317": (
        "little-for-the-group",
        "The group is asked or works in too small a part of the time (`limits: busy_share`). Slides with questions, "
        "activities, cases and `ask` cues count with all their minutes.",
    ),
}

NOTES: Mapping[str, tuple[str, str]] = {
    "N401": (
        "slide-without-notes",
        "Nothing is said to a slide, or to most slides of a lesson, so another trainer can't teach it. Add what is "
        "said, asked, shown or done. Slides that show an activity, a case, or a question with `feedback` need none.",
    ),
    "N402": (
        "notes-read-slide-aloud",
        "Most of what is said stands on the slide word for word (`limits: words_read_aloud`). People read faster than "
        "anybody speaks, and stop listening. Say what the slide does not show.",
    ),
    "N403": (
        "number-against-list",
        "A number in a slide's title, key message or notes (`seven priorities`) is not that of the points, cards, rows "
        "or steps on the slide. Correct the number or the list. Numbers of minutes or people, parts of a whole "
        "(`two of`) "
        "and numbers that are far from the list are taken to mean something else.",
    ),
    "N404": (
        "number-against-what-follows",
        "A number announces a list (`three questions:`), and the list that follows it has another length.",
    ),
    "N405": (
        "typed-slide-number",
        "A slide is named by a number that somebody typed. It is wrong as soon as a slide is put in before it, or "
        "there "
        "is no such slide any more. Give the slide an `id`, and write `[@id]`: the number follows.",
    ),
    "N406": (
        "refers-to-hidden-slide",
        "A text sends readers to a slide that is `hidden`. Nobody sees it. Show it, or refer to another one.",
    ),
    "N407": (
        "refers-to-unnumbered-slide",
        "A text names the number of a slide with `slide_number: false`, so that nobody can find it by its number.",
    ),
    "N408": (
        "points-past-the-end",
        "The notes of the last slide speak of the next one, or those of the first of the one before.",
    ),
    "N409": (
        "direction-among-speech",
        "A `say` begins with a direction to the trainer (`Ask participants to …`). Read out, it sounds odd, and at a "
        "glance the question is missed. Write `- do:` or `- ask:`.",
    ),
    "N410": (
        "same-notes-twice",
        "The same notes stand at two slides, as when a slide was copied and its notes forgotten.",
    ),
    "N411": (
        "notes-without-speech",
        "The notes of a slide are background (`text`, `reference`) alone: nothing to say, to ask or to do.",
    ),
    "N412": (
        "typed-number-of-sheet",
        "A text names an activity or a handout by a number that none of this lesson has. Refer to it by `[@id]`.",
    ),
    "N413": (
        "titles-out-of-order",
        "Titles of slides begin with numbers that somebody typed, and they do not run on: one was taken out or moved.",
    ),
    "N421": (
        "no-such-handout",
        'A text speaks of the handout ("distribute the handout"), and the lesson has none. Add it under `handouts`.',
    ),
    "N422": (
        "no-such-film",
        "A text speaks of the film, and no slide has one; nor is there equipment or a reference of that name.",
    ),
    "N423": (
        "no-such-outcomes",
        "A text speaks of the learning outcomes or objectives, and the lesson has none.",
    ),
    "N424": (
        "no-such-agenda",
        "The trainer is to show the agenda, and no slide has it. Add `agenda` to `generate`.",
    ),
    "N425": (
        "no-such-exercise",
        "The trainer is to begin the exercise, and the lesson has no activity, no case and no question.",
    ),
    "N426": ("no-such-case", "A text speaks of the case study, and the lesson has none under `cases`."),
    "N427": ("no-such-worksheet", "A text speaks of the worksheet, and there is no activity and no handout."),
    "N428": (
        "no-such-quiz",
        "A text speaks of the quiz, the final test or the answer key, and the lesson has no bank of questions.",
    ),
    "N429": (
        "no-such-form",
        "A text speaks of the feedback form, and neither the lesson nor the project has an `evaluation`.",
    ),
    "N430": (
        "no-such-appendix",
        "A text sends readers to the glossary, an annex or the bibliography, and the lesson has none.",
    ),
    "N431": ("no-such-role-cards", "A text speaks of role cards, and no activity and no case has `roles`."),
    "N432": (
        "no-such-figure",
        "The notes of a slide speak of the picture, chart or diagram on it, and the slide shows text alone.",
    ),
    "N433": ("no-such-table", "The notes of a slide speak of the table on it, and it has none."),
}

OUTCOMES: Mapping[str, tuple[str, str]] = {
    "O501": (
        "outcome-not-covered",
        "Nothing in the lesson serves an outcome: no slide, activity, case or question has it in `covers`.",
    ),
    "O502": (
        "outcome-only-shown",
        "Slides serve an outcome, but no key message, activity, case or question does. What is only shown is not "
        "learnt.",
    ),
    "O503": (
        "outcome-not-tested",
        "The bank of questions asks for other outcomes, and not for this one.",
    ),
    "O504": (
        "outcome-not-measurable",
        "An outcome begins with a verb that nobody can watch, such as *understand*, *know* or *be aware of* (Mager; "
        "Bloom's taxonomy). Say what people will do: name, describe, choose, compare, build.",
    ),
    "O505": (
        "outcome-repeats-lead",
        'An outcome begins with "Participants will be able to" or the like. Outputs say that once above all of them.',
    ),
    "O506": ("no-outcomes", "The lesson does not say what people can do after it."),
    "O507": (
        "too-many-outcomes",
        "A lesson has more outcomes than can be worked on (`limits: outcomes_a_lesson`).",
    ),
    "O508": ("outcomes-alike", "Two outcomes of the lesson use the same words."),
    "O509": ("outcomes-not-shown", "The lesson has outcomes, and no slide shows them: add `outcomes` to `generate`."),
    "O510": (
        "no-summary",
        "A lesson of some length stops without a summary: no slide with the key messages, and none near the end whose "
        "title says that it sums up.",
    ),
    "O511": (
        "message-without-outcome",
        "A key message serves no outcome, while others do. Either it can be forgotten, or an outcome is missing.",
    ),
    "O512": ("task-without-outcome", "An activity, a case or a question serves no outcome of the lesson."),
    "O513": (
        "slide-without-outcome",
        "A slide serves no outcome, where most others do. What is it for?",
    ),
}

TASKS: Mapping[str, tuple[str, str]] = {
    "Q105": ("activity-without-purpose", "An activity does not say why it is done. People ask; `purpose` answers."),
    "Q106": (
        "activity-without-debrief",
        "An activity ends without a debrief, and with it what people would have taken from it.",
    ),
    "Q107": (
        "activity-without-answers",
        "Neither `answers` nor `draw_out` tells the trainer what to expect, and what to bring out.",
    ),
    "Q108": ("activity-without-groups", "An activity does not say who works with whom: alone, in pairs, in groups."),
    "Q109": (
        "material-not-listed",
        "The steps or the preparation of an activity need a thing (flip chart, markers, cards …) that is in no list of "
        "materials, so nobody brings it.",
    ),
    "Q110": (
        "question-without-answers",
        "The trainer asks something, and has no `answers` to expect, where other questions of the lesson have them.",
    ),
    "Q111": ("question-slide-without-answer", "A question slide gives options, and neither `answer` nor `feedback`."),
    "Q112": ("case-without-solution", "A case has no `solution` to expect, so every trainer has to work it out anew."),
    "Q113": (
        "activity-without-split",
        "An activity of twenty minutes or more does not say how they divide. The debrief is what goes missing.",
    ),
    "Q114": ("case-without-time", "A case does not say how long it takes, so the lesson can't be planned round it."),
    "Q120": (
        "groups-do-not-hold-all",
        "Number and size of an activity's groups do not come to the number of `participants`.",
    ),
    "Q121": (
        "step-too-long",
        "A step of an activity is longer than people can follow (`limits: words_a_step`). Make several of it.",
    ),
    "Q131": (
        "all-of-the-above",
        'An option is "all of the above" or "none of the above". Whoever knows about two of the others can tell.',
    ),
    "Q132": (
        "right-option-longest",
        "The right option is twice as long as any other. People who know nothing choose the longest.",
    ),
    "Q133": (
        "negated-stem",
        "A question asks for what is *not* so, and the word does not stand out. Ask for what is so, or stress it.",
    ),
    "Q134": ("same-answer-always", "All questions of true or false have the same answer."),
    "Q135": ("options-begin-alike", "All options of a choice begin with the same words; they belong into the stem."),
    "Q136": ("question-asked-twice", "Two questions of the bank ask the same."),
    "Q137": ("answer-in-stem", "The stem of a choice holds the words of its right option."),
    "Q138": ("only-two-options", "A choice has two options: guessing is right half of the time."),
}

DENSITY: Mapping[str, tuple[str, str]] = {
    "D601": (
        "too-many-words",
        "A slide holds more words than people read while somebody speaks (`limits: words_a_slide`). Tables, code, "
        "charts, questions and instructions are not counted.",
    ),
    "D602": (
        "too-many-points",
        "A list on a slide has more points than people keep in mind (`limits: points_a_slide`).",
    ),
    "D603": ("point-too-long", "A point on a slide is a paragraph (`limits: words_a_point`)."),
    "D604": (
        "table-too-large",
        "A table on a slide has more rows or columns than can be followed (`limits: table_rows, table_columns`).",
    ),
    "D605": ("title-wordy", "A title has more words than are taken in at a glance (`limits: words_a_title`)."),
    "D606": (
        "text-after-text",
        "More slides than `limits: text_slides_running` follow one another that are text alone, with nothing to "
        "look at "
        "and nothing to do.",
    ),
    "D607": ("list-of-one", "A list, or a level of it, has a single point, which is no list."),
    "D608": ("message-too-long", "A key message is longer than anybody remembers (`limits: words_a_message`)."),
    "D609": ("paragraph-on-slide", "A slide shows a paragraph of more words than `limits: words_a_paragraph`."),
    "D610": ("section-too-long", "A section has more slides than `limits: slides_a_section`."),
    "D611": (
        "notes-in-one-block",
        "Something to say or do is one paragraph of more words than `limits: words_a_say`. Whoever looks up from it "
        "does "
        "not find the place again.",
    ),
    "D612": ("too-many-slices", "A pie or ring has more slices than can be told apart (`limits: slices`)."),
}

SOURCES: Mapping[str, tuple[str, str]] = {
    "R121": ("reference-never-cited", "A reference is listed, others are cited, and nothing cites this one."),
    "R122": (
        "symbol-of-two-documents",
        "The same document symbol has two titles or two years, in this lesson or in another one of the project.",
    ),
    "R123": (
        "year-against-symbol",
        "The year of a reference is not the one in its symbol, or in brackets in its title.",
    ),
    "R124": (
        "link-not-encrypted",
        "An address begins with http://. Browsers warn of it, and networks can change what it shows. Whether an "
        "address "
        "still answers is not looked at: deckbuild never goes to the network.",
    ),
    "R125": ("document-listed-twice", "A document stands in the references twice, under two ids."),
    "R126": (
        "symbol-not-listed",
        "A text names a document by its symbol (S/RES/1325), and the references, which have others, do not have it.",
    ),
    "R127": (
        "reference-incomplete",
        "A reference has neither an address, nor a symbol, nor who published it and when, so nobody can find it.",
    ),
    "R128": (
        "reference-after-edition",
        "A reference is younger than the year in the name of the edition that cites it.",
    ),
    "R129": (
        "figure-without-source",
        "A slide shows a figure, such as a share or millions, and nothing on it or in its notes says where it is from.",
    ),
    "R130": (
        "perishable-wording",
        'A text says "at the time of writing", "this year" or the like, without a year. It will be wrong, and nobody '
        "will notice.",
    ),
    "R131": (
        "review-is-due",
        "A reference was to be looked through before the year in the name of this edition (`review_by`).",
    ),
    "R132": ("references-by-hand", "A slide lists references, as outputs do from `references` by themselves."),
    "R133": ("quotation-without-source", "A slide shows somebody's words and does not say whose."),
    "R134": ("chart-without-source", "A chart does not say where its numbers come from."),
    "R135": ("term-not-used", "The glossary explains a word that the lesson does not use."),
    "R136": ("term-explained-twice", "A term is explained twice, or in two lessons in two ways."),
    "R137": ("annex-not-mentioned", "Nothing sends anybody to an annex."),
}

COPIED: Mapping[str, tuple[str, str]] = {
    "K701": (
        "names-another-lesson",
        "A heading names another module or lesson than its own, as when a lesson was begun as a copy. Headings that "
        "say "
        "how the other one comes in (next, recap, from …) are fine, and so are overviews that name several.",
    ),
    "K702": ("another-edition", "A text names the edition with another year than this one's."),
    "K703": ("name-of-a-copy", 'A title ends as programs name a copy: "(copy)", "- old version", "(draft)".'),
    "K704": ("slide-shown-twice", "Two slides of the lesson show the same."),
    "K705": ("lesson-number-twice", "Two lessons of a folder have the same number, in the same language."),
    "K706": ("head-of-another-lesson", "Title, subtitle, aim or relevance of two lessons are the same."),
    "K707": ("outcome-of-another-lesson", "Two lessons promise the same outcome, word for word."),
    "K708": (
        "slide-of-another-lesson",
        "A slide stands in another lesson too, nearly word for word (`limits: likeness`). When one of them is "
        "brought up "
        "to date, the other is forgotten.",
    ),
    "K709": ("task-of-another-lesson", "An activity, a case or a question stands in another lesson too."),
}

SUBSTANCE: Mapping[str, tuple[str, str]] = {
    **TIME,
    **NOTES,
    **OUTCOMES,
    **TASKS,
    **DENSITY,
    **SOURCES,
    **COPIED,
}
