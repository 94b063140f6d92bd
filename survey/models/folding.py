"""What a name sorts by and is found by, kept beside it: both engines then sort and search alike.

Neither database knows Dutch: SQLite tells "É" from "e", and what PostgreSQL makes of them depends on where it runs.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, String, event, inspect
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from survey.models.base import Base

#: As long as what it is made of, or cut off there: a few letters become two.
NAME_LENGTH: Final = 200
TEXT_LENGTH: Final = 460
#: Letters that are no letter with an accent, and marks that nobody sorts by, such as that of 's-Hertogenbosch.
_WRITTEN_OUT: Final = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"} | dict.fromkeys("'`’‘´ʼ\x00")
)
_FIELDS: Final = "folded_from"


def folded(text: str) -> str:
    """Return a text as it sorts and is searched: lower case, without accents and apostrophes, single spaces."""
    plain = text.casefold().translate(_WRITTEN_OUT)
    letters = (letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return " ".join("".join(letters).split())


def folded_from(*fields: str, length: int = NAME_LENGTH, index: bool = False) -> Mapped[str]:
    """Declare a column that holds these fields of its row, folded; whoever writes the row need not know of it."""

    def first(context: Any) -> str:
        return _joined(context.get_current_parameters(), fields, length)

    # in the order of its letters' codes everywhere: what is folded needs no rules of a language any more
    kept = String(length).with_variant(String(length, collation="C"), "postgresql")
    return mapped_column(kept, default=first, index=index, info={_FIELDS: (fields, length)})


def _joined(row: Mapping[str, Any], fields: tuple[str, ...], length: int) -> str:
    return folded(" ".join(row.get(field) or "" for field in fields))[:length].rstrip()


@event.listens_for(Base, "before_update", propagate=True)
def _fold_again(mapper: Mapper[Any], connection: Connection, row: Base) -> None:
    """Keep up with a name that changes."""
    attributes: Any = inspect(row)
    for column in mapper.columns:
        fields, length = column.info.get(_FIELDS, ((), 0))
        if any(attributes.attrs[field].history.has_changes() for field in fields):
            setattr(row, column.key, _joined({field: getattr(row, field) for field in fields}, fields, length))
