"""Is a Dutch text easy enough to read: its length in words and syllables, and the habits that make it hard.

It knows texts only, not the questionnaires they stand in. The figures are an indication: B1 is a level of readers.
"""

from questionnaires.readability.measure import flesch_douma, sentences_of, words_of
from questionnaires.readability.rules import RULES, Finding, examine_block, examine_text
from questionnaires.readability.syllables import count_syllables

__all__ = [
    "RULES",
    "Finding",
    "count_syllables",
    "examine_block",
    "examine_text",
    "flesch_douma",
    "sentences_of",
    "words_of",
]
