"""Native charts: the XML that offices draw, and the workbook in which people edit it.

Every number stands twice in a chart, in its XML and in its workbook, and is the printed one in both. Places are whole
numbers, so that nothing in a chart can be taken for an average that was not published.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart to put on a slide."""

    xml: bytes
    workbook: bytes
