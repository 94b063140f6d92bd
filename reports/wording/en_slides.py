"""The English of the slides: what stands beside charts, and what an adviser says with each slide."""

SLIDES = {
    "slides.read": "How to read this",
    "slides.part": "{title} ({number} of {of})",
    "slides.talk": "Talk about it: {theme}",
    "slides.more.one": "And 1 more row, which is in the report.",
    "slides.more.many": "And {number} more rows, which are in the report.",
    "slides.sheet.place": "place",
    "slides.sheet.line": "place of the line",
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
    "slides.say": "What is on the slide",
    "slides.script": "For you, {minutes}",
    "slides.script.open.minutes": "minutes 0 to 10",
    "slides.script.open": (
        "Welcome everybody. Say why you are here: to look together at how it goes, and to choose what to do. "
        "Nobody is judged."
    ),
    "slides.script.rules.minutes": "minutes 0 to 10",
    "slides.script.rules": (
        "Name today’s rules. Do not guess who answered what. Ask first, explain later. What is said here stays here."
    ),
    "slides.script.alone.minutes": "minutes 10 to 25",
    "slides.script.alone": (
        "Everybody reads alone. Write down one thing that you recognise, and one thing that surprises you. "
        "Explain the figures for five minutes at most."
    ),
    "slides.script.threes.minutes": "minutes 25 to 45",
    "slides.script.threes": (
        "Make groups of three, from different organisations. Where do you see the largest difference? "
        "Then talk about the questions on the slide."
    ),
    "slides.script.together.minutes": "minutes 45 to 60",
    "slides.script.together": "Come together again. What do we see? Look for no solutions yet.",
    "slides.script.before.minutes": "minutes 45 to 60",
    "slides.script.before": "Go through the actions of last time. What worked, and what do we take along?",
    "slides.script.choose.minutes": "minutes 60 to 90",
    "slides.script.choose": (
        "Every organisation has one vote. Choose together, and at most three actions. "
        "Write down for each action who does it and when it is ready. "
        "Choose a first step that can be taken within two weeks. Then set a new date."
    ),
    "slides.script.close.minutes": "after minute 90",
    "slides.script.close": "No need to discuss this slide. It is for who wants to know how the figures are made.",
}
