"""Situation -> sentence, for what organisations tell and the shares beside it, in both languages."""

from collections.abc import Sequence

import pytest

from reports.profile import (
    Direction,
    Exchange,
    LibraryWelfare,
    ReachSum,
    ReachWord,
    RelationMap,
    RoleStatus,
    TaskOpinion,
    Tie,
    Verdict,
)
from reports.profile.facts import Contact
from reports.wording import words
from reports.wording.acting import previous_answer
from reports.wording.organisations import (
    about,
    ended,
    exchange_answer,
    form_answer,
    funnel_answer,
    hardly_answer,
    most_chosen,
    municipality_answer,
    reach_answer,
    relations_answer,
    roles_answer,
    silent,
    sum_note,
    views_answer,
    voices_answer,
    whole_network,
)
from tests.unit.reports.every_figure import HOSTILE

YES, NO, UNCLEAR = Verdict.YES, Verdict.NO, Verdict.UNCLEAR
CLEAR, HANDS, OPEN = RoleStatus.CLEAR, RoleStatus.MANY_HANDS, RoleStatus.OPEN
LEADERLESS, CONTESTED, DOUBLE = RoleStatus.LEADERLESS, RoleStatus.CONTESTED, RoleStatus.DOUBLE
CHANCE, BLIND, NEITHER, UNSURE = ReachWord.CHANCE, ReachWord.BLIND_SPOT, ReachWord.NEITHER, ReachWord.UNCLEAR
SELDOM = ReachWord.SELDOM_SEEN

SILENT = [
    ("nl", [], ""),
    ("nl", ["Gilde"], "Gilde vulde dit deel niet in."),
    ("nl", ["Gilde", "Roc"], "Gilde en Roc vulden dit deel niet in."),
    ("en", ["Gilde", "Roc"], "Gilde and Roc did not fill in this part."),
    ("nl", ["{names} & 100%"], "{names} & 100% vulde dit deel niet in."),
]

ROLES = [
    ("nl", [CLEAR] * 14, "Alle veertien taken zijn helder verdeeld."),
    ("nl", [CLEAR, HANDS, CLEAR], "Alle drie taken zijn helder verdeeld."),
    ("nl", [OPEN] * 14, "Van de veertien taken is er geen helder verdeeld. Om over te praten: veertien doet niemand."),
    (
        "nl",
        [OPEN, LEADERLESS, LEADERLESS, CONTESTED, DOUBLE, CLEAR],
        "Van de zes taken is er één helder verdeeld. Om over te praten: één doet niemand, bij twee heeft niemand de "
        "leiding, bij één is er meer dan één leiding en bij één is de vraag of het dubbel gebeurt.",
    ),
    (
        "nl",
        [CLEAR, CLEAR, OPEN],
        "Van de drie taken zijn er twee helder verdeeld. Om over te praten: één doet niemand.",
    ),
    (
        "en",
        [OPEN, LEADERLESS, LEADERLESS, CONTESTED, DOUBLE, CLEAR],
        "Of the six tasks one is clearly divided. To talk about: one that nobody does, two that nobody leads, "
        "one with more than one leader and one that may be done twice.",
    ),
    ("en", [CLEAR] * 14, "All fourteen tasks are clearly divided."),
]

#: Of the organisations that did not fill this in, nobody knows what they do: the sentence says of how many it is.
ROLES_OF_SOME = [
    ("nl", [CLEAR] * 14, 6, "Alle veertien taken zijn helder verdeeld."),
    ("nl", [CLEAR, OPEN], 6, "Van de twee taken is er één helder verdeeld. Het gaat om de zes organisaties "
     "die dit invulden. Om over te praten: één doet geen van hen."),
    ("en", [CLEAR, OPEN], 6, "Of the two tasks one is clearly divided. This is about the six organisations that "
     "filled this in. To talk about: one that none of them does."),
]  # fmt: skip

