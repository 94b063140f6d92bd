"""Who has contact with whom: on a map while it can be read, in tables beyond that, and by name everywhere."""

from collections.abc import Sequence

import pytest

from reports.report import Facts, Figure, Paragraph, Ties
from reports.report.ties import ON_A_MAP, ON_PAPER
from tests.network_profiles import Answers, contact
from tests.unit.reports.organisation_samples import blocks, has_table, names, report_with, row, said, section, table


def of_size(number: int) -> dict[str, Answers]:
    """Organisations of which each reports contact with the next, every month."""
    listed = [f"o{place:02}" for place in range(number)]
    others = [*listed[1:], listed[0]]
    return {
        one: contact(**{other: {"freq": "monthly"}}) if one != other else {"vo-1": "well"}
        for one, other in zip(listed, others, strict=True)
    }


def three() -> dict[str, Answers | None]:
    return {
        "abc": contact(bcd={"freq": "weekly", "refer": "we-to-them", "wish": "fine"}),
        "bcd": contact("def", abc={"freq": "monthly", "refer": "they-to-us"}),
        "cde": {"vo-1": "well", "rel-wanted": ["abc"]},
        "def": None,
    }


def drawing(answers: dict[str, Answers | None]) -> Ties:
    (figure,) = blocks(section(report_with(answers), "relations"), Figure)
    assert isinstance(figure.drawing, Ties)
    return figure.drawing


def test_the_map_and_the_same_in_a_table():
    made = section(report_with(three()), "relations")
    (figure,) = blocks(made, Figure)
    assert figure.answer == made.summary
    assert made.summary == (
        "Organisaties noemen samen twee contacten. Eén contact is door beide organisaties genoemd. "
        "Bij één contact vulde de andere organisatie dit deel niet in."
    )
    assert said(figure.table) == [
        ["Abc", "Bcd", "ongeveer elke week", "beide"],
        ["Bcd", "Def", "hoe vaak is niet gezegd", "alleen Bcd"],
    ]
    drawn = drawing(three())
    assert [(node.name, node.answered) for node in drawn.nodes] == [
        ("Abc", True), ("Bcd", True), ("Cde", True), ("Def", False),
    ]  # fmt: skip
    assert [(edge.first, edge.second, edge.strength, edge.confirmed) for edge in drawn.edges] == [
        (0, 1, 3, True), (1, 3, 0, False),
    ]  # fmt: skip
    assert [series.id for series in figure.key] == ["tie-both", "tie-one", "silent"]


def test_whoever_is_silent_stays_on_the_map_and_is_named():
    made = section(report_with(three()), "relations")
    texts = [block.text for block in blocks(made, Paragraph)]
    assert "Def vulde dit deel niet in." in texts
    assert any("Cde heeft volgens de kaart met niemand contact." in text for text in texts)


def test_referrals_by_whoever_refers():
    made = table(section(report_with(three()), "relations"), "relations-referrals")
    assert said(made) == [["Abc", "Bcd", "geen"]]


def test_promising_links_and_who_wants_them():
    (facts,) = blocks(section(report_with(three()), "relations"), Facts)
    assert [(fact.term, fact.value) for fact in facts.facts] == [("Abc en Cde", "Cde wil meer contact")]


def test_a_link_that_both_want():
    answers = {"abc": contact(wanted=["bcd"]), "bcd": contact(wanted=["abc"])}
    (facts,) = blocks(section(report_with(answers), "relations"), Facts)
    assert facts.facts[0].value == "beide willen meer contact"


def test_without_promising_links_it_says_so():
    made = section(report_with(of_size(3)), "relations")
    assert blocks(made, Facts) == []
    assert any("heeft weinig contact en wil meer" in block.text for block in blocks(made, Paragraph))


