"""Own words, the actions of before and the empty cards; and that every network has its sections whole."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from hypothesis import given as tried
from hypothesis import strategies as st

from reports.profile import Organisation, Partner, Profile, ProfileResults, freeze
from reports.report import (
    ActionCards,
    AgreedAction,
    Block,
    Paragraph,
    Quotes,
    ReleasedWords,
    Report,
    Suggestions,
    Table,
    Value,
    build,
    ledger,
    table_of,
)
from tests.network_profiles import CLOSED_ON, PATIENTLY, contact, does, given_networks, network, questionnaire
from tests.unit.reports.every_figure import HOSTILE
from tests.unit.reports.networks import NETWORKS, given, report_of
from tests.unit.reports.organisation_samples import blocks, names, report_with, row, section, table

OURS = ("voices", "municipality", "roles", "reach", "form", "relations", "words", "previous", "actions")
LANGUAGES = ("nl", "en")

#: Two numbers of which the second is what the first are among, as an attacker reads it.
DENOMINATOR = re.compile(r"\b\d+ (?:van de|van|uit|of the|of|out of|from) (\d+)\b")


def texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from texts(getattr(part, field.name))


def ours(of: Report) -> list[str]:
    return [text for each in of.sections if each.id in OURS for text in texts(each)]


def with_names(profile: ProfileResults, named: Mapping[str, str]) -> ProfileResults:
    def renamed(each: Organisation) -> Organisation:
        return replace(each, name=named.get(each.id, each.name))

    return replace(profile, organisations=tuple(map(renamed, profile.organisations)))


def test_at_most_six_texts_of_a_question_in_the_order_that_they_have():
    seven = ReleasedWords("op-keep", tuple(f"Tekst {number}" for number in range(7)))
    made = section(report_of("middling", words=(seven,)), "words")
    (quotes,) = blocks(made, Quotes)
    assert quotes == Quotes("Wat gaat goed en moet zo blijven?", tuple(f"Tekst {number}" for number in range(6)))
    assert made.summary == "Wat mensen zelf schreven bij één vraag."
    assert blocks(made, Paragraph)[0].text.endswith("Bij elke vraag staan hier hoogstens zes teksten.")


def test_with_many_questions_less_texts_of_each():
    """A report of thirty texts is not read to its end."""
    texts = tuple(f"Tekst {number}" for number in range(6))
    questions = ("op-keep", "op-block", "op-missing", "op-municipality", "op-own", "op-first")
    made = section(report_of("middling", words=tuple(ReleasedWords(each, texts) for each in questions)), "words")
    assert [len(quotes.texts) for quotes in blocks(made, Quotes)] == [4] * 6
    assert blocks(made, Paragraph)[0].text.endswith("Bij elke vraag staan hier hoogstens vier teksten.")


def test_six_texts_are_all_there_and_nothing_is_said_of_more():
    six = ReleasedWords("op-keep", tuple(f"Tekst {number}" for number in range(6)))
    made = section(report_of("middling", words=(six,)), "words")
    assert blocks(made, Paragraph)[0].text.endswith("De volgorde zegt niets.")


def test_no_released_words():
    made = section(report_of("middling", words=()), "words")
    assert made.summary == "Geen eigen woorden in dit rapport"
    assert blocks(made, Quotes) == []
    assert "words" not in names(report_of("scan"))


@pytest.mark.parametrize("text", HOSTILE)
def test_own_words_stand_as_they_were_written(text: str):
    made = report_of("middling", words=(ReleasedWords("op-keep", (text, text, text)),))
    assert blocks(section(made, "words"), Quotes)[0].texts == (text, text, text)


def action(status: str = "done", **given: object) -> AgreedAction:
    return AgreedAction("1", "Maak een doorstuurkaart.", status, date(2025, 11, 13), **given)  # type: ignore[arg-type]


def test_a_card_of_before_says_what_became_of_it():
    whole = action(
        theme="roles", owner="Gilde", person="Noor", helpers="Roc", first_step="Bellen.", due_on=date(2026, 3, 1),
        proof="De kaart ligt er.", note="Het ging goed.",
    )  # fmt: skip
    made = section(report_of("middling", actions=(whole,)), "previous")
    (cards,) = blocks(made, ActionCards)
    (card,) = cards.cards
    assert (card.title, card.kind, card.status) == ("Maak een doorstuurkaart.", "previous", "klaar")
    assert [(fact.term, fact.value) for fact in card.fields] == [
        ("Onderwerp", "Rollen en taken"),
        ("Organisatie", "Gilde"),
        ("Wie", "Noor"),
        ("Wie helpt", "Roc"),
        ("Eerste stap", "Bellen."),
        ("Klaar op", "1 maart 2026"),
        ("Zo zien we dat het lukte", "De kaart ligt er."),
        ("Hoe het ging", "Het ging goed."),
    ]
    assert made.summary == "Jullie spraken één actie af. Die is klaar."


def test_a_field_without_a_value_is_not_on_a_card_of_before():
    made = section(report_of("middling", "en", actions=(action("open"),)), "previous")
    (card,) = blocks(made, ActionCards)[0].cards
    assert (card.fields, card.status) == ((), "open")


@pytest.mark.parametrize(
    ("language", "status", "due_on", "said_of_it"),
    [
        ("nl", "open", date(2026, 10, 22), "open, de afgesproken dag is voorbij"),
        ("nl", "busy", date(2026, 10, 22), "bezig, de afgesproken dag is voorbij"),
        ("en", "busy", date(2026, 10, 22), "in progress, the agreed day has passed"),
        ("nl", "busy", date(2026, 10, 23), "bezig"),
        ("nl", "busy", None, "bezig"),
        ("nl", "done", date(2026, 10, 22), "klaar"),
        ("nl", "stopped", date(2026, 10, 22), "gestopt"),
    ],
)
def test_an_action_that_is_late_says_so(language: str, status: str, due_on: date | None, said_of_it: str):
    made = report_of("middling", language, actions=(action(status, due_on=due_on),))
    (card,) = blocks(section(made, "previous"), ActionCards)[0].cards
    assert card.status == said_of_it


def suggested(actions: tuple[AgreedAction, ...], language: str = "nl") -> list[str]:
    found = blocks(section(report_of("middling", language, actions=actions), "talk"), Suggestions)
    return [item.text for each in found for item in each.items]


@pytest.mark.parametrize("status", ["open", "busy"])
def test_what_the_network_is_doing_already_is_not_suggested(status: str):
    first, *others = suggested(())
    doing = (replace(action(status), what=first),)
    assert suggested(doing) == others
    assert len(suggested(doing, "en")) == len(others)


@pytest.mark.parametrize("status", ["done", "stopped"])
def test_what_is_over_may_be_suggested_again(status: str):
    everything = suggested(())
    assert suggested((replace(action(status), what=everything[0]),)) == everything


def test_a_theme_of_which_everything_is_being_done_has_no_suggestions():
    everything = tuple(replace(action("open"), id=text, what=text) for text in suggested(()))
    assert blocks(section(report_of("middling", actions=everything), "talk"), Suggestions) == []


def test_a_first_round_has_nothing_of_before_and_a_later_one_says_so():
    assert "previous" not in names(report_of("small"))
    assert section(report_of("middling", actions=()), "previous").summary.startswith("Jullie schreven nog geen")


def test_three_empty_cards():
    made = section(report_of("small"), "actions")
    (cards,) = blocks(made, ActionCards)
    assert [card.kind for card in cards.cards] == ["empty"] * 3
    assert made.summary


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("with_profile", [True, False])
def test_every_network_has_its_sections_whole(name: str, language: str, with_profile: bool):
    made_of, asked = given(name)
    profile = made_of.profile if with_profile else None
    made = build(replace(made_of, profile=profile), asked, language=language)
    tables = [found for each in made.sections for block in each.blocks if (found := table_of(block))]
    assert len({each.id for each in tables}) == len(tables)
    assert all(each.summary and each.blocks for each in made.sections if each.id in OURS)
    assert not any("{" in text or "  " in text for text in ours(made))
    assert all(entry.value.about and entry.value.exactness for entry in ledger(made))
    assert [text for text in ours(made) if DENOMINATOR.search(text)] == []
    if profile is None:
        assert {"roles", "voices", "relations"}.isdisjoint(_with_names(made))


def _with_names(made: Report) -> set[str]:
    """Return the sections that have a table of facts."""
    wanted = {"roles": "roles", "voices": "voices", "relations": "relations"}
    return {each.id for each in made.sections for block in each.blocks if (found := table_of(block)) and
            found.id == wanted.get(each.id)}  # fmt: skip


@pytest.mark.parametrize("name", ["middling", "large"])
def test_whatever_an_audience_reads_the_sections_are_the_same(name: str):
    both = [report_of(name, "nl", audience) for audience in ("participant", "adviser")]
    first, second = ([each for each in made.sections if each.id in OURS] for made in both)
    assert first == second


def test_profile_sentences_have_no_percent_and_no_decimal():
    """Shares stand in tables; what is said of organisations in a sentence is in whole numbers and words."""
    made = report_of("large")
    said = [each.text for part in made.sections if part.id in OURS for each in blocks(part, Paragraph)]
    said += [part.summary for part in made.sections if part.id in OURS]
    assert [text for text in said if "%" in text or re.search(r"\d[.,]\d", text)] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_an_organisation_may_have_any_name(name: str):
    answers = {"abc": does("lead") | {"vo-1": "stuck", "vo-1-why": name} | contact("bcd"), "bcd": None}
    profile = with_names(network(answers), {"abc": name, "bcd": name[::-1]})
    made = report_with(profile)
    assert name in {value.text for each in made.sections for found in tables_of(each.blocks) for value in cells(found)}
    assert any(text.startswith(name) for text in ours(made))


def tables_of(parts: Sequence[Block]) -> list[Table]:
    return [found for part in parts if (found := table_of(part))]


def cells(of: Table) -> list[Value]:
    return [value for each in of.rows for value in each]


def test_names_with_braces_are_no_places_to_fill_in():
    profile = with_names(network({"abc": None, "bcd": does("do")}), {"abc": "{names} {count}"})
    made = section(report_with(profile), "roles")
    assert "{names} {count} vulde dit deel niet in." in [each.text for each in blocks(made, Paragraph)]


def test_a_network_with_a_very_long_name():
    long = "Taalnetwerk " + "x" * 188
    assert report_of("middling", network=long).cover.network == long


@pytest.mark.parametrize("number", [1, 40])
def test_a_network_of_one_organisation_and_one_of_forty(number: int):
    answers = {f"o{place:02}": does("do", "lead") | {"vo-1": "well", "we-see": ["older"]} for place in range(number)}
    made = report_with({**answers, "o00": answers["o00"] | {"rn-found": {"number": 3, "how": "counted"}}})
    roles = table(section(made, "roles"), "roles")
    doers, *_ = row(roles, "Een eerste gesprek voeren en het niveau bepalen")
    assert doers.count("O") == number
    assert [text for text in ours(made) if DENOMINATOR.search(text)] == []


def test_organisations_stand_in_the_order_of_their_names_and_never_by_value():
    answers = {
        "abc": {"rn-found": {"number": 9, "how": "counted"}},
        "bcd": {"rn-found": {"number": 90, "how": "counted"}},
    }
    made = section(report_with(answers), "reach")
    assert [each[0].text for each in table(made, "reach-find").rows] == ["Abc", "Bcd"]
    assert [each[0].text for each in table(made, "reach-sums").rows] == ["Gevonden of gesproken"]


@PATIENTLY
@tried(given_networks(), st.sampled_from(LANGUAGES))
def test_any_network_has_a_report(made: tuple[list[Partner], list[Profile]], language: str):
    profile = freeze(*made, questionnaire=questionnaire(), closed_on=CLOSED_ON)
    whole = report_with(profile, language=language)
    small = {str(number) for number in range(1, 5)}
    counted = [entry.value for entry in ledger(whole) if entry.value.kind == "count"]
    assert not {value.text for value in counted} & small
    assert all(value.low is None or value.low == 0 or value.low >= 5 for value in counted)
    assert all(each.summary for each in whole.sections if each.id in OURS)
