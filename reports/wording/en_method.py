"""The English of how a report was made."""

from typing import Final

METHOD: Final = {
    "method": "About this report",
    "method.k": (
        "We show an average for {k} or more people. What people think of a sentence we show for {k_item} or more. "
        "We show a group apart only if that does not let anybody work out the answers of the other people."
    ),
    "method.edges": (
        "Does nearly everybody agree or disagree? Then we do not give the exact figure, but add ‘or higher’ or "
        "‘or lower’, or a sign: ≤ is so much or less, ≥ is so much or more. "
        "At a dash (–) we show nothing. It never means zero."
    ),
    "method.margin": (
        "The margin depends only on the number of answers. The fewer people, the longer the line. "
        "With other people, or on another day, the figure would be a little different."
    ),
    "method.once": (
        "The results were calculated once, when the round closed, and do not change any more. "
        "After that the answers were separated from the names."
    ),
    "method.words": (
        "Own words are read by one adviser, without a name, and only if the writer ticked that. "
        "They are in no workbook or data file."
    ),
    "method.profile-part": (
        "What was filled in on behalf of an organisation stands here with its name. "
        "We never add it to the answers of people."
    ),
    "method.no-ranking": "We make no ranking of networks or organisations.",
    "method.not-anonymous": (
        "It is not completely anonymous. People who work together, or know much about each other, "
        "can sometimes work something out."
    ),
    "method.questionnaire": "Questionnaire",
    "method.profile": "On behalf of organisations",
    "method.policy": "Rules",
    "method.policy.version": "version {version}",
    "method.opened": "Open from",
    "method.opened.dates": "{opened} to {closed}",
    "method.benchmark": "Other networks",
    "method.benchmark.date": "figures of {date}",
    "method.hash": "Fingerprint of the results",
}
