"""The report: its sections, and what each says about a round."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest

from reports.disclosure.policy import K
from reports.report import (
    ActionCards,
    Fact,
    Facts,
    Figure,
    Highlights,
    Notice,
    Paragraph,
    Report,
    Section,
    Talks,
    Units,
)
from reports.report.choices import highest, lowest, to_talk_about
from reports.results import Cell, Results
from tests.unit.reports.test_report_printed import numbers, texts
from tests.unit.reports.test_report_samples import THEMES, before, cell, coded, few, report, results, rich

ORDER = ["highlights", "response", "themes", "trend", "groups", "unknown", "words", "talk", "actions", "method"]


Kind = TypeVar("Kind")


def section(of: Report, name: str) -> Section:
    return next(each for each in of.sections if each.id == name)


def block(of: Report, name: str, kind: type[Kind]) -> Kind:
    return next(each for each in section(of, name).blocks if isinstance(each, kind))


def sentences(of: Report) -> list[str]:
    return [item.sentence for item in block(of, "highlights", Highlights).items]


@pytest.mark.parametrize("sample", [rich(), few(), coded()])
def test_sections_stand_in_order(sample: Results) -> None:
    assert [each.id for each in report(sample).sections] == ORDER


def test_cover() -> None:
    cover = report(rich()).cover
    assert (cover.kicker, cover.network) == ("Rapport voor de deelnemers, najaar 2026", "Taalnetwerk Waterdam")
    assert [fact.value for fact in cover.facts] == [
        "18 van de 24 mensen",
        "13 november 2026",
        "3 december 2026, bibliotheek Waterdam",
    ]


def test_highlights_name_a_theme_a_gap_and_a_change() -> None:
    assert sentences(report(rich(), previous=before())) == [
        "Aandacht voor ‘Rollen en taken’ en ‘Samen mensen bereiken’: daar is het gemiddelde lager dan 3.",
        "De bibliotheek kijkt positiever naar rollen en taken dan welzijn. Het verschil is ongeveer 1,3 punt.",
        "Samen mensen bereiken: in het najaar van 2025 was het 3,7, nu 2,8. Dat is waarschijnlijk een echte daling.",
    ]


def test_highlights_lead_to_sections_that_exist() -> None:
    made = report(rich(), previous=before())
    targets = {item.section for item in block(made, "highlights", Highlights).items}
    assert targets <= {each.id for each in made.sections}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (("3.1 (9)", "3.1 (9)"), "Geen onderwerp springt eruit."),
        (("4.6 (9)", "2.9~3.4 (9)"), "Van de twee onderwerpen is er één sterk."),
        (("4.1 (9)", "-"), "Over ons gezamenlijke doel is het gemiddelde 4,1."),
        (("3.1 (9)", "-"), "Over ons gezamenlijke doel is het gemiddelde 3,1."),
        (("3.9+ (9)", "2.0~4.0 (9)"), "Geen onderwerp springt eruit."),
        (("3.9+ (9)", "-"), "Over ons gezamenlijke doel is het gemiddelde 3,9 of hoger."),
        (("2.0~4.0 (9)", "-"), "Over deze onderwerpen kunnen we geen precies cijfer noemen."),
    ],
)
def test_highlights_without_extremes(values: tuple[str, str], sentence: str) -> None:
    of = results({theme: (value,) for theme, value in zip(THEMES, values, strict=False)})
    assert sentences(report(of)) == [sentence]


def totals(**written: str) -> dict[str, Cell]:
    return {name: cell(name, "total", value) for name, value in written.items()}


@pytest.mark.parametrize(
    ("written", "high", "low"),
    [
        # with 36 answers the margin reaches .3 either way
        ({"a": "3.0 (36)", "b": "3.7 (36)", "c": "3.0 (36)"}, ["b"], []),
        ({"a": "3.0 (36)", "b": "3.6 (36)", "c": "3.0 (36)"}, [], []),
        ({"a": "2.3 (36)", "b": "3.7 (36)", "c": "3.0 (36)"}, ["b"], ["a"]),
        ({"a": "2.3 (9)", "b": "3.7 (9)", "c": "3.0 (9)"}, [], []),
        (dict.fromkeys("abc", "3.0 (36)") | {"d": "3.8 (36)", "e": "3.7 (36)"}, ["d", "e"], []),
        (dict.fromkeys("ab", "3.0 (36)") | {"d": "3.8 (36)", "e": "3.7 (36)"}, [], []),
        (dict.fromkeys("abcd", "3.7 (36)") | {"e": "3.0 (36)"}, [], ["e"]),
        # a range and an edge have a margin too
        ({"a": "3.0 (36)", "b": "3.7~4.0 (36)", "c": "3.0 (36)"}, ["b"], []),
        ({"a": "3.0 (36)", "b": "3.6~4.0 (36)", "c": "3.0 (36)"}, [], []),
        ({"a": "3.0 (36)", "b": "4.2+ (36)", "c": "3.0 (36)"}, ["b"], []),
        ({"a": "3.0 (36)", "b": "2.2- (36)", "c": "3.0 (36)"}, [], ["b"]),
        ({"a": "3.0 (36)", "b": "3.0- (36)", "c": "3.0 (36)"}, [], []),
        # what is not shown could be anywhere
        ({"a": "3.0 (36)", "b": "4.2 (36)", "c": "3.0 (36)", "d": "-"}, [], []),
        ({"a": "3.0 (9)"}, [], []),
        ({}, [], []),
    ],
)
def test_a_theme_is_named_only_when_margins_do_not_overlap(
    written: dict[str, str], high: list[str], low: list[str]
) -> None:
    assert highest(totals(**written)) == high
    assert lowest(totals(**written)) == low


def test_to_talk_about_are_the_lowest_by_value_edge_or_middle_of_a_range() -> None:
    found = totals(a="3.0 (9)", b="2.0- (9)", c="1.8~2.4 (9)", d="2.0 (9)", e="-")
    assert to_talk_about(found, 2) == ["b", "d"]
    assert to_talk_about(found, 9) == ["b", "d", "c", "a"]


def test_response_and_its_boxes() -> None:
    made = report(rich())
    assert block(made, "response", Units) == Units(18, 24, "18 van de 24 vakjes zijn gevuld.")
    assert not any(isinstance(each, Notice) for each in section(made, "response").blocks)


def test_a_low_response_is_a_picture_of_those_who_answered() -> None:
    notice = block(report(coded()), "response", Notice)
    assert (notice.title, notice.tone) == ("Dit is een beeld van de invullers", "attention")


def test_half_is_not_low() -> None:
    of = results({"roles": ("3.0 (12)",)}, response=(24, 12, None))
    assert not any(isinstance(each, Notice) for each in section(report(of), "response").blocks)


@pytest.mark.parametrize(
    ("counted", "is_said"),
    [({"roles": ("3.0 (18)",)}, False), ({"roles": ("3.0 (17)",)}, True), ({"roles": ("-",)}, False)],
)
def test_why_fewer_answers_count_than_were_sent_in(counted: dict[str, tuple[str]], is_said: bool) -> None:
    said = [each.text for each in section(report(results(counted)), "response").blocks if isinstance(each, Paragraph)]
    assert any("Niet elk antwoord telt mee" in text for text in said) == is_said


def test_more_answers_than_invited_have_no_boxes() -> None:
    of = results({"roles": ("3.0 (12)",)}, response=(10, 12, None))
    assert [type(each) for each in section(report(of), "response").blocks] == [Paragraph]


@pytest.mark.parametrize(
    ("count", "title"), [(8, "De acht onderwerpen"), (3, "De drie onderwerpen"), (1, "Het onderwerp")]
)
def test_the_title_counts_the_themes(count: int, title: str) -> None:
    of = results({theme: ("3.0 (9)",) for theme in THEMES[:count]})
    assert section(report(of), "themes").title == title


def test_themes_figure_and_table() -> None:
    figure = block(report(rich()), "themes", Figure)
    assert figure.how.endswith("Ieder cijfer is van 18 mensen, behalve bij voorwaarden (van 12).")
    assert [row.value for row in figure.drawing.rows] == ["3,7", "2,9", "–", "2,8", "3,9+", "3,1", "3,3", "3,0"]
    assert tuple(map(str, figure.table.rows[0])) == ("Ons gezamenlijke doel", "3,7", "3,2 tot 4,2", "18", "op weg")
    coded_row = ("Contact en vertrouwen", "3,9 of hoger", "–", "18", "op weg of sterk")
    assert tuple(map(str, figure.table.rows[4])) == coded_row


def test_withheld_is_a_dash_with_its_reason_near() -> None:
    figure, notice = (block(report(rich()), "themes", kind) for kind in (Figure, Notice))
    assert isinstance(figure, Figure)
    assert (figure.drawing.rows[2].marks, tuple(map(str, figure.table.rows[2][1:]))) == (
        (),
        ("–", "–", "–", "te weinig antwoorden"),
    )
    assert isinstance(notice, Notice)
    assert notice.title == "De inzet van de gemeente: te weinig antwoorden"


def test_notes_explain_each_coding_once() -> None:
    note = [each.text for each in section(report(coded()), "themes").blocks if isinstance(each, Paragraph)][-1]
    assert "4,2+ betekent 4,2 of hoger." in note
    assert "≤ 1,8 betekent 1,8 of lager." in note
    assert "2,6–3,4 betekent: ergens van 2,6 tot en met 3,4." in note


def test_groups_in_the_order_of_the_plan_with_their_n() -> None:
    figure = block(report(rich()), "groups", Figure)
    assert [series.label for series in figure.key] == [
        "bibliotheek (n = 6)",
        "welzijn (n = 5)",
        "overige partners (n = 7)",
    ]
    assert [(row.word, row.clear) for row in figure.drawing.rows][:2] == [("niet zeker", False), ("verschillend", True)]
    assert len(figure.drawing.rows) == 6
    assert len(figure.table.rows) == 8


def test_a_group_with_differing_n_prints_it_beside_each_average() -> None:
    figure = block(report(coded()), "groups", Figure)
    assert figure.table.columns[2].heading == "Overige partners"
    assert tuple(map(str, figure.table.rows[5])) == ("Voorwaarden", "3,8", "3,0 (n = 6)", "niet zeker")


@pytest.mark.parametrize(
    ("plan", "title"),
    [
        (("library", "rest"), "Bibliotheek en de andere partners"),
        (("library", "welfare", "rest"), "Bibliotheek, welzijn en overige partners"),
    ],
)
def test_the_title_names_the_groups(plan: tuple[str, ...], title: str) -> None:
    of = results({"roles": ("3.0 (12)", *["-"] * len(plan))}, plan=plan)
    made = section(report(of), "groups")
    assert made.title == title
    assert [type(each) for each in made.blocks] == [Notice]


def test_a_round_without_groups_says_so() -> None:
    blocks = section(report(results({"roles": ("3.0 (12)",)})), "groups").blocks
    assert [type(each) for each in blocks] == [Paragraph]


def test_one_shown_group_is_not_compared() -> None:
    of = results({"roles": ("3.0 (12)", "3.1 (7)", "-")}, plan=("library", "rest"))
    figure = block(report(of), "groups", Figure)
    assert figure.answer.startswith("Een vergelijking tussen bibliotheek en overige partners kan hier niet.")
    assert [series.id for series in figure.key] == ["library"]


def test_a_first_round_has_nothing_to_compare_with() -> None:
    assert [type(each) for each in section(report(rich()), "trend").blocks] == [Paragraph]


def test_trend_compares_what_is_comparable() -> None:
    figure = block(report(rich(), previous=before()), "trend", Figure)
    assert figure.drawing.linked
    assert [series.label for series in figure.key] == ["najaar 2025 (n = 15)", "najaar 2026 (n = 12–18)"]
    assert figure.drawing.rows[2].value == "2,8 (was 3,7)"
    assert tuple(map(str, figure.table.rows[2])) == ("De inzet van de gemeente", "3,0 (n = 12)", "–", "–")


def test_other_people_break_the_line() -> None:
    now = results({"roles": ("3.0 (12)",)}, response=(24, 12, 10))
    earlier = results({"roles": ("3.1 (12)",)}, closed_on=date(2025, 11, 13))
    made = report(now, previous=earlier)
    assert not block(made, "trend", Figure).drawing.linked
    assert "Vergelijk voorzichtig." in block(made, "trend", Paragraph).text


def test_changed_questions_are_not_compared() -> None:
    now = results({"roles": ("3.0 (12)",)}, response=(24, 12, 24), item_version=2)
    earlier = results({"roles": ("3.1 (12)",)}, closed_on=date(2025, 11, 13))
    assert "want de vragen zijn veranderd" in block(report(now, previous=earlier), "trend", Notice).text


def test_some_changed_questions_are_named() -> None:
    earlier = replace(before(), themes=(replace(before().themes[0], scoring="other"), *before().themes[1:]))
    paragraphs = [
        each.text for each in section(report(rich(), previous=earlier), "trend").blocks if isinstance(each, Paragraph)
    ]
    assert "Ons gezamenlijke doel is niet te vergelijken, want de vragen zijn veranderd." in paragraphs


def test_too_few_in_a_round_is_not_compared() -> None:
    now = results({"roles": ("-",)}, response=(24, 3, 24))
    earlier = results({"roles": ("3.1 (12)",)}, closed_on=date(2025, 11, 13))
    assert "te weinig antwoorden" in block(report(now, previous=earlier), "trend", Notice).text


def test_talk_has_two_themes_with_three_questions_each() -> None:
    talks = block(report(rich()), "talk", Talks).items
    assert [talk.title for talk in talks] == ["Samen mensen bereiken", "Rollen en taken"]
    assert [len(talk.questions) for talk in talks] == [3, 3]


def test_three_empty_action_cards() -> None:
    cards = block(report(rich()), "actions", ActionCards).cards
    assert [card.fields for card in cards] == [
        tuple(Fact(name, "") for name in ("Wat", "Wie", "Klaar op", "Eerste stap"))
    ] * 3


def test_method_names_the_versions() -> None:
    facts = {fact.term: fact.value for fact in block(report(rich()), "method", Facts).facts}
    assert facts["Vragenlijst"] == "Taalnetwerkspiegel 1.0.0"
    assert facts["Kenmerk van de resultaten"] == rich().hash[:12]


def test_a_round_with_few_answers_still_leads_to_a_conversation() -> None:
    made = report(few())
    assert block(made, "highlights", Notice).title == "Nog geen cijfers, wel een gesprek"
    assert f"bij {K} of meer mensen" in block(made, "themes", Notice).text
    assert [talk.title for talk in block(made, "talk", Talks).items] == ["Ons gezamenlijke doel"]
    assert not any(numbers(text) for text in texts(made))


def test_nobody_invited_is_a_report_too() -> None:
    of = results({"roles": ("-",)}, response=(0, 0, None))
    assert block(report(of), "response", Paragraph).text == "Niemand heeft geantwoord."


def test_english() -> None:
    made = report(rich(), "en", previous=before())
    assert made.language == "en"
    assert sentences(made)[0] == (
        "Needs attention: ‘Roles and tasks’ and ‘Reaching people together’. The average there is lower than 3."
    )
