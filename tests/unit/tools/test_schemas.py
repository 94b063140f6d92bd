"""The JSON Schemas in docs/schemas: they are those of the code, and real documents keep to them."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reports.forms.data import published_json
from reports.quality import resampling
from survey.demo.invented import invented_input
from survey.services.sample import SAMPLE
from tests.network_profiles import contact, counts, does, network
from tests.unit.reports.benchmark_samples import edition, grouped
from tests.unit.reports.test_quality_study import answers, studied, theme
from tools import schemas
from tools.schemas import DOCUMENTS, FOLDER


def stored(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


@cache
def results() -> list[str]:
    """Return both rounds of the sample: hundreds of cells, of every kind."""
    given, _ = invented_input(SAMPLE)
    return [each.to_json() for each in (given.previous, given.results) if each]


@cache
def inputs() -> list[str]:
    return [invented_input(SAMPLE)[0].to_json(), invented_input(SAMPLE, with_previous=False)[0].to_json()]


@cache
def rounds() -> list[str]:
    given = (invented_input(SAMPLE, with_previous=before)[0] for before in (True, False))
    return [published_json(each).decode() for each in given]


@cache
def profiles() -> list[str]:
    full = {**does("do", "lead"), **counts(found=3, started=12, nt1_share=None), **contact("b", wanted=["c"])}
    given = {"a": full, "b": {"vo-2": "well", "vo-2-why": "Samen."}, "c": None}
    return [network(given, a="library").to_json(), network({}).to_json()]


@cache
def editions() -> list[str]:
    with_gaps = edition([grouped(number, "3.9 (6)", "3.0 (6)") for number in range(10)]).edition
    return [with_gaps.to_json(), edition().edition.to_json()]


@cache
def studies() -> list[str]:
    return [studied(theme(answers()), theme(answers(items=2), name="two")).to_json()]


REAL: dict[str, Callable[[], list[str]]] = {
    "results.schema.json": results,
    "profile-results.schema.json": profiles,
    "report-input.schema.json": inputs,
    "published-round.schema.json": rounds,
    "benchmark-edition.schema.json": editions,
    "quality-study.schema.json": studies,
}


@pytest.fixture(autouse=True)
def few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resampling, "RESAMPLES", 5)


def test_there_is_a_file_for_each_document_and_no_other():
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(DOCUMENTS) == sorted(REAL)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_file_is_what_the_code_gives(name: str):
    assert (FOLDER / name).read_text(encoding="utf-8") == schemas.text(name), "run: python -m tools.schemas"


def test_all_are_written_anew(tmp_path: Path):
    schemas.write_all(tmp_path / "new")
    written = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert written == {path.name: path.read_bytes() for path in FOLDER.iterdir()}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_file_is_a_schema(name: str):
    jsonschema.Draft202012Validator.check_schema(stored(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_real_documents_keep_to_it(name: str):
    for document in REAL[name]():
        jsonschema.validate(json.loads(document), stored(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_with_a_part_too_many_or_too_few_does_not(name: str):
    document = json.loads(REAL[name]()[0])
    for wrong in (
        {**document, "answers": []},
        {key: document[key] for key in document if key not in ("policy", "results")},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, stored(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_one_kind_is_none_of_another(name: str):
    for other in set(DOCUMENTS) - {name}:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(json.loads(REAL[other]()[0]), stored(name))


def test_a_cell_cannot_tell_its_number_in_words_or_a_measure_of_its_own():
    document = json.loads(results()[0])
    for wrong in ({"low": 3.6}, {"measure": "item_mean"}, {"kind": "about"}, {"spread": "0.79"}):
        changed = {**document, "cells": [{**document["cells"][0], **wrong}]}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(changed, stored("results.schema.json"))
