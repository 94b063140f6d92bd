"""The English of who does what: the role card, library and welfare side by side, and what people think."""

_FACTS = {
    "roles": "Who does what?",
    "roles.answer.few": "Too few organisations filled this in to say how all tasks are divided.",
    "roles.answer.none": "Of the {all} tasks none is clearly divided.",
    "roles.answer.one": "Of the {all} tasks one is clearly divided.",
    "roles.answer.many": "Of the {all} tasks {count} are clearly divided.",
    "roles.answer.all": "All {all} tasks are clearly divided.",
    "roles.rest": "To talk about:",
    "roles.rest.some.many": "This is about the {count} organisations that filled this in. To talk about:",
    "roles.part.open": "{count} that nobody does",
    "roles.part.open.some": "{count} that none of them does",
    "roles.part.leaderless": "{count} that nobody leads",
    "roles.part.leaderless.some": "{count} that none of them leads",
    "roles.part.contested": "{count} with more than one leader",
    "roles.part.double": "{count} that may be done twice",
    "roles.how": "Organisations filled this in themselves, by name. ‘Double’ is a question to you, not a judgement.",
    "roles.table": "The role card: what organisations say themselves",
    "roles.table.some.one": "The role card: what the one organisation says that filled this in",
    "roles.table.some.many": "The role card: what the {count} organisations say that filled this in",
    "roles.column.task": "Task",
    "roles.column.doers": "Who does this",
    "roles.column.leaders": "Who leads",
    "roles.column.status": "How it is divided",
    "roles.column.note": "Note",
    "roles.nobody": "nobody",
    "roles.nobody.some.one": "not this one organisation",
    "roles.nobody.some.many": "none of the {count}",
    "roles.idle.one": "{names} leads, but does not do this itself.",
    "roles.idle.many": "{names} lead, but do not do this themselves.",
    "roles.wanting.one": "{names} wants to do this.",
    "roles.wanting.many": "{names} want to do this.",
}

_PAIR = {
    "roles.pair.table": "Library and welfare side by side",
    "roles.pair.selection": "The table is a selection: tasks to which none of this applies are not listed.",
    "roles.pair.talk.text": "Talk about it: both do this task.",
    "roles.pair.confirm.text": "Confirm it: one of the two leads, and they do not both do it.",
    "roles.pair.chance.text": (
        "An opportunity: neither of them says that it does this, and it is not clearly divided among the others either."
    ),
    "roles.pair.next": "What now",
    "roles.pair.does": "does this",
    "roles.pair.leads": "leads",
    "roles.pair.both": "does this and leads",
    "roles.pair.neither": "not named",
}

_VIEWS = {
    "roles.beside": (
        "Below is what those who answered think, without names. It stands beside what organisations say themselves. "
        "We never add the two up."
    ),
    "roles.views": "Who does this now? What those who answered think",
    "roles.views.unknown": "Many people do not know who does this: {tasks}.",
    "roles.views.unknown.many": "On {count} tasks many people do not know who does it.",
    "roles.views.nobody": "Many people think that nobody does this: {tasks}.",
    "roles.views.nobody.many": "On {count} tasks many people think that nobody does it.",
    "roles.views.none": "For no task do many people choose ‘nobody’ or ‘don’t know’.",
    "roles.views.unclear": "Whether many people choose ‘nobody’ or ‘don’t know’ cannot be said.",
    "roles.views.lead": "Who should lead? What those who answered think",
    "roles.views.lead.most": "Named most often",
}

ROLES = _FACTS | _PAIR | _VIEWS
