"""The English of the pages over many networks."""

from typing import Final

DASHBOARDS: Final = {
    "compare.network": "Network",
    "compare.closed": "Round closed on",
    "compare.table": "All figures of these networks",
    "compare.how": (
        "Each figure is one network's average on one topic, as that network's report has it. The darker, the higher. "
        "Point at a figure to read its margin, its status and the number of answers."
    ),
    "compare.has-other": (
        "A figure with an asterisk comes from other questions than the rest of its column. It cannot be compared."
    ),
    "compare.not-asked": "{theme}: not asked in this round",
    "compare.margin": "margin {margin}",
    "compare.answers.one": "1 answer",
    "compare.answers.many": "{number} answers",
    "compare.other-questions": "other questions, cannot be compared",
    "compare.edition": (
        "The grey band is the middle half of all networks, as it was set on {date}. "
        "It does not change when you choose networks."
    ),
    "compare.no-edition": "There are too few networks yet to show a middle half. Ten are needed.",
    "compare.key": "the network's average, with its margin",
    "compare.answer": "{theme}: {counts}.",
    "compare.count.too_few.one": "one network with too few answers",
    "compare.count.too_few.many": "{number} networks with too few answers",
    "compare.count.unknown.one": "one unknown",
    "compare.count.unknown.many": "{number} unknown",
    "compare.count.divided.one": "one divided",
    "compare.count.divided.many": "{number} divided",
    "compare.count.attention.one": "one needs attention",
    "compare.count.attention.many": "{number} need attention",
    "compare.count.on_the_way.one": "one on the way",
    "compare.count.on_the_way.many": "{number} on the way",
    "compare.count.strong.one": "one strong",
    "compare.count.strong.many": "{number} strong",
    "compare.count.between.one": "one between two names",
    "compare.count.between.many": "{number} between two names",
    "compare.dots": "A dot is an average, the line is its margin.",
    "compare.dots.band": (
        "A dot is an average, the line is its margin. The grey band is the middle half of all networks."
    ),
    "compare.dots.alt": "The average of {theme} of each network. All figures are in the table below.",
    "compare.dots.table": "Average of {theme} per network; all networks together: {others}",
    "board.made": "Made on",
    "board.kicker": "About several networks",
    "board.mirror": (
        "These are figures from the reports of several networks side by side. They are made to talk about. "
        "They are not meant to judge or to rank networks, or to decide about grants."
    ),
    "board.chosen": "Chosen",
    "said.commitment": "Commitment of municipalities",
    "said.commitment.table": "In how many networks which sentence was chosen",
    "said.commitment.how": (
        "A network with several municipalities can count for several sentences. At ‘everybody’ a network counts only "
        "where one sentence was clearly chosen most often."
    ),
    "said.step": "Sentence",
    "said.municipality.now": "Municipality itself, now",
    "said.municipality.needed": "Municipality itself, needed in two years",
    "said.everyone.now": "Everybody, now",
    "said.everyone.needed": "Everybody, needed in two years",
    "said.tasks": "Who does what?",
    "said.tasks.table": "In how many networks a task is divided like this",
    "said.tasks.answer": "Most often with nobody who does it, without a lead, or with more than one: {tasks}.",
    "said.tasks.none": "Every task is divided in every network, with one lead.",
    "said.tasks.how": "Organisations say this themselves. Tasks that ask for a talk in most networks come first.",
    "said.task": "Task",
    "said.groups": "Whom do networks reach?",
    "said.groups.table": "In how many networks a group of people is a blind spot, seldom seen or an opportunity",
    "said.groups.answer": "Most often a blind spot: {groups}.",
    "said.groups.none": "No group is a blind spot in any of these networks.",
    "said.group": "Group of people",
    "said.numbers": "Numbers of people",
    "said.numbers.table": "All networks together",
    "said.numbers.how": (
        "Somebody can be counted twice: at two organisations, or in two networks. So do not add these numbers up."
    ),
    "said.numbers.what": "What",
    "said.numbers.total": "Together",
    "said.numbers.networks": "Networks",
    "said.numbers.note": "Of how many organisations",
    "said.at-least": "at least {number}",
    "said.of.one": "of 1 organisation",
    "said.of.many": "of {number} organisations",
    "said.missing.one": "1 organisation is not counted",
    "said.missing.many": "{number} organisations are not counted",
    "said.nothing": "Nothing was said of this in these networks.",
}
