"""The figures of a quality study as tables, in the language of the page."""

from decimal import Decimal
from typing import Final

from questionnaires import catalogue
from questionnaires.catalogue import UnknownQuestionnaire
from questionnaires.definition import Questionnaire
from questionnaires.types.statement import Statement
from reports.quality.markdown import AIM
from reports.quality.study import Estimate, ItemQuality, QualityStudy, ThemeQuality
from reports.report import Column, Table, Value
from survey.i18n import _, language

_DASH: Final = "–"


def theme_table(study: QualityStudy) -> Table:
    """Return the figures per theme."""
    asked = _questionnaire(study)
    columns = (
        Column(_("Theme")),
        Column(_("Statements"), numeric=True),
        Column(_("Alpha, with its margin")),
        Column(_("Omega, with its margin")),
        Column(_("Omega of %(aim)s", aim=_number(AIM))),
        Column("ICC(1)", numeric=True),
        Column("ICC(2)", numeric=True),
        Column(_("“Don't know”"), numeric=True),
    )
    return Table(
        "themes", _("Themes"), columns, tuple(tuple(map(Value, _theme_row(theme, asked))) for theme in study.themes)
    )


def item_table(study: QualityStudy) -> Table:
    """Return the figures per statement."""
    asked = _questionnaire(study)
    columns = (
        Column(_("Statement")),
        Column(_("Theme")),
        Column(_("Correlation with the rest of its theme"), numeric=True),
        Column(_("“Don't know”"), numeric=True),
    )
    rows = (_item_row(item, theme, asked) for theme in study.themes for item in theme.items)
    return Table("statements", _("Statements"), columns, tuple(tuple(map(Value, row)) for row in rows))


def in_percent(rate: Decimal | None) -> str:
    """Return a part of all as a percentage; a dash where there is none."""
    return _DASH if rate is None else f"{int(rate * 100)}%"


def _questionnaire(study: QualityStudy) -> Questionnaire | None:
    """Return what the study is about, if this installation still has it."""
    try:
        return catalogue.find(study.questionnaire, study.questionnaire_version)
    except UnknownQuestionnaire:
        return None


def _theme_row(theme: ThemeQuality, asked: Questionnaire | None) -> tuple[str, ...]:
    return (
        _title(theme, asked),
        str(len(theme.items)),
        _interval(theme.alpha),
        _interval(theme.omega),
        _reached(theme.omega),
        _number(theme.icc1),
        _number(theme.icc2),
        in_percent(theme.dont_know),
    )


def _item_row(item: ItemQuality, theme: ThemeQuality, asked: Questionnaire | None) -> tuple[str, ...]:
    question = asked.questions.get(item.id) if asked else None
    text = question.text.in_language(language()) if isinstance(question, Statement) else ""
    return f"{item.id} {text}".strip(), _title(theme, asked), _number(item.item_rest), in_percent(item.dont_know)


def _title(theme: ThemeQuality, asked: Questionnaire | None) -> str:
    known = {each.id: each for each in asked.themes} if asked else {}
    return known[theme.id].title.in_language(language()) if theme.id in known else theme.id


def _interval(estimate: Estimate | None) -> str:
    if estimate is None:
        return _DASH
    value, low, high = map(_number, (estimate.value, estimate.low, estimate.high))
    return _("%(value)s (%(low)s to %(high)s)", value=value, low=low, high=high)


def _reached(omega: Estimate | None) -> str:
    if omega is None:
        return _DASH
    return _("reached") if omega.value >= AIM else _("not reached")


def _number(value: Decimal | None) -> str:
    if value is None:
        return _DASH
    return str(value).replace(".", ",") if language() == "nl" else str(value)
