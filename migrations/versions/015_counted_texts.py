"""What pages over many networks count of each round, in two texts: its themes and gaps, and what organisations said."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "015"
down_revision = "014"
branch_labels = None
depends_on = None

STANDINGS = sa.table("round_standing", *(sa.column(name, sa.Text()) for name in ("outcomes", "said")))
ID, OF = sa.column("id", sa.Uuid()), sa.column("standing_id", sa.Uuid())
THEME = ("theme", "version", "kind", "low_thousandths", "high_thousandths", "status", "outcome")
GAP = ("theme", "library_kind", "welfare_kind", "word")
FACT = ("measure", "subject", "choice")


def upgrade() -> None:
    """Add the columns, and fill them with what stands in the rows of each round."""
    for name in ("outcomes", "said"):
        op.add_column("round_standing", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    themes, gaps, facts = _rows("standing_theme", THEME), _rows("standing_gap", GAP), _rows("standing_fact", FACT)
    for standing_id, own in themes.items():
        words = [*map(_theme, own), *_gaps(gaps.get(standing_id, []))]
        _write(standing_id, outcomes=" ".join(words), said=_said(facts.get(standing_id, [])))


def downgrade() -> None:
    """Drop the columns: the same is in the rows."""
    op.drop_column("round_standing", "said")
    op.drop_column("round_standing", "outcomes")


def _rows(table: str, names: Iterable[str]) -> dict[Any, list[Any]]:
    columns = [sa.column(name) for name in names]
    place = [sa.column("place")] if table != "standing_gap" else [sa.column("theme")]
    statement = sa.select(OF, *columns).select_from(sa.table(table)).order_by(OF, *place)
    found = groupby(op.get_bind().execute(statement), key=lambda row: row[0])
    return {standing_id: [row[1:] for row in rows] for standing_id, rows in found}


def _write(standing_id: Any, **texts: str) -> None:
    op.get_bind().execute(sa.update(STANDINGS).where(ID == standing_id).values(**texts))


def _theme(row: Any) -> str:
    theme, version, kind, low, high, status, outcome = row
    ends = ("" if end is None else str(end) for end in (low, high))
    return "|".join(("theme", theme, version, kind, *ends, status.replace(" ", "+"), outcome or ""))


def _gaps(rows: list[Any]) -> list[str]:
    return [f"gap|{theme}|{word}" for theme, library, welfare, word in rows if "withheld" not in (library, welfare)]


def _said(rows: list[Any]) -> str:
    words = {f"{measure}::" for measure, _subject, _choice in rows}
    return " ".join(sorted(words | {f"{measure}:{subject}:{choice}" for measure, subject, choice in rows if choice}))
