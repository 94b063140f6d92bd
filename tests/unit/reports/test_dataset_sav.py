"""The SPSS file of the research dataset: it opens where researchers work, and says what the rows say."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyreadstat
import pytest

from reports.forms.dataset import Variable, row, sav, variables
from reports.forms.dataset.codebook import notes
from reports.forms.dataset.sav import LONGEST_LABEL, LONGEST_VALUE_LABEL, cut
from reports.forms.dataset.statements import GROUPS
from tests.unit.reports.networks import NETWORKS, given
from tests.unit.reports.test_data import SECRETS, secretive
from tests.unit.reports.test_dataset import columns, row_of

AT = datetime(2026, 11, 16, 12, 30, 5, tzinfo=UTC)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "written.sav"
    path.write_bytes(data)
    return path


def read(folder: Path, data: bytes, **how: Any) -> tuple[Any, Any]:
    return pyreadstat.read_sav(written(folder, data), **how)


def every_network() -> bytes:
    return sav([row_of(name) for name in NETWORKS], columns(), at=AT)


def test_every_value_is_read_back(tmp_path: Path) -> None:
    frame, _ = read(tmp_path, every_network(), user_missing=True)
    assert list(frame.columns) == [variable.name for variable in columns()]
    found = {line["network"]: line for line in frame.to_dict("records")}
    assert sorted(found) == sorted(f"code-{name}" for name in NETWORKS)
    for name in NETWORKS:
        for variable in columns():
            value, stored = row_of(name).get(variable.name), found[f"code-{name}"][variable.name]
            if value is None:
                assert stored != stored or stored == ""
            else:
                assert stored == value if isinstance(value, str) else Decimal(str(stored)) == value


def test_what_is_withheld_is_missing_for_who_calculates(tmp_path: Path) -> None:
    frame, _ = read(tmp_path, sav([row_of("silent")], columns(), at=AT))
    line = frame.iloc[0]
    assert frame["mean_roles"].isna().all()
    assert frame["mean_roles_kind"].isna().all()
    assert line["network"] == "code-silent"


def test_labels_codes_and_missing_values_are_in_the_file(tmp_path: Path) -> None:
    _, told = read(tmp_path, every_network(), user_missing=True)
    assert told.file_label == "Netwerkspiegel: gepubliceerde uitkomsten"
    assert told.column_names_to_labels == {variable.name: variable.label for variable in columns()}
    assert told.variable_value_labels["mean_roles_kind"] == {
        1: "precies", 2: "dit of hoger", 3: "dit of lager", 4: "van hier tot de bovengrens", 9: "niet getoond",
    }  # fmt: skip
    assert told.variable_value_labels["role_signal"][1] == "niemand doet dit"
    assert told.missing_ranges["mean_roles"] == [{"lo": 9.0, "hi": 9.0}]
    assert "mean_roles_n" not in told.missing_ranges
    assert told.original_variable_types["mean_roles"] == "F8.1"
    assert told.original_variable_types["share_sp_1_agree"] == "F8.2"
    assert told.variable_measure["mean_roles"] == "scale"
    assert told.variable_measure["mean_roles_kind"] == "nominal"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_how_to_read_it_is_in_the_file(tmp_path: Path, language: str) -> None:
    asked = given("small")[1]
    _, told = read(tmp_path, sav([row_of("small")], variables(asked, language), at=AT, language=language))
    assert " ".join(told.notes).split() == " ".join(notes(language)).split()
    assert "user_na = TRUE" in " ".join(told.notes)


def test_the_same_rows_at_the_same_time_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = every_network()
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    rows = [row_of(name) for name in reversed(NETWORKS)]
    assert sav(rows, columns(), at=AT.astimezone(timezone(timedelta(hours=5)))) == first


def test_the_only_time_in_the_file_is_the_one_given(tmp_path: Path) -> None:
    early, late = (sav([row_of("small")], columns(), at=AT.replace(year=year, day=2)) for year in (2026, 2031))
    assert b"02 Nov 2612:30:05" in early
    assert early.replace(b"02 Nov 26", b"02 Nov 31") == late
    _, told = read(tmp_path, early)
    assert told.creation_time.replace(tzinfo=UTC) == AT.replace(day=2)


def test_no_name_or_typed_text_is_in_the_file() -> None:
    made_of, asked = secretive()
    data = sav([row(made_of, asked, code="3f9a", number=2)], variables(asked), at=AT)
    assert b"3f9a" in data
    assert made_of.profile is not None
    names = [organisation.name for organisation in made_of.profile.organisations]
    for secret in (*SECRETS, *names, made_of.network, "Voorbeeldstad", "root", "/tmp"):  # noqa: S108 - must not be there
        assert secret.encode() not in data


def test_labels_are_cut_between_characters(tmp_path: Path) -> None:
    long = Variable("long", "é" * 200, values=((1, "ü" * 100), (9, "x")), withheld=9)
    fixed = [Variable("network", "n", "text"), Variable("round", "r")]
    _, told = read(tmp_path, sav([{"network": "a", "round": 1, "long": 1}], [*fixed, long], at=AT))
    assert told.column_names_to_labels["long"] == "é" * (LONGEST_LABEL // 2)
    assert told.variable_value_labels["long"][1] == "ü" * (LONGEST_VALUE_LABEL // 2)
    assert cut("a👍b", 4) == "a"


def test_a_dataset_without_rows_opens(tmp_path: Path) -> None:
    frame, told = read(tmp_path, sav([], columns(), at=AT))
    assert len(frame) == 0
    assert told.column_names == [variable.name for variable in columns()]


@pytest.mark.parametrize("code", ["=1+1", "é" * 40, "", "a\nb"])
def test_any_code_is_a_text(tmp_path: Path, code: str) -> None:
    frame, _ = read(tmp_path, sav([{**row_of("small"), "network": code}], columns(), at=AT))
    assert frame["network"].tolist() == [code]


def test_english_words_stand_in_an_english_file(tmp_path: Path) -> None:
    asked = given("small")[1]
    _, told = read(tmp_path, sav([row_of("small")], variables(asked, "en"), at=AT, language="en"))
    assert told.file_label == "Netwerkspiegel: published results"
    assert told.variable_value_labels["mean_roles_kind"][9] == "not shown"


def test_pspp_opens_it_and_leaves_out_what_is_withheld(tmp_path: Path) -> None:
    middling = row_of("middling")
    rows = [{**middling, "network": f"c{place}", "mean_roles": Decimal("3.5")} for place in range(3)]
    hidden = {**middling, "network": "hidden", "mean_roles": 9, "mean_roles_kind": 9}
    written(tmp_path, sav([*rows, hidden], columns(), at=AT))
    syntax = tmp_path / "look.sps"
    syntax.write_text(
        'GET FILE="written.sav".\nDISPLAY FILE LABEL.\nDESCRIPTIVES mean_roles.\nFREQUENCIES mean_roles_kind.\n'
    )
    made = subprocess.run(["pspp", "look.sps"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)
    assert "warning" not in made.stdout + made.stderr
    assert "error" not in made.stdout + made.stderr
    assert "Netwerkspiegel: gepubliceerde uitkomsten" in made.stdout
    assert "3.50" in made.stdout
    assert "Missing niet getoond" in made.stdout


def test_a_version_of_three_or_twenty_themes_has_columns_for_each(tmp_path: Path) -> None:
    asked = given("middling")[1]
    first = asked.questionnaire.themes[0]
    for number in (3, 20):
        themes = tuple(first.model_copy(update={"id": f"theme-{place}"}) for place in range(number))
        version = replace(asked, questionnaire=asked.questionnaire.model_copy(update={"themes": themes}))
        names = [each.name for each in variables(version) if each.name.startswith("mean_") and each.decimals == 1]
        assert len([name for name in names if not name.endswith("_high")]) == number * (1 + len(GROUPS))
