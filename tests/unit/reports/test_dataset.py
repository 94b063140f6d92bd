"""The research dataset: a row per network and round holds what was published, and no name of anybody or anything."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from questionnaires.types.statement import Statement as Asks
from reports.forms.dataset import DataRow, Variable, codebook_csv, dataset_csv, row, together, variables
from reports.forms.dataset.rows import scoring
from reports.forms.dataset.statements import statements, variable_name
from reports.forms.dataset.variables import CLASSES, KINDS, ROLES
from reports.profile import Count, role_cards
from reports.profile.asked import FOUND
from reports.profile.facts import ReachNumber
from reports.report import Asked
from reports.results import TOTAL, Cell
from reports.wording import words
from tests.unit.reports.networks import NETWORKS, given
from tests.unit.reports.test_data import SECRETS, secretive


@cache
def columns() -> tuple[Variable, ...]:
    return together(variables(given(name)[1]) for name in NETWORKS)


@cache
def row_of(name: str) -> DataRow:
    return row(*given(name), code=f"code-{name}", number=2)


def told(name: str) -> dict[tuple[str, ...], Cell]:
    """Return what a row tells of: everything about everybody, and averages of groups."""
    cells = given(name)[0].results.cells
    return {cell.key: cell for cell in cells if cell.group == TOTAL or cell.measure == "theme_mean"}


def frame(data: bytes) -> pd.DataFrame:
    return pd.read_csv(BytesIO(data), sep=";", decimal=",", encoding="utf-8-sig", dtype={"version": str, "policy": str})


@pytest.mark.parametrize("name", NETWORKS)
def test_every_such_cell_is_in_the_row_and_nothing_else_is(name: str) -> None:
    made, cells = row_of(name), told(name)
    seen: set[str] = set()
    for each in statements(given(name)[1].questionnaire, words("nl")):
        start = (each.measure, each.subject)
        cell = cells.get((*start, each.option, each.group)) or cells.get((*start, "", each.group))
        if cell is None:
            assert not [key for key in made if key in (each.name, f"{each.name}_kind", f"{each.name}_n")]
            continue
        seen.add(each.name)
        if each.measure in ("dont_know", "item_word"):
            assert made[each.name] == CLASSES[cell.kind]
            continue
        printed = cell.high if cell.low is None else cell.low
        assert made[each.name] == (9 if printed is None else printed)
        assert made[f"{each.name}_kind"] == KINDS[cell.kind]
        assert made.get(f"{each.name}_high") == (cell.high if cell.kind == "between" else None)
        assert made.get(f"{each.name}_n") == cell.n
    beside = {key for key in made if re.fullmatch(r"(mean|share)_.*_(kind|high|n|basis)", key)}
    about = {"network", "round", "half_year", "questionnaire", "version", "policy", "groups"}
    about |= {"invited", "sent_in", "by_code"}
    about |= {"organisations", "answered"} if given(name)[0].profile else set()
    roles = {key for key in made if key.startswith(("role_", "reach_"))}
    assert set(made) == seen | beside | about | roles


@pytest.mark.parametrize("name", NETWORKS)
def test_every_cell_has_a_variable(name: str) -> None:
    every = list(statements(given(name)[1].questionnaire, words("nl")))
    said = {(each.measure, each.subject, each.option, each.group) for each in every}
    subjects = {(each.measure, each.subject, each.group) for each in every}
    for measure, subject, option, group in told(name):
        assert (measure, subject, option, group) in said or (not option and (measure, subject, group) in subjects)


def test_a_row_holds_nothing_that_has_no_variable() -> None:
    names = {variable.name for variable in columns()}
    for name in NETWORKS:
        assert set(row_of(name)) <= names


def test_a_row_says_which_round_it_is_and_not_of_whom() -> None:
    made_of, asked = given("middling")
    made = row(made_of, asked, code="3f9a", number=2)
    version = asked.questionnaire.version
    assert [made[name] for name in ("network", "round", "half_year", "questionnaire", "version", "policy")] == [
        "3f9a", 2, "2026-2", "taalnetwerkspiegel", version, "2",
    ]  # fmt: skip
    spring = replace(made_of, results=replace(made_of.results, closed_on=made_of.results.closed_on.replace(month=6)))
    assert row(spring, asked, code="3f9a", number=1)["half_year"] == "2026-1"


def test_no_name_date_or_typed_text_is_in_any_file() -> None:
    made_of, asked = secretive()
    data = dataset_csv([row(made_of, asked, code="3f9a", number=2)], variables(asked))
    assert made_of.profile is not None
    names = [organisation.name for organisation in made_of.profile.organisations]
    for secret in (*SECRETS, *names, made_of.network, "Voorbeeldstad", "2026-10", made_of.results.hash):
        assert secret.encode() not in data


def test_of_the_profile_there_are_counts_and_words_only() -> None:
    made_of, _ = given("middling")
    assert made_of.profile is not None
    made = row_of("middling")
    assert (made["organisations"], made["answered"]) == (7, 6)
    for card in role_cards(made_of.profile):
        assert made[variable_name("role", card.task.id)] == ROLES[card.status]
    assert "organisations" not in row_of("scan")


def test_what_averages_are_made_of_stands_beside_them() -> None:
    made_of, _ = given("middling")
    theme = made_of.results.theme("roles")
    assert theme is not None
    basis = str(row_of("middling")["mean_roles_basis"])
    assert basis.endswith("; gemiddelde van wat is ingevuld, als minstens twee derde is ingevuld; omgekeerd: ro-4")
    assert basis.startswith(" ".join(f"{item}:{version}" for item, version in theme.items))


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (
            "mean of answered, at least 2/3 answered, reversed: ro-1,ro-3",
            "at least two thirds were; reversed: ro-1,ro-3",
        ),
        ("mean of answered, at least 2/3 answered, reversed: none", "at least two thirds were; reversed: none"),
        ("median of answered, reversed: none", "median of answered, reversed: none"),
    ],
)
def test_what_is_made_in_another_way_is_said_in_another_way(named: str, said: str) -> None:
    assert scoring(named, words("en")).endswith(said)


def test_people_are_counted_apart_from_organisations() -> None:
    response, made = given("middling")[0].results.response, row_of("middling")
    assert (made["invited"], made["sent_in"], made["by_code"]) == (34, 28, 0) == (
        response.invited, response.sent_in, response.by_code,
    )  # fmt: skip


@pytest.mark.parametrize(("name", "groups"), [("middling", "library welfare rest"), ("small", "library rest")])
def test_averages_of_groups_are_as_they_are_published(name: str, groups: str) -> None:
    made = row_of(name)
    assert made["groups"] == groups
    for group in groups.split():
        cell = given(name)[0].results.cell("theme_mean", "roles", group)
        printed = cell.high if cell.low is None else cell.low
        assert made[f"mean_roles_{group}"] == (9 if printed is None else printed)
        assert made[f"mean_roles_{group}_kind"] == KINDS[cell.kind]
    assert ("mean_roles_welfare" in made) == ("welfare" in groups)
    assert {KINDS[given("middling")[0].results.cell("theme_mean", "roles", "library").kind]} != {9}


def sums_of(*counts: Count) -> DataRow:
    """Return the row of a network whose organisations, two more than said so, found so many people."""
    made_of, asked = given("middling")
    assert made_of.profile is not None
    by = [each.id for each in made_of.profile.organisations]
    numbers = tuple(ReachNumber(FOUND, by[place], each) for place, each in enumerate(counts))
    return row(replace(made_of, profile=replace(made_of.profile, numbers=numbers)), asked, code="a", number=1)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((Count("exact", 12, "counted"), Count("exact", 8, "estimated")), (20, 12, 8, 2, 0, 0)),
        ((Count("exact", 12, "counted"), Count("few"), Count("unknown")), (12, 12, 0, 1, 1, 1)),
        ((Count("few"), Count("part")), (None, None, None, 0, 2, 0)),
        ((Count("exact", 0, "counted"), Count("few")), (None, None, None, 1, 1, 0)),
        ((Count("exact", 0, "counted"),) * 7, (0, 0, 0, 7, 0, 0)),
        ((), (None,) * 6),
    ],
)
def test_sums_leave_out_what_is_not_shown_and_say_so(counts: tuple[Count, ...], said: tuple[int | None, ...]) -> None:
    made = sums_of(*counts)
    endings = ("", "_counted", "_estimated", "_organisations", "_left_out", "_unknown")
    assert tuple(made.get(f"reach_found{ending}") for ending in endings) == said


def test_another_version_of_a_statement_is_another_variable() -> None:
    questionnaire = given("middling")[1].questionnaire
    item = questionnaire.themes[0].items[0]
    assert isinstance(item, Asks)
    newer = item.model_copy(update={"version": item.version + 1})
    theme = questionnaire.themes[0].model_copy(update={"items": (newer, *questionnaire.themes[0].items[1:])})
    changed = questionnaire.model_copy(update={"themes": (theme, *questionnaire.themes[1:])})
    old, new = (
        {each.name for each in statements(which, words("nl")) if each.subject == item.id}
        for which in (questionnaire, changed)
    )
    assert len(old) == len(new) == 3
    assert not old & new
    assert all(f"_v{item.version + 1}_" in name for name in new)


def test_variables_have_names_that_every_program_takes() -> None:
    names = [variable.name for variable in columns()]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert re.fullmatch(r"[a-z][a-z0-9_]{0,63}", name), name
        assert name.upper() not in {"ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"}


def test_long_names_are_cut_and_stay_apart() -> None:
    one, two = (variable_name("share", "x" * 60, "", option) for option in ("yes", "no"))
    assert one != two
    assert max(map(len, (one, two))) <= 64 - len("_basis")


def test_every_variable_has_words_of_its_own_in_both_languages() -> None:
    for name in NETWORKS:
        dutch, english = (variables(given(name)[1], language) for language in ("nl", "en"))
        assert [each.name for each in dutch] == [each.name for each in english]
        for each in (dutch, english):
            labels = [variable.label for variable in each]
            assert len(set(labels)) == len(labels)
            assert all(labels)


def test_together_keeps_each_variable_once_and_their_order() -> None:
    one, two = (variables(given(name)[1]) for name in ("middling", "scan"))
    both = together([one, two])
    assert both[: len(one)] == one
    assert {each.name for each in both} == {each.name for each in (*one, *two)}
    assert len({each.name for each in both}) == len(both)


def test_pandas_reads_the_rows_back_in_an_order_that_tells_nothing() -> None:
    asked: Asked = given("middling")[1]
    rows = [row(*given("middling"), code=code, number=number) for code, number in [("b", 1), ("a", 10), ("a", 2)]]
    read = frame(dataset_csv(rows, variables(asked)))
    assert list(zip(read["network"], read["round"], strict=True)) == [("a", 2), ("a", 10), ("b", 1)]
    assert dataset_csv(rows, variables(asked)) == dataset_csv(reversed(rows), variables(asked))
    assert list(read.columns) == [each.name for each in variables(asked)]


@pytest.mark.parametrize("name", NETWORKS)
def test_pandas_reads_every_value_back_and_what_is_withheld_is_empty(name: str) -> None:
    made, hidden = row_of(name), {each.name for each in columns() if each.withheld and not each.is_coded}
    (read,) = frame(dataset_csv([made], columns())).to_dict("records")
    for variable in columns():
        value, found = made.get(variable.name), read[variable.name]  # type: ignore[call-overload]
        if value is None or (variable.name in hidden and value == 9):
            assert pd.isna(found)
        else:
            assert found == value if isinstance(value, str) else Decimal(str(found)) == value


def test_the_codebook_tells_of_every_variable() -> None:
    read = pd.read_csv(
        BytesIO(codebook_csv(columns())), sep=";", encoding="utf-8-sig", keep_default_na=False, dtype=str
    )
    assert list(read.columns) == ["naam", "omschrijving", "soort", "decimalen", "waarden", "ontbrekend"]
    lines = read.to_dict("records")
    told: dict[str, Any] = {line["naam"]: line for line in lines if line["soort"] != "uitleg"}
    assert list(told) == [each.name for each in columns()]
    kind = told["mean_roles_kind"]
    assert kind["waarden"].startswith("1 = precies; 2 = dit of hoger; 3 = dit of lager; 4 = van hier")
    assert "9 = niet getoond" in kind["waarden"]
    assert [line["naam"] for line in lines if line["soort"] == "uitleg"] == [""] * 7
    assert told["mean_roles"]["decimalen"] == "1"
    assert (told["network"]["soort"], told["network"]["decimalen"]) == ("tekst", "")
    english = codebook_csv(variables(given("scan")[1], "en"), "en").decode("utf-8-sig")
    assert english.startswith("name;label;type;decimals;values;missing\r\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("network", "nooit leeg"),
        ("mean_roles", "niet getoond: 9 in .sav, leeg in CSV; leeg in beide: niet gevraagd in deze ronde"),
        ("mean_roles_kind", "niet getoond: 9; leeg: niet gevraagd in deze ronde"),
        ("mean_roles_high", "leeg: er is geen bovengrens; die is er alleen waar _kind 4 is"),
        ("mean_roles_n", "leeg: niet getoond, of niet gevraagd in deze ronde"),
        (
            "mean_roles_welfare",
            "niet getoond: 9 in .sav, leeg in CSV; leeg in beide: niet gevraagd, of geen groep in deze ronde",
        ),
        ("unknown_roles", "niet getoond: 9; leeg: niet gevraagd in deze ronde"),
        ("answered", "leeg: in deze ronde vulden organisaties niets in namens zichzelf"),
        ("reach_found", "leeg: er is geen getal te zien, of in deze ronde is er niet naar gevraagd"),
    ],
)
def test_what_is_empty_is_as_the_codebook_says(name: str, said: str) -> None:
    (line,) = [each for each in codebook_csv(columns()).decode("utf-8-sig").splitlines() if each.startswith(f"{name};")]
    assert said in line
    found = frame(dataset_csv([row_of(each) for each in NETWORKS], columns()))[name]
    if said == "nooit leeg":
        assert not found.isna().any()
    if said.startswith("niet getoond: 9;"):
        assert (found == 9).any()


def test_how_to_read_it_stands_in_the_codebook_and_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = codebook_csv(columns()).decode("utf-8-sig")
    monkeypatch.chdir(tmp_path)
    Path("onderzoek.csv").write_bytes(dataset_csv([row_of("middling")], columns()))
    (call,) = re.findall(r"pd\.read_csv\(.*?policy=str\)\)", notes.replace('""', '"'))
    read = eval(call, {"pd": pd, "str": str, "dict": dict})  # noqa: S307 -- a sentence of ours
    assert read["mean_roles"].tolist() == [float(row_of("middling")["mean_roles"])]
    assert read["version"].tolist() == [row_of("middling")["version"]]
    assert "read.csv2(" in notes
