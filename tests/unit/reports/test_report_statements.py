"""The statements in the report: what is drawn, what is named, and what stands for what is not shown."""

from dataclasses import replace

import pytest

from reports.report import Bars, Figure, Notice, Paragraph, Report, Section, Table
from reports.results import Results
from tests.unit.reports.statement_samples import AGREE, APART, DISAGREE, MIXED, Written, cells, with_shares
from tests.unit.reports.test_report import block, section
from tests.unit.reports.test_report_samples import report, rich

AVERAGES = {"shared-purpose": ("3.7 (20)",), "roles": ("3.0 (20)",)}

#: The fourth statement on roles is reversed.
PURPOSE = {f"sp-{number}": MIXED for number in range(1, 6)}
ROLES = {f"ro-{number}": MIXED for number in range(1, 6)} | {"ro-4": ("40", "35", "25")}


def made(items: dict[str, Written | None], language: str = "nl", **more: object) -> Report:
    return report(with_shares(AVERAGES, {**PURPOSE, **ROLES, **items}, **more), language)  # type: ignore[arg-type]


def named(of: Report) -> list[str]:
    return [each.text for each in section(of, "statements").blocks if isinstance(each, Paragraph)][:-1]


def figures(of: Section) -> list[Figure]:
    return [each for each in of.blocks if isinstance(each, Figure)]


def bars(of: Report, theme: str) -> Bars:
    (figure,) = [each for each in figures(section(of, "statements")) if each.id == f"statements-{theme}"]
    assert isinstance(figure.drawing, Bars)
    return figure.drawing


def test_a_round_without_statements_has_no_such_section() -> None:
    assert "statements" not in [each.id for each in report(rich()).sections]


def test_a_figure_per_theme_in_the_order_of_the_questionnaire() -> None:
    found = figures(section(made({}), "statements"))
    assert [figure.id for figure in found] == ["statements-shared-purpose", "statements-roles"]
    assert [series.id for series in found[0].key] == ["disagree", "agree", "neither"]
    assert all(len(figure.table.rows) == 5 for figure in found)


def test_a_row_says_what_is_published_and_its_word() -> None:
    row = bars(made({"sp-1": ("<=20", "20~35", ">=80")}), "shared-purpose").rows[0]
    assert [(part.series, part.kind, part.label) for part in row.parts] == [
        ("disagree", "at_most", "≤20%"),
        ("agree", "at_least", "≥80%"),
        ("neither", "between", "20–35%"),
    ]
    assert (row.label, row.word) == ("We weten samen wat we willen bereiken.", "grotendeels eens")


@pytest.mark.parametrize(
    ("written", "word"),
    [
        (AGREE, "grotendeels eens"),
        (DISAGREE, "grotendeels oneens"),
        (APART, "verdeeld"),
        (MIXED, "gemengd"),
        (("<=20", "20", "60~75"), "niet zeker"),
    ],
)
def test_the_word_of_a_statement(written: Written, word: str) -> None:
    of = made({"sp-2": written})
    assert bars(of, "shared-purpose").rows[1].word == word
    assert str(figures(section(of, "statements"))[0].table.rows[1][-1]) == word


def test_a_withheld_statement_has_a_row_without_parts_and_dashes() -> None:
    of = made({"sp-3": None})
    row, cells_ = bars(of, "shared-purpose").rows[2], figures(section(of, "statements"))[0].table.rows[2]
    assert (row.parts, row.word) == ((), "–")
    assert [str(each) for each in cells_[1:]] == ["–"] * 4
    assert [each.exactness for each in cells_[1:4]] == ["withheld"] * 3
    assert [each.about for each in cells_[1:4]] == [
        f"share/sp-3/{name}/total" for name in ("disagree", "neither", "agree")
    ]


def test_shares_of_a_reversed_statement_are_as_given_and_it_says_so() -> None:
    of = made({"ro-4": AGREE})
    row = bars(of, "roles").rows[3]
    assert row.label == "Organisaties in ons netwerk doen vaak hetzelfde werk dubbel (omgekeerde zin)"
    assert row.word == "grotendeels eens"
    assert "Bij een omgekeerde zin is oneens het gunstige antwoord." in block_texts(of)[-1]


def block_texts(of: Report) -> list[str]:
    return [each.text for each in section(of, "statements").blocks if isinstance(each, Paragraph)]