MUNICIPALITY = [
    ("nl", [NO, NO], [NO, NO], "Bij geen van de zinnen zegt ongeveer de helft of meer ‘ja’."),
    ("nl", [YES, YES], [NO, NO], "Bij elke zin zegt ongeveer de helft of meer ‘ja’."),
    ("nl", [YES, NO, NO], [NO] * 3, "Van de drie zinnen is er één waarbij ongeveer de helft of meer ‘ja’ zegt."),
    (
        "nl",
        [YES] * 3 + [UNCLEAR] + [NO] * 6,
        [YES] * 2 + [NO] * 8,
        "Van de tien zinnen zijn er drie waarbij ongeveer de helft of meer ‘ja’ zegt. Bij één zin is dat niet te "
        "zeggen. Bij twee zinnen weten veel mensen het niet. Dat is ook een uitkomst: praat er samen over.",
    ),
    (
        "en",
        [YES] * 3 + [UNCLEAR] * 2 + [NO] * 5,
        [YES] + [UNCLEAR] * 9,
        "Of the ten sentences there are three to which about half or more say ‘yes’. Of two sentences it cannot be "
        "said. On one sentence many people do not know. That is a result too: talk about it together.",
    ),
]

REACH = [
    ("nl", [NEITHER], "We zien geen kansen en geen blinde vlekken."),
    ("nl", [CHANCE, NEITHER], "Hier ligt een kans: groep 1."),
    ("nl", [CHANCE, BLIND, CHANCE], "Hier liggen kansen: groep 1 en groep 3. Een blinde vlek: groep 2."),
    (
        "nl",
        [BLIND, BLIND, UNSURE],
        "Blinde vlekken: groep 1 en groep 2. Of er ook kansen zijn, is niet te zeggen.",
    ),
    ("nl", [CHANCE, UNSURE], "Hier ligt een kans: groep 1. Of er nog meer kansen zijn, is niet te zeggen."),
    ("nl", [SELDOM], "Weinig gezien en weinig bereikt: groep 1."),
    ("nl", [BLIND, SELDOM, SELDOM], "Een blinde vlek: groep 1. Weinig gezien en weinig bereikt: groep 2 en groep 3."),
    ("nl", [SELDOM] * 4, "Weinig gezien en weinig bereikt: vier groepen."),
    ("en", [SELDOM, UNSURE], "Seldom seen and seldom reached: groep 1. Whether there are opportunities as well cannot "
     "be said."),
    ("nl", [BLIND] * 4 + [CHANCE], "Hier ligt een kans: groep 5. Er zijn vier blinde vlekken."),
    ("en", [CHANCE] * 4, "There are four opportunities."),
    ("nl", [UNSURE, NEITHER], "Of er kansen zijn, is niet te zeggen."),
    ("en", [CHANCE, BLIND, CHANCE], "Here are opportunities: groep 1 and groep 3. A blind spot: groep 2."),
    ("en", [NEITHER], "We see no opportunities and no blind spots."),
]  # fmt: skip

SUMS = [
    ("nl", ReachSum("q", 181, 5, 181, 0, 0, 0, 0), "181 geteld, 0 geschat."),
    (
        "nl",
        ReachSum("q", 61, 3, 26, 35, 2, 1, 0),
        "26 geteld, 35 geschat. 2 organisaties tellen niet mee. Hun aantal laten we niet zien. "
        "1 organisatie weet het niet.",
    ),
    ("nl", ReachSum("q", 0, 0, 0, 0, 1, 2, 0), "1 organisatie telt niet mee. Haar aantal laten we niet zien. "
     "2 organisaties weten het niet."),
    ("nl", ReachSum("q", 61, 3, 26, 35, 0, 0, 2), "26 geteld, 35 geschat. 2 organisaties gaven geen aantal."),
    # A sum of 0 with somebody left out tells nothing, and neither does what it would be made of.
    ("nl", ReachSum("q", 0, 1, 0, 0, 1, 0, 1), "1 organisatie telt niet mee. Haar aantal laten we niet zien. "
     "1 organisatie gaf geen aantal."),
    ("en", ReachSum("q", 61, 3, 26, 35, 1, 1, 0), "26 counted, 35 estimated. 1 organisation is left out. "
     "We do not show its number. 1 organisation does not know."),
]  # fmt: skip

PREVIOUS = [
    ("nl", ["done"], "Jullie spraken één actie af. Die is klaar."),
    ("nl", ["stopped"], "Jullie spraken één actie af. Die is nog niet klaar."),
    ("nl", ["open", "busy", "stopped"], "Van de drie acties is er nog geen klaar."),
    ("nl", ["done", "busy", "open"], "Van de drie acties is er één klaar."),
    ("nl", ["done", "done", "open"], "Van de drie acties zijn er twee klaar."),
    ("nl", ["done"] * 3, "Alle drie de acties zijn klaar."),
    ("en", ["done"], "You agreed one action. It is done."),
    ("en", ["done", "busy", "open"], "Of the three actions one is done."),
    ("en", ["open", "busy"], "Of the two actions none is done yet."),
]


