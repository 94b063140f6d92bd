"""The report's tables as a workbook to calculate with: a sheet that explains, and one for each section with tables.

``book`` puts it together, ``explaining`` writes the first sheet and ``sheets`` the others; ``columns`` says which
columns a table gets, ``placing`` where they stand and how wide, ``formats`` how cells look, ``cells``
what they may hold, and ``names`` what sheets are called.
"""

from reports.forms.workbook.book import workbook

__all__ = ["workbook"]