DOUBLE = "‘Organisaties in ons netwerk doen vaak hetzelfde werk dubbel’"


def test_strong_is_the_favourable_side_of_a_statement() -> None:
    assert named(made({"ro-4": DISAGREE})) == [
        f"Gunstig is dat de meesten het niet eens zijn met {DOUBLE} (ongeveer 70% oneens)."
    ]
    assert named(made({"ro-4": AGREE})) == [
        f"Minder gunstig is dat de meesten het eens zijn met {DOUBLE} (ongeveer 70% eens)."
    ]


PAPER, KNOW = "‘Ons doel staat duidelijk op papier’", "‘We weten samen wat we willen bereiken’"


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (
            {"ro-4": ("25", "40", "35")},
            [f"Minder gunstig is dat een deel van jullie het eens is met {DOUBLE} (ongeveer 35% eens)."],
        ),
        (
            {"ro-4": ("<=20", "35", "60")},
            [f"Minder gunstig is dat meer dan de helft van jullie het eens is met {DOUBLE} (ongeveer 60% eens)."],
        ),
        (
            {"sp-2": ("65", "20", "<=20"), "sp-1": ("55", "30", "<=20")},
            [
                f"Hier is meer dan de helft van jullie kritisch over: {PAPER} (ongeveer 65% oneens).",
                f"Hier is ongeveer de helft van jullie kritisch over: {KNOW} (ongeveer 55% oneens).",
            ],
        ),
        # opinions that differ are neither good news nor bad
        ({"ro-4": ("30", "35", "35")}, ["Geen zin springt eruit."]),
        ({"sp-2": APART, "sp-1": ("60", "<=20", "30")}, ["Geen zin springt eruit."]),
        ({"sp-2": ("40", "40", "20")}, [f"Hier is een deel van jullie kritisch over: {PAPER} (ongeveer 40% oneens)."]),
        ({"sp-2": DISAGREE}, [f"Hier zijn de meesten kritisch over: {PAPER} (ongeveer 70% oneens)."]),
        ({"sp-2": (">=80", "<=20", "<=20")}, [f"Hier zijn de meesten kritisch over: {PAPER} (minstens 80% oneens)."]),
        (
            {"sp-1": ("40", "40", "20"), "sp-2": DISAGREE},
            [
                f"Hier zijn de meesten kritisch over: {PAPER} (ongeveer 70% oneens).",
                f"Hier is een deel van jullie kritisch over: {KNOW} (ongeveer 40% oneens).",
            ],
        ),
        (
            {"sp-2": AGREE, "ro-4": DISAGREE},
            [
                f"Hier zijn de meesten positief over: {PAPER} (ongeveer 70% eens).",
                f"Gunstig is dat de meesten het niet eens zijn met {DOUBLE} (ongeveer 70% oneens).",
            ],
        ),
    ],
)
def test_what_stands_out_says_how_many_and_on_which_side(items: dict[str, Written | None], said: list[str]) -> None:
    assert named(made({"ro-4": ("40", "35", "25"), **items})) == said


def test_three_at_most_are_named_the_largest_parts_in_questionnaire_order() -> None:
    grown: dict[str, Written | None] = {
        "sp-1": ("<=20", "30", "70"),
        "sp-2": ("<=20", "20", "75"),
        "sp-3": ("<=20", "30", "70"),
        "sp-4": ("<=20", "<=20", ">=80"),
    }
    (said,) = named(made(grown))
    assert [said.find(each) > 0 for each in ("We weten samen", "op papier", "past bij mijn", "praten open")] == [
        True,
        True,
        False,
        True,
    ]
    assert said.index("We weten samen") < said.index("op papier") < said.index("praten open")
    assert "(minstens 80% eens)" in said


@pytest.mark.parametrize(
    ("items", "start"),
    [
        (dict.fromkeys(["sp-1", "sp-2", "sp-3", "sp-4"], AGREE), "Hier zijn de meesten positief over: onder meer ‘We"),
        (dict.fromkeys(["sp-1", "sp-2", "sp-3"], AGREE), "Hier zijn de meesten positief over: ‘We weten"),
        (
            dict.fromkeys(["sp-1", "sp-2", "sp-3", "sp-4"], DISAGREE),
            "Hier zijn de meesten kritisch over: onder meer ‘We weten",
        ),
    ],
)
def test_where_more_have_as_large_a_part_it_says_so(items: dict[str, Written | None], start: str) -> None:
    (said,) = named(made(items))
    assert said.startswith(start)
    assert said.count("ongeveer 70%") == 3


