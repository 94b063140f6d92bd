"""The report as a PDF: text and charts set natively by typst, tagged, for reading aloud and for printing in grey.

``content`` turns the report into the data that the templates (``*.typ``) draw; ``document`` has them drawn.
"""

from reports.forms.pdf.document import pdf

__all__ = ["pdf"]
