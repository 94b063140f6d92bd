"""One row of the data: a statement that was published, and everything that is told about it."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from decimal import Decimal

from reports.forms.data.dialect import Field


@dataclass(frozen=True, slots=True)
class Row:
    """A published statement.

    ``source`` is ``people`` for what is made of people's answers, ``organisation`` for what an organisation said by
    name, ``round`` for the response. Codes stay the same in every language; labels are in the language asked for.
    """

    source: str
    measure: str
    subject: str = ""
    label: str = ""
    option: str = ""
    option_label: str = ""
    group: str = ""
    group_label: str = ""
    organisation: str = ""
    #: The other organisation, of a contact.
    about: str = ""
    kind: str = ""
    low: Decimal | int | None = None
    high: Decimal | int | None = None
    n: int | None = None
    reason: str = ""
    #: How an organisation knows its number: counted, estimated.
    how: str = ""


def heads() -> tuple[str, ...]:
    """Return the names of a row's columns."""
    return tuple(field.name for field in fields(Row))


def values(row: Row) -> Iterator[Field]:
    """Go through what stands in a row."""
    yield from astuple(row)
