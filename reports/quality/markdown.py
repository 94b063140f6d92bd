"""A quality study as a report in Markdown, for who maintains the questionnaire."""

from decimal import Decimal
from typing import Final

from reports.quality.study import Estimate, QualityStudy, ThemeQuality

#: What the next version of the questionnaire aims at; never a condition for showing a figure.
AIM: Final = Decimal("0.70")

_DASH: Final = "–"


def to_markdown(study: QualityStudy) -> str:
    """Return the report: what was studied, the figures per theme and per statement, and how to read them."""
    return "\n".join([*_heading(study), *_themes(study), *_reading(study), *_items(study)]) + "\n"


def _heading(study: QualityStudy) -> list[str]:
    return [
        f"# Quality of {study.questionnaire} {study.questionnaire_version} in {study.year}",
        "",
        f"{study.respondents} new respondents in {study.networks} networks (rounds: {len(study.rounds)}); each "
        "respondent is in one study only. Every figure is printed, also a poor one; "
        f'"{_DASH}" is what these answers do not define. Rates are in steps of 5%. Policy version {study.policy}.',
        "",
        f"The same answer to 90% or more of 20 or more statements: {_percent(study.straight_lining)} of who answered "
        "that many.",
        "",
    ]


def _themes(study: QualityStudy) -> list[str]:
    return [
        "## Themes",
        "",
        f"| theme | statements | alpha (95%) | omega (95%) | omega of {AIM} | ICC(1) | ICC(2) | don't know |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        *(_row(_theme_cells(theme)) for theme in study.themes),
        "",
    ]


def _theme_cells(theme: ThemeQuality) -> list[str]:
    return [
        theme.id,
        str(len(theme.items)),
        _interval(theme.alpha),
        _interval(theme.omega),
        _reached(theme.omega),
        _number(theme.icc1),
        _number(theme.icc2),
        _percent(theme.dont_know),
    ]


def _reading(study: QualityStudy) -> list[str]:
    return [
        "Respondents are nested in networks: colleagues resemble each other. Alpha's interval takes them as "
        "independent and is somewhat too narrow; omega's comes from drawing whole networks, and is too narrow only "
        f"when there are few ({study.networks} here).",
        "",
        f"An omega of {AIM} or more is the aim for the next version. ICC(1) is the share of the differences between "
        "persons that is between networks: .05 is small, .10 medium, .25 large. ICC(2) says how well the average of a "
        "network of usual size tells it from other networks: .70 or more is enough, below .50 it does not.",
        "",
    ]


def _items(study: QualityStudy) -> list[str]:
    rows = [
        [item.id, theme.id, _number(item.item_rest), _percent(item.dont_know)]
        for theme in study.themes
        for item in theme.items
    ]
    return [
        "## Statements",
        "",
        "| statement | theme | item-rest correlation | don't know |",
        "| --- | --- | --- | --- |",
        *map(_row, rows),
    ]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _interval(estimate: Estimate | None) -> str:
    return f"{estimate.value} ({estimate.low} to {estimate.high})" if estimate else _DASH


def _reached(omega: Estimate | None) -> str:
    if omega is None:
        return _DASH
    return "reached" if omega.value >= AIM else "not reached"


def _number(value: Decimal | None) -> str:
    return _DASH if value is None else str(value)


def _percent(rate: Decimal | None) -> str:
    return _DASH if rate is None else f"{int(rate * 100)}%"
