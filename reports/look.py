"""The look's tokens for everything that is no style sheet: charts, PDF, slides.

The same names and values stand in the style sheets as custom properties; a test holds the two together.
"""

from dataclasses import dataclass
from typing import Final, Literal

FONT: Final = "Atkinson Hyperlegible Next"
#: The same letters on a page's charts, and what stands in for them: the first one is waited for.
FONTS_OF_CHARTS: Final = (f"{FONT} in charts", "Meanwhile", "system-ui", "sans-serif")
#: The weights in use, by what they are for.
WEIGHTS: Final = {"body": 400, "strong": 600, "heading": 700}


@dataclass(frozen=True, slots=True)
class Token:
    """One colour in light and in dark surroundings."""

    light: str
    dark: str


TOKENS: Final = {
    "ink": Token("#1d2a35", "#ece8df"),
    "muted": Token("#52606b", "#aeb8be"),
    "paper": Token("#fcfbf8", "#12191e"),
    "surface": Token("#ffffff", "#1a242a"),
    "line": Token("#d9d5cb", "#36434b"),
    "edge": Token("#75818b", "#84919a"),
    "accent": Token("#0b5f66", "#83d0cf"),
    "accent-strong": Token("#084b51", "#a8e2e0"),
    "accent-soft": Token("#d7eaea", "#163c40"),
    "on-accent": Token("#ffffff", "#0c2426"),
    "attention": Token("#a4480f", "#f2a873"),
    "attention-soft": Token("#fbeadd", "#3d2716"),
    "cover": Token("#0b5f66", "#0f4247"),
    "cover-2": Token("#0a4f55", "#0b3439"),
    "on-cover": Token("#ffffff", "#ffffff"),
    "group-total": Token("#0b5f66", "#83d0cf"),
    "group-library": Token("#2c5aa0", "#92b7f2"),
    "group-welfare": Token("#9a5b00", "#e6b45f"),
    "group-third": Token("#8a3b78", "#e0a0d3"),
    "group-rest": Token("#55636d", "#aeb8be"),
    "band": Token("#e3dfd5", "#333f46"),
    "disagree": Token("#a4480f", "#f2a873"),
    "neutral": Token("#c9c4b8", "#57636b"),
    "agree": Token("#0b5f66", "#83d0cf"),
    "on-disagree": Token("#ffffff", "#2a1406"),
    "on-neutral": Token("#1d2a35", "#ffffff"),
    "on-agree": Token("#ffffff", "#0c2426"),
    "seq-1": Token("#edf4f3", "#1e2c32"),
    "seq-2": Token("#cfe5e4", "#1f464a"),
    "seq-3": Token("#a3cfcf", "#2a656a"),
    "seq-4": Token("#4f9298", "#64b0b1"),
    "seq-5": Token("#0b5f66", "#a8e2e0"),
    "on-seq-low": Token("#1d2a35", "#f4f1ea"),
    "on-seq-4": Token("#0b161c", "#0b161c"),
    "on-seq-5": Token("#ffffff", "#0b161c"),
}

#: The colours that a chart of averages may use. In a chart a light value stands for one token only, so that the page
#: can put the token in its place: #0b5f66 is the network's own colour there, #ffffff the surface.
CHART_TOKENS: Final = (
    "ink",
    "muted",
    "paper",
    "surface",
    "line",
    "edge",
    "group-total",
    "group-library",
    "group-welfare",
    "group-third",
    "group-rest",
    "band",
    "attention",
)
#: The same of a chart of bars, where #0b5f66 means agreement, and #ffffff the words on a dark bar.
BAR_TOKENS: Final = ("ink", "muted", "paper", "line", "edge", "disagree", "neutral", "agree", "on-agree")

Shape = Literal["circle", "square", "diamond", "triangle"]


@dataclass(frozen=True, slots=True)
class MarkLook:
    """How a kind of mark looks everywhere: its shape says the same as its colour."""

    #: The name of its token.
    colour: str
    shape: Shape
    #: Across, in pixels on the page.
    size: int
    filled: bool = True


#: By the id of a figure's series: the whole network, the reporting groups, and the round before.
MARKS: Final = {
    "total": MarkLook("group-total", "circle", 15),
    "library": MarkLook("group-library", "circle", 13, filled=False),
    "welfare": MarkLook("group-welfare", "square", 13),
    "third": MarkLook("group-third", "diamond", 15),
    "rest": MarkLook("group-rest", "triangle", 14),
    "before": MarkLook("muted", "circle", 18, filled=False),
}


#: The classes of a bar, by the id of a figure's series: the tokens of the bar, and of the words on it.
CLASSES: Final = {
    "disagree": ("disagree", "on-disagree"),
    "neither": ("neutral", "on-neutral"),
    "agree": ("agree", "on-agree"),
}

#: The steps of a heat map from low to high: the tokens of a cell, and of the number in it.
STEPS: Final = (
    ("seq-1", "on-seq-low"),
    ("seq-2", "on-seq-low"),
    ("seq-3", "on-seq-low"),
    ("seq-4", "on-seq-4"),
    ("seq-5", "on-seq-5"),
)


def light(token: str) -> str:
    """Return a token's value on paper and on a light screen."""
    return TOKENS[token].light
