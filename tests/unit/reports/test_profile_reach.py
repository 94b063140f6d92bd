"""Chances and blind spots, three-valued; and the form of the network, now and needed."""

import pytest

from reports.profile import Direction, ReachWord, Verdict, direction, group_reach, nobody_steers
from reports.results import Results
from tests.network_profiles import network, published, shares, withheld


@pytest.mark.parametrize(
    ("seen_by", "hardly", "word"),
    [
        (2, "0.40", ReachWord.CHANCE),
        (2, "0.35", ReachWord.NEITHER),
        (3, "0.80+", ReachWord.CHANCE),
        (2, "0.20-", ReachWord.NEITHER),
        (2, "0.40-", ReachWord.UNCLEAR),
        (2, "0.35+", ReachWord.UNCLEAR),
        (1, "0.80+", ReachWord.SELDOM_SEEN),
        (1, "0.40", ReachWord.SELDOM_SEEN),
        (1, "0.35", ReachWord.NEITHER),
        (1, "0.40-", ReachWord.UNCLEAR),
        (0, "0.80+", ReachWord.BLIND_SPOT),
        (0, "0.20-", ReachWord.BLIND_SPOT),
    ],
)
def test_the_word_for_a_group(seen_by: int, hardly: str, word: ReachWord):
    profile = network({name: {"we-see": ["older"] if n < seen_by else ["debts"]} for n, name in enumerate("abc")})
    results = published(*shares("rg-groups.older", good="0.20", hardly=hardly))
    found = next(each for each in group_reach(profile, results) if each.seen.id == "older")
    assert found.word is word
    assert found.hardly is results.shares("rg-groups.older")["hardly"]


@pytest.mark.parametrize(
    ("seen_by", "word"), [(0, ReachWord.BLIND_SPOT), (1, ReachWord.UNCLEAR), (2, ReachWord.UNCLEAR)]
)
@pytest.mark.parametrize(
    "results", [published(withheld("rg-groups.older")), published()], ids=["withheld", "not asked"]
)
def test_without_shares_only_the_ticks_speak(results: Results, seen_by: int, word: ReachWord):
    profile = network({name: {"we-see": ["older"] if n < seen_by else ["debts"]} for n, name in enumerate("abc")})
    words = {each.seen.id: each.word for each in group_reach(profile, results)}
    assert words["older"] is word
    assert len(words) == 10


def test_there_is_no_blind_spot_when_nobody_answered():
    assert group_reach(network({"a": None, "b": {"rf-tasks": None}}), published()) == ()


def depth(now: tuple[str, str], needed: tuple[str, str]) -> Results:
    both = {"now": now, "needed": needed}
    return published(
        *(
            cell
            for moment, (work, plan) in both.items()
            for cell in shares(f"form-depth.{moment}", tell="0.20", joint_work=work, one_plan=plan)
        )
    )


@pytest.mark.parametrize(
    ("now", "needed", "found"),
    [
        # Two printed shares stand for 5% more or less together: 15% apart is clear, 10% is not.
        (("0.20", "0.20"), ("0.30", "0.25"), Direction.FURTHER),
        (("0.20", "0.20"), ("0.25", "0.25"), Direction.UNCLEAR),
        (("0.30", "0.25"), ("0.20", "0.20"), Direction.LIGHTER),
        (("0.25", "0.25"), ("0.20", "0.20"), Direction.UNCLEAR),
        (("0.20", "0.20"), ("0.20", "0.20"), Direction.UNCLEAR),
        (("0.10-", "0.10-"), ("0.35", "0.25"), Direction.FURTHER),
        (("0.20-", "0.20-"), ("0.25", "0.20-"), Direction.UNCLEAR),
        # Nobody can be below none: at most 22.5% now, at least 27.5% needed.
        (("0.10-", "0.10-"), ("0.30", "0.20-"), Direction.FURTHER),
        (("0.80+", "0.20-"), ("0.20-", "0.20-"), Direction.LIGHTER),
        (("0.20-", "0.20-"), ("0.80+", "0.20-"), Direction.FURTHER),
        (("0.80+", "0.20-"), ("0.80+", "0.20-"), Direction.UNCLEAR),
    ],
)
def test_further_or_lighter(now: tuple[str, str], needed: tuple[str, str], found: Direction):
    assert direction(depth(now, needed)) is found


def test_a_direction_needs_both_moments():
    now = shares("form-depth.now", joint_work="0.10-", one_plan="0.10-")
    assert direction(published(*now, withheld("form-depth.needed"))) is Direction.UNCLEAR
    assert direction(published()) is Direction.UNCLEAR


@pytest.mark.parametrize(
    ("written", "often"),
    [("0.30", Verdict.YES), ("0.25", Verdict.NO), ("0.20-", Verdict.NO), ("0.30-", Verdict.UNCLEAR)],
)
def test_nobody_really_steers(written: str, often: Verdict):
    needed = shares("form-steering.needed", nobody="0.80+")
    assert nobody_steers(published(*shares("form-steering.now", nobody=written), *needed)) is often


def test_nobody_knows_who_steers_when_nothing_is_published():
    assert nobody_steers(published(withheld("form-steering.now"))) is Verdict.UNCLEAR
