"""Pages over many networks, as data: grids, charts, tables and sentences from what each network published.

Everything shown of a network is a published value of that one network, which the reader may open; what is said of all
networks together comes from a benchmark edition, and is never made anew for a choice (disclosure rules R2 and R7).
"""

from reports.dashboards.compare import Compared, compare, theme_figure
from reports.dashboards.given import ComparedNetwork, Theme, reference_versions
from reports.dashboards.grid import GridCell, GridRow, NetworkGrid
from reports.dashboards.printed import as_report
from reports.dashboards.said import Counted, Named, Summed, said_sections

__all__ = [
    "Compared",
    "ComparedNetwork",
    "Counted",
    "GridCell",
    "GridRow",
    "Named",
    "NetworkGrid",
    "Summed",
    "Theme",
    "as_report",
    "compare",
    "reference_versions",
    "said_sections",
    "theme_figure",
]
