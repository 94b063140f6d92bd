"""Everything a report is made of, as one frozen document: what a released report keeps, to be made again by."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Final, Literal, Self

from pydantic import ConfigDict

from questionnaires.definition import Questionnaire
from reports.benchmark import Edition
from reports.profile import ProfileResults
from reports.results import Results
from reports.stored import StoredDocument

_STORED = ConfigDict(extra="forbid", strict=True)

#: How far an action is.
ActionStatus = Literal["open", "busy", "done", "stopped"]
#: Of an action that is still to be done.
TO_DO: Final[tuple[ActionStatus, ...]] = ("open", "busy")
#: Over: nothing more is done.
OVER: Final[tuple[ActionStatus, ...]] = ("done", "stopped")


class InvalidReportInput(ValueError):
    """A stored text that is not a ReportInput document of this format."""


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """An action of the network as it stood when the report was released; texts as its staff wrote them.

    ``person`` is a name, and the only one in the document that an organisation did not give of itself.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    id: str
    what: str
    status: ActionStatus
    agreed_on: date
    theme: str | None = None
    owner: str | None = None
    person: str | None = None
    helpers: str = ""
    first_step: str = ""
    due_on: date | None = None
    proof: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReleasedWords:
    """What people wrote in answer to one open question, as the adviser released it, in no order."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    question: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportInput(StoredDocument):
    """All that a report says, before it is said in a language.

    ``profile``, ``previous`` and ``edition`` are absent where a round has none: no organisation profile, no round
    before it that was released, no benchmark edition at its publication.
    """

    invalid: ClassVar = InvalidReportInput
    unreadable: ClassVar = "This is not a readable report input."
    leaves_out_absent: ClassVar = True

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    network: str
    results: Results
    profile: ProfileResults | None = None
    previous: Results | None = None
    edition: Edition | None = None
    actions: tuple[AgreedAction, ...] = ()
    words: tuple[ReleasedWords, ...] = ()
    meeting_on: date | None = None
    meeting_place: str = ""
    #: Of the stored text; raised when an older reader would misread it.
    format: Literal[1] = 1

    def without_words(self) -> Self:
        """Return the same without what people wrote in their own words."""
        return replace(self, words=())


@dataclass(frozen=True, slots=True)
class Asked:
    """The versions that a round was asked in: the personal part, and the organisation profile if there was one.

    They are found by id and version, and stored nowhere with a report.
    """

    questionnaire: Questionnaire
    profile: Questionnaire | None = None
