"""Figures -> sentences, by fixed rules: Dutch at B1 and English.

One file per language holds every sentence; ``sentences`` chooses among them by published values only. Nothing here
calls a difference proven, ranks, or names a cause.
"""

from reports.wording.sentences import (
    answers,
    benchmark_sentence,
    cover_response,
    gap_answer,
    gap_sentence,
    mean,
    others_value,
    response,
    returning,
    trend_sentence,
)
from reports.wording.words import Words, words

__all__ = [
    "Words",
    "answers",
    "benchmark_sentence",
    "cover_response",
    "gap_answer",
    "gap_sentence",
    "mean",
    "others_value",
    "response",
    "returning",
    "trend_sentence",
    "words",
]
