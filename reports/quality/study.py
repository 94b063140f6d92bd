"""The frozen outcome of one year's study of one questionnaire version."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final, Literal

from pydantic import ConfigDict

from reports.stored import StoredDocument

#: Fewest new respondents and networks of a study (disclosure rule R17).
FEWEST_RESPONDENTS: Final = 200
FEWEST_NETWORKS: Final = 10

#: Rates are in these steps; coefficients in hundredths.
STEP: Final = Decimal("0.05")

_STORED = ConfigDict(extra="forbid", strict=True)


class TooLittleForAStudy(ValueError):
    """Fewer new respondents or networks than a study needs."""


class InvalidStudy(ValueError):
    """A stored text that is not a quality study of this format."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A coefficient with its interval."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    value: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class ItemQuality:
    """One statement: how often "don't know", and its correlation with the rest of its theme."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    id: str
    version: int
    dont_know: Decimal | None
    item_rest: Decimal | None


@dataclass(frozen=True, slots=True)
class ThemeQuality:
    """One theme. What is ``None`` these answers do not define, or the theme has too few items to be scored."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    id: str
    items: tuple[ItemQuality, ...]
    dont_know: Decimal | None
    alpha: Estimate | None
    omega: Estimate | None
    icc1: Decimal | None
    icc2: Decimal | None


@dataclass(frozen=True, slots=True)
class QualityStudy(StoredDocument):
    """What a year's study found; stored once, as JSON with its hash, and never computed again.

    ``rounds`` are the rounds whose respondents it is about: they are not new to a later study.
    """

    invalid: ClassVar = InvalidStudy
    unreadable: ClassVar = "This is not a readable quality study."

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    policy: str
    questionnaire: str
    questionnaire_version: str
    questionnaire_hash: str
    year: int
    rounds: tuple[str, ...]
    respondents: int
    networks: int
    #: Of the respondents with enough answers to tell; ``None`` when nobody has.
    straight_lining: Decimal | None
    themes: tuple[ThemeQuality, ...]
    #: Of the stored text; raised when an older reader would misread it.
    format: Literal[1] = 1

    def __post_init__(self) -> None:
        check_size(self.respondents, self.networks)
        rates = [self.straight_lining, *(theme.dont_know for theme in self.themes)]
        rates += [item.dont_know for theme in self.themes for item in theme.items]
        if any(rate is not None and not (0 <= rate <= 1 and rate % STEP == 0) for rate in rates):
            raise ValueError(f"a rate is not between 0 and 1 in steps of {STEP}")


def check_size(respondents: int, networks: int) -> None:
    """Refuse a study of too few people, who might be recognised in it, or too few networks to tell apart."""
    if respondents < FEWEST_RESPONDENTS or networks < FEWEST_NETWORKS:
        raise TooLittleForAStudy(
            f"A quality study needs {FEWEST_RESPONDENTS} new respondents in {FEWEST_NETWORKS} networks; "
            f"there are {respondents} in {networks}."
        )
