"""Charts on the page: a Figure as the JSON that Plotly draws in the browser.

Everything is placed by hand, on a vertical axis of one unit per pixel, so that the height of a chart is known before
it is drawn and nothing on the page moves. Along the horizontal axis stand printed values only: the JSON is public in
full, so that it may hold nothing that the table does not (disclosure rule R9).
"""

from reports.forms.figures import dots
from reports.forms.figures.frame import CONFIG, Json, token_map
from reports.forms.figures.places import Form
from reports.report import Dots, Figure

__all__ = ["Json", "figure_json", "token_map"]


def figure_json(figure: Figure, form: Form, language: str) -> Json:
    """Make a chart: the data, layout and configuration that Plotly's ``newPlot`` takes.

    Parameters
    ----------
    figure
        What to draw.
    form
        For a broad or a slim place.
    language
        The language of its decimal sign.
    """
    match figure.drawing:
        case Dots():
            drawn = dots.draw(figure, figure.drawing, form, language)
        case _:
            raise NotImplementedError
    return {**drawn, "config": CONFIG}
