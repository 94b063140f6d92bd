"""The rows of an organisation profile: what every organisation said of itself, by its name (disclosure rule R11).

The sentences beside voices are not among them: nothing that somebody typed is data, but names of organisations.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from questionnaires.definition import Questionnaire
from reports.forms.data.rows import Row
from reports.profile import ProfileResults
from reports.profile.asked import CONTACT, DETAILS, PARTNERS, SEES, TASKS, VOICES, WANTED
from reports.profile.facts import Contact
from reports.report.labels import Labels

#: A variable of every contact is asked about some organisation.
_OF_A_CONTACT: Final = f"{CONTACT}.(organisation)."
_VOICE_OF: Final = {theme: question for question, theme in VOICES.items()}


def fact_rows(profile: ProfileResults, questionnaire: Questionnaire, language: str) -> Iterator[Row]:
    """Go through the facts of a profile, in its order."""
    facts = _Facts(profile, Labels(questionnaire, language))
    yield from facts.organisations()
    yield from facts.tasks()
    yield from facts.groups()
    yield from facts.numbers()
    yield from facts.choices()
    yield from facts.contacts()


@dataclass(frozen=True)
class _Facts:
    profile: ProfileResults
    labels: Labels
    names: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        names = {each.id: each.name for each in self.profile.organisations}
        object.__setattr__(self, "names", names)

    def organisations(self) -> Iterator[Row]:
        """Each organisation with its kind, and whether it filled in anything."""
        for each in self.profile.organisations:
            answered = "yes" if each.blocks else "no"
            yield Row("organisation", "organisation", each.kind or "", option=answered, organisation=each.name)

    def tasks(self) -> Iterator[Row]:
        """Who does a task, leads it, and wants to do it."""
        for task in self.profile.tasks:
            by = {"do": task.doers, "lead": task.leaders, "want": task.wanting}
            for option, organisations in by.items():
                for each in organisations:
                    yield self._choice("task", f"{TASKS}.{task.id}", option, each)

    def groups(self) -> Iterator[Row]:
        """Which organisations see a group of people."""
        for group in self.profile.groups:
            for each in group.organisations:
                yield self._choice("sees", SEES, group.id, each)

    def numbers(self) -> Iterator[Row]:
        """How many people, as far as it may be shown: 1 to 4 have no number here either."""
        for given in self.profile.numbers:
            count, label = given.count, self.labels.wording(given.question)
            yield Row(
                "organisation", "reach", given.question, label, organisation=self.names[given.organisation],
                kind=count.kind, low=count.number, high=count.number, how=count.how or "",
            )  # fmt: skip

    def choices(self) -> Iterator[Row]:
        """What an organisation chose, and how it looks at the themes."""
        for said in self.profile.said:
            yield self._choice("choice", said.subject, said.choice, said.organisation)
        for voice in self.profile.voices:
            if voice.choice is not None:
                yield self._choice("voice", _VOICE_OF[voice.theme], voice.choice, voice.organisation)

    def contacts(self) -> Iterator[Row]:
        """Who has contact with whom, each detail of it, and who would like to."""
        for contact in self.profile.contacts:
            yield self._choice("contact", PARTNERS, "", contact.by, contact.about)
            for detail, choice in _details(contact):
                yield self._choice("contact", _OF_A_CONTACT + detail, choice, contact.by, contact.about)
        for wish in self.profile.wanted:
            yield self._choice("wanted", WANTED, "", wish.by, wish.about)

    def _choice(self, measure: str, subject: str, option: str, by: str, about: str = "") -> Row:
        return Row(
            source="organisation",
            measure=measure,
            subject=subject,
            label=self.labels.wording(subject),
            option=option,
            option_label=self.labels.options(subject).get(option, option),
            organisation=self.names[by],
            about=self.names[about] if about else "",
        )


def _details(contact: Contact) -> Iterator[tuple[str, str]]:
    said = (contact.frequency, contact.referral, contact.joint, contact.wish)
    yield from ((detail, choice) for detail, choice in zip(DETAILS, said, strict=True) if choice is not None)