@pytest.mark.parametrize(("language", "names", "sentence"), SILENT)
def test_who_was_silent(language: str, names: list[str], sentence: str):
    assert silent(words(language), names) == sentence


@pytest.mark.parametrize(("language", "statuses", "sentence"), ROLES)
def test_roles(language: str, statuses: Sequence[RoleStatus], sentence: str):
    assert roles_answer(words(language), statuses) == sentence


@pytest.mark.parametrize(("language", "statuses", "some", "sentence"), ROLES_OF_SOME)
def test_roles_of_some(language: str, statuses: Sequence[RoleStatus], some: int, sentence: str):
    assert roles_answer(words(language), statuses, some) == sentence


@pytest.mark.parametrize(("language", "yes", "unknown", "sentence"), MUNICIPALITY)
def test_the_municipality(language: str, yes: Sequence[Verdict], unknown: Sequence[Verdict], sentence: str):
    assert municipality_answer(words(language), yes, unknown) == sentence


@pytest.mark.parametrize(("language", "found", "sentence"), REACH)
def test_chances_and_blind_spots(language: str, found: Sequence[ReachWord], sentence: str):
    groups = [(f"Groep {place}", word) for place, word in enumerate(found, start=1)]
    assert reach_answer(words(language), groups) == sentence


def test_a_blind_spot_is_what_those_say_who_filled_this_in():
    groups = [("Jongeren", ReachWord.BLIND_SPOT), ("Ouderen", ReachWord.CHANCE)]
    assert reach_answer(words("nl"), groups, 3).endswith(
        "Een blinde vlek: jongeren. Zo zeggen het de drie organisaties die dit invulden."
    )
    assert "who filled" not in reach_answer(words("en"), [("Older people", ReachWord.CHANCE)], 3)


@pytest.mark.parametrize(
    ("verdicts", "sentence"),
    [
        ([Verdict.YES, Verdict.NO], "Veel mensen zeggen dat jullie deze groep bijna niet bereiken: groep 1."),
        ([Verdict.YES] * 2, "Veel mensen zeggen dat jullie deze groepen bijna niet bereiken: groep 1 en groep 2."),
        ([Verdict.YES] * 9, "Van negen groepen zeggen veel mensen dat jullie die bijna niet bereiken."),
        ([Verdict.NO] * 2, "Van geen van deze groepen zeggen veel mensen dat jullie die bijna niet bereiken."),
        ([Verdict.NO, Verdict.UNCLEAR], "Welke groepen jullie bijna niet bereiken, is niet te zeggen."),
        ([], "Welke groepen jullie bijna niet bereiken, is niet te zeggen."),
    ],
)
def test_which_groups_many_hardly_reach(verdicts: Sequence[Verdict], sentence: str):
    groups = [(f"Groep {place}", verdict) for place, verdict in enumerate(verdicts, start=1)]
    assert hardly_answer(words("nl"), groups) == sentence


@pytest.mark.parametrize(("language", "each", "sentence"), SUMS)
def test_what_a_sum_holds(language: str, each: ReachSum, sentence: str):
    assert sum_note(words(language), each) == sentence


@pytest.mark.parametrize(("language", "statuses", "sentence"), PREVIOUS)
def test_actions_of_before(language: str, statuses: Sequence[str], sentence: str):
    assert previous_answer(words(language), statuses) == sentence


def opinion(unknown: Verdict, nobody: Verdict) -> TaskOpinion:
    return TaskOpinion("t", unknown, nobody, None)


@pytest.mark.parametrize(
    ("language", "opinions", "sentence"),
    [
        ("nl", [(NO, NO)], "Bij geen van de taken kiezen veel mensen ‘niemand’ of ‘weet ik niet’."),
        ("nl", [(NO, UNCLEAR)], "Of veel mensen ‘niemand’ of ‘weet ik niet’ kiezen, is niet te zeggen."),
        ("nl", [(YES, NO), (NO, UNCLEAR)], "Veel mensen weten niet wie dit doet: ‘Taak 1’."),
        (
            "nl",
            [(YES, NO), (YES, YES)],
            "Veel mensen weten niet wie dit doet: ‘Taak 1’ en ‘Taak 2’. Veel mensen denken dat niemand dit doet: "
            "‘Taak 2’.",
        ),
        ("nl", [(YES, NO)] * 4, "Bij vier taken weten veel mensen niet wie het doet."),
        ("en", [(NO, YES)] * 5, "On five tasks many people think that nobody does it."),
        ("en", [(NO, NO)], "For no task do many people choose ‘nobody’ or ‘don’t know’."),
    ],
)
def test_views_of_roles(language: str, opinions: list[tuple[Verdict, Verdict]], sentence: str):
    named = [(f"Taak {place}", opinion(*each)) for place, each in enumerate(opinions, start=1)]
    assert views_answer(words(language), named) == sentence


