"""The English of the slides: what stands beside charts, and what whoever leads the meeting does with each slide."""

SLIDES = {
    "slides.read": "How to read this",
    "slides.part": "{title} ({number} of {of})",
    "slides.talk": "{section}: {theme}",
    "slides.more.one": "And 1 more row, which is in the report.",
    "slides.more.many": "And {number} more rows, which are in the report.",
    "slides.sheet.place": "place",
    "slides.sheet.line": "place of the line",
    "slides.sheet.lane": "place of {series}",
    "slides.series.exact": "{series}",
    "slides.series.at_least": "{series}, or higher",
    "slides.series.at_most": "{series}, or lower",
    "slides.series.between": "{series}, between two figures",
    "slides.series.margin": "{series}, the margin",
    "slides.series.exact.share": "{series}",
    "slides.series.at_least.share": "{series}, at least",
    "slides.series.at_most.share": "{series}, at most",
    "slides.series.between.share": "{series}, not more than",
    "slides.series.link": "from lowest to highest",
    "slides.series.median": "middle of other networks",
    "slides.series.band": "middle half of other networks",
    "slides.table": "table",
    "slides.groups.partly": (
        "Is a group missing at a topic? Then we do not show it apart. "
        "Otherwise the answers of a few people could be worked out."
    ),
    "slides.drawn": (
        "1 is strongly disagree, 5 is strongly agree. The grey band is the middle half of the other networks. "
        "A full line: both name the contact. A dashed line: one of the two names it. "
        "An open circle: this organisation filled in nothing."
    ),
    "slides.hatched": "Hatched: {what}.",
    "slides.elsewhere": "The tables of this part are on the web page and in the workbook.",
    "slides.kicker": "For the meeting, {period}",
    "slides.together": "What do we see together?",
    "slides.together.lead": "No solutions yet.",
    "slides.together.1": "What do we all recognise?",
    "slides.together.2": "What surprised us?",
    "slides.together.3": "What do we see differently?",
    "slides.say": "What is on the slide",
    "slides.script.minutes": "Minutes {first} to {last}",
    "slides.script.open": (
        "Welcome everybody. Say why you are here: to look together at how it goes, and to choose what to do. "
        "Nobody is judged."
    ),
    "slides.script.alone": (
        "Everybody reads alone. Write down one thing that you recognise, and one thing that surprises you. "
        "Show the slides one by one meanwhile. Explain all figures together for five minutes at most."
    ),
    "slides.script.threes": (
        "Make groups of three, from different organisations. Where do you see the largest difference? "
        "Then talk about the questions on the slide."
    ),
    "slides.script.together": (
        "Come together again. Every group tells one thing. What do we see together? Look for no solutions yet."
    ),
    "slides.script.choose": (
        "Every organisation has one vote. Choose together, and at most three actions. One that still runs counts."
    ),
    "slides.script.agree": (
        "Write on the cards who does it and when it is ready. "
        "Choose a first step that can be taken within two weeks. Agree when you look again."
    ),
    "slides.script.close.when": "Afterwards",
    "slides.script.close": "No need to discuss this slide. It is for whoever wants to know how the figures are made.",
    "slides.script.scan.open.when": "Before you begin",
    "slides.script.scan.open": "Say why you do this. Nobody is judged. Do not guess who answered what.",
    "slides.script.scan.alone": "Everybody looks in silence. Say nothing about it yet.",
    "slides.script.scan.pairs": "Talk in pairs. What surprises you?",
    "slides.script.scan.all": "Talk with everybody about the topic that was chosen. Use the questions on the slide.",
    "slides.script.scan.choose": "Fill in one action card together.",
    "slides.do.cover": "",
    "slides.do.rules": (
        "Name today’s rules. Do not guess who answered what. Ask first, explain later. What is said here stays here."
    ),
    "slides.do.previous": "Go through the actions of last time. What worked, and what do we take along?",
    "slides.do.highlights": "Everybody reads these sentences. Do not explain them yet.",
    "slides.do.response": "Say how many people answered. Do not guess who is missing.",
    "slides.do.sentences": "Everybody reads the sentences. At which one did you think differently?",
    "slides.do.themes": "Tell how to read the chart. A dot is an average. Do not make a ranking of it.",
    "slides.do.few": "There are too few answers for figures here. Ask each other in the groups, in a while.",
    "slides.do.groups": "Everybody looks for the topic with the largest difference. Do not ask why yet.",
    "slides.do.voices": "Organisations are here by name. Let nobody defend themselves.",
    "slides.do.trend": "Name what changed. Look for no cause yet.",
    "slides.do.statements": "Everybody reads the sentences. At which one did you think differently?",
    "slides.do.unknown": "‘Don’t know’ is an answer too. Ask in a while who does know something about it.",
    "slides.do.overall": "Show this slide briefly. It is about the conversation, not about the grade.",
    "slides.do.municipality": "Everybody reads what the municipality does. It may be the first to react, in a while.",
    "slides.do.roles": "Everybody looks up their own tasks. Is it right what is here?",
    "slides.do.reach": "Everybody looks which people their own organisation sees.",
    "slides.do.form": "Everybody chooses for themselves: so we work now, and so I would like it.",
    "slides.do.relations": "Everybody looks up their own organisation. Which contact do you miss?",
    "slides.do.talk": "Stay in the same groups. Now talk about this topic.",
    "slides.do.together": "",
    "slides.do.actions": "",
    "slides.do.method": "",
}
