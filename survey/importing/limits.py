"""How much of a file is read. A file of 5,000 people with everything about them has less than a tenth of all this."""

from typing import Final

#: Of the file as it is given.
MAX_BYTES: Final = 10_000_000
#: Of everything in a workbook, unpacked; what a workbook says of itself is not believed, but counted as well.
MAX_UNPACKED: Final = 120_000_000
MAX_PARTS: Final = 2_000
#: Rows with something in them.
MAX_ROWS: Final = 10_000
#: Cells that a sheet has, empty ones with a colour included.
MAX_CELLS: Final = 3_000_000
#: Columns that are looked at; beyond them nobody writes names.
MAX_COLUMNS: Final = 200
#: Characters of one cell, and of all cells that are kept.
MAX_CELL: Final = 2_000
MAX_TEXT: Final = 8_000_000
#: The headings stand within so many rows from the top.
HEADING_ROWS: Final = 20
