"""What the details of an audit row can hold: a number, names of fields, or one of these words; nothing else fits.

So a name, an address, a text, a token or a password cannot get into the log, also not by mistake: who wants to note
something new adds its word here, where it is looked at.
"""

from collections.abc import Mapping
from typing import Any, Final, get_args

from survey.models import Base
from survey.models.account import Role

#: How somebody proved who it was; alone, or joined by "+".
_METHODS: Final = (
    "password", "code", "totp", "passkey", "link", "openid", "demo", "recovery", "invitation", "reset",
    "trusted",
)  # fmt: skip
_REFUSED_BECAUSE: Final = ("closed", "unverified", "unknown", "taken")
_LEFT_OF_A_CONTACT: Final = ("deleted", "emptied")
_CODES: Final = ("meeting", "paper")
#: Its page, what organisations said, what of it prepares a conversation, and the files: ``reports.forms.kinds``, which
#: is slow to load.
_FORMS_OF_A_REPORT: Final = (
    "page", "organisations", "conversation", "pdf", "slides", "workbook", "csv", "json", "cards", "sheets",
)  # fmt: skip
#: Pages over many networks.
_BOARDS: Final = ("needs", "compared", "beside", "development", "between", "reach", "places", "region")

#: Every word that a detail can be.
WORDS: Final = frozenset(
    {*_METHODS, *_REFUSED_BECAUSE, *_LEFT_OF_A_CONTACT, *_FORMS_OF_A_REPORT, *_CODES, *_BOARDS, *get_args(Role)}
)
#: What lists are filtered by, as it stands in their addresses.
FILTERS: Final = frozenset(
    {
        "archief", "fase", "gebied", "groepeer", "grootte", "jaar", "namens", "netwerk", "organisatie", "provincie",
        "regio", "rol", "ronde", "soort", "spreekt", "staat", "sturing", "tot", "van", "voor", "vragenlijst", "wat",
        "wie", "zoek",
    }
)  # fmt: skip
#: Names of fields that are no column.
_OTHER_FIELDS: Final = frozenset({"municipalities"})


class Unfit(ValueError):
    """Something would get into the audit log that is not to be there."""


def field_names() -> frozenset[str]:
    """Return every name of a field that a detail can list."""
    return (
        frozenset(column.name for table in Base.metadata.tables.values() for column in table.columns)
        | FILTERS
        | _OTHER_FIELDS
    )


def check(details: Mapping[str, Any]) -> None:
    """Refuse details that hold anything but numbers, names of fields and words of ours.

    Raises
    ------
    Unfit
        Without what it was: that would be in the error's log then.
    """
    for key, value in details.items():
        if not (key.isidentifier() and key.islower() and _is_fit(value)):
            raise Unfit("A detail is no number, no name of a field and no word of the audit log.")


def _is_fit(value: Any) -> bool:
    if isinstance(value, str):
        return all(part in WORDS for part in value.split("+"))
    if isinstance(value, list | tuple | set | frozenset):
        names: set[object] = {*value}
        return names <= field_names()
    return value is None or isinstance(value, int)
