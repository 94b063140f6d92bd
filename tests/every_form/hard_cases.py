"""Reports that are hard to draw: whatever people type, and networks and questionnaires at the edge of what there is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from questionnaires.definition import Theme
from reports.benchmark import Edition, ThemeFigures
from reports.report import AgreedAction, Asked, ReleasedWords, ReportInput
from reports.results import Cell, PublishedTheme, Results
from survey.demo.invented import Invented, invented_input
from survey.demo.patterns import Pattern
from survey.services.sample import SAMPLE
from tests.unit.reports.every_figure import HOSTILE
from tests.unit.reports.networks import given

Case = tuple[ReportInput, Asked]
QUESTIONS: Final = ("op-keep", "op-block", "op-missing", "op-municipality", "op-own", "op-first")


def edition(of: Results) -> Edition:
    """Return a benchmark edition with a band for every theme."""
    ends = (Decimal("3.2"), Decimal("3.5"), Decimal("3.8"))
    more = (Decimal("3.50"), Decimal("0.10"), Decimal("0.30"))
    day = date(2026, 7, 1)
    return Edition(day, of.policy, tuple(ThemeFigures(theme, day, 12, 240, *ends, *more) for theme in of.themes))


def full(name: str) -> Case:
    """Return a network with all that a report can have: own words, actions of before, other networks."""
    made_of, asked = given(name)
    return replace(made_of, words=SAMPLE.words, actions=SAMPLE.actions, edition=edition(made_of.results)), asked


def named(network: str, organisation: str = "") -> Case:
    """Return a network of that name; its first organisation has the other."""
    made_of, asked = given("small")
    assert made_of.profile is not None
    first, *others = made_of.profile.organisations
    profile = replace(made_of.profile, organisations=(replace(first, name=organisation or first.name), *others))
    return replace(made_of, network=network, profile=profile), asked


def without_a_theme() -> Case:
    """Return a network in which nothing is shown of its first theme."""
    made_of, asked = given("small")
    theme = asked.questionnaire.themes[0]
    of_it = {theme.id, *(item.id for item in theme.items)}
    cells = tuple(_hidden(cell) if cell.subject in of_it else cell for cell in made_of.results.cells)
    return replace(made_of, results=replace(made_of.results, cells=cells)), asked


def _hidden(cell: Cell) -> Cell:
    return replace(cell, kind="withheld", low=None, high=None, n=None, reason="group-size")


def first_ever() -> Case:
    """Return a network without a round before, actions, own words or other networks."""
    made_of, asked = given("middling")
    return replace(made_of, previous=None, actions=(), words=(), edition=None), asked


def without_profile() -> Case:
    made_of, asked = given("small")
    return replace(made_of, profile=None), replace(asked, profile=None)


def with_organisations(number: int) -> Case:
    names = tuple(f"Organisatie {place}" for place in range(1, number + 1))
    network = Invented(
        name="Taalnetwerk Rij", sent_in={"library": 8, "welfare": 8}, organisations={"welfare": names}, invited=20,
        pattern=Pattern(), seed=5,
    )  # fmt: skip
    return invented_input(network)


def with_themes(number: int) -> Case:
    """Return a round of a questionnaire with so many themes: the first ones of ours, or those over and over."""
    made_of, asked = given("middling")
    ours, made = asked.questionnaire.themes, made_of.results
    places = [(ours[place % len(ours)], f"-{place // len(ours)}" * (place >= len(ours))) for place in range(number)]
    themes = tuple(_again(theme, more) for theme, more in places)
    questionnaire = asked.questionnaire.model_copy(update={"themes": themes})
    published = {theme.id: theme for theme in made.themes}
    results = replace(
        made,
        themes=tuple(_published(published[theme.id], more) for theme, more in places),
        cells=tuple(cell for theme, more in places for cell in _cells(made, theme, more)),
    )
    return replace(made_of, results=results, previous=None), Asked(questionnaire, asked.profile)


def _again(theme: Theme, more: str) -> Theme:
    items = tuple(item.model_copy(update={"id": item.id + more}) for item in theme.items)
    return theme.model_copy(update={"id": theme.id + more, "items": items})


def _published(theme: PublishedTheme, more: str) -> PublishedTheme:
    return replace(theme, id=theme.id + more, items=tuple((item + more, version) for item, version in theme.items))


def _cells(made: Results, theme: Theme, more: str) -> Iterator[Cell]:
    of_it = {theme.id, *(item.id for item in theme.items)}
    return (replace(cell, subject=cell.subject + more) for cell in made.cells if cell.subject in of_it)


def with_long_texts() -> Case:
    """Return a network whose staff and partners typed as much as they may."""
    made_of, asked = given("middling")
    long = ("Samen " * 60)[:300].strip()
    action = AgreedAction(
        "1", long, "busy", date(2026, 5, 1), theme="roles", owner="Bibliotheek Voorbeeldstad", person="Jo " * 30,
        helpers=long, first_step=long, due_on=date(2026, 9, 1), proof=long, note=long,
    )  # fmt: skip
    actions = tuple(replace(action, id=str(place)) for place in range(3))
    said = tuple(ReleasedWords(question, (("Wij doen het. " * 30)[:400],) * 6) for question in QUESTIONS)
    return replace(made_of, actions=actions, words=said), asked


CASES: Final = {
    "long name": lambda: named(("Taalnetwerk van de gemeenten " * 7)[:200].strip()),
    "markup": lambda: named("Netwerk <b>", "<b>"),
    "formulas": lambda: named("=1+1", "=1+1"),
    "emoji": lambda: named("Netwerk 👍🏽", "👩\u200d👩\u200d👧"),
    "right to left": lambda: named(HOSTILE[1], HOSTILE[1]),
    "one long word": lambda: named(HOSTILE[3], HOSTILE[3]),
    "theme without figures": without_a_theme,
    "silent": lambda: given("silent"),
    "scan": lambda: given("scan"),
    "first ever": first_ever,
    "no profile": without_profile,
    "1 organisation": lambda: with_organisations(1),
    "40 organisations": lambda: with_organisations(40),
    "3 themes": lambda: with_themes(3),
    "20 themes": lambda: with_themes(20),
    "long texts": with_long_texts,
    "everything": lambda: full("divided"),
}  # fmt: skip
