"""The research dataset as CSV, and the order of its rows."""

from collections.abc import Iterable, Sequence

from reports.forms.data.dialect import Field, csv_bytes
from reports.forms.dataset.rows import DataRow, DataValue
from reports.forms.dataset.variables import Variable


def in_order(rows: Iterable[DataRow]) -> list[DataRow]:
    """Return rows by the code of their network and the number of their round: an order that tells nothing more."""
    return sorted(rows, key=lambda row: (str(row["network"]), int(row["round"])))


def dataset_csv(rows: Iterable[DataRow], variables: Sequence[Variable]) -> bytes:
    """Return the rows as CSV; a value that is not shown is empty there, for not every program knows missing codes."""
    names = [variable.name for variable in variables]
    return csv_bytes(names, ([_field(row.get(each.name), each) for each in variables] for row in in_order(rows)))


def _field(value: DataValue | None, variable: Variable) -> Field:
    is_hidden = variable.withheld is not None and value == variable.withheld
    return None if is_hidden and not variable.is_coded else value
