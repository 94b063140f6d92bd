"""How cells look: the colours of the report, and number formats that print what is there and nothing else."""

from dataclasses import dataclass
from typing import Any, Final

from reports.look import light
from reports.report.values import ValueKind

#: By what a number is: a tenth, a share in steps of 5%, a whole number.
_NUMBERS: Final[dict[ValueKind, str]] = {"average": "0.0", "share": "0%", "count": "0", "number": "0"}

_ROW: Final = {
    "align": "left",
    "valign": "top",
    "text_wrap": True,
    "indent": 1,
    "bottom": 1,
    "bottom_color": light("line"),
    "color": light("ink"),
}
_HEAD: Final = {**_ROW, "bold": True, "valign": "bottom", "bg_color": light("accent-soft")}
_ASIDE: Final = {"bg_color": light("paper"), "color": light("muted")}


@dataclass(frozen=True, slots=True)
class Formats:
    """The looks of one workbook, made once for it."""

    title: Any
    caption: Any
    zone: Any
    text: Any
    strong: Any
    #: Above a column: of words, of figures, and in the columns beside the table as the report has it.
    head: Any
    head_right: Any
    head_aside: Any
    head_aside_right: Any
    #: In a row: its own heading, words, a figure as it is printed, and how exact it is.
    row_head: Any
    cell: Any
    cell_right: Any
    cell_aside: Any
    numbers: dict[ValueKind, Any]


def formats(book: Any) -> Formats:
    """Make the looks in a workbook."""
    add, aside, ink = book.add_format, {**_ROW, **_ASIDE}, light("ink")
    return Formats(
        title=add({"bold": True, "font_size": 16, "color": light("accent-strong"), "valign": "top"}),
        caption=add({"bold": True, "font_size": 12, "color": ink, "text_wrap": True, "valign": "top"}),
        zone=add({"italic": True, "align": "left", "indent": 1, "color": light("muted")}),
        text=add({"text_wrap": True, "valign": "top", "color": ink}),
        strong=add({"bold": True, "text_wrap": True, "valign": "top", "color": ink}),
        head=add(_HEAD),
        head_right=add({**_HEAD, "align": "right"}),
        head_aside=add({**_HEAD, **_ASIDE}),
        head_aside_right=add({**_HEAD, **_ASIDE, "align": "right"}),
        row_head=add({**_ROW, "bold": True}),
        cell=add(_ROW),
        cell_right=add({**_ROW, "align": "right"}),
        cell_aside=add(aside),
        numbers={kind: add({**aside, "align": "right", "num_format": written}) for kind, written in _NUMBERS.items()},
    )
