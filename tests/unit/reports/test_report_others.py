"""The report beside the other networks: which themes it names how, the table, and what it leaves out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.benchmark import Edition, ThemeFigures
from reports.report import Figure, Highlights, Paragraph, Report
from reports.report.parts import Table
from tests.published_networks import others
from tests.unit.reports.networks import report_of
from tests.unit.reports.test_report_printed import texts
from tests.unit.reports.test_report_samples import THEMES, few, report, results, rich

CUT_OFF = date(2026, 7, 1)
VALUES = {
    "shared-purpose": ("4.6 (18)",),
    "roles": ("2.4 (18)",),
    "municipality": ("-",),
    "joint-reach": ("3.5 (18)",),
    "contact-trust": ("3.6 (18)",),
    "conditions": ("3.5 (18)",),
    "differences": ("2.0~4.4 (18)",),
    "learning-action": ("3.5 (18)",),
}
SAMPLE = results(VALUES)


def figures(place: int, **change: object) -> ThemeFigures:
    made = ThemeFigures(
        SAMPLE.themes[place], CUT_OFF, 12, 180, *map(Decimal, ("3.2", "3.5", "3.8", "3.52", "0.09", "0.30"))
    )
    return replace(made, **change)


def edition(*, invented: bool = False) -> Edition:
    """Everything but the last theme; one in which networks hardly differ, and one with other questions."""
    other = replace(SAMPLE.themes[5], scoring="mean")
    alike = figures(4, spread=Decimal("0.00"))
    shown = (*(figures(place) for place in (0, 1, 2, 3, 6)), alike, figures(5, theme=other))
    return Edition(CUT_OFF, "2", shown, invented=invented)


def paragraphs(of: Report) -> list[str]:
    (section,) = [each for each in of.sections if each.id == "themes"]
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def table(of: Report) -> Table:
    (section,) = [each for each in of.sections if each.id == "themes"]
    (figure,) = [block for block in section.blocks if isinstance(block, Figure)]
    return figure.table


def test_one_sentence_per_outcome() -> None:
    assert paragraphs(report(SAMPLE, edition=edition()))[:-2] == [
        "Bij ons gezamenlijke doel scoort jullie netwerk hoger dan de meeste andere netwerken. "
        "Dat is waarschijnlijk geen toeval.",
        "Bij rollen en taken scoort jullie netwerk lager dan de meeste andere netwerken. "
        "Dat is waarschijnlijk geen toeval.",
        "Bij samen mensen bereiken zit jullie netwerk dicht bij de andere netwerken.",
        "Bij contact en vertrouwen verschillen de netwerken nauwelijks van elkaar.",
        "Voorwaarden: niet te vergelijken met andere netwerken, want de vragen zijn veranderd.",
        "Bij verschillen en grenzen kunnen we jullie niet met andere netwerken vergelijken, "
        "want we noemen geen precies cijfer.",
        "Bij leren en doen kunnen we jullie netwerk niet met de andere netwerken vergelijken.",
        "Bij ‘Andere netwerken’ staat het middelste cijfer, met tussen haakjes de middelste helft. "
        "De cijfers van de andere netwerken zijn van 1 juli 2026.",
    ]


ALL_ALIKE = {"shared-purpose": ("3.5 (18)",), "roles": ("3.6 (18)",), "municipality": ("3.4 (18)",)}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ["Bij alle onderwerpen zit jullie netwerk dicht bij de andere netwerken."]),
        (
            {"roles": ("3.9 (18)",)},
            [
                "Bij rollen en taken ligt jullie cijfer boven de middelste helft van de andere netwerken. "
                "Dat kan toeval zijn.",
                "Bij ‘Ons gezamenlijke doel’ en ‘De inzet van de gemeente’ zit jullie netwerk dicht bij de andere "
                "netwerken.",
            ],
        ),
        (
            {"roles": ("3.9~4.4 (18)",), "municipality": ("3.1 (18)",)},
            [
                "Bij de inzet van de gemeente ligt jullie cijfer onder de middelste helft van de andere netwerken. "
                "Dat kan toeval zijn.",
                "Bij rollen en taken ligt jullie cijfer boven de middelste helft van de andere netwerken. "
                "Of dat toeval is, is niet te zeggen: we noemen geen precies cijfer.",
                "Bij ons gezamenlijke doel zit jullie netwerk dicht bij de andere netwerken.",
            ],
        ),
        (
            {"roles": ("-",)},
            [
                "Bij ‘Ons gezamenlijke doel’ en ‘De inzet van de gemeente’ zit jullie netwerk dicht bij de andere "
                "netwerken."
            ],
        ),
    ],
)
def test_all_themes_alike_are_not_listed_and_chance_is_said(changed: dict[str, tuple[str]], said: list[str]) -> None:
    assert paragraphs(report(results({**ALL_ALIKE, **changed}), edition=edition()))[: len(said)] == said


def test_no_ranking_is_said_after_it() -> None:
    assert paragraphs(report(SAMPLE, edition=edition()))[-1].endswith(
        "We maken geen ranglijst. De verschillen zijn te klein en de groepen te klein."
    )


def test_the_table_has_the_median_and_the_middle_half() -> None:
    made = table(report(SAMPLE, edition=edition()))
    assert [column.heading for column in made.columns] == [
        "Onderwerp", "Gemiddelde", "Marge", "Antwoorden", "Status", "Andere netwerken",
    ]  # fmt: skip
    assert [str(row[-1]) for row in made.rows] == ["3,5 (3,2 tot 3,8)"] * 5 + ["–", "3,5 (3,2 tot 3,8)", "–"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_estimate_the_mean_and_the_spread_are_nowhere(language: str) -> None:
    said = " ".join(texts(report(SAMPLE, language, edition=edition())))
    assert not [number for number in ("3,52", "3.52", "0,30", "0.30", "0,09", "0.09") if number in said]


def test_without_an_edition_the_report_is_as_it_was() -> None:
    made = report(rich())
    assert len(paragraphs(made)) == 2
    assert len(table(made).columns) == 5
    assert "ndere netwerken" not in " ".join(texts(made))


def test_invented_networks_are_called_so() -> None:
    assert paragraphs(report(SAMPLE, edition=edition(invented=True)))[-3].endswith("netwerken zijn verzonnen.")
    assert "verzonnen" not in " ".join(texts(report(SAMPLE, edition=edition())))


def test_a_report_without_figures_compares_nothing() -> None:
    assert paragraphs(report(few(), edition=edition())) == []


def test_an_edition_with_other_questions_adds_no_column() -> None:
    other = Edition(CUT_OFF, "2", (figures(0, theme=replace(SAMPLE.themes[0], scoring="mean")),))
    made = report(results({theme: ("3.5 (18)",) for theme in THEMES[:1]}), edition=other)
    assert len(table(made).columns) == 5
    assert paragraphs(made)[:2] == [
        "Ons gezamenlijke doel: niet te vergelijken met andere netwerken, want de vragen zijn veranderd.",
        "De cijfers van de andere netwerken zijn van 1 juli 2026.",
    ]


def test_the_average_of_a_divided_theme_is_not_laid_beside_others() -> None:
    made = report_of("divided", edition=others().edition)
    divided = [row[0].text for row in table(made).rows if "verdeeld" in {cell.text for cell in row}]
    beside = [text for text in paragraphs(made) if "andere netwerken" in text and "middelste" not in text]

    assert divided
    assert beside
    assert [title for title in divided for text in beside if title.casefold() in text.casefold()] == []


def test_what_needs_attention_is_not_said_to_be_lowest_once_more() -> None:
    low = {**dict.fromkeys(THEMES, ("3.5 (18)",)), "shared-purpose": ("4.6 (18)",), "roles": ("2.4 (18)",)}
    opening = report(results(low)).sections[0]
    told = [item.sentence for block in opening.blocks if isinstance(block, Highlights) for item in block.items]

    assert told[0].startswith("Aandacht voor rollen en taken")
    assert "Over ons gezamenlijke doel zijn jullie het meest positief." in told
    assert not any("het minst" in sentence for sentence in told)
