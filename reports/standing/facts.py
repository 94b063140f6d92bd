"""What organisations said on their own behalf, one network's in few words: tasks, groups, numbers, steps and voices.

No organisation is named here; who said it stands in the network's own report (disclosure rule R11).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from reports.profile import ProfileResults, group_reach, reach_sums, role_cards
from reports.profile.asked import GROUPS, LEVEL, LIBRARY, ROLES, WELFARE
from reports.profile.verdicts import ahead
from reports.results import Results

#: ``task``: how a task is divided (:class:`reports.profile.RoleStatus`). ``group``: whether a group of people is
#: reached (:class:`reports.profile.ReachWord`). ``number``: a number of people, added up over organisations
#: (:class:`reports.profile.ReachSum`). ``municipality``: the step that a municipality says it is on (``now``) or needs
#: (``needed``). ``everyone``: the step that was chosen more often than any other. ``library``, ``welfare``: how such
#: an organisation looks at a theme.
FactMeasure = Literal["task", "group", "number", "municipality", "everyone", "library", "welfare"]

#: The moments of the ladder of municipal commitment.
MOMENTS: Final = ("now", "needed")
_VOICES: Final[dict[str, FactMeasure]] = {LIBRARY: "library", WELFARE: "welfare"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said of a network.

    ``subject`` is a task, a group, a question, a moment or a theme, and ``choice`` what is said of it: a word, or an
    option of the questionnaire. A number has ``total`` over ``organisations`` organisations, of which ``estimated``
    people were estimated; ``left_out`` organisations have one that is not shown, ``unknown`` ones do not know theirs,
    ``silent`` ones said nothing: where there is one of these, the total is at least so many.
    """

    measure: FactMeasure
    subject: str
    choice: str = ""
    total: int | None = None
    organisations: int | None = None
    estimated: int | None = None
    left_out: int | None = None
    unknown: int | None = None
    silent: int | None = None


def facts_of(results: Results, profile: ProfileResults | None) -> tuple[Fact, ...]:
    """Return what a round says of its network, in questionnaire order; without a profile only what everybody says."""
    if profile is None:
        return tuple(_everyone(results))
    parts = (_tasks(profile), _groups(profile, results), _numbers(profile), _steps(profile), _voices(profile))
    return tuple(chain(*parts, _everyone(results)))


def _tasks(profile: ProfileResults) -> Iterator[Fact]:
    """Yield how each task is divided, where enough organisations answered to say it of the network."""
    if profile.speaks_for_all(ROLES):
        yield from (Fact("task", card.task.id, card.status) for card in role_cards(profile))


def _groups(profile: ProfileResults, results: Results) -> Iterator[Fact]:
    if profile.speaks_for_all(GROUPS):
        yield from (Fact("group", each.seen.id, each.word) for each in group_reach(profile, results))


def _numbers(profile: ProfileResults) -> Iterator[Fact]:
    for each in reach_sums(profile):
        yield Fact(
            "number",
            each.question,
            total=each.total,
            organisations=each.organisations,
            estimated=each.estimated,
            left_out=each.left_out,
            unknown=each.unknown,
            silent=each.silent,
        )


def _steps(profile: ProfileResults) -> Iterator[Fact]:
    """Yield what each municipality said of itself; a network can have more than one."""
    for moment in MOMENTS:
        said = (each for each in profile.said if each.subject == f"{LEVEL}.{moment}")
        yield from (Fact("municipality", moment, each.choice) for each in said)


def _everyone(results: Results) -> Iterator[Fact]:
    for moment in MOMENTS:
        step = ahead(results.shares(f"{LEVEL}.{moment}"))
        if step:
            yield Fact("everyone", moment, step)


def _voices(profile: ProfileResults) -> Iterator[Fact]:
    kinds = {each.id: each.kind or "" for each in profile.organisations}
    for voice in profile.voices:
        measure = _VOICES.get(kinds[voice.organisation])
        if measure and voice.choice:
            yield Fact(measure, voice.theme, voice.choice)
