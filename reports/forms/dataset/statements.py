"""What is published in a round of a questionnaire: which statements, about everybody or a group, and their names."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from questionnaires.definition import Questionnaire
from reports.answers import lone_statements, other_tables
from reports.disclosure.classes import CLASSES
from reports.disclosure.policy import MIN_ITEMS
from reports.report.labels import Labels
from reports.results import TOTAL, Measure
from reports.wording import Words

#: With which word the names of a measure's variables begin; so none is a word of the programs that read them.
_BEGINNINGS: Final[dict[Measure, str]] = {
    "theme_mean": "mean",
    "share": "share",
    "dont_know": "unknown",
    "item_word": "word",
}
#: The groups that a round's plan can have; averages only, for shares would be thousands of columns, seldom filled.
GROUPS: Final = ("library", "welfare", "rest")
#: The longest name of a variable, with room for the endings of those beside it.
_LONGEST: Final = 64 - len("_basis")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: an average, a share of one option, or a class; ``of`` says it in words."""

    measure: Measure
    subject: str
    option: str = ""
    of: str = ""
    #: Of the question; another version is another variable (disclosure rule R16).
    version: int = 1
    group: str = TOTAL

    @property
    def name(self) -> str:
        """The name of its variable: letters, digits and underscores, at most 58 of them."""
        version = f"v{self.version}" if self.version > 1 else ""
        group = "" if self.group == TOTAL else self.group
        return variable_name(_BEGINNINGS[self.measure], self.subject, version, self.option, group)


def variable_name(*parts: str) -> str:
    """Return a name that every program takes; what is too long ends in a code, so that no two become the same.

    Examples
    --------
    >>> variable_name("share", "roles-find.signal.now", "", "library")
    'share_roles_find_signal_now_library'
    """
    name = "_".join(filter(None, parts)).replace("-", "_").replace(".", "_")
    if len(name) <= _LONGEST:
        return name
    code = sha256(name.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST - 9]}_{code}"


def statements(questionnaire: Questionnaire, words: Words) -> Iterator[Statement]:
    """Go through all that a round of this version can publish in total, and averages of groups, in its order."""
    labels, language = Labels(questionnaire, words.language), words.language
    has_averages = any(len(theme.items) >= MIN_ITEMS for theme in questionnaire.themes)
    for theme in questionnaire.themes:
        title = theme.title.in_language(language)
        if len(theme.items) >= MIN_ITEMS:
            yield Statement("theme_mean", theme.id, of=title)
            for group in GROUPS:
                yield Statement("theme_mean", theme.id, of=f"{title}: {words.group(group).label}", group=group)
        yield Statement("dont_know", theme.id, of=title)
    items = [item for theme in questionnaire.themes for item in theme.items]
    for item in (*items, *lone_statements(questionnaire)):
        wording = labels.wording(item.id)
        if not has_averages:
            yield Statement("item_word", item.id, of=wording, version=item.version)
        for name in CLASSES:
            said = words.say(f"sentences.{name}")
            yield Statement("share", item.id, name, _of(said, wording), item.version)
    yield from _others(questionnaire, labels)


def _others(questionnaire: Questionnaire, labels: Labels) -> Iterator[Statement]:
    """Go through what is neither a statement nor an own text: options, or classes of answers."""
    for table in other_tables(questionnaire):
        subject = table.name.removesuffix(f".{table.option}") if table.option else table.name
        names, version = labels.options(subject), questionnaire.questions[subject.split(".")[0]].version
        for option in (table.option,) if table.option else table.order:
            said = _of(names.get(option, option), labels.wording(subject))
            yield Statement("share", subject, option, said, version)


def _of(option: str, wording: str) -> str:
    return f"{option.rstrip('.')}. {wording}"
