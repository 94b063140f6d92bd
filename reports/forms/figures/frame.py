"""What every chart on the page has in common: what the browser may do with it, its type, and its colours."""

from html import escape
from typing import Final

from reports.look import BAR_TOKENS, CHART_TOKENS, FONTS_OF_CHARTS, WEIGHTS, light
from reports.report import Bars, Drawing

Json = dict[str, object]

#: What the browser may do with a chart: nothing but show it. Sharing and editing go to a third party.
CONFIG: Final[Json] = {
    "responsive": True,
    "staticPlot": True,
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
}

_CLEAR: Final = "rgba(0,0,0,0)"
_HIDDEN_AXIS: Final[Json] = {"visible": False, "fixedrange": True}
_STRONG: Final[Json] = {"weight": WEIGHTS["strong"]}

#: Sent once a page, and put into the layout of each chart there.
TEMPLATE: Final[Json] = {
    "layout": {
        "font": {"family": ", ".join(FONTS_OF_CHARTS), "color": light("ink")},
        "paper_bgcolor": _CLEAR,
        "plot_bgcolor": _CLEAR,
        "hovermode": False,
        "showlegend": False,
        "barmode": "overlay",
        "xaxis": _HIDDEN_AXIS,
        "yaxis": _HIDDEN_AXIS,
        "annotationdefaults": {"showarrow": False, "yanchor": "middle", "borderpad": 0},
        "shapedefaults": {"layer": "between"},
    },
    "data": {
        "scatter": [{"hoverinfo": "skip", "cliponaxis": False}],
        "bar": [
            {
                "hoverinfo": "skip",
                "cliponaxis": False,
                "constraintext": "none",
                "textangle": 0,
                "insidetextanchor": "middle",
                "textfont": _STRONG,
            }
        ],
    },
}

_SEPARATORS: Final = {"nl": ",.", "en": ".,"}


def token_map(drawing: type[Drawing]) -> dict[str, str]:
    """Return every colour that a chart of this kind may hold with the custom property that takes its place."""
    return {light(token): f"--{token}" for token in (BAR_TOKENS if drawing is Bars else CHART_TOKENS)}


def layout(language: str, *, height: int, sides: tuple[int, int], across: tuple[int, int]) -> Json:
    """Return the layout of a chart of this height, with room at its ``sides`` (left, right), in pixels.

    ``across`` is what the horizontal axis shows; downwards there is one unit per pixel.
    """
    left, right = sides
    return {
        "separators": _SEPARATORS[language],
        "height": height,
        "margin": {"l": left, "r": right, "t": 0, "b": 0, "pad": 0},
        "xaxis": {"range": list(across)},
        "yaxis": {"range": [height, 0]},
    }


def beside(side: int, anchor: str, shift: int, y: int) -> Json:
    """Return a position from the left (0) or the right (1) end of the scale."""
    return {"xref": "paper", "x": side, "xanchor": anchor, "xshift": shift, "y": y}


def written(text: str, size: int, at: Json, *, colour: str = "ink", strong: bool = False) -> Json:
    """Write a text; escaped, because Plotly reads markup and the titles are other people's."""
    font: Json = {"size": size, "color": light(colour), "weight": WEIGHTS["strong" if strong else "body"]}
    return {"text": escape(text, quote=False), "font": font} | at


def line(x: tuple[int, int], y: tuple[int, int], colour: str, width: int = 1) -> Json:
    """Draw a line of the scale."""
    ends = {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
    return {"type": "line", **ends, "line": {"color": light(colour), "width": width}}
