"""What the municipality says of itself beside what everybody thinks: side by side, never mixed, never subtracted."""

from dataclasses import dataclass

from reports.profile.asked import CHECK, LEVEL
from reports.profile.document import ProfileResults
from reports.profile.facts import Said
from reports.results import Cell, Results


@dataclass(frozen=True, slots=True)
class MunicipalLine:
    """One line of the check, or one moment of the ladder.

    ``own`` are the answers of the network's municipalities, by name. ``everyone`` are the published shares of the
    options among all who answered; municipal staff are among them (disclosure rule R2). Empty: too few answers.
    """

    subject: str
    own: tuple[Said, ...]
    everyone: tuple[Cell, ...]


def municipal_check(profile: ProfileResults, results: Results) -> tuple[MunicipalLine, ...]:
    """Lay both beside each other, for every line that either has, in the order of the questionnaire."""
    about = [cell.subject for cell in results.cells] + [said.subject for said in profile.said]
    subjects = dict.fromkeys(subject for subject in about if subject.split(".")[0] in (CHECK, LEVEL))
    return tuple(_line(subject, profile, results) for subject in subjects)


def _line(subject: str, profile: ProfileResults, results: Results) -> MunicipalLine:
    own = tuple(said for said in profile.said if said.subject == subject)
    return MunicipalLine(subject, own, tuple(results.shares(subject).values()))
