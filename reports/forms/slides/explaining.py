"""The explanation that stands below a figure: its most needed sentences, for a room reads no more than some lines.

All of it is in the speaker notes.
"""

import re
from collections.abc import Sequence
from typing import Final

from reports.forms.slides.fitting import lines
from reports.forms.slides.page import Page
from reports.report import Figure, Notice, Paragraph, Table
from reports.wording import Words

#: The type of an explanation: what a room can read.
SIZE: Final = 14
#: So many lines the first sentences of all that is explained may take, and those with what more is said.
_FIRST_LINES: Final = 3
_LINES: Final = 2
#: A question keeps its answer.
_SENTENCES: Final = re.compile(r"(?<=[.!]) +")


def explained(page: Page, main: Figure | Table | None, words: Words, width: int) -> str:
    """Return what stands below a figure or table: of each thing explained its first sentence, then what more fits."""
    told = [each for each in (_needed(text, words) for text in _texts(page, main)) if each]
    counts = [0] * len(told)
    for turn in range(max(map(len, told), default=0)):
        most = _LINES if turn else _FIRST_LINES
        for place, sentences in enumerate(told):
            tried = [*counts[:place], turn + 1, *counts[place + 1 :]]
            is_next = counts[place] == turn < len(sentences)
            if is_next and lines(_joined(told, tried), width=width, size=SIZE) <= most:
                counts = tried
    return _joined(told, counts)


def _joined(told: Sequence[Sequence[str]], counts: Sequence[int]) -> str:
    return " ".join(each for sentences, count in zip(told, counts, strict=True) for each in sentences[:count])


def _texts(page: Page, main: Figure | Table | None) -> list[list[str]]:
    """Return what is explained, in sentences: how to read the figure, what to know, and why something is not shown."""
    before, after = (_noticed(page, tone) if main else [] for tone in ("attention", "quiet"))
    how = [_SENTENCES.split(main.how)] if isinstance(main, Figure) and main.how else []
    small = [block.text for block in page.blocks if isinstance(block, Paragraph) and block.tone == "small"]
    return [*how, *before, *after, *(_SENTENCES.split(text) for text in small if text)]


def _noticed(page: Page, tone: str) -> list[list[str]]:
    """Return notices in sentences; the first one keeps the title, which says what it is about."""
    found = [block for block in page.blocks if isinstance(block, Notice) and block.tone == tone]
    split = [(each.title, *_SENTENCES.split(each.text)) for each in found]
    return [[f"{title}. {first}", *rest] for title, first, *rest in split]


def _needed(sentences: Sequence[str], words: Words) -> list[str]:
    """Leave out what the axis and the key say; that the figures were made up comes before all else."""
    drawn, invented = _SENTENCES.split(words.say("slides.drawn")), words.say("benchmark.invented")
    left = [each for each in sentences if each not in drawn]
    return sorted(left, key=lambda each: each != invented)
