"""The English of what the municipality does: what everybody sees, and what it says itself."""

MUNICIPALITY = {
    "municipality": "What does the municipality do?",
    "municipality.how": (
        "Is the sentence true of the municipality? Everybody answered, municipal staff as well. "
        "‘Don’t know’ is in the table."
    ),
    "municipality.alt": "For each sentence the part that says yes, in part or no. The same figures are in the table.",
    "municipality.yes.none": "On none of the sentences about half or more say ‘yes’.",
    "municipality.yes.one": "Of the {all} sentences there is one to which about half or more say ‘yes’.",
    "municipality.yes.many": "Of the {all} sentences there are {count} to which about half or more say ‘yes’.",
    "municipality.yes.all": "To every sentence about half or more say ‘yes’.",
    "municipality.unclear.one": "Of one sentence it cannot be said.",
    "municipality.unclear.many": "Of {count} sentences it cannot be said.",
    "municipality.unknown": "many people do not know this",
    "municipality.unknown.one": (
        "On one sentence many people do not know. That is a result too: talk about it together."
    ),
    "municipality.unknown.many": (
        "On {count} sentences many people do not know. That is a result too: talk about it together."
    ),
    "municipality.table": "Is this true of the municipality? Answers of everybody",
    "municipality.column": "Sentence",
    "municipality.own": "What the municipality says itself",
    "municipality.own.beside": "What the municipality says itself, beside what everybody says",
    "municipality.own.level": "How the municipality takes part, by its own account",
    "municipality.own.level.beside": "How the municipality takes part, by its own account and by everybody’s",
    "municipality.own.speaks": "The municipality itself said what it does.",
    "municipality.everyone": "Chosen most often by everybody",
    "municipality.everyone.says": "Everybody: {option}",
    "municipality.own.answers": "The municipality’s answer",
    "municipality.own.silent": "The municipality itself did not fill in this part.",
    "municipality.own.absent": "There is no municipality among the organisations of this network.",
    "municipality.beside": (
        "What the municipality says itself and what everybody says stand side by side in the table. "
        "We never add the two up. Do you see a difference? Ask each other what you see."
    ),
    "municipality.level": "How does the municipality take part?",
}