def test_while_few_answered_nothing_that_is_missing_is_said():
    """The library names no contact with welfare; who did not answer may, and may want more."""
    answers = {"bieb": contact("roc"), "welzijn": None, "roc": None, "buurt": None}
    made = section(report_with(answers, bieb="library", welzijn="welfare"), "relations")
    told = " ".join(block.text for block in blocks(made, Paragraph))
    assert "Tussen bibliotheek en welzijn is nog geen contact genoemd. Een deel van hen vulde dit niet in." in told
    assert "wil meer" not in told
    assert "Te weinig organisaties vulden dit in" in told


def test_where_library_and_welfare_both_said_nothing_no_contact_is_missed():
    answers = {"bieb": None, "welzijn": None, "roc": contact("buurt"), "buurt": contact("roc")}
    made = section(report_with(answers, bieb="library", welzijn="welfare"), "relations")
    told = " ".join(block.text for block in blocks(made, Paragraph))
    assert "Bibliotheek en welzijn vulden dit niet in. Of zij contact met elkaar hebben, is dus niet te zeggen." in told
    assert "geen contact genoemd" not in told


def test_what_library_and_welfare_both_leave_out_is_said():
    answers = {"bieb": contact("roc"), "welzijn": contact("roc"), "roc": None, "buurt": None}
    made = section(report_with(answers, bieb="library", welzijn="welfare"), "relations")
    told = " ".join(block.text for block in blocks(made, Paragraph))
    assert "Tussen bibliotheek en welzijn is geen contact genoemd." in told


@pytest.mark.parametrize("number", [2, 5, ON_A_MAP])
def test_places_on_the_map_are_whole_thousandths_and_differ(number: int):
    nodes = drawing(of_size(number)).nodes
    places = {(node.x, node.y) for node in nodes}
    assert len(places) == len(nodes) == number
    assert all(0 <= end <= 1000 and isinstance(end, int) for place in places for end in place)


def test_the_first_organisation_stands_at_the_top():
    assert (drawing(of_size(4)).nodes[0].x, drawing(of_size(4)).nodes[0].y) == (500, 80)


def test_an_organisation_that_is_alone_has_no_partners_to_have_contact_with():
    assert "relations" not in names(report_with(of_size(1)))


@pytest.mark.parametrize("number", [ON_A_MAP + 1, 40])
def test_a_large_network_has_tables_instead_of_a_map(number: int):
    made = section(report_with(of_size(number)), "relations")
    assert blocks(made, Figure) == []
    each, matrix = table(made, "relations-each"), table(made, "relations-matrix")
    assert (len(each.rows), len(matrix.rows), len(matrix.columns)) == (number, number, number + 1)
    assert (each.reach, matrix.reach) == ("all" if number <= ON_PAPER else "data", "data")
    assert not any("werkblad" in block.text for block in blocks(made, Paragraph))  # it stands on the page itself
    assert f"Een tekening met {number} organisaties is niet te lezen." in blocks(made, Paragraph)[1].text
    assert "Tussen haakjes" in matrix.caption
    assert row(each, "O01") == ["O00 en O02"]
    cells: Sequence[str] = row(matrix, "2. O01")
    assert cells[:4] == ["(maand)", "", "(maand)", "geen"]


def test_a_map_says_nothing_in_figures_of_the_whole_network():
    texts = [block.text for block in blocks(section(report_with(of_size(12)), "relations"), Paragraph)]
    assert not any(sign.isdigit() for text in texts for sign in text.replace("O0", "").replace("O1", ""))


def test_library_and_welfare():
    answers = {"abc": contact("bcd"), "bcd": contact("abc")}
    made = section(report_with(answers, abc="library", bcd="welfare"), "relations")
    assert any("is één contact genoemd" in block.text for block in blocks(made, Paragraph))
    alone = section(report_with(answers, abc="library"), "relations")
    assert not any("welzijn" in block.text for block in blocks(alone, Paragraph))


def test_no_contact_at_all():
    made = section(report_with({"abc": contact(wanted=["bcd"]), "bcd": None}), "relations")
    (figure,) = blocks(made, Figure)
    assert figure.answer == "Geen enkele organisatie noemt contact met een partner."
    assert figure.table.rows == ()
    assert not has_table(made, "relations-referrals")
