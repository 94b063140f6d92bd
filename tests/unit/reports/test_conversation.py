"""What of a report prepares a conversation: nothing that the report does not say, and in its order."""

from dataclasses import replace

import pytest

from reports.report import Highlights, Notice, Report, Talks, ledger, tables
from reports.report.conversation import Conversation, conversation
from tests.unit.reports.networks import NETWORKS, given, report_of

EVERY = sorted(NETWORKS)


def of(like: str, language: str = "nl") -> Conversation:
    return conversation(*given(like), language=language)


def section(report: Report, name: str) -> tuple[object, ...]:
    return next(each.blocks for each in report.sections if each.id == name)


def cells(report: Report) -> set[str]:
    return {value.text for _, table in tables(report) for row in table.rows for value in row}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("like", [each for each in EVERY if each != "scan"])
def test_it_opens_with_the_reports_own_sentences(like: str, language: str) -> None:
    (block,) = section(report_of(like, language), "highlights")
    said = of(like, language)

    assert said.striking == (block.items if isinstance(block, Highlights) else ())
    assert said.few == (block if isinstance(block, Notice) else None)


@pytest.mark.parametrize("like", EVERY)
def test_it_asks_what_the_report_asks(like: str) -> None:
    talks = [block for block in section(report_of(like), "talk") if isinstance(block, Talks)]

    assert [of(like).talks] == talks
    assert all(each.questions for each in of(like).talks.items)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("like", ["small", "middling", "divided", "large"])
def test_every_word_of_a_topic_stands_in_a_table_of_the_report(like: str, language: str) -> None:
    known = cells(report_of(like, language))

    for topic in of(like, language).topics:
        assert topic.title in known
        assert topic.status in known
        assert topic.change in known | {""}


def test_topics_stand_in_the_order_of_the_questionnaire_whatever_their_averages() -> None:
    assert {tuple(topic.title for topic in of(like).topics) for like in EVERY if like != "scan"} == {
        tuple(topic.title for topic in of("small").topics)
    }


def test_only_a_second_round_is_laid_beside_another() -> None:
    first, second = of("small"), of("middling")

    assert not first.is_compared
    assert first.changed.startswith("Dit is de eerste ronde")
    assert second.is_compared
    assert [topic.title for topic in second.topics if topic.change == "gestegen"] == ["Leren en doen"]
    assert any("genodigden" in note for note in second.beside)


def test_organisations_are_quoted_only_where_they_say_that_something_is_stuck() -> None:
    profile = given("small")[0].profile
    assert profile is not None
    names = {each.id: each.name for each in profile.organisations}
    stuck = {(names[voice.organisation], voice.sentence) for voice in profile.voices if voice.choice == "stuck"}
    others = {voice.sentence for voice in profile.voices if voice.choice != "stuck"} - {None, ""}
    said = " ".join(fact.value for fact in of("small").stuck)

    assert stuck
    assert all(name in said and (sentence or "") in said for name, sentence in stuck)
    assert others
    assert not [sentence for sentence in others if sentence and sentence in said]


@pytest.mark.parametrize("like", ["small", "middling", "divided"])
def test_blind_spots_are_those_of_the_table_of_reach(like: str) -> None:
    table = next(table for _, table in tables(report_of(like)) if table.id == "reach-seen")

    assert of(like).blind_spots == tuple(row[0].text for row in table.rows if row[-1].text == "blinde vlek")


def test_without_organisations_there_is_nothing_to_say_of_them() -> None:
    report, asked = given("small")
    said = conversation(replace(report, profile=None), replace(asked, profile=None), language="nl")

    assert (said.stuck, said.links, said.blind_spots) == ((), (), ())


def test_a_scan_opens_with_its_sentence_and_has_no_topics() -> None:
    scan = of("scan")

    assert [each.section for each in scan.striking] == ["sentences"]
    assert (scan.topics, scan.changed) == ((), "")


def test_nothing_is_said_of_answers_that_are_withheld() -> None:
    silent = of("silent")

    assert silent.striking == ()
    assert silent.few is not None
    assert {topic.status for topic in silent.topics} == {"te weinig antwoorden"}
    assert [
        entry
        for entry in ledger(report_of("silent"))
        if entry.value.exactness == "exact" and entry.value.kind == "average"
    ] == []
