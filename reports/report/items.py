"""The statements of a round with what is published of each, and which of them a report names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from questionnaires.definition import Questionnaire
from questionnaires.types.statement import Statement
from reports.results import Cell, Results
from reports.status import EACH_SIDE, MOST, ItemWord, item_word
from reports.wording.sentences import NAMED


@dataclass(frozen=True, slots=True)
class Item:
    """One statement: its words, how people agree on it, and the published shares of its classes, if any.

    Shares are of the answers as they were given: to agree with a reversed statement is bad news.
    """

    id: str
    theme: str
    text: str
    is_reversed: bool
    word: ItemWord
    shares: Mapping[str, Cell]

    @property
    def favourable(self) -> str:
        """The side that is good news."""
        return "disagree" if self.is_reversed else "agree"

    @property
    def critical(self) -> str:
        """The side that is bad news."""
        return "agree" if self.is_reversed else "disagree"

    def surely(self, side: str) -> Decimal:
        """Return the part that is on a side for certain: a coded share enters by its lower end."""
        cell = self.shares.get(side)
        return cell.low if cell is not None and cell.low is not None else Decimal(0)

    def is_exact(self, side: str) -> bool:
        """Whether the part on a side is known as it is."""
        cell = self.shares.get(side)
        return cell is not None and cell.kind == "exact"


def items(results: Results, questionnaire: Questionnaire, language: str) -> tuple[Item, ...]:
    """Return the statements of all themes, in questionnaire order; without those that these results do not know."""
    asked = [(theme.id, each) for theme in questionnaire.themes for each in theme.items if results.asks(each.id)]
    return tuple(item(results, theme, each, language) for theme, each in asked)


def item(results: Results, theme: str, statement: Statement, language: str) -> Item:
    """Return a statement with what is published of it."""
    word, shares = item_word(results, statement.id), results.shares(statement.id)
    return Item(statement.id, theme, statement.text.in_language(language), statement.reversed, word, shares)


@dataclass(frozen=True, slots=True)
class Largest:
    """The statements with the largest parts, in questionnaire order.

    ``alike`` are those with the smallest of these parts where others, which are not among them, have as large a part.
    """

    items: tuple[Item, ...]
    alike: tuple[Item, ...] = ()


def strong(of: Sequence[Item], most: int = NAMED) -> Largest:
    """Return the statements on which most are positive for certain; on none of them opinions differ.

    Source: the project's statistics, section A11.
    """
    found = _not_divided(of)
    return _largest([each for each in found if each.surely(each.favourable) >= MOST], "favourable", most)


def critical(of: Sequence[Item], most: int = NAMED) -> Largest:
    """Return the statements on which a part is critical for certain; on none of them opinions differ.

    What is named as strong is not named here as well. Source: the project's statistics, section A11.
    """
    named = strong(of).items
    found = [each for each in _not_divided(of) if each.surely(each.critical) >= EACH_SIDE and each not in named]
    return _largest(found, "critical", most)


def _not_divided(of: Sequence[Item]) -> list[Item]:
    return [each for each in of if each.word != ItemWord.DIVIDED]


def divided(of: Sequence[Item]) -> list[Item]:
    """Return the statements on which opinions differ for certain."""
    return [each for each in of if each.word == ItemWord.DIVIDED]


def largest_parts(of: Sequence[Item], side: str) -> list[Item]:
    """Return the statements of which the largest part is on a side for certain, all that are alike; maybe none."""
    most = max((each.surely(side) for each in of), default=Decimal(0))
    return [each for each in of if most and each.surely(side) == most]


def largest_side(of: Sequence[Item]) -> tuple[list[Item], str]:
    """Return the statements, and their side, with the largest part for certain; of both sides those that agree."""
    agree, disagree = (largest_parts(of, side) for side in ("agree", "disagree"))
    if not disagree or (agree and agree[0].surely("agree") >= disagree[0].surely("disagree")):
        return agree, "agree"
    return disagree, "disagree"


def _largest(of: list[Item], side: Literal["favourable", "critical"], most: int) -> Largest:
    def part(each: Item) -> Decimal:
        return each.surely(getattr(each, side))

    ordered = sorted(of, key=part, reverse=True)
    named, others = ordered[:most], ordered[most:]
    alike = tuple(each for each in named if others and part(each) == part(others[0]))
    return Largest(tuple(each for each in of if each in named), alike)
