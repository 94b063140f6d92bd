"""The English of whom the network reaches: groups of people, and numbers of people."""

_GROUPS = {
    "reach": "Whom do you reach?",
    "reach.groups": "Do you reach these groups together?",
    "reach.groups.column": "Group",
    "reach.seen": "Who sees these people already?",
    "reach.seen.column": "Organisations that see these people",
    "reach.seen.hardly": "Part that says ‘hardly’",
    "reach.seen.word": "What we see",
    "reach.seen.nobody": "none",
    "reach.seen.nobody.some.one": "not this one organisation",
    "reach.seen.nobody.some.many": "none of the {count}",
    "reach.answer.chance.one": "Here is an opportunity: {groups}.",
    "reach.answer.chance.many": "Here are opportunities: {groups}.",
    "reach.answer.blind.one": "A blind spot: {groups}.",
    "reach.answer.blind.many": "Blind spots: {groups}.",
    "reach.answer.blind.some.one": "That is what the one organisation says that filled this in.",
    "reach.answer.blind.some.many": "That is what the {count} organisations say that filled this in.",
    "reach.answer.chance.counted": "There are {count} opportunities.",
    "reach.answer.blind.counted": "There are {count} blind spots.",
    "reach.answer.seldom.one": "Seldom seen and seldom reached: {groups}.",
    "reach.answer.seldom.many": "Seldom seen and seldom reached: {groups}.",
    "reach.answer.seldom.counted": "Seldom seen and seldom reached: {count} groups.",
    "reach.answer.unclear.more": "Whether there are more opportunities cannot be said.",
    "reach.answer.unclear.also": "Whether there are opportunities as well cannot be said.",
    "reach.answer.unclear.any": "Whether there are opportunities cannot be said.",
    "reach.answer.few": "Too few organisations filled this in to say of every group who sees it.",
    "reach.answer.none": "We see no opportunities and no blind spots.",
    "reach.hardly.one": "Many people say that you hardly reach this group: {groups}.",
    "reach.hardly.many": "Many people say that you hardly reach these groups: {groups}.",
    "reach.hardly.counted": "Of {count} groups many people say that you hardly reach them.",
    "reach.hardly.none": "Of none of these groups many people say that you hardly reach it.",
    "reach.hardly.unclear": "Which groups you hardly reach cannot be said.",
    "reach.focus": "Which group should you focus on together in the coming year?",
    "reach.focus.most": "For the coming year this group was chosen most often: {option}",
    "reach.focus.none": "For the coming year no group stands out.",
}

_NUMBERS = {
    "reach.numbers.find": "Finding and referring people, by organisation",
    "reach.numbers.learn": "Learning and helping, by organisation",
    "reach.number.rn-found": "Found or talked to",
    "reach.number.rn-referred-out": "Referred",
    "reach.number.rn-referred-in": "Received",
    "reach.number.rn-intake": "First talk",
    "reach.number.rn-started": "Started",
    "reach.number.rn-finished": "Finished or moved on",
    "reach.number.rn-nt1-share": "Started, and grew up with Dutch",
    "reach.number.rn-volunteers": "Volunteers",
    "reach.number.estimated": "{number} (estimated)",
    "reach.double": "Also counted elsewhere",
    "reach.sums": "All organisations together",
    "reach.sums.what": "What",
    "reach.sums.total": "Added up (people may be counted twice)",
    "reach.sums.note": "Note",
    "reach.unknown.one": "1 organisation does not know.",
    "reach.unknown.many": "{number} organisations do not know.",
    "reach.silent.one": "1 organisation gave no number.",
    "reach.silent.many": "{number} organisations gave no number.",
    "reach.sum.at-least": "at least {total}",
    "reach.numbers.how": (
        "These are the numbers of the calendar year before, as organisations give them themselves. "
        "‘< 5’ means: 1 to 4 people. So nobody can be recognised."
    ),
    "reach.funnel": (
        "Added up you found or talked to {found} people, had {intake} first talks and {started} people started. {sure}"
    ),
    "reach.funnel.whole": "People may be counted twice, so the real number of people may be lower.",
    "reach.funnel.part": (
        "Not every organisation gave every number, and people may be counted twice. "
        "So the real numbers may be higher or lower."
    ),
    "reach.exchange.open": "Whether as many people arrived as were referred cannot be said.",
    "reach.numbers.none": "No organisation gave numbers.",
}

REACH = _GROUPS | _NUMBERS
