"""Published results as data: CSV and JSON say every cell and every shared fact, and nothing that somebody typed."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pandas as pd
import pytest

from reports.benchmark import shown
from reports.forms.data import InvalidPublishedRound, PublishedRound, published_json, results_csv
from reports.forms.data.dialect import csv_bytes
from reports.profile import ProfileResults
from reports.profile.facts import Organisation, Voice
from reports.report import AgreedAction, Asked, ReleasedWords, ReportInput
from tests.unit.reports.networks import NETWORKS, given

SECRETS = ("Zevenslaperij", "Quispelkwast", "Wilhelmina", "Bartholomeus", "Xanthippe", "Sibbelwerk", "Kromzwaard")


def secretive() -> tuple[ReportInput, Asked]:
    """Return a network in which everything that somebody types holds a word that is nowhere else."""
    made_of, asked = given("middling")
    assert made_of.profile is not None
    spoken = tuple(replace(voice, sentence="Zevenslaperij.") for voice in made_of.profile.voices)
    action = AgreedAction(
        "1", "Sibbelwerk", "open", date(2026, 1, 1), person="Wilhelmina", helpers="Bartholomeus", note="Xanthippe"
    )
    changed = replace(
        made_of,
        profile=replace(made_of.profile, voices=spoken),
        actions=(action,),
        words=(ReleasedWords("op-keep", ("Quispelkwast",) * 3),),
        meeting_place="Kromzwaard",
    )
    return changed, asked


def table(made_of: ReportInput, asked: Asked, language: str = "nl") -> pd.DataFrame:
    file = BytesIO(results_csv(made_of, asked, language))
    return pd.read_csv(
        file, sep=";", decimal=",", encoding="utf-8-sig", keep_default_na=False, na_values={"low": "", "high": ""},
        dtype={"n": str, "version": str, "policy": str},
    )  # fmt: skip


def rows(made_of: ReportInput, asked: Asked, **where: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table(made_of, asked).to_dict("records")  # type: ignore[assignment]
    return [row for row in found if all(row[column] == value for column, value in where.items())]


def number(value: float) -> Decimal | None:
    return None if pd.isna(value) else Decimal(str(value))


def same(read: float, published: Decimal | int | None) -> bool:
    return number(read) == published if published is not None else number(read) is None


@pytest.mark.parametrize("name", NETWORKS)
def test_every_cell_is_a_row_that_pandas_reads_back(name: str) -> None:
    made_of, asked = given(name)
    for which, results in (("this", made_of.results), ("previous", made_of.previous)):
        found = rows(made_of, asked, round=which, source="people")
        assert len(found) == (len(results.cells) if results else 0)
        for row, cell in zip(found, results.cells if results else (), strict=True):
            assert (row["measure"], row["subject"], row["option"], row["group"]) == cell.key
            assert (row["kind"], row["reason"]) == (cell.kind, cell.reason or "")
            assert same(row["low"], cell.low)
            assert same(row["high"], cell.high)
            assert row["n"] == ("" if cell.n is None else str(cell.n))


def test_a_row_names_its_round_and_what_it_is_about() -> None:
    row, *_ = rows(*given("middling"), measure="theme_mean")
    assert row["network"] == "Taalnetwerk Voorbeeldstad"
    assert row["closed_on"] == "2026-10-23"
    assert (row["questionnaire"], row["version"], row["policy"]) == (
        "taalnetwerkspiegel",
        given("middling")[1].questionnaire.version,
        "2",
    )
    assert row["label"] == "Ons gezamenlijke doel"
    assert row["group_label"] == "het hele netwerk"
    shares = rows(*given("middling"), subject="sp-1", group="total", round="this")
    assert [share["option_label"] for share in shares] == ["Oneens", "Ertussen", "Eens"]
    assert len({share["label"] for share in shares}) == 1
    signal = rows(*given("middling"), subject="roles-find.signal.now", option="library", round="this")
    assert [each["option_label"] for each in signal] == ["bibliotheek"]


def test_labels_are_in_the_language_that_was_asked_and_codes_in_none() -> None:
    dutch, english = (table(*given("middling"), language) for language in ("nl", "en"))
    codes = ["source", "measure", "subject", "option", "group", "kind", "low", "high", "n"]
    pd.testing.assert_frame_equal(dutch[codes], english[codes])
    assert set(english["label"]) & set(dutch["label"]) <= {""}


def test_a_subject_that_the_version_does_not_ask_keeps_its_id() -> None:
    made_of, asked = given("middling")
    cells = tuple(replace(cell, subject="old-1") for cell in made_of.results.cells if cell.subject == "sp-1")
    old = replace(made_of.results, cells=cells)
    found = rows(replace(made_of, results=old), asked, subject="old-1")
    assert {row["label"] for row in found} == {"old-1"}


def test_a_round_before_in_another_version_is_not_labelled_with_words_of_now() -> None:
    made_of, asked = given("middling")
    assert made_of.previous is not None
    older = replace(made_of, previous=replace(made_of.previous, questionnaire_version="0.9.0"))
    for of, labelled in ((made_of, True), (older, False)):
        before = rows(of, asked, round="previous", source="people")
        assert all(bool(row["label"]) == labelled for row in before)
        assert all(row["label"] for row in rows(of, asked, round="this", source="people"))


def test_the_response_is_there() -> None:
    found = rows(*given("middling"), source="round", round="this")
    assert {row["subject"]: row["low"] for row in found} == {"invited": 34, "sent_in": 28, "invited_before": 29}


def test_every_fact_that_organisations_shared_is_a_row() -> None:
    made_of, asked = given("middling")
    profile = made_of.profile
    assert profile is not None
    found = pd.DataFrame(rows(made_of, asked, source="organisation"))
    details = sum(
        each is not None
        for contact in profile.contacts
        for each in (contact.frequency, contact.referral, contact.joint, contact.wish)
    )
    assert found["measure"].value_counts().to_dict() == {
        "organisation": len(profile.organisations),
        "task": sum(len(task.doers) + len(task.leaders) + len(task.wanting) for task in profile.tasks),
        "sees": sum(len(group.organisations) for group in profile.groups),
        "reach": len(profile.numbers),
        "choice": len(profile.said),
        "voice": sum(voice.choice is not None for voice in profile.voices),
        "contact": len(profile.contacts) + details,
        "wanted": len(profile.wanted),
    }
    assert set(found["organisation"]) <= {each.name for each in profile.organisations}
    assert set(found["round"]) == {"this"}


def test_a_fact_is_told_in_words_and_by_name() -> None:
    lead = rows(*given("middling"), measure="task", subject="rf-tasks.intake", option="lead")
    assert [row["organisation"] for row in lead] == ["Bibliotheek Voorbeeldstad"]
    assert lead[0]["option_label"] == "daarin hebben wij de leiding"
    contact, *_ = rows(*given("middling"), measure="contact", subject="rel-map.(organisation).rel-freq")
    assert (contact["organisation"], contact["about"]) == ("Bibliotheek Voorbeeldstad", "Gemeente Voorbeeldstad")
    assert (contact["option"], contact["option_label"]) == ("monthly", "ongeveer elke maand")
    assert contact["label"] == "Hoe vaak was er contact?"


def test_one_to_four_people_have_no_number() -> None:
    reach = rows(*given("middling"), measure="reach")
    assert {row["kind"] for row in reach} >= {"exact", "few", "unknown"}
    for row in reach:
        assert (number(row["low"]) is not None) == (row["kind"] == "exact")
        assert not 1 <= (row["low"] if row["kind"] == "exact" else 0) <= 4


def test_nothing_that_somebody_typed_is_in_any_data() -> None:
    made_of, asked = secretive()
    assert all(secret in made_of.to_json() for secret in SECRETS)
    for data in (results_csv(made_of, asked, "nl"), results_csv(made_of, asked, "en"), published_json(made_of)):
        assert not [secret for secret in SECRETS if secret.encode() in data]


def test_the_dialect_is_one_that_a_dutch_spreadsheet_opens() -> None:
    data = results_csv(*given("middling"), "nl")
    assert data.startswith(b"\xef\xbb\xbfround;network;")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[-1] == ""
    assert not any("\n" in line for line in lines)
    assert any(";3,7;3,7;28;" in line for line in lines)
    assert any(";0,15;0,15;;" in line for line in lines)


@pytest.mark.parametrize("name", ["=1+1", "+31", "-2", "@x", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(name: str) -> None:
    made_of, asked = given("middling")
    assert made_of.profile is not None
    first, *others = made_of.profile.organisations
    profile = replace(made_of.profile, organisations=(replace(first, name=name), *others))
    data = results_csv(replace(made_of, network=name, profile=profile), asked, "nl")
    frame = pd.read_csv(BytesIO(data), sep=";", decimal=",", encoding="utf-8-sig", dtype=str, keep_default_na=False)
    assert set(frame["network"].str.strip()) == {f"'{name}".strip()}
    assert not [text for column in frame for text in frame[column] if text.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_separators_quotes_and_lines_within_a_field_survive() -> None:
    data = csv_bytes(("a", "b"), [('x;"y"\r\nz', "\0é<b>")])
    read = pd.read_csv(BytesIO(data), sep=";", encoding="utf-8-sig")
    assert read.to_numpy().tolist() == [['x;"y"\r\nz', "é<b>"]]


@pytest.mark.parametrize("name", NETWORKS)
def test_the_json_is_the_published_round(name: str) -> None:
    made_of, _ = given(name)
    read = PublishedRound.from_json(published_json(made_of).decode())
    assert (read.network, read.results, read.previous, read.edition) == (
        made_of.network,
        made_of.results,
        made_of.previous,
        made_of.edition and shown(made_of.edition),
    )
    assert set(json.loads(published_json(made_of))) <= {
        "network", "results", "profile", "previous", "edition", "document", "format",
    }  # fmt: skip


@pytest.mark.parametrize("name", NETWORKS)
def test_the_schema_has_no_place_for_what_words_are_worked_out_with_nor_for_sentences(name: str) -> None:
    made_of, _ = given(name)
    document, parts = json.loads(published_json(made_of)), PublishedRound.schema()["$defs"]
    assert not {"mean", "mean_error", "spread", "answers"} & set(parts["ShownFigures"]["properties"])
    assert "sentence" not in parts["Voice"]["properties"]
    assert "ThemeFigures" not in parts
    told = [*document.get("edition", {}).get("themes", []), *document.get("profile", {}).get("voices", [])]
    allowed = {*parts["ShownFigures"]["properties"], *parts["Voice"]["properties"]}
    assert {key for each in told for key in each} <= allowed


def test_the_profile_in_json_is_whole_but_for_sentences() -> None:
    made_of, _ = secretive()
    profile = PublishedRound.from_json(published_json(made_of).decode()).profile
    assert profile is not None
    assert made_of.profile is not None
    assert all(voice.sentence is None for voice in profile.voices)
    assert replace(profile, voices=()) == replace(made_of.profile, voices=())
    assert [(voice.theme, voice.choice) for voice in profile.voices] == [
        (voice.theme, voice.choice) for voice in made_of.profile.voices
    ]


def test_a_voice_with_a_sentence_only_is_not_there() -> None:
    made_of, _ = given("middling")
    profile = ProfileResults(
        "2", "p", "1", "0" * 64, date(2026, 1, 1), ("voice",), (Organisation("a", "A", ("voice",)),), (), (), (), (),
        (Voice("roles", "a", None, "Samen."),), (), (),
    )  # fmt: skip
    assert json.loads(published_json(replace(made_of, profile=profile)))["profile"]["voices"] == []


def test_the_same_round_is_the_same_bytes_whatever_was_typed() -> None:
    made_of, asked = given("middling")
    assert made_of.profile is not None
    silent = replace(made_of.profile, voices=tuple(replace(each, sentence=None) for each in made_of.profile.voices))
    other = replace(made_of, actions=(), words=(), meeting_on=None, meeting_place="x", profile=silent)
    assert published_json(other) == published_json(made_of) == published_json(made_of)
    assert results_csv(other, asked, "nl") == results_csv(made_of, asked, "nl")


def test_what_is_no_published_round_is_refused() -> None:
    with pytest.raises(InvalidPublishedRound, match="At "):
        PublishedRound.from_json(given("small")[0].to_json())