@pytest.mark.parametrize(
    ("language", "exchange", "start"),
    [
        ("nl", Exchange.UNCLEAR, "Of er evenveel mensen aankwamen als er zijn doorgestuurd, is niet te zeggen."),
        ("nl", Exchange.EQUAL, "Er zijn evenveel mensen doorgestuurd als aangekomen."),
        ("nl", Exchange.MORE_REFERRED, "Er zijn meer mensen doorgestuurd dan aangekomen."),
        ("en", Exchange.UNCLEAR, "Whether as many people arrived as were referred cannot be said."),
        ("en", Exchange.MORE_RECEIVED, "More people arrived than were referred."),
    ],
)
def test_exchange(language: str, exchange: Exchange, start: str):
    assert exchange_answer(words(language), exchange).startswith(start)


def steps(*organisations: int, unknown: int = 0) -> list[ReachSum]:
    return [ReachSum("q", 10 * each, each, 0, 0, 0, unknown, 0) for each in organisations]


def test_the_funnel_is_said_when_every_step_has_a_number():
    assert funnel_answer(words("nl"), steps(5, 4, 3)) == (
        "Opgeteld vonden of spraken jullie 50 mensen, hielden jullie 40 eerste gesprekken en begonnen er 30 mensen. "
        "Mensen kunnen dubbel geteld zijn: het echte aantal mensen kan dus lager zijn."
    )
    assert funnel_answer(words("en"), steps(5, 4, 3)).endswith(
        "People may be counted twice, so the real number of people may be lower."
    )
    assert funnel_answer(words("nl"), steps(5, 0, 3)) == ""


def test_the_funnel_is_neither_the_least_nor_the_most_where_an_organisation_is_not_in_it():
    found, intake, started = steps(5, 4, 3)
    (partly,) = steps(5, unknown=1)
    said = funnel_answer(words("nl"), [partly, intake, started])
    assert said.startswith("Opgeteld vonden of spraken jullie 50 mensen, hielden jullie 40 eerste gesprekken")
    assert said.endswith(
        "Niet elke organisatie gaf elk aantal, en mensen kunnen dubbel geteld zijn. "
        "De echte aantallen kunnen dus hoger of lager zijn."
    )
    nothing = ReachSum("q", 0, 2, 0, 0, 1, 0, 0)
    assert funnel_answer(words("nl"), [found, nothing, started]) == ""


@pytest.mark.parametrize(
    ("language", "outcome", "start"),
    [
        ("nl", Direction.FURTHER, "Jullie willen verder."),
        ("nl", Direction.LIGHTER, "Het mag lichter."),
        ("nl", Direction.UNCLEAR, "Willen jullie verder, of mag het lichter? Dat is uit de antwoorden niet te zeggen."),
        ("en", Direction.FURTHER, "You want to go further."),
        ("en", Direction.LIGHTER, "It may be lighter."),
        ("en", Direction.UNCLEAR, "Do you want to go further, or may it be lighter?"),
    ],
)
def test_direction(language: str, outcome: Direction, start: str):
    assert form_answer(words(language), outcome).startswith(start)


def relations(*confirmed: bool, density: float | None = None, silent: tuple[str, ...] = ()) -> RelationMap:
    ties = tuple(
        Tie("a", "b", (Contact("a", "b"), Contact("b", "a")) if both else (Contact("a", "b"),)) for both in confirmed
    )
    return RelationMap(
        ("a", "b"),
        silent,
        ties,
        (),
        (),
        (),
        density,
        None,
        None,
        LibraryWelfare(all_answered=True, any_answered=True, ties=0, confirmed=0, reciprocity=None),
    )


