"""The English around what people wrote in their own words."""

WORDS = {
    "words": "In people’s own words",
    "words.intro": (
        "The writers agreed that these texts stand in the report. An adviser took names out. The order says nothing."
    ),
    "words.most": "Of each question at most {most} texts are here.",
    "words.summary.one": "What people wrote themselves to one question.",
    "words.summary.many": "What people wrote themselves to {count} questions.",
    "words.none.title": "No own words in this report",
    "words.none.text": (
        "A text is here only when its writer ticked the box and an adviser has read it. "
        "And only from {least} texts to a question."
    ),
}
