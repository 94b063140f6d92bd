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
}
