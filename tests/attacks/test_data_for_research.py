"""Attack 18: exports linked by the order of their rows, by codes and times; 10, asking for a part; and 12, by names."""

from datetime import date
from hashlib import sha256

import pytest
from sqlalchemy import select

from reports.forms.dataset.variables import reach_name
from reports.forms.kinds import FORMS, FormName
from reports.profile import ProfileResults, reach_sums
from survey.database import reading
from survey.models import PublishedProfile
from tests.attacks.closed_round import Attacked
from tests.attacks.program_channels import (
    code,
    dataset_row,
    documents,
    names_of_staff,
    network_rows,
    program_of,
    rebuilt_from_dataset,
    research_files,
)
from tests.attacks.published_numbers import stored
from tests.attacks.rebuilding import said_by
from tests.attacks.report_files import file_of, read_file
from tests.pages import PageClient


def test_18_a_dataset_names_no_network_no_day_and_nobody(attacked: Attacked) -> None:
    row = "\n".join(network_rows(research_files(attacked)["onderzoek.csv"], code(attacked)))
    results = stored(attacked)

    assert code(attacked) in row
    assert attacked.network not in row
    assert str(attacked.round.network_id) not in row
    for day in (results.opened_on, results.closed_on):
        assert not [form for form in written(day) if form in row]
    assert not [name for name in names_of_staff(attacked) if name in row]


def test_9_a_dataset_says_of_groups_and_people_what_the_results_say(attacked: Attacked) -> None:
    results, row = stored(attacked), dataset_row(attacked)
    published = {said_by(cell) for cell in results.cells if cell.shown and cell.measure in ("theme_mean", "share")}
    averages = {each for each in published if each.measure == "theme_mean"}
    rebuilt = rebuilt_from_dataset(attacked)

    assert rebuilt <= published
    assert {each for each in rebuilt if each.measure == "theme_mean"} == averages
    assert {each.group for each in averages} > {"total"}
    assert (row["invited"], row["sent_in"], row["by_code"]) == (
        str(results.response.invited), str(results.response.sent_in), str(results.response.by_code),
    )  # fmt: skip


def test_12_a_dataset_adds_up_what_is_shown_of_organisations_and_nothing_else(attacked: Attacked) -> None:
    sums = {each.question: each for each in reach_sums(profile_of(attacked))}
    assert sums
    row = dataset_row(attacked)

    told = {name: value for name, value in row.items() if name.startswith("reach_") and value}
    assert {name for name in told if name.endswith("_left_out")} == {reach_name(each, "left_out") for each in sums}
    for question, each in sums.items():
        assert told.get(reach_name(question)) in (None, str(each.total))
        assert told[reach_name(question, "left_out")] == str(each.left_out)


def written(day: date) -> set[str]:
    return {day.isoformat(), f"{day:%d-%m-%Y}", f"{day:%d/%m/%Y}", f"{day:%Y%m%d}"}


def test_18_a_dataset_is_the_same_each_time(attacked: Attacked) -> None:
    first, second = research_files(attacked), research_files(attacked)

    assert first == second


@pytest.mark.parametrize("name", ["csv", "json"])
def test_10_no_parameter_makes_a_file_say_something_else(attacked: Attacked, name: FormName) -> None:
    client, address = PageClient(attacked.app), f"{attacked.round.report}/{FORMS[name].file}?taal=nl"

    for asked in ("group=library", "organisation=1", "k=1&n=1", "round=0&step=0.01"):
        assert client.get(f"{address}&{asked}").body == client.get(address).body
    assert read_file(name, file_of(client, attacked.round.report, name, "nl"))


def test_10_no_parameter_makes_the_api_say_something_else(attacked: Attacked) -> None:
    program, before = program_of(attacked), documents(attacked)

    for path, said in before.items():
        for asked in ("group=library", "organisation=1", "k=1", "step=0.01"):
            answer = program.get(f"{path}?{asked}")
            assert answer.status_code == 400 or answer.get_data(as_text=True) == said


def test_12_no_file_of_data_holds_a_sentence_that_an_organisation_typed(attacked: Attacked) -> None:
    """Any text that is typed may name somebody; the page and the PDF have it, by the name of the organisation."""
    said = [each.sentence for each in profile_of(attacked).voices if each.sentence]
    assert said

    client, data = PageClient(attacked.app), dict(documents(attacked))
    for name in ("csv", "json"):
        data[name] = read_file(name, file_of(client, attacked.round.report, name, "nl"))
    for name, made in research_files(attacked).items():
        data[name] = made.decode("utf-8-sig", errors="ignore")

    assert [(name, each) for name, text in data.items() for each in said if each in text] == []


def test_12_the_mark_of_a_profile_is_of_what_is_given(attacked: Attacked) -> None:
    """The hash of the stored text would tell whether a guessed sentence is right."""
    answer = program_of(attacked).get(f"/rounds/{attacked.round.id}/profile")
    text = answer.get_data(as_text=True)

    assert answer.headers["ETag"].strip('"') == sha256(text.encode()).hexdigest()
    assert profile_of(attacked).hash not in str(answer.headers)


def profile_of(attacked: Attacked) -> ProfileResults:
    """Return what organisations said, as it is stored."""
    with attacked.app.app_context(), reading() as session:
        statement = select(PublishedProfile.document).where(PublishedProfile.round_id == attacked.round.id)
        return ProfileResults.from_json(session.scalars(statement).one())
