"""The report as slides for the meeting: charts that can be edited, and what to say with each slide in its notes.

``slides`` is all that others need. Own words and persons never get here: slides are projected, copied and mailed.
"""

from reports.forms.slides.deck import slides

__all__ = ["slides"]
