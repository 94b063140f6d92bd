"""The English of a report without averages: the quick scan."""

from typing import Final

SCAN: Final = {
    "sentences": "What you chose",
    "sentences.column": "Sentence",
    "sentences.disagree": "Disagree",
    "sentences.neither": "In between",
    "sentences.agree": "Agree",
    "sentences.table": "Which part agrees or disagrees",
    "sentences.words": "What you think of it together",
    "sentences.together": "Together",
    "sentences.word.at_most": "rather disagree",
    "sentences.word.between": "in between",
    "sentences.word.at_least": "rather agree",
    "sentences.few": (
        "We show something from {k} people on. That says nothing about the collaboration itself. "
        "You can still talk: begin with the questions below."
    ),
    "sentences.how": (
        "From {k_item} answers to a sentence we show how they are divided, in steps of 5%. With {k} to 9 answers we "
        "show a word. A dash (–) means that we show nothing. It never means zero."
    ),
    "topics.table": "Which topic you want to talk about",
    "topics.share": "Chose this",
    "talk.chosen": "{share} of you chose this topic.",
    "method.scan": (
        "We show a word from {k} people on, and how answers are divided from {k_item}. "
        "Does nearly everybody agree or disagree? Then there is a sign: ≤ is so much or less, ≥ is so much or more."
    ),
}
