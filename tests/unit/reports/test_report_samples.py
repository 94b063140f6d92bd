"""Rounds to make reports of: a rich one, its predecessor, a small one, and one with every kind of coding."""

from datetime import date
from decimal import Decimal

from questionnaires.catalogue import catalogue
from questionnaires.definition import Questionnaire
from reports.benchmark import Edition
from reports.report import Asked, Report, ReportInput, build
from reports.results import TOTAL, Cell, Kind, PlanGroup, PublishedTheme, Response, Results

TENTH = Decimal("0.10")
THREE = ("library", "welfare", "rest")
MEETING_ON, MEETING_PLACE = date(2026, 12, 3), "bibliotheek Waterdam"
THEMES = (
    "shared-purpose",
    "roles",
    "municipality",
    "joint-reach",
    "contact-trust",
    "conditions",
    "differences",
    "learning-action",
)


def questionnaire() -> Questionnaire:
    return next(each for (name, _), each in catalogue().items() if name == "taalnetwerkspiegel")


def cell(theme: str, group: str, written: str) -> Cell:
    """Write a cell as it reads: ``3.7 (18)``, ``3.9+ (18)``, ``2.1- (8)``, ``3.4~3.8 (12)``, or ``-``."""
    if written == "-":
        return Cell("theme_mean", theme, group, "withheld", reason="too_few" if group == TOTAL else "group")
    value, _, answers = written.rstrip(")").partition(" (")
    n = int(answers)
    if value.endswith("+"):
        return Cell("theme_mean", theme, group, "at_least", low=Decimal(value[:-1]), n=n)
    if value.endswith("-"):
        return Cell("theme_mean", theme, group, "at_most", high=Decimal(value[:-1]), n=n)
    low, _, high = value.partition("~")
    if high:
        return Cell("theme_mean", theme, group, "between", Decimal(low), Decimal(high), n)
    return Cell("theme_mean", theme, group, "exact", Decimal(low), Decimal(low), n)


def results(
    values: dict[str, tuple[str, ...]],
    *,
    plan: tuple[str, ...] = (),
    response: tuple[int, int, int | None] = (24, 18, None),
    closed_on: date = date(2026, 11, 13),
    item_version: int = 1,
) -> Results:
    invited, sent_in, before = response
    groups = (TOTAL, *plan)
    return Results(
        policy="1",
        questionnaire="taalnetwerkspiegel",
        questionnaire_version="1.0.0",
        questionnaire_hash="0" * 64,
        opened_on=closed_on.replace(day=1),
        closed_on=closed_on,
        plan=tuple(PlanGroup(group) for group in plan),
        response=Response(invited, sent_in, before),
        themes=tuple(PublishedTheme(theme, ((f"{theme}-1", item_version),), "mean-2/3") for theme in values),
        cells=tuple(
            each
            for theme, row in values.items()
            for each in (
                *(cell(theme, group, written) for group, written in zip(groups, row, strict=True)),
                unknown_cell(theme, "-" if row[0] == "-" else "few"),
            )
        ),
    )


def unknown_cell(theme: str, written: str) -> Cell:
    """Write how much of a theme is not known: ``few``, ``some``, ``many`` or ``-``."""
    if written == "-":
        return Cell("dont_know", theme, TOTAL, "withheld", reason="too_few", step=TENTH)
    low, high = {"few": (None, TENTH), "some": (TENTH, 3 * TENTH), "many": (3 * TENTH, None)}[written]
    kind: Kind = "between" if low and high else "at_least" if low else "at_most"
    return Cell("dont_know", theme, TOTAL, kind, low, high, step=TENTH)


def rich() -> Results:
    return results(
        {
            "shared-purpose": ("3.7 (18)", "3.9 (6)", "3.6 (5)", "3.5 (7)"),
            "roles": ("2.9 (18)", "3.6 (6)", "2.3 (5)", "2.8 (7)"),
            "municipality": ("-", "-", "-", "-"),
            "joint-reach": ("2.8 (18)", "3.0 (6)", "2.6 (5)", "2.8 (7)"),
            "contact-trust": ("3.9+ (18)", "3.9 (6)", "3.8+ (5)", "4.0 (7)"),
            "conditions": ("3.1 (12)", "-", "-", "-"),
            "differences": ("3.3 (18)", "3.3 (6)", "3.2 (5)", "3.4 (7)"),
            "learning-action": ("3.0 (18)", "2.9 (6)", "2.7 (5)", "3.3 (7)"),
        },
        plan=THREE,
        response=(24, 18, 20),
    )


def before() -> Results:
    values = ("3.4 (15)", "2.8 (15)", "3.0 (12)", "3.7 (15)", "3.8 (15)", "3.0 (15)", "3.3 (15)", "-")
    columns = {theme: (value, "-", "-") for theme, value in zip(THEMES, values, strict=True)}
    return results(columns, plan=("library", "rest"), response=(22, 15, None), closed_on=date(2025, 11, 14))


def few() -> Results:
    return results({theme: ("-", "-", "-") for theme in THEMES}, plan=("library", "rest"), response=(11, 3, None))


def coded() -> Results:
    """Everybody near the ends: coded averages, a range, and a theme that hardly anybody could answer."""
    values = {
        "shared-purpose": ("4.2+ (13)", "3.8+ (5)", "4.2+ (8)"),
        "roles": ("1.8- (13)", "2.2- (5)", "1.8- (8)"),
        "municipality": ("-", "-", "-"),
        "joint-reach": ("2.6~3.4 (13)", "2.2- (5)", "4.2+ (8)"),
        "contact-trust": ("4.3 (13)", "-", "-"),
        "conditions": ("3.3 (11)", "3.8 (5)", "3.0 (6)"),
        "differences": ("3.9 (13)", "3.8+ (5)", "4.1 (8)"),
        "learning-action": ("3.4 (12)", "3.2 (5)", "3.6 (7)"),
    }
    return results(values, plan=("library", "rest"), response=(31, 13, None))


def report(
    of: Results, language: str = "nl", *, previous: Results | None = None, network: str = "Taalnetwerk Waterdam",
    edition: Edition | None = None,
) -> Report:  # fmt: skip
    given = ReportInput(
        network, of, previous=previous, edition=edition, meeting_on=MEETING_ON, meeting_place=MEETING_PLACE
    )  # fmt: skip
    return build(given, Asked(questionnaire()), language=language)


def test_samples_survive_storing() -> None:
    for sample in (rich(), before(), few(), coded()):
        assert Results.from_json(sample.to_json()) == sample
