"""The English of the report of many networks together."""

from typing import Final

_GENERAL: Final = {
    "region.title": "Networks together: {area}",
    "region.kicker.given_on": "Networks together, to pass on",
    "region.kicker.own": "Networks together, for who may read each report",
    "region.file": "networks together {area}",
    "region.file.given_on": "pass-on",
    "region.file.own": "own",
    "region.mirror.own": (
        "This report shows what networks have in common. It is made to talk about. "
        "It is not meant to judge or rank networks. Do not decide on subsidies by it either."
    ),
    "region.mirror.given_on": (
        "This report shows which networks there are, and where the middle of all networks in the country lies. "
        "It is made to talk about."
    ),
    "region.without.title": "How these networks are doing is not in here",
    "region.without": (
        "That is in the report of each network. Ask the networks themselves. "
        "Two reports side by side would otherwise tell how one network is doing."
    ),
    "region.fact.networks": "Networks",
    "region.fact.rounds": "Rounds closed",
    "region.fact.between": "between {first} and {last}",
    "region.fact.invited": "Invited",
    "region.fact.sent-in": "Filled in",
    "region.highlights": "What stands out",
    "region.link.themes": "See the topics",
    "region.level": "It is not certain for any topic that it is strong or needs attention in most networks.",
    "region.link.said": "See what organisations say",
    "region.link.actions": "See the actions",
    "region.networks": "Which networks is this about?",
    "region.networks.answer.one": "This report is about one network: {area}.",
    "region.networks.answer.many": "This report is about {number} networks: {area}.",
    "region.table.networks": "The networks, each with the last round whose report is ready",
    "region.column.invited": "Invited",
    "region.column.sent-in": "Filled in",
    "region.empty.title": "There are no networks with a report here yet",
    "region.empty": "A network counts as soon as the report of its first round is released.",
    "region.unsaid.title": "Too few organisations filled in anything about this in these networks yet",
    "region.unsaid.text": "Organisations say this themselves, when they fill in their part of the questionnaire.",
    "region.one.title": "One network is no region",
    "region.one": "Rather read the report of this network. There is more in it than here.",
    "region.small.title": "These are fewer than five networks",
    "region.small": (
        "What holds in ‘most’ networks then says little. Also read the reports of the networks themselves."
    ),
}

_THEMES: Final = {
    "region.themes": "How do the topics stand?",
    "region.themes.none.title": "Nothing can be said of the topics together",
    "region.themes.none": "There are no results on the topics yet.",
    "region.strong": "Strong in more than half of the networks: {themes}.",
    "region.strong.none": "It is not certain for any topic that it is strong in most networks.",
    "region.worry": "In need of attention or divided in more than half of the networks: {themes}.",
    "region.worry.none": "It is not certain for any topic that it needs attention in most networks.",
    "region.themes.rule": (
        "A topic is called strong when more than half of the networks have that word. "
        "For attention, ‘attention’ and ‘divided’ count together. "
        "The topics stand in the order of the questionnaire."
    ),
    "region.themes.others": "At {theme}, networks with other questions do not count. These are {number}.",
    "region.status.strong": "strong",
    "region.status.on_the_way": "on the way",
    "region.status.attention": "attention",
    "region.status.divided": "divided",
    "region.status.unknown": "unknown",
    "region.status.too_few": "too few answers",
    "region.status.between": "between two words",
    "region.statuses.how": "The word comes from the report of each network. The darker, the more networks.",
    "region.statuses.alt": "For each topic the number of networks with each word. All numbers are in the table.",
    "region.table.statuses": "In how many networks a topic has which word",
    "region.middle": "Where does the middle lie?",
    "region.middle.none.title": "There is no middle to show yet",
    "region.middle.answer.own": "Where the middle of these networks lies, beside that of all networks.",
    "region.middle.answer.all": "Where the middle of all networks in the country lies.",
    "region.middle.how.own": (
        "The dot is the middle average of these networks. The line is their middle half. "
        "The grey band is the middle half of all networks."
    ),
    "region.middle.how.all": (
        "The grey band is the middle half of all networks. The line in it is the middle average."
    ),
    "region.middle.answer.alone": "Where the middle of these networks lies.",
    "region.middle.how.alone": "The dot is the middle average of these networks. The line is their middle half.",
    "region.middle.alt": "For each topic the middle and the middle half. All figures are in the table.",
    "region.middle.key": "these networks: the middle, with the middle half",
    "region.middle.few": (
        "A middle of their own takes five networks with an average of the same questions. "
        "That is why you see all networks here."
    ),
    "region.middle.edition-only": (
        "These are all networks in the country, and not only these networks. "
        "The middle of these networks is for who may read each of their reports."
    ),
    "region.middle.some": "Where there is no dot, there are fewer than five averages of the same questions.",
    "region.middle.edition": "The figures of all networks were set down on {date}.",
    "region.middle.no-edition": ("There is no middle of all networks in the country yet. That takes ten networks."),
    "region.table.middle": "The middle and the middle half of each topic",
    "region.column.organisations": "Organisations",
    "region.column.left-out": "Not counted",
    "region.column.median": "Middle",
    "region.column.half": "Middle half",
    "region.column.networks": "Networks",
    "region.column.median.all": "Middle of all networks",
    "region.column.half.all": "Middle half of all networks",
    "region.half": "{low} to {high}",
}

