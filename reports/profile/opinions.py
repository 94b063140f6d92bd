"""What people think of who does what, from published shares; it lies beside the facts and is never mixed with them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from questionnaires.types.role_cards import NOBODY
from questionnaires.types.summary import DONT_KNOW
from reports.profile.verdicts import Verdict, ahead, reaches
from reports.results import Results

#: "Weet ik niet" and "niemand" are often said from this share on: the share that also makes opinions divided.
OFTEN: Final = Decimal("0.30")

#: The questions of the personal part that hold the role cards.
CARDS: Final = ("roles-find", "roles-learn")


@dataclass(frozen=True, slots=True)
class TaskOpinion:
    """What people think of one task.

    ``lead`` is the kind of organisation named most often as who should lead, "other" included; absent when the
    published shares do not show that one is ahead of every other.
    """

    task: str
    often_unknown: Verdict
    often_nobody: Verdict
    lead: str | None


def opinions(results: Results) -> tuple[TaskOpinion, ...]:
    """Return what people think of each task that the personal part asked about, in questionnaire order."""
    asked = dict.fromkeys(cell.subject.rpartition(".")[0] for cell in results.cells if _is_card(cell.subject))
    return tuple(_opinion(results, subject) for subject in asked)


def _is_card(subject: str) -> bool:
    return subject.split(".")[0] in CARDS


def _opinion(results: Results, subject: str) -> TaskOpinion:
    now, lead = results.shares(f"{subject}.now"), results.shares(f"{subject}.lead")
    return TaskOpinion(
        task=subject.rpartition(".")[2],
        often_unknown=reaches(now.get(DONT_KNOW), OFTEN),
        often_nobody=reaches(now.get(NOBODY), OFTEN),
        lead=ahead({kind: cell for kind, cell in lead.items() if kind != DONT_KNOW}),
    )
