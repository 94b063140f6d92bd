"""The English of the pages over many networks."""

from typing import Final

DASHBOARDS: Final = {
    "compare.network": "Network",
    "compare.closed": "Round closed on",
    "compare.table": "All figures of these networks",
    "compare.how": (
        "Each figure is one network's average on one topic, as that network's report has it. The darker, the higher."
    ),
    "compare.has-coded": "A dashed edge: of a small group we do not give the precise figure.",
    "compare.has-other": (
        "A figure with an asterisk comes from other questions than the rest of its column. It cannot be compared."
    ),
    "compare.not-asked": "{theme}: not asked in this round",
    "compare.margin": "margin {margin}",
    "compare.answers.one": "1 answer",
    "compare.answers.many": "{number} answers",
    "compare.other-questions": "other questions, cannot be compared",
    "compare.edition": (
        "The grey band in a chart is the middle half of all networks, as it was set on {date}. "
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
    "compare.count.between.one": "one between two words",
    "compare.count.between.many": "{number} between two words",
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
    "board.mirror.needs": (
        "This is how each network is doing now: the round, the response and the actions. "
        "Beside it stands the word of each topic in the last report. That word is to talk about. "
        "It is not meant to judge or to rank networks, or to decide about grants."
    ),
    "board.mirror.places": (
        "This shows in which province and region networks are, and how far their round is. "
        "These are numbers of networks. No results are in it."
    ),
    "board.chosen": "Chosen",
    "counted.answer.one": "{theme} (one network): {counts}.",
    "counted.answer.many": "{theme} ({number} networks): {counts}.",
    "counted.word": "{word} in {number}",
    "difference.margin": "{difference} (margin {margin})",
    "development.word.rise": "risen",
    "development.word.fall": "fallen",
    "development.word.unclear": "may be chance",
    "development.word.not_comparable": "cannot be compared",
    "development.word.first": "first round",
    "development.word.not_shown": "cannot be said",
    "development.before": "was {value} ({date})",
    "development.now": "now {value} ({date})",
    "development.other-questions": "the questions changed",
    "development.composition": "other people took part",
    "development.how": (
        "Each word compares a network's last round with the round before it. "
        "“Cannot be compared” means: the questions changed. “Cannot be said” means: one of the figures is not there, "
        "or is not exact."
    ),
    "development.chance": (
        "“Risen” or “fallen” is only there when the difference is larger than chance alone would give. "
        "Did other people take part? Then the difference says less."
    ),
    "development.table": "All figures of the last round and the round before it",
    "development.closed-before": "Round before",
    "development.closed-now": "Last round",
    "development.mean-before": "Was",
    "development.mean-now": "Now",
    "development.difference": "Difference",
    "development.what": "Since the round before",
    "development.people": "Who took part",
    "lines.answer": "{theme}: {word}.",
    "lines.word.rise": "risen in the last round",
    "lines.word.fall": "fallen in the last round",
    "lines.word.unclear": "the difference between the last two rounds may be chance",
    "lines.word.not_comparable": "the last round cannot be compared, because the questions changed",
    "lines.word.first": "there is only one round yet",
    "lines.word.not_shown": "nothing can be said of the difference with the round before",
    "lines.people": "Other people took part in the last round.",
    "lines.how": (
        "1 is strongly disagree, 5 is strongly agree. A dot is the average of a round. A line joins two rounds that "
        "followed each other, with the same questions and mostly the same people. "
        "Where there is no line, rounds cannot be compared, or a number is not exact."
    ),
    "lines.alt": "The average of {theme} in each round. All figures are in the table below.",
    "lines.table": "All rounds of {network}",
    "sides.library": "library",
    "sides.welfare": "welfare",
    "sides.word.different": "different",
    "sides.word.same": "about the same",
    "sides.word.unclear": "not certain",
    "sides.word.untold": "cannot be said",
    "sides.word.not_shown": "too few answers of the library or welfare",
    "sides.value": "{name} {value}",
    "sides.difference": "difference {difference}",
    "sides.how": ("Each figure is the average of one group in one network, as that network's report has it."),
    "sides.chance": (
        "“Different” is only there when the difference is larger than chance alone would give. In small groups that "
        "takes a large difference. A difference is no mistake: talk about it with both sides."
    ),
    "sides.median.how": (
        "The last row is the middle one of the published differences of all networks, as it was set on {date}. "
        "A plus means: the library is more positive. This figure does not change when you choose networks."
    ),
    "sides.median.says": "{theme}: the middle difference of {networks} networks is {median}, set on {date}",
    "sides.median.none": "{theme}: no ten networks yet with a difference on the same questions",
    "sides.no-median": (
        "There is no figure of all networks together yet. For that, ten networks must show a difference "
        "on the same questions."
    ),
    "sides.table": "All figures of library and welfare",
    "sides.column.library": "Library",
    "sides.column.welfare": "Welfare",
    "sides.column.difference": "Difference",
    "sides.column.median": "Middle one of all networks",
    "sides.column.word": "Together",
    "sides.column.library-says": "Library says",
    "sides.column.welfare-says": "Welfare says",
    "sides.voices.how": (
        "This is what organisations say themselves, on behalf of their organisation. It is no part of the figures "
        "above. Who says it is in the network's report."
    ),
    "sides.voices.table": "What libraries and welfare organisations say themselves",
    "sides.times": "{answer} ({number})",
    "sides.stuck.one": "{theme}: in one network a library or welfare organisation says that it is under strain.",
    "sides.stuck.many": "{theme}: in {number} networks a library or welfare organisation says that it is under strain.",
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
    "said.about.one": "This is about one network: there enough organisations filled this in.",
    "said.about.many": "This is about {number} networks: there enough organisations filled this in.",
    "said.groups": "Whom do networks reach?",
    "said.groups.table": "In how many networks a group of people is a blind spot, seldom seen or an opportunity",
    "said.groups.answer": "Most often a blind spot: {groups}.",
    "said.groups.none": "No group is a blind spot in any of these networks.",
    "said.group": "Group of people",
    "said.numbers": "Numbers of people",
    "said.numbers.table": "These networks together",
    "said.numbers.how": (
        "Somebody can be counted twice: at two organisations, or in two networks. "
        "So the real number of people may be lower. "
        "‘At least’ means: so many were counted, and not every organisation is in it."
    ),
    "said.numbers.what": "What",
    "said.numbers.total": "Counted together",
    "said.numbers.networks": "Networks",
    "said.numbers.note": "Of how many organisations",
    "said.at-least": "at least {number}",
    "said.of.one": "of 1 organisation",
    "said.of.many": "of {number} organisations",
    "said.missing.one": "1 organisation is not counted",
    "said.missing.many": "{number} organisations are not counted",
    "said.nothing": "Too few organisations filled in anything about this in these networks.",
    "places.provinces.one": "in one province",
    "places.provinces.many": "in {number} provinces",
    "places.networks.one": "There is one network",
    "places.networks.many": "There are {number} networks",
    "places.answer": "{networks}, {where}: {stages}.",
    "places.count.open.one": "one with a round that is open",
    "places.count.open.many": "{number} with a round that is open",
    "places.count.closed.one": "one whose report is not released yet",
    "places.count.closed.many": "{number} whose report is not released yet",
    "places.count.planned.one": "one with a planned round",
    "places.count.planned.many": "{number} with a planned round",
    "places.count.released.one": "one with a report",
    "places.count.released.many": "{number} with a report",
    "places.count.none.one": "one without a round",
    "places.count.none.many": "{number} without a round",
    "places.stage.open": "round open",
    "places.stage.closed": "closed, report not released yet",
    "places.stage.planned": "round planned",
    "places.stage.released": "report ready",
    "places.stage.none": "no round yet",
    "places.how": "Each tile is a province. The numbers are numbers of networks.",
    "places.empty.one": "One labour-market region has no network.",
    "places.empty.many": "{number} labour-market regions have no network.",
    "places.empty.named": "No network in {regions}.",
    "places.alt": "The provinces as tiles, with their networks. All numbers are in the table below.",
    "places.no-region": "region not filled in",
    "places.table": "Networks by province and labour-market region",
    "places.province": "Province",
    "places.region": "Labour-market region",
    "places.column": "Networks",
    "places.all": "Together",
}
