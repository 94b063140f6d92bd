"""A stored edition: what was written comes back, and what is no edition is refused."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from reports.benchmark import Edition, GapFigures, InvalidEdition
from reports.disclosure.policy import VERSION
from tests.unit.reports.benchmark_samples import CUT_OFF, NEXT, edition, figures, grouped


def test_an_edition_survives_storing() -> None:
    made = edition([grouped(number, "3.9 (6)", "3.0 (6)") for number in range(10)]).edition
    assert Edition.from_json(made.to_json()) == made
    assert Edition.from_json(made.to_json()).hash == made.hash
    assert made.policy == VERSION
    assert made.gaps
    assert made.hash != edition().edition.hash


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda text: text[:-1], "the document"),
        (lambda text: text.replace('"format":1', '"format":2'), "format"),
        (lambda text: text.replace("2026-07-01", "2026-07-02"), "not a 1 January or a 1 July"),
        (lambda text: text.replace('"networks":11', '"networks":9'), "9 networks"),
        (lambda text: text.replace('"answers":132', '"answers":99'), "99 answers"),
        (lambda text: text.replace('"3.6"', '"3.60"'), "not tenths"),
        (lambda text: text.replace('"3.9"', '"5.1"'), "not tenths from 1 to 5"),
        (lambda text: text.replace('"3.6"', '"4.6"'), "not in order"),
        (lambda text: text.replace('"0.33"', '"-0.33"'), "below zero"),
        (lambda text: text.replace('"0.33"', '"0.3"'), "not in hundredths"),
        (lambda text: text.replace('"policy"', '"networks":["Waterdam"],"policy"'), "networks"),
    ],
)
def test_what_is_no_edition_is_refused(change: Callable[[str], str], wrong: str) -> None:
    with pytest.raises(InvalidEdition, match=wrong):
        Edition.from_json(change(edition().edition.to_json()))


def test_bad_figures_are_refused() -> None:
    found = figures(edition())
    with pytest.raises(ValueError, match="two figures are about the same"):
        Edition(CUT_OFF, VERSION, (found, found))
    with pytest.raises(ValueError, match="later date"):
        Edition(CUT_OFF, VERSION, (replace(found, since=NEXT),))
    gap: dict[str, Any] = {"theme": found.theme, "since": CUT_OFF, "first": "library", "second": "rest"}
    with pytest.raises(ValueError, match="9 networks"):
        GapFigures(**gap, networks=9, median=Decimal("0.1"))
    with pytest.raises(ValueError, match="not in tenths"):
        GapFigures(**gap, networks=10, median=Decimal("0.15"))
