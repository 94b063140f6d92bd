"""What the sections read: a round's results, in the words of one language and the themes of one questionnaire."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from questionnaires.definition import Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.types.single_choice import SingleChoice
from questionnaires.types.statement import Statement
from reports.benchmark import BenchmarkOutcome, Edition, comparisons
from reports.results import TOTAL, Cell, Results
from reports.wording import Words

#: The question of a quick scan by which a meeting chooses what to talk about.
TOPIC: Final = "qs-topic"


@dataclass(frozen=True)
class Source:
    """One round, its questionnaire, the words to say it in, the round before, and the edition that it took."""

    results: Results
    questionnaire: Questionnaire
    words: Words
    previous: Results | None = None
    edition: Edition | None = None

    @property
    def period(self) -> str:
        """The round's name: its half year, or more where the round before was in the same one."""
        return self.words.period(self.results.closed_on, self.previous.closed_on if self.previous else None)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of every theme that has an average, in questionnaire order."""
        language = self.words.language
        return {
            theme.id: self.questionnaire.theme(theme.id).title.in_language(language) for theme in self.results.themes
        }

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
    def topic_shares(self) -> dict[str, Cell]:
        """Which part chose each topic, as far as that is published."""
        return self.results.shares(TOPIC) if self.topics else {}

    @cached_property
    def comparisons(self) -> tuple[BenchmarkOutcome, ...]:
        """Every theme beside the other networks; empty without an edition."""
        return comparisons(self.results, self.edition) if self.edition else ()
