"""What is plausible in an invented network: who does what, whom organisations see, and how far its municipality is.

Without this the invented answers to lists would contradict each other, and what everybody knows of such networks.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import exp
from statistics import fmean
from typing import Final

from questionnaires.types.role_cards import NOBODY, OTHER

#: Which tasks organisations of a kind do, the one that they lead first; other kinds do the usual ones.
TASKS: Final[Mapping[str, tuple[str, ...]]] = {
    "library": ("intake", "signal", "promote", "refer", "match", "nonformal", "digital", "coordinate"),
    "municipality": ("steer", "signal", "monitor", "train-finders"),
    "municipality-desk": ("signal", "refer"),
    "welfare": ("nonformal", "signal", "refer", "intake", "volunteers"),
    "formal-provider": ("formal", "intake", "match", "follow-up"),
    "volunteer-provider": ("volunteers", "nonformal", "match", "follow-up"),
    "digital-support": ("digital", "signal", "refer"),
    "learners": ("promote", "train-finders"),
}
USUAL_TASKS: Final = ("signal", "refer", "promote")
#: Which kinds people would give the lead of a task; of other tasks, those who lead them already.
_LEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "signal": ("welfare", "library"),
    "refer": ("welfare", "library"),
    "match": ("library", "formal-provider"),
    "follow-up": ("formal-provider", "library"),
    "train-finders": ("library", "municipality"),
    "promote": ("library",),
    "coordinate": ("library", "municipality"),
    "monitor": ("municipality", "library"),
}
#: Tasks of which many think that nobody does them.
_NEGLECTED: Final = ("train-finders", "follow-up", "monitor")

#: Which groups of people organisations of a kind see.
SEES: Final[Mapping[str, tuple[str, ...]]] = {
    "library": ("nt2-long", "older", "low-digital", "parents"),
    "municipality": ("newcomers", "debts"),
    "municipality-desk": ("nt1-nowork", "debts", "nt2-long"),
    "welfare": ("nt2-long", "older", "debts", "parents"),
    "formal-provider": ("newcomers", "nt2-long", "nt2-eu"),
    "volunteer-provider": ("nt2-long", "newcomers", "older"),
    "refugee-support": ("newcomers",),
    "work": ("nt1-work", "nt1-nowork", "nt2-eu"),
    "debt-help": ("debts", "nt1-nowork"),
    "health": ("older", "parents", "low-digital"),
    "education-family": ("parents", "young"),
    "digital-support": ("low-digital", "older"),
    "housing": ("debts", "older"),
    "community": ("nt2-long", "parents", "newcomers"),
    "learners": ("nt1-work", "nt1-nowork"),
    "support": ("nt1-nowork", "nt2-long"),
}

#: The statement of the personal part that says the same as a line about the municipality, or nearly so.
_SAID_TOO: Final[Mapping[str, str]] = {
    "mc-policy": "mu-1",
    "mc-alderman": "mu-1",
    "mc-contact": "mu-3",
    "mc-desk": "mu-4",
    "mc-train": "mu-4",
    "mc-money": "mu-5",
}
_MUNICIPAL: Final = ("mu-1", "mu-2", "mu-3", "mu-4", "mu-5")
_STEPS: Final = ("none", "knows", "talks", "pays", "steers")
#: How fast an answer becomes unusual away from the point where it fits, and how much further people want to be.
_STEEPNESS, _FURTHER = 1.3, 1.2
#: Points at which as many say yes as no, as people are milder about statements than about facts.
_HALFWAY: Final = 3.2


@dataclass(frozen=True, slots=True)
class Setting:
    """What one person answers about: the kinds of partner there are, and where people like them stand, by statement.

    No kinds stand for all.
    """

    kinds: tuple[str, ...] = ()
    stands: Mapping[str, float] = field(default_factory=dict[str, float])


def plausible(name: str, value: str, setting: Setting) -> float | None:
    """Return how plausible an answer to a field is against the others, from its name; ``None`` where any will do."""
    question, _, part = name.partition(".")
    match question:
        case "roles-find" | "roles-learn":
            task, _, moment = part.partition(".")
            return _in_a_task(task, moment, value)
        case "mc-lines":
            return _to_a_line(part, value, setting.stands)
        case "mc-level":
            return _on_a_step(part, value, setting.stands)
        case "rg-groups":
            return _of_a_group(part, value, setting.kinds)
        case _:
            return None


def _in_a_task(task: str, moment: str, kind: str) -> float:
    if kind in (OTHER, NOBODY):
        return 2.0 if kind == NOBODY and task in _NEGLECTED else 1.0
    leads = kind in _LEADERS.get(task, ()) or TASKS.get(kind, ("",))[0] == task
    if leads and (moment == "lead" or task in TASKS.get(kind, ())):
        return 3.0
    does = task in TASKS.get(kind, USUAL_TASKS)
    return (1.5 if moment == "now" else 0.8) if does else 0.15


def _to_a_line(line: str, value: str, stands: Mapping[str, float]) -> float:
    """Return more for yes the more people agree that the municipality does this, and more for no the less."""
    said_too = [_SAID_TOO[line]] if line in _SAID_TOO else _MUNICIPAL
    above = _mean(stands, said_too) - _HALFWAY
    return {"yes": exp(_STEEPNESS * above), "no": exp(-_STEEPNESS * above)}.get(value, 1.0)


def _on_a_step(moment: str, step: str, stands: Mapping[str, float]) -> float:
    """Return more the nearer a step is to where people find the municipality, or would have it in two years."""
    if step not in _STEPS:
        return 1.0
    at = _mean(stands, _MUNICIPAL) - 1 + (_FURTHER if moment == "needed" else 0.0)
    return exp(-((_STEPS.index(step) - min(at, len(_STEPS) - 1)) ** 2))


def _of_a_group(group: str, value: str, kinds: Collection[str]) -> float:
    """Return more for "good" the more kinds of partner see a group of people, and more for "hardly" the fewer."""
    more = sum(group in SEES[kind] for kind in kinds or SEES if kind in SEES) - 2
    return {"good": exp(more / 2), "hardly": exp(-more / 2)}.get(value, 1.0)


def _mean(stands: Mapping[str, float], statements: Collection[str]) -> float:
    """Return where people stand on these statements; halfway where none of them was asked."""
    return fmean(known) if (known := [stands[each] for each in statements if each in stands]) else _HALFWAY
