"""A chart told to who cannot see it: every value with the heading of its column; and sentences that fit a slide."""

import re
from dataclasses import replace
from typing import Final

from reports.report import Figure, Table
from reports.wording import Words
from reports.wording.words import opening

_SENTENCES: Final = re.compile(r"(?<=[.!?]) +")


def told(figure: Figure) -> str:
    """Return the text for who cannot see a chart: what it shows, and all its values, row by row."""
    return " ".join(filter(None, (figure.answer, figure.alt, f"{figure.table.caption}:", *rows(figure.table))))


def rows(table: Table) -> list[str]:
    """Return the rows of a table in words."""
    heads = [column.heading for column in table.columns[1:]]
    return [
        f"{label}: " + "; ".join(f"{head} {value}" for head, value in zip(heads, values, strict=True)) + "."
        for label, *values in table.rows
    ]


def without_its_table(figure: Figure, words: Words) -> Figure:
    """Return a figure without the sentences about the table that other forms have below it, and slides have not."""
    return replace(figure, how=_without(figure.how, words), alt=_without(figure.alt, words))


def without_its_theme(figure: Figure, words: Words) -> Figure:
    """Return a figure of a theme's statements whose answer leaves the theme's name to the title above it."""
    theme = figure.table.caption.removesuffix(words.say("statements.table", theme=""))
    return replace(figure, answer=opening(figure.answer.removeprefix(f"{theme}: ")))


def _without(text: str, words: Words) -> str:
    named = re.compile(rf"\b{re.escape(words.say('slides.table'))}\b", re.IGNORECASE)
    return " ".join(each for each in _SENTENCES.split(text) if not named.search(each))
