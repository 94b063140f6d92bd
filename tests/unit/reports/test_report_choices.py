"""What a report names: the sentences that open it, the themes to talk about, statuses, and what is not known."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from reports.report import (
    Dots,
    Facts,
    Figure,
    Guidance,
    Highlights,
    Notice,
    Paragraph,
    Report,
    Suggestions,
    Table,
    Talks,
    build,
)
from reports.report.figures import StatusMark
from reports.report.input import Asked, ReportInput
from reports.report.parts import Audience, EditionMark
from reports.results import Results
from tests.unit.reports.networks import given, report_of
from tests.unit.reports.statement_samples import APART, MIXED, Written, with_shares
from tests.unit.reports.test_report import block, section, sentences
from tests.unit.reports.test_report_others import edition
from tests.unit.reports.test_report_samples import THEMES, before, few, questionnaire, report, results, rich

FOUR = {
    "shared-purpose": ("3.7 (20)",),
    "roles": ("3.1 (20)",),
    "municipality": ("3.3 (20)",),
    "conditions": ("4.1 (20)",),
}


def items(*apart: str) -> dict[str, Written | None]:
    names = [f"{prefix}-{number}" for prefix in ("sp", "ro", "mu", "co") for number in range(1, 6)]
    return {name: APART if name in apart else MIXED for name in names}


def round_of(*apart: str, averages: dict[str, str] | None = None, unknown: dict[str, str] | None = None) -> Results:
    changed = {theme: (value,) for theme, value in (averages or {}).items()}
    return with_shares({**FOUR, **changed}, items(*apart), unknown=unknown)


def links(of: Report) -> list[str]:
    return [item.section for item in block(of, "highlights", Highlights).items]


TWO = ("ro-1", "ro-2")
ONE_STRONG = "Van de vier onderwerpen is er één sterk."
LESS_GOOD = (
    "Minder gunstig is dat een deel van jullie het eens is met onder meer "
    "‘Organisaties in ons netwerk doen vaak hetzelfde werk dubbel’ (ongeveer 40% eens)."
)


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (round_of(), [ONE_STRONG, LESS_GOOD]),
        (round_of(averages={"conditions": "3.9 (20)"}), [LESS_GOOD]),
        (
            round_of(averages={"municipality": "2.8 (20)"}),
            ["Aandacht voor de inzet van de gemeente: daar is het gemiddelde 2,8.", ONE_STRONG, LESS_GOOD],
        ),
        (
            round_of(averages={"municipality": "2.9 (20)", "shared-purpose": "2.9 (20)", "conditions": "3.5 (20)"}),
            [
                "Aandacht voor ‘Ons gezamenlijke doel’ en ‘De inzet van de gemeente’: daar is het gemiddelde lager "
                "dan 3.",
                LESS_GOOD,
            ],
        ),
        (
            round_of(averages=dict.fromkeys(FOUR, "2.9 (20)")),
            [
                "Aandacht voor ‘Ons gezamenlijke doel’, ‘Rollen en taken’, ‘De inzet van de gemeente’ en "
                "‘Voorwaarden’: daar is het gemiddelde lager dan 3.",
                LESS_GOOD,
            ],
        ),
        (round_of(*TWO), ["Over rollen en taken lopen de meningen uiteen.", ONE_STRONG, LESS_GOOD]),
        (
            round_of(*TWO, "co-1", "co-2", "mu-1"),
            [
                "Over ‘Rollen en taken’ en ‘Voorwaarden’ lopen de meningen uiteen.",
                LESS_GOOD,
            ],
        ),
        (
            round_of("mu-1", averages={"conditions": "3.9 (20)"}),
            [
                "Bij deze zin lopen de meningen in het hele netwerk uiteen: "
                "‘De gemeente laat zien dat zij basisvaardigheden belangrijk vindt’.",
                LESS_GOOD,
            ],
        ),
        (
            round_of(averages={"conditions": "4.9 (20)"}),
            ["Over voorwaarden zijn jullie het meest positief.", ONE_STRONG, LESS_GOOD],
        ),
        (
            round_of(averages={"conditions": "4.9 (20)", "roles": "1.8 (20)"}, unknown={"municipality": "many"}),
            [
                "Aandacht voor rollen en taken: daar is het gemiddelde 1,8.",
                "Bij de inzet van de gemeente zijn veel antwoorden ‘weet ik niet’. Dat is ook een uitkomst.",
                ONE_STRONG,
            ],
        ),
        (
            round_of(*TWO, averages={"municipality": "2.2- (20)"}, unknown={"conditions": "many"}),
            [
                "Over rollen en taken lopen de meningen uiteen.",
                "Aandacht voor de inzet van de gemeente: daar is het gemiddelde 2,2 of lager.",
                "Bij voorwaarden zijn veel antwoorden ‘weet ik niet’. Dat is ook een uitkomst.",
            ],
        ),
    ],
)
def test_what_stands_out_follows_a_fixed_rule(of: Results, said: list[str]) -> None:
    assert sentences(report(of)) == said


def test_all_themes_that_many_do_not_know_are_named_with_an_average_or_without() -> None:
    of = round_of(averages={"roles": "-"}, unknown={"roles": "many", "conditions": "many"})
    said = "Bij ‘Rollen en taken’ en ‘Voorwaarden’ zijn veel antwoorden ‘weet ik niet’. Dat is ook een uitkomst"
    assert sentences(report(of))[0] == f"{said}."
    assert section(report(of), "unknown").summary == f"{said}: praat er samen over."


def test_each_sentence_leads_to_the_section_that_shows_it() -> None:
    of = round_of(*TWO, averages={"municipality": "2.8 (20)"}, unknown={"conditions": "many"})
    assert links(report(of)) == ["statements", "themes", "unknown"]
    assert links(report(rich(), previous=before())) == ["themes", "groups", "trend"]


@pytest.mark.parametrize(
    ("of", "answer"),
    [
        (round_of(), "Van de vier onderwerpen is er één sterk."),
        (round_of(averages={"conditions": "3.9 (20)"}), "Geen onderwerp springt eruit."),
        (round_of(averages={"conditions": "4.9 (20)"}), "Over voorwaarden zijn jullie het meest positief."),
        (
            round_of(averages={"conditions": "4.9 (20)"}, unknown={"roles": "many"}),
            "Van de vier onderwerpen is er één onbekend en is er één sterk.",
        ),
        (
            round_of(*TWO, averages={"shared-purpose": "2.9 (20)", "municipality": "2.8 (20)"}),
            "Van de vier onderwerpen is er één verdeeld, vragen er twee aandacht en is er één sterk.",
        ),
        (
            round_of(averages={"conditions": "4.9 (20)", "municipality": "-"}),
            "Bij één van de vier onderwerpen zijn er te weinig antwoorden voor een cijfer. "
            "Van de andere drie is er één sterk.",
        ),
        (
            round_of(averages={"shared-purpose": "-", "municipality": "-"}, unknown={"roles": "many"}),
            "Bij twee van de vier onderwerpen zijn er te weinig antwoorden voor een cijfer. "
            "Van de andere twee is er één onbekend en is er één sterk.",
        ),
        (
            round_of(averages={"conditions": "-", "municipality": "-"}),
            "Bij twee van de vier onderwerpen zijn er te weinig antwoorden voor een cijfer.",
        ),
        (
            round_of(averages={"conditions": "-", "municipality": "-", "roles": "-"}),
            "Bij drie van de vier onderwerpen zijn er te weinig antwoorden voor een cijfer. "
            "Over ons gezamenlijke doel is het gemiddelde 3,7.",
        ),
        (round_of(averages=dict.fromkeys(FOUR, "-")), "Te weinig antwoorden"),
    ],
)
def test_the_headline_of_the_themes_follows_their_statuses(of: Results, answer: str) -> None:
    made = section(report(of), "themes")
    is_drawn = any(each.shown for each in of.cells if each.measure == "theme_mean")
    assert [each.answer for each in made.blocks if isinstance(each, Figure)] == [answer] * is_drawn
    assert made.summary == answer


#: The printed averages of three groups, and what is said of them.
CODED = {"shared-purpose": ("-", "3.8+ (5)", "2.0- (5)", "-"), "roles": ("-", "4.0 (12)", "2.8 (12)", "-")}
THREE = ("library", "welfare", "rest")


@pytest.mark.parametrize(
    ("averages", "said", "more"),
    [
        # a coded difference of at least 1.8 is larger than one of 1.2
        (
            {**CODED, "roles": ("-", "2.8 (12)", "4.0 (12)", "-")},
            "De bibliotheek kijkt positiever naar ons gezamenlijke doel dan welzijn.",
            [
                "Welzijn kijkt positiever naar rollen en taken dan de bibliotheek. Het verschil is ongeveer 1,2 punt.",
            ],
        ),
        (
            CODED,
            "De bibliotheek kijkt positiever naar ‘Ons gezamenlijke doel’ en ‘Rollen en taken’ dan welzijn.",
            [],
        ),
        (
            {"shared-purpose": ("-", "4.0 (12)", "2.8 (12)", "-"), "roles": ("-", "4.1 (12)", "2.8 (12)", "-")},
            "De bibliotheek kijkt positiever naar ‘Ons gezamenlijke doel’ en ‘Rollen en taken’ dan welzijn. "
            "Het grootste verschil is ongeveer 1,3 punt.",
            [],
        ),
    ],
)
def test_every_clear_gap_is_named_the_largest_first(
    averages: dict[str, tuple[str, ...]], said: str, more: list[str]
) -> None:
    made = report(results(averages, plan=THREE))
    figure = block(made, "groups", Figure)
    assert figure.answer == said
    paragraphs = [each.text for each in section(made, "groups").blocks if isinstance(each, Paragraph)]
    assert [each for each in paragraphs if "positiever" in each] == more
    assert sentences(made) == [said, *more]
    assert [str(row[-1]) for row in figure.table.rows] == ["verschillend", "verschillend"]
    assert "‘Verschillend’ staat er als twee van de groepen duidelijk verschillen." in figure.how


def test_the_other_gaps_are_not_said_to_be_there() -> None:
    of = {"shared-purpose": ("-", "4.0 (12)", "2.8 (12)"), "roles": ("-", "3.5 (12)", "3.5 (12)")}
    figure = block(report(results(of, plan=("library", "rest"))), "groups", Figure)
    assert figure.how.endswith("Bij de andere onderwerpen is geen verschil zeker: daarvoor zijn de groepen te klein.")
    assert "staat er als" not in figure.how
    assert [str(row[-1]) for row in figure.table.rows] == ["verschillend", "niet zeker"]
    alike = block(report(results({"roles": of["roles"]}, plan=("library", "rest"))), "groups", Figure)
    assert alike.answer == "Geen verschil tussen de groepen is zeker: daarvoor zijn ze te klein."


def test_every_clear_change_is_named() -> None:
    now, then = (
        {"shared-purpose": (first,), "roles": (second,)}
        for first, second in (("3.9 (20)", "4.2+ (8)"), ("2.8 (20)", "1.8- (8)"))
    )
    made = report(results(now), previous=results(then, closed_on=date(2025, 11, 13)))
    assert sentences(made)[0] == (
        "Rollen en taken: in het najaar van 2025 was het 1,8 of lager, nu 4,2 of hoger. "
        "Dat is waarschijnlijk een echte stijging. Ook bij ons gezamenlijke doel zien we een stijging."
    )


def test_changes_the_other_way_are_named_as_such() -> None:
    now, then = results({"shared-purpose": ("3.1 (20)",), "roles": ("4.2+ (8)",)}), {"shared-purpose": ("4.2 (20)",)}
    then |= {"roles": ("1.8- (8)",)}
    made = report(now, previous=results(then, closed_on=date(2025, 11, 13)))
    assert sentences(made)[0].endswith("een echte stijging. Bij ons gezamenlijke doel zien we een daling.")


def test_what_stands_out_is_filled_up_from_what_organisations_said() -> None:
    assert links(report_of("small")) == ["themes", "reach", "roles"]
    assert links(report_of("large")) == ["trend", "reach", "roles"]


def test_more_than_four_themes_are_counted() -> None:
    of = report(results(dict.fromkeys(THEMES[:5], ("2.9 (20)",))))
    assert sentences(of) == ["Aandacht voor vijf onderwerpen: daar is het gemiddelde lager dan 3."]


def test_a_network_above_the_others_stands_out() -> None:
    of = report(results({"shared-purpose": ("4.6 (18)",), "roles": ("3.5 (18)",)}), edition=edition())
    assert sentences(of) == [
        "Bij ons gezamenlijke doel scoort jullie netwerk hoger dan de meeste andere netwerken. "
        "Dat is waarschijnlijk geen toeval.",
        "Van de twee onderwerpen is er één sterk.",
    ]


def test_a_theme_that_may_ask_for_attention_is_not_said_to() -> None:
    assert not any("Aandacht" in each for each in sentences(report(round_of(averages={"roles": "2.9~3.4 (20)"}))))


# --- themes to talk about -------------------------------------------------------------------------------------


def talked(of: Results) -> list[str]:
    return [talk.title for talk in block(report(of), "talk", Talks).items]


@pytest.mark.parametrize(
    ("of", "titles"),
    [
        (round_of(), ["Rollen en taken", "De inzet van de gemeente"]),
        (round_of("co-1"), ["Rollen en taken", "Voorwaarden"]),
        (round_of("co-1", "sp-1", "sp-2"), ["Rollen en taken", "Ons gezamenlijke doel"]),
        (round_of("co-1", "sp-1"), ["Rollen en taken", "Ons gezamenlijke doel"]),
        (round_of("ro-1", "ro-2"), ["Rollen en taken", "De inzet van de gemeente"]),
        (round_of("ro-1", "ro-2", "co-3"), ["Rollen en taken", "Voorwaarden"]),
        (round_of("co-1", averages={"conditions": "-"}), ["Rollen en taken", "De inzet van de gemeente"]),
    ],
)
def test_the_lowest_and_the_most_divided_theme(of: Results, titles: list[str]) -> None:
    assert talked(of) == titles


def test_why_a_theme_is_proposed() -> None:
    reasons = [talk.reason for talk in block(report(round_of("co-1")), "talk", Talks).items]
    assert reasons == [
        "Het gemiddelde is 3,1. Door toeval kan dit ongeveer tussen 2,7 en 3,5 liggen.",
        "Bij één zin lopen de meningen uiteen. Vraag elkaar eerst: waar zie jij dit aan?",
    ]
    low = block(report(round_of("ro-1", averages={"roles": "2.8 (20)"})), "talk", Talks).items[0].reason
    assert low.startswith("Dit onderwerp vraagt aandacht. Het gemiddelde is 2,8.")
    every = [f"ro-{number}" for number in range(1, 6)]
    for apart, sentences_ in ((every[:4], "vier zinnen"), (every, "alle vijf de zinnen")):
        found = block(report(round_of(*apart)), "talk", Talks).items[0].reason
        assert found == f"Bij {sentences_} lopen de meningen uiteen. Vraag elkaar eerst: waar zie jij dit aan?"
    many = block(report(round_of(unknown={"roles": "many"})), "talk", Talks).items[0].reason
    assert many.startswith("Veel mensen weten dit niet.")


def suggested(of: Results, title: str) -> list[str]:
    found = [each for each in section(report(of), "talk").blocks if isinstance(each, Suggestions)]
    return [item.text for each in found if each.title == title for item in each.items]


@pytest.mark.parametrize(
    ("of", "status"),
    [
        (round_of(averages={"roles": "2.9 (20)"}), "low"),
        (round_of(), "mid"),
        (round_of(averages={theme: "4.5 (20)" for theme in FOUR}), "high"),
        (round_of(*TWO), "divided"),
        (round_of(unknown={"roles": "many"}), "unknown"),
        (round_of(averages={"roles": "2.9~3.4 (20)"}), "low"),
    ],
)
def test_suggestions_are_those_of_the_status_and_of_two_the_lower(of: Results, status: str) -> None:
    guide = questionnaire().guide
    assert guide is not None
    theme = talked(of)[0]
    ids = {each.id: each.title.in_language("nl") for each in questionnaire().themes}
    (name,) = [key for key, title in ids.items() if title == theme]
    expected = [each.text.in_language("nl") for each in guide.actions(name, status)]  # type: ignore[arg-type]
    assert expected
    assert suggested(of, f"Acties bij {theme[:1].lower()}{theme[1:]}") == expected


def test_without_a_status_nothing_is_suggested() -> None:
    for made in (report(few()), report_of("scan")):
        assert not [each for each in section(made, "talk").blocks if isinstance(each, Suggestions)]


def told(audience: Audience, name: str = "divided", language: str = "nl") -> list[Guidance]:
    return [each for each in section(report_of(name, language, audience), "talk").blocks if isinstance(each, Guidance)]


def test_the_script_is_for_who_leads_the_meeting() -> None:
    assert told("participant") == []
    (script,) = told("adviser")
    assert [step.term for step in script.steps][:6] == [
        "0–10 minuten", "10–25 minuten", "25–45 minuten", "45–60 minuten", "60–80 minuten", "80–90 minuten",
    ]  # fmt: skip
    assert [step.term for step in script.steps][7:] == ["Bij samen mensen bereiken", "Bij rollen en taken"]
    assert script.steps[-1].value.startswith("Laat eerst beide kanten vertellen")


def test_themes_of_which_the_same_can_be_said_are_led_alike() -> None:
    source_of = report_of("middling", audience="adviser")
    (script,) = [each for each in section(source_of, "talk").blocks if isinstance(each, Guidance)]
    assert len({step.value for step in script.steps}) == len(script.steps)
    made = build(ReportInput("Waterdam", round_of()), Asked(questionnaire()), language="nl", audience="adviser")
    assert block(made, "talk", Guidance).steps[-1].term == "Bij ‘Rollen en taken’ en ‘De inzet van de gemeente’"


def test_pairs_or_threes_and_never_both() -> None:
    for name, size in (("middling", "drietallen"), ("scan", "tweetallen")):
        made = report_of(name, audience="adviser")
        said = " ".join([block(made, "talk", Paragraph).text, *(step.value for step in told("adviser", name)[0].steps)])
        assert {each for each in ("drietallen", "tweetallen") if each in said} == {size}


def test_a_scan_names_every_sentence_with_the_largest_part_and_what_many_disagree_with() -> None:
    assert section(report_of("scan"), "sentences").summary == (
        "Bij elk van deze drie zinnen is ongeveer 60% het eens: ‘Het is duidelijk wie wat doet in het netwerk’, "
        "‘De gemeente laat zien dat zij basisvaardigheden belangrijk vindt’ en "
        "‘We hebben wat nodig is om onze plannen uit te voeren’. "
        "Ongeveer 45% is het oneens met ‘Het contact tussen de partners loopt soepel’."
    )


def test_a_scan_has_a_script_of_its_own() -> None:
    (script,) = told("adviser", "scan")
    assert [step.term for step in script.steps][:4] == ["1 minuut", "4 minuten", "10 minuten", "5 minuten"]
    assert told("adviser", "silent", "en")[0].steps[-1].value.startswith("Ask everybody for an example.")


# --- statuses and bands ---------------------------------------------------------------------------------------


def statuses(of: Report) -> list[StatusMark | None]:
    drawing = block(of, "themes", Figure).drawing
    assert isinstance(drawing, Dots)
    return [row.status for row in drawing.rows]


@pytest.mark.parametrize(
    ("of", "mark"),
    [
        (round_of(averages={"shared-purpose": "4.0 (20)"}), StatusMark("sterk", "full")),
        (round_of(), StatusMark("op weg", "half")),
        (round_of(averages={"shared-purpose": "2.9 (20)"}), StatusMark("aandacht", "triangle")),
        (round_of("sp-1", "sp-2"), StatusMark("verdeeld", "apart")),
        (round_of(unknown={"shared-purpose": "many"}), StatusMark("onbekend", "question")),
        (round_of(averages={"shared-purpose": "-"}), StatusMark("te weinig antwoorden", "dash")),
        (round_of(averages={"shared-purpose": "3.9+ (20)"}), StatusMark("op weg of sterk", "half")),
    ],
)
def test_a_status_is_a_word_and_a_shape(of: Results, mark: StatusMark) -> None:
    made = report(of)
    assert statuses(made)[0] == mark
    assert str(block(made, "themes", Figure).table.rows[0][4]) == mark.words


def notices(of: Results) -> list[str]:
    return [each.title for each in section(report(of), "themes").blocks if isinstance(each, Notice)]


def test_how_to_read_a_divided_and_an_unknown_theme() -> None:
    assert notices(round_of(*TWO, unknown={"conditions": "many"})) == [
        "Rollen en taken: verdeeld",
        "Voorwaarden: onbekend",
    ]
    assert notices(round_of()) == []


def test_only_the_statuses_that_are_there_are_explained() -> None:
    small = [each.text for each in section(report(round_of()), "themes").blocks if isinstance(each, Paragraph)]
    assert small[0] == "Sterk: het gemiddelde is 4 of hoger. Op weg: het gemiddelde is 3 of hoger, maar lager dan 4."


def test_the_band_is_the_editions_and_only_where_it_is_comparable() -> None:
    of = results({theme: ("3.5 (18)",) for theme in ("shared-purpose", "conditions")})
    figure = block(report(of, edition=edition()), "themes", Figure)
    assert isinstance(figure.drawing, Dots)
    first, other = (row.band for row in figure.drawing.rows)
    assert first is not None
    assert [str(each) for each in (first.low, first.median, first.high)] == ["3.2", "3.5", "3.8"]
    assert other is None
    assert figure.how.endswith("De grijze band is de middelste helft van de andere netwerken.")
    assert "band" not in block(report(of), "themes", Figure).how


def test_every_theme_has_its_sentence() -> None:
    (table,) = [each for each in section(report(rich()), "themes").blocks if isinstance(each, Table)]
    assert table.reach == "data"
    assert str(table.rows[2][1]) == "Te weinig antwoorden. Wij laten een cijfer pas zien bij 5 of meer mensen."


# --- what is not known ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unknown", "said"),
    [
        ({}, ["Er zijn weinig antwoorden ‘weet ik niet’."]),
        ({"roles": "some"}, ["Bij rollen en taken is een deel van de antwoorden ‘weet ik niet’."]),
        (
            {"shared-purpose": "some", "roles": "many"},
            [
                "Bij rollen en taken zijn veel antwoorden ‘weet ik niet’. "
                "Dat is ook een uitkomst: praat er samen over.",
                "Bij ons gezamenlijke doel is een deel van de antwoorden ‘weet ik niet’.",
            ],
        ),
    ],
)
def test_what_many_do_not_know_comes_first(unknown: dict[str, str], said: list[str]) -> None:
    of = section(report(round_of(unknown=unknown)), "unknown")
    assert [each.text for each in of.blocks if isinstance(each, Paragraph)] == said
    assert of.summary == said[0]


def test_the_classes_of_what_is_not_known() -> None:
    of = round_of(unknown={"roles": "some", "municipality": "many", "conditions": "-"})
    rows = block(report(of), "unknown", Table).rows
    assert [str(value) for _, value in rows] == [
        "weinig: minder dan 10%",
        "een deel: 10% tot 30%",
        "veel: meer dan 30%",
        "–",
    ]
    assert [value.exactness for _, value in rows] == ["at_most", "between", "at_least", "withheld"]
    assert rows[0][1].about == "dont_know/shared-purpose//total"


def test_too_few_answers_to_say_what_is_not_known() -> None:
    assert block(report(few()), "unknown", Notice).text == "Wij laten dit pas zien bij 5 of meer mensen."


# --- method ---------------------------------------------------------------------------------------------------


def method(**changed: object) -> dict[str, str]:
    made_of, asked = given("middling")
    mark = EditionMark(2, "b" * 64, datetime(2026, 11, 16, 12, tzinfo=UTC))
    of = build(replace(made_of, **changed), asked, language="nl", mark=mark)
    return {fact.term: fact.value for fact in block(of, "method", Facts).facts}


def test_method_names_everything_that_made_the_report() -> None:
    facts = method(edition=edition())
    assert facts["Namens organisaties"].endswith(" 1.0.0")
    assert facts["Andere netwerken"] == "cijfers van 1 juli 2026"
    assert not [term for term in facts if "Editie" in term]  # every form says it in a place of its own


def test_method_names_nothing_that_is_not_there() -> None:
    of = build(ReportInput("Waterdam", rich()), Asked(questionnaire()), language="nl")
    terms = {fact.term for fact in block(of, "method", Facts).facts}
    assert terms.isdisjoint({"Namens organisaties", "Andere netwerken"})
    texts = [each.text for each in section(of, "method").blocks if isinstance(each, Paragraph)]
    assert not any("namens een organisatie" in text for text in texts)
    assert texts[-1].startswith("Helemaal anoniem is het niet.")
