"""Figures on a page: both drawings of a chart as data, for the script that draws them."""

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from reports.forms.figures import figure_json, token_map
from reports.report import Figure

#: Characters that would end a script element or confuse a parser, as JSON escapes.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True, slots=True)
class Chart:
    """What a page needs of a figure: its data block, and the heights to keep free for its drawings."""

    data: Markup
    broad_height: int
    slim_height: int


def chart(figure: Figure, language: str) -> Chart:
    """Prepare a figure for the page; ``names`` tells the script which colour has which name in the style sheet."""
    drawings: dict[str, Any] = {
        form: figure_json(figure, form=form, language=language) for form in ("broad", "slim")
    }  # fmt: skip
    data = json.dumps({"drawings": drawings, "names": token_map()}, separators=(",", ":"), ensure_ascii=False)
    return Chart(
        data=Markup(data.translate(_ESCAPES)),  # noqa: S704 -- escaped in this line
        broad_height=drawings["broad"]["layout"]["height"],
        slim_height=drawings["slim"]["layout"]["height"],
    )
