"""What the sections read: a round's results, in the words of one language and the themes of one questionnaire."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from questionnaires.definition import Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.types.single_choice import SingleChoice
from questionnaires.types.statement import Statement
from reports.benchmark import BenchmarkOutcome, Edition, comparisons
from reports.gap import Gap, gaps
from reports.profile import ProfileResults
from reports.report.input import Asked, ReportInput
from reports.report.items import Item, items
from reports.report.labels import Labels
from reports.report.parts import Audience
from reports.results import TOTAL, Cell, Results
from reports.status import Status, theme_status
from reports.wording import Words

#: The question of a quick scan by which a meeting chooses what to talk about.
TOPIC: Final = "qs-topic"


@dataclass(frozen=True)
class Source:
    """What a report is made of, the versions that were asked, and the words to say it in."""

    given: ReportInput
    asked: Asked
    words: Words
    audience: Audience = "participant"

    @property
    def results(self) -> Results:
        """The published results of the round."""
        return self.given.results

    @property
    def previous(self) -> Results | None:
        """The results of the round before; ``None`` when there is none to read."""
        return self.given.previous

    @property
    def edition(self) -> Edition | None:
        """The benchmark edition that the report took."""
        return self.given.edition

    @property
    def profile(self) -> ProfileResults | None:
        """What organisations said on their own behalf; ``None`` when the round did not ask it."""
        return self.given.profile

    @property
    def questionnaire(self) -> Questionnaire:
        """The version of the personal part."""
        return self.asked.questionnaire

    @cached_property
    def labels(self) -> Labels:
        """The words of the personal part."""
        return Labels(self.questionnaire, self.words.language)

    @cached_property
    def profile_labels(self) -> Labels:
        """The words of the organisation profile; those of the personal part where there is none."""
        return Labels(self.asked.profile, self.words.language) if self.asked.profile else self.labels

    @cached_property
    def status(self) -> dict[str, Status]:
        """How every theme with an average stands, in questionnaire order."""
        return {theme: theme_status(self.results, theme) for theme in self.titles}

    @cached_property
    def gaps(self) -> dict[str, tuple[Gap, ...]]:
        """Every pair of reporting groups compared on every theme with an average, in questionnaire order."""
        return {theme: gaps(self.results, theme) for theme in self.titles}

    @property
    def period(self) -> str:
        """The round's name: its half year, or more where the round before was in the same one."""
        return self.words.period(self.results.closed_on, self.previous.closed_on if self.previous else None)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of every theme that has an average, in questionnaire order."""
        return {theme.id: self.theme_title(theme.id) for theme in self.results.themes}

    def theme_title(self, theme: str) -> str:
        """Return the title of a theme, with or without an average."""
        return self.questionnaire.theme(theme).title.in_language(self.words.language)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The statements of all themes with what is published of each, in questionnaire order."""
        return items(self.results, self.questionnaire, self.words.language)

    def cell(self, theme: str, group: str = TOTAL) -> Cell:
        """Return the published average of a theme."""
        return self.results.cell("theme_mean", theme, group)

    @cached_property
    def totals(self) -> dict[str, Cell]:
        """The network's average of every theme, in questionnaire order."""
        return {theme: self.cell(theme) for theme in self.titles}

    @property
    def shown(self) -> dict[str, Cell]:
        """The network's averages that are published."""
        return {theme: cell for theme, cell in self.totals.items() if cell.shown}

    @cached_property
    def sentences(self) -> dict[str, str]:
        """Every statement of a questionnaire without themes, in its order."""
        asked = self.questionnaire.questions.items() if not self.questionnaire.themes else ()
        reader = Respondent(language=self.words.language)
        return {name: each.wording(reader) for name, each in asked if isinstance(each, Statement)}

    @cached_property
    def topics(self) -> dict[str, str]:
        """The topics that a quick scan lets people choose from, by the themes that they are; empty without one."""
        asked = self.questionnaire.questions.get(TOPIC)
        if not isinstance(asked, SingleChoice):
            return {}
        return {option.id: option.text.in_language(self.words.language) for option in asked.options}

    @property
    def topic_shares(self) -> Mapping[str, Cell]:
        """Which part chose each topic, as far as that is published."""
        return self.results.shares(TOPIC) if self.topics else {}

    @cached_property
    def comparisons(self) -> tuple[BenchmarkOutcome, ...]:
        """Every theme beside the other networks; empty without an edition."""
        return comparisons(self.results, self.edition) if self.edition else ()
