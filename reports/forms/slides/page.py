"""What is on one slide."""

from dataclasses import dataclass
from typing import Literal

from reports.report import Block

#: The steps of the meeting, in their order; ``reports.forms.slides.script`` says how long each takes.
Step = Literal["open", "alone", "threes", "together", "choose", "close"]


@dataclass(frozen=True, slots=True)
class Page:
    """A slide: its title, the step of the meeting that it belongs to, and what it shows."""

    title: str
    step: Step
    blocks: tuple[Block, ...]
    #: When there are more pages than a meeting can hold, those of the lowest worth stay in the report.
    worth: int
    #: The sentence at the top, unless a figure has one of its own.
    opening: str = ""
    #: What it is about, by which the script knows what to do with it (``slides.do.<about>``).
    about: str = ""
