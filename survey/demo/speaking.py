"""Invented profiles: what the organisations of a demo say on their own behalf, the same for the same names."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from questionnaires.respondent import Member, Respondent
from questionnaires.types.parts import Answer
from survey.demo.plausible import SEES, TASKS, USUAL_TASKS
from survey.demo.sentences import SENTENCES

_WANTED_TASKS: Final = ("train-finders", "follow-up", "monitor", "promote", "match")
_GROUPS: Final = (
    "nt1-work", "nt1-nowork", "nt2-long", "nt2-eu", "newcomers", "parents", "young", "older", "debts", "low-digital",
)  # fmt: skip
_LINES: Final = (
    "mc-policy", "mc-goal", "mc-contact", "mc-alderman", "mc-money", "mc-region", "mc-desk", "mc-train", "mc-letters",
    "mc-assign",
)  # fmt: skip
_STEPS: Final = ("knows", "talks", "pays", "steers")
#: From how close two organisations are on (from 0 to 1) they have contact, and how often.
_CONTACT: Final = ((0.85, "weekly"), (0.65, "monthly"), (0.4, "once-or-twice"))
#: Chances: to tick a group that such organisations see, and to see one more.
_SEEN, _BY_CHANCE = 0.8, 0.4
#: The chance that one of two leaves their contact out.
_FORGOTTEN: Final = 0.15


@dataclass(frozen=True, slots=True)
class Voice:
    """One organisation in one round; ``chance`` is its own, and moves nothing else of the demo."""

    network: str
    name: str
    round_number: int
    chance: Random

    @classmethod
    def of(cls, network: str, name: str, round_number: int) -> "Voice":
        """Return the voice of an organisation in a round."""
        chance = Random(f"profile {network} {name} {round_number}")  # noqa: S311 -- invented answers
        return cls(network, name, round_number, chance)

    def profile(self, respondent: Respondent) -> dict[str, Answer]:
        """Return a whole profile, by question id."""
        answers: dict[str, Answer] = {
            "rf-tasks": self._tasks(respondent.kind or ""),
            "we-see": self._sees(respondent.kind or ""),
        }
        answers |= self._numbers() | self._contacts(respondent.organisations)
        if respondent.kind == "municipality":
            answers |= self._municipality()
        return answers | self._sentences()

    def _tasks(self, kind: str) -> dict[str, Any]:
        mine = TASKS.get(kind, USUAL_TASKS)
        does = {task: ["do"] for task in mine if self.chance.random() < 0.85}
        if self.chance.random() < 0.8:
            does[mine[0]] = ["do", "lead"]
        wanted = self.chance.choice(_WANTED_TASKS)
        return does if wanted in does else {**does, wanted: ["want"]}

    def _sees(self, kind: str) -> list[str]:
        """See the groups that such an organisation sees mostly, at least one, and sometimes another."""
        usual = SEES.get(kind, _GROUPS[:3])
        seen = {usual[0], *(group for group in usual if self.chance.random() < _SEEN)}
        if self.chance.random() < _BY_CHANCE:
            seen.add(self.chance.choice(_GROUPS))
        return [group for group in _GROUPS if group in seen]

    def _numbers(self) -> dict[str, Answer]:
        """Give numbers of people, from those found to those who finish; of some it is not known."""
        found = round(self.chance.choice((9, 25, 60, 140)) * self.chance.uniform(0.7, 1.3))
        intake = round(found * self.chance.uniform(0.3, 0.6))
        started = round(intake * self.chance.uniform(0.6, 0.95))
        numbers = {
            "rn-found": found,
            "rn-referred-out": round(found * self.chance.uniform(0.1, 0.4)),
            "rn-referred-in": round(found * self.chance.uniform(0.05, 0.3)),
            "rn-intake": intake,
            "rn-started": started,
            "rn-finished": round(started * self.chance.uniform(0.4, 0.8)),
            "rn-nt1-share": round(started * self.chance.uniform(0.1, 0.4)),
            "rn-volunteers": self.chance.randint(0, 30),
        }
        given: dict[str, Answer] = {name: self._number(number) for name, number in numbers.items()}
        return given | {"rn-double": self.chance.choice(("hardly", "quarter", "quarter", "half", "dk"))}

    def _number(self, number: int) -> Answer:
        how = self.chance.choices(("counted", "estimated", "unknown"), (5, 4, 1))[0]
        return {"how": how} if how == "unknown" else {"number": number, "how": how}

    def _contacts(self, others: Iterable[Member]) -> dict[str, Answer]:
        """Report contact with whoever is close; two organisations mostly agree about that, and not always."""
        near = {other: how for other in others if (how := self._contact(other)) and self.chance.random() > _FORGOTTEN}
        far = [other.id for other in others if self._contact(other) is None]
        return {
            "rel-partners": [other.id for other in near] or None,
            "rel-map": {other.id: self._details(how) for other, how in near.items()} or None,
            "rel-wanted": self.chance.sample(far, min(len(far), self.chance.randint(0, 2))) or None,
        }

    def _contact(self, other: Member) -> str | None:
        pair = " ".join(sorted((self.name, other.name)))
        close = Random(f"{self.network} {pair}").random() + 0.05 * self.round_number  # noqa: S311 -- invented answers
        return next((how for least, how in _CONTACT if close >= least), None)

    def _details(self, how: str) -> dict[str, str]:
        return {
            "rel-freq": how,
            "rel-refer": self.chance.choice(("none", "we-to-them", "they-to-us", "both")),
            "rel-joint": self.chance.choice(("none", "sometimes", "regular")),
            "rel-wish": self.chance.choice(("fine", "fine", "more")),
        }

    def _municipality(self) -> dict[str, Answer]:
        now = self.chance.randrange(len(_STEPS) - 1)
        lines = {line: self.chance.choice(("yes", "yes", "partly", "no", "dk")) for line in _LINES}
        return {"mc-lines": lines, "mc-level": {"now": _STEPS[now], "needed": _STEPS[now + 1]}}

    def _sentences(self) -> dict[str, Answer]:
        """Look at each theme; half of what is chosen comes with a sentence."""
        found: dict[str, Answer] = {}
        for question, sentences in SENTENCES.items():
            choice = self.chance.choices(("well", "better", "stuck", None), (4, 4, 2, 1))[0]
            found[question] = choice
            if choice and self.chance.random() < 0.5:
                found[f"{question}-why"] = sentences[choice]
        return found