@pytest.mark.parametrize(
    ("language", "confirmed", "sentence"),
    [
        ("nl", [], "Geen enkele organisatie noemt contact met een partner."),
        ("nl", [True], "Organisaties noemen samen één contact. Elk contact is door beide organisaties genoemd."),
        (
            "nl",
            [False, False],
            "Organisaties noemen samen twee contacten. Geen contact is door beide organisaties genoemd.",
        ),
        (
            "nl",
            [True, True],
            "Organisaties noemen samen twee contacten. Elk contact is door beide organisaties genoemd.",
        ),
        (
            "nl",
            [True, False, False],
            "Organisaties noemen samen drie contacten. Eén contact is door beide organisaties genoemd.",
        ),
        (
            "nl",
            [True, True, False],
            "Organisaties noemen samen drie contacten. Twee contacten zijn door beide organisaties genoemd.",
        ),
        (
            "en",
            [True, True, False],
            "Together organisations name three contacts. Two contacts are named by both organisations.",
        ),
        ("en", [], "No organisation names contact with a partner."),
    ],
)
def test_contacts(language: str, confirmed: list[bool], sentence: str):
    assert relations_answer(words(language), relations(*confirmed)) == sentence


def test_of_a_contact_with_who_was_silent_only_one_side_is_known():
    halved = relations(False, False, silent=("b",))
    assert relations_answer(words("nl"), halved) == (
        "Organisaties noemen samen twee contacten. Geen contact is door beide organisaties genoemd. "
        "Bij twee contacten vulde de andere organisatie dit deel niet in."
    )
    assert relations_answer(words("en"), relations(False, silent=("b",))).endswith(
        "Of one contact the other organisation did not fill in this part."
    )


@pytest.mark.parametrize(
    ("density", "start"),
    [
        (None, "Te weinig organisaties vulden dit in"),
        (0.0, "Weinig organisaties hebben elke maand contact"),
        (0.25, "Een deel van de organisaties heeft elke maand contact"),
        (0.5, "Veel organisaties hebben elke maand contact"),
        (0.75, "Bijna alle organisaties hebben elke maand contact"),
    ],
)
def test_how_close_the_network_is_in_words_only(density: float | None, start: str):
    said = whole_network(words("nl"), relations(density=density))
    assert said.startswith(start)
    assert not any(sign.isdigit() for sign in said)


def test_how_close_the_network_is_in_english():
    assert whole_network(words("en"), relations(density=0.1)) == (
        "Few organisations are in contact with each other every month."
    )


@pytest.mark.parametrize(
    ("language", "situation", "option", "sentence"),
    [
        ("nl", "shares", "samen aanbod maken", "Het vaakst gekozen: samen aanbod maken."),
        ("nl", "shares", None, "Geen antwoord springt eruit."),
        ("nl", "ladder.now", "We vertellen elkaar wat we doen.", "Het vaakst gekozen bij ‘nu’: We vertellen elkaar wat "
         "we doen."),
        ("nl", "ladder.needed", None, "Bij ‘nodig over twee jaar’ springt geen antwoord eruit."),
        ("en", "ladder.needed", "one plan", "Chosen most often at ‘needed in two years’: one plan."),
        ("en", "reach.focus", None, "For the coming year no group stands out."),
        ("nl", "reach.focus", "Ouderen", "Voor het komende jaar is deze groep het vaakst gekozen: Ouderen."),
    ],
)  # fmt: skip
def test_what_was_chosen_most_often(language: str, situation: str, option: str | None, sentence: str):
    assert most_chosen(words(language), situation, option) == sentence


def test_voices():
    say = [voices_answer(words("nl"), stuck) for stuck in (0, 1, 3)]
    assert say == [
        "Geen organisatie die dit invulde, zegt dat een onderwerp knelt.",
        "Bij één onderwerp zegt minstens één organisatie dat het knelt.",
        "Bij drie onderwerpen zegt minstens één organisatie dat het knelt.",
    ]
    assert voices_answer(words("en"), 2) == "On two topics at least one organisation says that it is under strain."


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stands_in_a_sentence_as_it_is(name: str):
    assert about(words("nl"), "roles.wanting", [name]) == f"{name} wil dit doen."
    assert about(words("nl"), "roles.idle", [name, "Gilde"]).startswith(f"{name} en Gilde hebben de leiding")
    assert about(words("en"), "relations.isolates", []) == ""


def test_an_end_of_a_sentence_has_one_mark():
    assert [ended(text) for text in ("nu", "Nu.", "Nu?", "Nu!")] == ["nu.", "Nu.", "Nu?", "Nu!"]
