"""Pages over many networks, as data: grids, charts, tables and sentences from what each network published.

Everything shown of a network is a published value of that one network, which the reader may open; what is said of all
networks together comes from a benchmark edition, and is never made anew for a choice (disclosure rules R2 and R7).
"""

from reports.dashboards.compare import Compared, compare, theme_figure
from reports.dashboards.development import Change, Developed, Development, develop
from reports.dashboards.given import ComparedNetwork, Theme, reference_versions
from reports.dashboards.grid import GridCell, GridRow, NetworkGrid
from reports.dashboards.lines import StoodRound, line_figures, lines_table
from reports.dashboards.places import Placed, Places, Stage, places_figure
from reports.dashboards.printed import Shows, as_report
from reports.dashboards.said import Counted, Named, Summed, said_sections
from reports.dashboards.sides import Gaps, gaps_of
from reports.dashboards.voices import Offered, VoicedNetwork, Voices, voices_of
from reports.dashboards.words import WordCell

__all__ = [
    "Change",
    "Compared",
    "ComparedNetwork",
    "Counted",
    "Developed",
    "Development",
    "Gaps",
    "GridCell",
    "GridRow",
    "Named",
    "NetworkGrid",
    "Offered",
    "Placed",
    "Places",
    "Shows",
    "Stage",
    "StoodRound",
    "Summed",
    "Theme",
    "VoicedNetwork",
    "Voices",
    "WordCell",
    "as_report",
    "compare",
    "develop",
    "gaps_of",
    "line_figures",
    "lines_table",
    "places_figure",
    "reference_versions",
    "said_sections",
    "theme_figure",
    "voices_of",
]
