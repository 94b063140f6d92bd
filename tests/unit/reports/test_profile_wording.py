"""The words for what organisations say of themselves: one for every outcome, in both languages."""

import pytest

from reports.profile import Direction, Exchange, PairPicture, ReachWord, RoleStatus, Verdict
from reports.profile.ties import STRENGTH
from reports.wording import words
from reports.wording.en import EN
from reports.wording.lexicon import Lexicon
from reports.wording.nl import NL

LABELS = [
    ("roles.status.open", "niemand doet dit", "nobody does this"),
    ("roles.status.leaderless", "niemand heeft de leiding", "nobody leads"),
    ("roles.status.contested", "meer dan één leiding", "more than one leader"),
    ("roles.status.double", "mogelijk dubbel", "perhaps double"),
    ("roles.status.clear", "helder", "clear"),
    ("roles.status.many_hands", "helder: veel handen, één leiding", "clear: many hands, one leader"),
    ("roles.pair.talk", "bespreek", "talk about it"),
    ("roles.pair.confirm", "bevestig", "confirm it"),
    ("roles.pair.chance", "kans", "an opportunity"),
    ("reach.word.chance", "kans", "an opportunity"),
    ("reach.word.blind_spot", "blinde vlek", "blind spot"),
    ("reach.word.seldom_seen", "weinig gezien", "seldom seen"),
    ("reach.word.unclear", "niet te zeggen", "cannot be said"),
    ("reach.count.few", "< 5", "< 5"),
    ("form.direction.further", "wil verder", "wants to go further"),
    ("form.direction.lighter", "mag lichter", "may be lighter"),
    ("form.direction.unclear", "niet te zeggen", "cannot be said"),
    ("relations.chance", "kansrijke verbinding", "promising connection"),
]


@pytest.mark.parametrize(("key", "dutch", "english"), LABELS)
def test_labels(key: str, dutch: str, english: str):
    assert (words("nl").say(key), words("en").say(key)) == (dutch, english)


@pytest.mark.parametrize("lexicon", [NL, EN], ids=["nl", "en"])
def test_every_outcome_has_a_word(lexicon: Lexicon):
    kinds = {
        "roles.status": RoleStatus,
        "roles.pair": PairPicture,
        "roles.often-unknown": Verdict,
        "roles.often-nobody": Verdict,
        "reach.word": ReachWord,
        "reach.exchange": Exchange,
        "form.direction": Direction,
        "form.nobody-steers": Verdict,
        "relations.strength": [0, *STRENGTH.values()],
        "reach.count": ["exact", "few", "part", "unknown"],
    }
    wanted = {f"{situation}.{outcome}" for situation, outcomes in kinds.items() for outcome in outcomes}
    assert wanted - set(lexicon.sentences) == set()


def test_a_sum_is_never_said_without_its_warning():
    assert words("nl").say("reach.sum", total=120) == "samen 120 (kan dubbel geteld zijn)"
    assert words("en").say("reach.sum", total=120) == "120 together (people may be counted twice)"


@pytest.mark.parametrize(
    ("left_out", "sentence"),
    [
        (0, ""),
        (1, "1 organisatie telt niet mee. Haar aantal laten we niet zien."),
        (3, "3 organisaties tellen niet mee. Hun aantal laten we niet zien."),
    ],
)
def test_what_a_sum_leaves_out_is_said(left_out: int, sentence: str):
    assert words("nl").counted("reach.left-out", left_out) == sentence