_MOVED: Final = {
    "region.moved": "What changed?",
    "region.moved.none.title": "There is no round to compare with yet",
    "region.moved.none": "After the next rounds you see here what changed.",
    "region.moved.rise": "Risen in more than half of the networks: {themes}.",
    "region.moved.fall": "Fallen in more than half of the networks: {themes}.",
    "region.moved.level": "No topic rose or fell in more than half of the networks.",
    "region.moved.how": (
        "‘Risen’ or ‘fallen’ only stands there when the difference is larger than chance. "
        "Where the questions changed, it cannot be compared."
    ),
    "region.table.moved": "In how many networks a topic changed like this since the round before",
    "region.beside": "Library beside welfare",
    "region.beside.none.title": "Nothing can be said of library and welfare together",
    "region.beside.none": "None of these networks shows both groups by themselves.",
    "region.beside.different": "In more than half of these networks they look differently at {themes}.",
    "region.too-few-together": "There are too few networks to say something of them together.",
    "region.beside.level": "At no topic they look differently in more than half of these networks.",
    "region.beside.how": "Only networks that show both groups by themselves count here.",
    "region.beside.median": (
        "The middle is that of all networks in the country. A plus means: the library is more positive."
    ),
    "region.table.beside": "In how many networks library and welfare look differently or alike",
}

_SAID: Final = {
    "region.commitment.municipality.now": "Municipalities themselves most often say of now: ‘{step}’.",
    "region.commitment.municipality.needed": "Municipalities themselves most often say is needed: ‘{step}’.",
    "region.commitment.everyone.now": "All who filled in most often choose of now: ‘{step}’.",
    "region.commitment.everyone.needed": "All who filled in most often choose as needed: ‘{step}’.",
    "region.commitment.level": "No sentence was chosen more often than all others.",
    "region.table.commitment": "In how many networks which sentence was chosen",
    "region.tasks.most": "Most often without anybody, without a lead, or with more than one lead: {names}.",
    "region.tasks.tie": "{Number} tasks are at the top together: those most often ask for a talk.",
    "region.tasks.none": "Of no task it is certain that it is left more often.",
    "region.tasks.how": "Organisations say this themselves. Tasks that most often ask for a talk come first.",
    "region.table.tasks": "In how many networks a task is divided like this",
    "region.groups.most": "Most often a blind spot: {names}.",
    "region.groups.tie": "{Number} groups are at the top together: those are a blind spot most often.",
    "region.groups.none": "Of no group it is certain that it is a blind spot more often.",
    "region.table.groups": "In how many networks a group of people is a blind spot, seldom seen or an opportunity",
    "region.table.numbers": "Numbers of people, these networks together",
    "region.numbers.how": (
        "A person can be counted twice: at two organisations, or in two networks. "
        "So the real number of people may be lower. "
        "‘At least’ means: so many were counted, and not every organisation is in it."
    ),
}

_ACTIONS: Final = {
    "region.actions": "What did networks agree to do?",
    "region.actions.none.title": "There are no actions yet",
    "region.actions.none": "A network chooses actions when it talks about its report.",
    "region.actions.answer": "Actions together: {to_do} to do, of which {late} late, and {done} done.",
    "region.actions.most": "Most actions are about {themes}.",
    "region.actions.level": "No topic clearly has more actions than others.",
    "region.actions.how": "A network has three actions at most at a time. Actions that were stopped do not count.",
    "region.actions.to-do": "To do",
    "region.actions.late": "Of which late",
    "region.actions.done": "Done",
    "region.actions.other": "Another topic, or none",
    "region.table.actions": "Actions of all networks together, by topic",
    "region.talk": "To talk about",
    "region.talk.how": "A figure does not say why something is so. Ask the networks themselves.",
    "region.talk.worry.why": "In most networks, {theme} asks for a talk.",
    "region.talk.worry.1": "What do networks need to get further here?",
    "region.talk.worry.2": "Is this up to the networks, or to something that they cannot change?",
    "region.talk.worry.3": "Who helps, and when?",
    "region.talk.strong.why": "In most networks, {theme} is strong.",
    "region.talk.strong.1": "What works so well here?",
    "region.talk.strong.2": "How does it stay like this?",
    "region.talk.strong.3": "Who can tell others about it?",
    "region.talk.all": "All of it together",
    "region.talk.all.why": "For every talk about this report.",
    "region.talk.all.1": "What do we recognise, and what surprises us?",
    "region.talk.all.2": "What can only we do, and not the networks?",
    "region.talk.all.3": "What do we agree on, and when do we look again?",
}

_METHOD: Final = {
    "region.method.once": (
        "Everything here comes from reports that are ready. Nobody's answers were used for it once more."
    ),
    "region.method.count": "Networks are counted, and no people. A large network counts as much as a small one.",
    "region.method.most": "‘More than half’ is of the networks with the same questions, from {k} networks on.",
    "region.method.given_on": (
        "This report is to pass on. No result of these networks is in it. "
        "The figures are of all networks in the country together."
    ),
    "region.method.own": (
        "This report is for who may read the report of each of these networks. "
        "Do not give it to others: there is another report for that. "
        "A middle of these networks is there from {k} networks on."
    ),
    "region.only-for": ("Only for who may read the report of each of these networks. Do not give it to others."),
    "region.method.for.given_on": "to pass on",
    "region.method.for.own": "who may read each of these reports",
    "region.method.no-ranking": (
        "Nowhere does it say which network is higher or lower. Networks stand in the order of their names."
    ),
    "region.method.same-questions": "Networks with other questions about a topic do not count at that topic.",
    "region.method.middle": (
        "The middle is the middle one of all averages in a row. "
        "The middle half lies around it: a quarter is lower, a quarter higher."
    ),
    "region.method.for": "For whom",
    "region.method.edition": "All networks set down on",
}

REGIONAL: Final = _GENERAL | _THEMES | _MOVED | _SAID | _ACTIONS | _METHOD
