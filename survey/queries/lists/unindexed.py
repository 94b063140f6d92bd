"""Keep SQLite from beginning with the wrong index, which it would without knowing what is in the tables."""

from typing import Any

from sqlalchemy import func


def unindexed(value: Any) -> Any:
    """Return the same value, by which SQLite cannot begin to look rows up, nor read them in its order."""
    return func.coalesce(value, value)
