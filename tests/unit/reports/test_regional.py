"""A report of many networks: what is told of them together, to whom, and how numbers of networks are printed."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from reports.dashboards.development import Change
from reports.dashboards.foremost import foremost
from reports.gap import GapWord
from reports.regional import (
    ActionTally,
    Edition,
    GapTally,
    MoveTally,
    Regional,
    SaidTally,
    ThemeTally,
    build_regional,
)
from reports.report import Figure, Highlights, Notice, Paragraph, Report, Section, Table, tables
from reports.results import Cell
from reports.status import StatusName
from reports.wording.nl_regional import REGIONAL
from tests.published_networks import others
from tests.unit.reports.regions import MADE_ON, like, region

STRONG, WAY, ATTENTION, DIVIDED = (
    StatusName.STRONG, StatusName.ON_THE_WAY, StatusName.ATTENTION, StatusName.DIVIDED,
)  # fmt: skip


def tally(
    status: StatusName, networks: int = 1, mean: str = "3.5", *, theme: str = "roles", version: str = "v1"
) -> ThemeTally:
    value = Decimal(mean)
    return ThemeTally(
        theme, version, Cell("theme_mean", theme, "total", "exact", value, value, 12), (status,), networks, MADE_ON
    )


def made(given: Regional, edition: Edition = "own", language: str = "nl") -> dict[str, Section]:
    return {each.id: each for each in report(given, edition, language).sections}


def report(given: Regional, edition: Edition = "own", language: str = "nl") -> Report:
    return build_regional(given, language=language, edition=edition)


def texts(section: Section) -> list[str]:
    told: list[str] = []
    for block in section.blocks:
        match block:
            case Paragraph():
                told.append(block.text)
            case Notice():
                told += [block.title, block.text]
            case Figure():
                told += [block.answer, block.how]
            case Highlights():
                told += [each.sentence for each in block.items]
            case _:
                pass
    return told


def rows(section: Section, id: str) -> list[list[str]]:
    every = [block.table if isinstance(block, Figure) else block for block in section.blocks]
    (found,) = [each for each in every if isinstance(each, Table) and each.id == id]
    return [[cell.text for cell in row] for row in found.rows]


def test_a_theme_is_a_strength_or_a_worry_in_more_than_half_of_the_networks() -> None:
    themes = [
        *(tally(status, number, theme="roles") for status, number in ((STRONG, 5), (WAY, 3))),
        *(tally(status, number, theme="municipality") for status, number in ((ATTENTION, 4), (DIVIDED, 1), (WAY, 3))),
        *(tally(status, number, theme="contact-trust") for status, number in ((STRONG, 4), (WAY, 4))),
    ]

    told = " ".join(texts(made(region(themes), "own")["themes"]))

    assert "In meer dan de helft van de netwerken sterk: ‘Rollen en taken’." in told
    assert "aandacht nodig of verdeeld: ‘De gemeente’." in told


def test_without_a_theme_that_most_have_it_does_not_say_that_there_is_none() -> None:
    told = texts(made(region([tally(DIVIDED, 1), tally(ATTENTION, 3), tally(WAY, 4)]))["themes"])

    assert any("Van geen onderwerp is zeker dat het in de meeste netwerken aandacht vraagt." in each for each in told)


def test_a_theme_is_told_in_the_version_that_most_networks_have() -> None:
    themes = [tally(STRONG, 6), tally(WAY, 2, version="v2")]

    found = made(region(themes), "own")["themes"]

    (row,) = rows(found, "statuses")
    assert (row[0], row[-1]) == ("Rollen en taken", "6")
    assert "Bij rollen en taken tellen netwerken met andere vragen niet mee. Dat zijn er 2." in texts(found)


SAME = Cell("theme_mean", "roles", "total", "exact", Decimal("1.0"), Decimal("1.0"), 12)
EVERY = ["middling", "large", "divided", "small", "large", "middling", "scan", "silent"]
MEANS = ("2.8", "3.0", "3.3", "3.6", "4.0")


def of_means(means: Iterable[str], version: str = "v1") -> list[ThemeTally]:
    return [tally(WAY, mean=mean, version=version) for mean in means]


def test_the_middle_of_five_networks_is_for_who_may_open_each_of_them() -> None:
    own = made(region(of_means(MEANS), of=5), "own")["overall"]

    assert rows(own, "middle") == [["Rollen en taken", "3,3", "3,0 tot 3,6", "5"]]
    assert "grijze band" not in " ".join(texts(own))


def test_of_four_there_is_none_and_it_says_so() -> None:
    own = made(region(of_means(MEANS[:4]), of=5, benchmark=others().edition), "own")["overall"]

    assert "Daarvoor zijn tien netwerken nodig." in " ".join(texts(own))


def test_other_questions_do_not_make_it_five() -> None:
    themes = [*of_means(MEANS[:4]), *of_means(MEANS[4:], "v2")]

    assert "3,0 tot" not in str(made(region(themes, of=5), "own"))


def test_a_range_enters_no_middle() -> None:
    between = Cell("theme_mean", "roles", "total", "between", Decimal("3.0"), Decimal("3.4"), 12)
    themes = [*of_means(MEANS[:4]), ThemeTally("roles", "v1", between, (WAY,), 1, MADE_ON)]

    assert " tot " not in " ".join(cell for row in _all_rows(made(region(themes, of=5), "own")) for cell in row)


def _all_rows(sections: dict[str, Section]) -> list[list[str]]:
    every = [block.table if isinstance(block, Figure) else block for each in sections.values() for block in each.blocks]
    return [[cell.text for cell in row] for each in every if isinstance(each, Table) for row in each.rows]


def test_what_is_given_on_has_the_middle_of_all_networks_only() -> None:
    given = like(["middling", "large", "divided", "small", "large", "middling"])
    on, own = (made(given, edition)["overall"] for edition in ("given_on", "own"))

    assert {len(row) for row in rows(on, "middle")} == {3}
    assert {tuple(row[1:]) for row in rows(on, "middle")} == {tuple(row[4:]) for row in rows(own, "middle")}
    assert "Het midden van deze netwerken is voor wie elk van hun rapporten mag lezen." in " ".join(texts(on))


@pytest.mark.parametrize(("number", "title"), [(1, "Eén netwerk is geen gebied"), (3, "minder dan vijf netwerken")])
def test_advisers_read_of_few_networks_with_a_warning(number: int, title: str) -> None:
    sections = made(like(["middling", "large", "divided"][:number]), "own")

    assert any(title in each for each in texts(sections["response"]))
    assert "themes" in sections


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("edition", ["given_on", "own"])
def test_without_networks_there_is_a_sentence(edition: Edition, language: str) -> None:
    found = report(region(of=0), edition, language)

    assert [each.id for each in found.sections] == ["highlights"]


@pytest.mark.parametrize("edition", ["given_on", "own"])
def test_no_network_stands_beside_a_figure(edition: Edition) -> None:
    """The name of a network stands in one table only: with its date, and for advisers with who answered."""
    given = like(["middling", "large", "divided", "small", "large", "middling"])
    names = [each.name for each in given.networks]

    found = [(table, row) for _, table in tables(report(given, edition)) for row in table.rows if row[0].text in names]

    assert {table.id for table, _ in found} == {"networks"}
    assert {len(row) for _, row in found} == ({2} if edition == "given_on" else {4})


def test_rounds_before_and_gaps_are_counted_in_words() -> None:
    moves = [MoveTally("roles", Change.RISE, 5), MoveTally("roles", Change.NOT_COMPARABLE, 3)]
    gaps = [GapTally("roles", GapWord.DIFFERENT, 5), GapTally("roles", GapWord.SAME, 3)]

    sections = made(region([tally(WAY, 8)], moves=moves, gaps=gaps), "own")

    assert texts(sections["trend"])[0] == "In meer dan de helft van de netwerken gestegen: ‘Rollen en taken’."
    assert rows(sections["trend"], "moved") == [["Rollen en taken", "5", "0", "0", "3", "0", "0", "8"]]
    assert "kijken ze verschillend naar ‘Rollen en taken’." in texts(sections["groups"])[0]


def test_without_rounds_before_it_says_so() -> None:
    sections = made(region(moves=[MoveTally("roles", Change.FIRST, 8)]), "own")

    assert "Er is nog geen ronde om mee te vergelijken" in texts(sections["trend"])


def test_tasks_and_groups_that_are_alike_are_all_named_or_none() -> None:
    assert foremost({"a": 3, "b": 2, "c": 2, "d": 2}) == ["a"]
    assert foremost({"a": 0, "b": 0}) == []


def test_what_organisations_say_has_the_number_of_networks_that_it_is_out_of() -> None:
    said = [SaidTally("task", "find", "open", 5), SaidTally("task", "", "", 8)]

    found = made(region(said=said))["roles"]

    assert texts(found)[0].endswith("leiding: ‘Mensen vinden’.")
    assert rows(found, "tasks")[0][:3] == ["Mensen vinden", "5", "0"]
    assert "Hierover vulden in deze netwerken nog te weinig organisaties iets in" in texts(
        made(region(said=said))["municipality"]
    )


def test_actions_are_added_up_by_theme_and_what_is_about_none_comes_last() -> None:
    actions = [ActionTally(None, 1, 0, 0), ActionTally("roles", 3, 1, 2), ActionTally("long-gone", 1, 1, 1)]

    found = made(region(actions=actions))["actions"]

    assert texts(found)[0] == "Acties samen: 5 te doen, waarvan 2 te laat, en 3 klaar."
    assert rows(found, "actions") == [
        ["Rollen en taken", "3", "1", "2"],
        ["Een ander onderwerp, of geen", "2", "1", "1"],
    ]


def test_each_worry_is_something_to_talk_about() -> None:
    themes = [tally(ATTENTION, 8), tally(STRONG, 8, theme="municipality")]

    (talks,) = [each for each in made(region(themes))["talk"].blocks if not isinstance(each, Paragraph)]

    assert [each.title for each in talks.items] == ["Rollen en taken", "De gemeente", "Alles samen"]  # type: ignore[union-attr]  # talks


def test_every_sentence_is_short() -> None:
    """In Dutch a sentence has 17 words at most, without what is filled in."""
    for name, text in REGIONAL.items():
        for sentence in text.replace("?", ".").replace(":", ".").split(". "):
            assert len(sentence.split()) <= 17, (name, sentence)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_whole_region_can_be_told(language: str) -> None:
    found = report(like(EVERY), "own", language)

    assert [each.id for each in found.sections] == [
        "highlights", "response", "themes", "overall", "trend", "groups", "municipality", "roles", "reach", "actions",
        "talk", "method",
    ]  # fmt: skip
    assert "{" not in str(texts(found.sections[0]))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_given_on_is_the_same_whatever_the_networks_published(language: str) -> None:
    """But for the themes that they were asked: two such reports, of any networks and days, tell nothing of any."""
    given = like(EVERY)
    other = replace(
        given,
        themes=[replace(each, average=SAME, status=(DIVIDED,)) for each in given.themes],
        networks=[replace(each, invited=99, sent_in=1) for each in given.networks],
        moves=(), gaps=(), said=(), numbers=(), actions=(),
    )  # fmt: skip

    assert report(given, "given_on", language) == report(other, "given_on", language)
    assert report(given, "own", language) != report(other, "own", language)
    assert [each.id for each in report(given, "given_on", language).sections] == [
        "response", "overall", "talk", "method",
    ]  # fmt: skip


def test_what_is_given_on_says_why_there_is_no_result_in_it() -> None:
    told = texts(made(like(EVERY), "given_on")["response"])

    assert "Hoe het met deze netwerken gaat, staat hier niet in" in told
