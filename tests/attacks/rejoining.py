"""The attacker who has both databases and the logs, and wants to know whose answers a sealed row holds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select, text

from survey.models import Base

TABLES: Final = Base.metadata.tables

#: What disclosure rule R14 lets a sealed row keep; everything else in it must be its own.
KEPT: Final = frozenset({"round_id", "reporting_group", "answers", "question_id", "words"})
#: What the adviser decides about own words, after the cut.
DECIDED: Final = frozenset({"state", "shown_words", "needs_rewriting"})
SEALED: Final = ("sealed_response", "own_words")

#: Where an engine shows in which order rows were written, and by which transaction.
PLACES: Final = {"sqlite": {"lies_at": "rowid"}, "postgresql": {"lies_at": "ctid::text", "written_by": "xmin::text"}}

Row = dict[str, Any]


def hidden_rows(connection: Connection, table: str) -> list[Row]:
    """Return the rows of a table in the order in which they lie there, with the columns that nobody sees."""
    columns = ", ".join(f"{column} AS {name}" for name, column in PLACES[connection.dialect.name].items())
    hidden = connection.execute(text(f"SELECT id, {columns} FROM {table}")).mappings().all()  # noqa: S608 -- our tables
    known = {str(row["id"]).replace("-", ""): dict(row) for row in hidden}
    rows = connection.execute(select(TABLES[table])).mappings().all()
    return sorted(({**known[row["id"].hex], **row} for row in rows), key=lambda row: place_of(row["lies_at"]))


def place_of(place: int | str) -> tuple[int, ...]:
    """Return a rowid, or a ctid such as "(0,12)", as something that sorts."""
    return tuple(int(part) for part in str(place).strip("()").split(","))


def shared_values(connection: Connection) -> set[str]:
    """Return the values that a sealed row has in common with anything that belongs to a person."""
    sealed = {
        value for table in SEALED for row in _rows(connection, table) for value in _values(row, without=KEPT | DECIDED)
    }
    others = (table for table in TABLES if table not in SEALED)
    return sealed & {value for table in others for row in _rows(connection, table) for value in _values(row)}


def _rows(connection: Connection, table: str) -> list[Row]:
    return [dict(row) for row in connection.execute(select(TABLES[table])).mappings()]


def _values(row: Row, without: frozenset[str] = frozenset()) -> set[str]:
    return {str(value) for name, value in row.items() if name not in without and value is not None}


def rank_correlation(first: Sequence[Any], second: Sequence[Any]) -> float:
    """Return Spearman's rho between two orders of the same persons; 1 or -1: one order gives the other away."""
    number = len(first)
    ranks = [{value: rank for rank, value in enumerate(sorted(values))} for values in (first, second)]
    distance = sum((ranks[0][a] - ranks[1][b]) ** 2 for a, b in zip(first, second, strict=True))
    return 1 - 6 * distance / (number * (number**2 - 1))


def database_files(url: str) -> bytes:
    """Return every byte that an SQLite database has on disk: the file, its log and its index."""
    path = Path(url.removeprefix("sqlite:///"))
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")))