def test_only_the_sentence_of_those_that_are_alike_says_that_there_are_more() -> None:
    more = {"sp-1": (">=80", "<=20", "<=20"), **dict.fromkeys(["sp-2", "sp-3", "sp-4"], ("65", "20", "<=20"))}
    most, half = named(made(more))
    assert "onder meer" not in most
    assert half.startswith(f"Hier is meer dan de helft van jullie kritisch over: onder meer {PAPER}")


def test_a_coded_part_counts_by_its_lower_end() -> None:
    assert named(made({"sp-1": ("<=20", "<=20", "65~90")})) == ["Geen zin springt eruit."]
    (said,) = named(made({"sp-1": ("<=20", "<=20", "70~90")}))
    assert "(tussen 70% en 90% eens)" in said


def test_what_is_named_strong_is_not_named_critical() -> None:
    (said,) = named(made({"sp-1": ("30", "<=20", "70")}))
    assert said.startswith("Hier zijn de meesten positief over")


@pytest.mark.parametrize(
    ("items", "answer"),
    [
        ({"sp-2": AGREE}, "Ons gezamenlijke doel: ongeveer 70% is het eens met ‘Ons doel staat duidelijk op papier’."),
        (
            {"sp-2": DISAGREE},
            "Ons gezamenlijke doel: ongeveer 70% is het oneens met ‘Ons doel staat duidelijk op papier’.",
        ),
        ({"sp-1": APART, "sp-3": APART}, "Ons gezamenlijke doel: bij twee zinnen lopen de meningen uiteen."),
        (dict.fromkeys(PURPOSE, APART), "Ons gezamenlijke doel: bij alle vijf de zinnen lopen de meningen uiteen."),
        (dict.fromkeys(PURPOSE, AGREE), "Ons gezamenlijke doel: bij alle vijf de zinnen is ongeveer 70% het eens."),
        (dict.fromkeys(PURPOSE, ("<=20", ">=80", "<=20")), "Ons gezamenlijke doel: geen zin springt eruit."),
        (
            {"sp-1": AGREE, "sp-2": AGREE},
            "Ons gezamenlijke doel: bij elk van deze twee zinnen is ongeveer 70% het eens: "
            "‘We weten samen wat we willen bereiken’ en ‘Ons doel staat duidelijk op papier’.",
        ),
    ],
)
def test_the_answer_of_a_figure(items: dict[str, Written | None], answer: str) -> None:
    assert figures(section(made(items), "statements"))[0].answer == answer


def test_a_theme_with_nothing_shown_is_named_and_not_drawn() -> None:
    of = section(made(dict.fromkeys(ROLES)), "statements")
    assert [figure.id for figure in figures(of)] == ["statements-shared-purpose"]
    (notice,) = [each for each in of.blocks if isinstance(each, Notice)]
    assert notice.title == "Rollen en taken: zinnen niet apart"


def test_nothing_shown_at_all_says_why() -> None:
    of = made(dict.fromkeys([*PURPOSE, *ROLES]))
    notice = block(of, "statements", Notice)
    assert notice.text == "De antwoorden op een zin laten we pas zien bij 10 of meer mensen."
    assert len(section(of, "statements").blocks) == 1


def in_groups(**groups: Written | None) -> Results:
    more = tuple(each for group, written in groups.items() for each in cells("sp-1", written, group=group))
    averages = {theme: (*row, *["-"] * len(groups)) for theme, row in AVERAGES.items()}
    return with_shares(averages, {**PURPOSE, **ROLES}, plan=tuple(groups), more=more)


def test_group_shares_stand_in_a_table_for_the_data_only() -> None:
    of = section(report(in_groups(library=AGREE, welfare=None, rest=MIXED)), "statements")
    (table,) = [each for each in of.blocks if isinstance(each, Table) and each.id.endswith("-groups")]
    assert (table.id, table.reach) == ("statements-shared-purpose-groups", "data")
    assert [column.heading for column in table.columns] == [
        "Zin",
        "Bibliotheek: oneens",
        "Bibliotheek: ertussen",
        "Bibliotheek: eens",
        "Overige partners: oneens",
        "Overige partners: ertussen",
        "Overige partners: eens",
    ]
    assert [str(each) for each in table.rows[0][1:]] == ["≤20%", "30%", "70%", "25%", "35%", "40%"]
    assert [each.exactness for each in table.rows[1][1:]] == ["withheld"] * 6


