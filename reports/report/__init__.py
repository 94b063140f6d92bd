"""Results -> Report: the sections, sentences, figures and tables that every form shows.

``build`` makes the tree, ``parts`` says what it consists of, ``sections`` holds one file per section.
"""

from reports.report.build import Meeting, build
from reports.report.parts import (
    ActionCard,
    ActionCards,
    Block,
    Column,
    Cover,
    Fact,
    Facts,
    Figure,
    Highlight,
    Highlights,
    Mark,
    Notice,
    Paragraph,
    Report,
    Row,
    Section,
    Series,
    Table,
    Talk,
    Talks,
    Units,
)

__all__ = [
    "ActionCard",
    "ActionCards",
    "Block",
    "Column",
    "Cover",
    "Fact",
    "Facts",
    "Figure",
    "Highlight",
    "Highlights",
    "Mark",
    "Meeting",
    "Notice",
    "Paragraph",
    "Report",
    "Row",
    "Section",
    "Series",
    "Table",
    "Talk",
    "Talks",
    "Units",
    "build",
]
