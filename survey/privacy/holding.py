"""What is told of one kind of data: what it is, why it is kept, for how long, who sees it, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from survey.i18n import gettext_noop

#: Who can see something; "nobody" is nobody on a page: only who looks after the server could.
Seer = Literal["own_link", "report_link", "coordinator", "adviser", "administrator", "own_account", "nobody"]

SEERS: Final[Mapping[Seer, str]] = {
    "own_link": gettext_noop("the person, by the own link"),
    "report_link": gettext_noop("who has the link of the report"),
    "coordinator": gettext_noop("coordinators of the network"),
    "adviser": gettext_noop("advisers of the support organisation"),
    "administrator": gettext_noop("administrators"),
    "own_account": gettext_noop("the person, after signing in"),
    "nobody": gettext_noop("nobody, on no page"),
}

#: The ground (AVG, article 6); the privacy officer of who runs it has the last word.
INTEREST: Final = gettext_noop("Justified interest, or a public task where a municipality is responsible")
LAW: Final = gettext_noop("Duty to account for what happens with personal data")
NONE: Final = gettext_noop("No personal data")


@dataclass(frozen=True, slots=True)
class Holding:
    """One kind of data."""

    name: str
    what: str
    why: str
    ground: str
    #: A term of ``survey.privacy.terms``.
    term: str
    seers: tuple[Seer, ...]
    #: Table -> the columns that say something about a person; ids that refer to one are not repeated here.
    personal: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    #: Table -> the columns with a text that say nothing about a person.
    plain: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables of this kind."""
        return tuple(dict.fromkeys([*self.personal, *self.plain]))


STAFF: Final[tuple[Seer, ...]] = ("coordinator", "adviser", "administrator")
