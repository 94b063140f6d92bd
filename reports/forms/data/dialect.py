"""How every CSV file is written: so that a spreadsheet in Dutch opens it with two clicks, and no cell is a formula.

Fields are parted by semicolons, decimals have a comma, lines end as on Windows, and a mark at the start says that it
is UTF-8. R reads it with ``read.csv2``, pandas with ``sep=";", decimal=","``. It is the same in every language.
"""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO
from typing import Final

Field = str | int | Decimal | None

SEPARATOR: Final = ";"
DECIMAL: Final = ","
ENCODING: Final = "utf-8-sig"

#: A spreadsheet takes what begins like this for a formula.
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
#: Makes it a text.
_GUARD: Final = "'"


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[Field]]) -> bytes:
    """Return a CSV file of these rows under a head."""
    target = StringIO()
    writer = csv.writer(target, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerows(written(row) for row in (head, *rows))
    return target.getvalue().encode(ENCODING)


def written(fields: Iterable[Field]) -> list[str]:
    """Return a row's fields as they are written.

    Examples
    --------
    >>> written([Decimal("3.7"), 18, None, "=1+1", "Bibliotheek"])
    ['3,7', '18', '', "'=1+1", 'Bibliotheek']
    """
    return [_written(field) for field in fields]


def _written(field: Field) -> str:
    if field is None:
        return ""
    if isinstance(field, str):
        # A null character ends a text in some programs.
        text = field.replace("\0", "")
        return _GUARD + text if text.startswith(_FORMULAS) else text
    return str(field).replace(".", DECIMAL)
