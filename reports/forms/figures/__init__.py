"""A Figure as what the browser draws: the JSON of a chart, or the picture of a map.

Everything is placed by hand, on a vertical axis of one unit per pixel, so that the height of a chart is known before
it is drawn and nothing on the page moves. Along the axis of a scale stand printed values only: the JSON is public in
full, so that it may hold nothing that the table does not (disclosure rule R9). For the same reason a chart holds no
number with decimals but an average of 1 to 5: places are whole pixels, and shares whole percents.
"""

from reports.forms.figures import bars, dots, lines, tiles
from reports.forms.figures.frame import CONFIG, TEMPLATE, Json, token_map
from reports.forms.figures.places import Form
from reports.forms.figures.ties import Picture, picture
from reports.report import Bars, Dots, Figure, Lines, TileGrid

__all__ = ["CONFIG", "TEMPLATE", "Form", "Json", "Picture", "figure_json", "picture", "token_map"]


def figure_json(figure: Figure, form: Form, language: str) -> Json | None:
    """Make a chart: the data and layout that Plotly's ``newPlot`` takes; the layout leaves out the template.

    A broad chart of averages has ``cuts`` as well: the heights in pixels, from its top, at which paper may divide it.

    Parameters
    ----------
    figure
        What to draw.
    form
        For a broad or a slim place.
    language
        The language of its decimal sign.

    Returns
    -------
    Json or None
        ``None`` for what needs no chart: a heat map is a table, and a map of ties a picture.
    """
    match figure.drawing:
        case Dots() as drawing:
            return dots.draw(figure, drawing, form, language)
        case Bars() as drawing:
            return bars.draw(figure, drawing, form, language)
        case Lines() as drawing:
            return lines.draw(drawing, form, language)
        case TileGrid() as drawing:
            return tiles.draw(drawing, form, language)
        case _:
            return None