@pytest.mark.parametrize(
    ("groups", "is_said"),
    [
        ({"library": AGREE, "welfare": None, "rest": MIXED}, True),
        ({"library": AGREE, "rest": MIXED}, False),
        ({"library": None, "rest": None}, False),
    ],
)
def test_a_group_that_is_not_in_the_table_by_group_is_explained(
    groups: dict[str, Written | None], is_said: bool
) -> None:
    assert (
        "alleen de groepen die we apart mogen laten zien" in block_texts(report(in_groups(**groups)))[-1]
    ) == is_said


def test_without_group_shares_there_is_no_such_table() -> None:
    of = section(report(in_groups(library=None, rest=None)), "statements")
    assert [each.id for each in of.blocks if isinstance(each, Table)] == ["statements-said"]


def test_every_statement_has_its_sentence() -> None:
    (table,) = [each for each in section(made({"sp-3": None}), "statements").blocks if isinstance(each, Table)]
    assert table.reach == "data"
    assert str(table.rows[0][1]) == "Ongeveer 40% is het eens, ongeveer 25% is het oneens."
    assert str(table.rows[2][1]) == "Van deze zin laten we niets zien."


def test_divided_statements_are_named_with_the_groups() -> None:
    few = section(made({"sp-1": APART}), "groups").blocks[-1]
    assert few == Paragraph(
        "Bij deze zin lopen de meningen in het hele netwerk uiteen: ‘We weten samen wat we willen bereiken’."
    )
    many = section(made({**dict.fromkeys(PURPOSE, APART), "ro-1": APART}), "groups").blocks[-1]
    assert many == Paragraph(
        "De meningen in het hele netwerk lopen uiteen bij zinnen over ‘Ons gezamenlijke doel’ en ‘Rollen en taken’."
    )


def test_in_english() -> None:
    of = made({"sp-1": AGREE, "ro-4": AGREE}, "en")
    assert named(of)[1].startswith("Less favourable: most of you agree with ‘")
    assert named(of)[0].endswith("(about 70% agree).")
    assert bars(of, "roles").rows[3].label.endswith("(reversed sentence)")


# --- grade and worth ------------------------------------------------------------------------------------------

GRADES = ("1-5", "6-7", "8-10")


def with_overall(grade: Written | None, worth: Written | None) -> Report:
    more = (*cells("ov-grade", grade, GRADES), *cells("ov-worth", worth))
    return report(replace(rich(), cells=(*rich().cells, *more)))


def test_grade_and_worth_each_have_a_sentence_and_a_table() -> None:
    of = section(with_overall(("<=10", "80", "15"), AGREE), "overall")
    assert [type(each) for each in of.blocks] == [Paragraph, Table, Paragraph, Table, Paragraph]
    assert of.blocks[-1] == Paragraph(
        "We ronden delen af. Samen kunnen ze iets meer of iets minder zijn dan het geheel.", "small"
    )
    assert of.summary.startswith("Hoogstens 10% geeft een 5 of lager.")
    worth = of.blocks[2]
    assert isinstance(worth, Paragraph)
    assert worth.text == (
        "De zin was: ‘Het netwerk is de tijd waard die ik erin steek’. Ongeveer 70% is het eens met deze zin."
    )
    grades = of.blocks[1]
    assert isinstance(grades, Table)
    assert [tuple(map(str, row)) for row in grades.rows] == [
        ("5 of lager", "≤10%"),
        ("een 6 of een 7", "80%"),
        ("8 of hoger", "15%"),
    ]


def test_one_of_both_may_be_withheld() -> None:
    of = section(with_overall(None, AGREE), "overall")
    assert [type(each) for each in of.blocks] == [Notice, Paragraph, Table, Paragraph]


def test_both_withheld_say_why_once() -> None:
    of = section(with_overall(None, None), "overall")
    assert of.blocks == (Notice("Te weinig antwoorden", "Wij laten dit pas zien bij 10 of meer mensen."),)


def test_what_was_not_asked_is_left_out() -> None:
    assert "overall" not in [each.id for each in report(rich()).sections]
    grade = replace(rich(), cells=(*rich().cells, *cells("ov-grade", ("20", "50", "30"), GRADES)))
    assert section(report(grade), "overall").title == "Jullie cijfer"
