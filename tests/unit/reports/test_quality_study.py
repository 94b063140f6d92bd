"""The yearly quality study: when it may be made, what it computes, how it is kept and printed."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from questionnaires import catalogue
from reports.quality import resampling
from reports.quality.computing import StudyFacts, study_quality
from reports.quality.markdown import to_markdown
from reports.quality.pooled import PooledAnswers, ThemeAnswers, pool
from reports.quality.study import InvalidStudy, QualityStudy, TooLittleForAStudy
from reports.scoring import InvalidAnswers
from reports.statistics import NoSpread, cronbach_alpha, intraclass_correlation, item_rest_correlations, mcdonald_omega

FACTS = StudyFacts("spiegel", "1.0", "a" * 64, 2027, ("round-1", "round-2"))
Numbers = np.ndarray


@pytest.fixture(autouse=True)
def few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resampling, "RESAMPLES", 20)


def answers(seed: int = 1, persons: int = 200, items: int = 5, networks: int = 10) -> Numbers:
    """Answers that share a factor, and that differ between networks."""
    random = np.random.default_rng(seed)
    network = np.arange(persons) % networks
    shared = random.normal(size=(persons, 1)) + 0.6 * random.normal(size=networks)[network][:, None]
    return np.clip(np.round(3 + shared + random.normal(size=(persons, items))), 1, 5).astype(np.int8)


def theme(numbers: Numbers, *, name: str = "roles", unknown: Numbers | None = None, flipped: int = 0) -> ThemeAnswers:
    items = numbers.shape[1]
    dont_know = np.zeros(numbers.shape, bool) if unknown is None else unknown
    ids = tuple((f"{name}-{item}", 1) for item in range(1, items + 1))
    return ThemeAnswers(name, ids, np.arange(items) < flipped, numbers, dont_know)


def pooled(*themes: ThemeAnswers, networks: int = 10) -> PooledAnswers:
    return PooledAnswers(tuple(f"n{person % networks}" for person in range(len(themes[0].numbers))), themes)


def studied(*themes: ThemeAnswers) -> QualityStudy:
    return study_quality(pooled(*themes), facts=FACTS)


def in_hundredths(value: float) -> Decimal:
    return Decimal(f"{value:.2f}")


def test_a_study_says_what_it_is_of():
    study = studied(theme(answers()))
    assert (study.questionnaire, study.questionnaire_version, study.year) == ("spiegel", "1.0", 2027)
    assert (study.respondents, study.networks, study.rounds) == (200, 10, ("round-1", "round-2"))


@pytest.mark.parametrize(("persons", "networks"), [(199, 10), (200, 9), (0, 0), (1, 1)])
def test_too_few_respondents_or_networks_make_no_study(persons, networks):
    few = pooled(theme(answers(persons=persons)), networks=networks or 1)
    with pytest.raises(TooLittleForAStudy) as caught:
        study_quality(few, facts=FACTS)
    assert str(caught.value) == (
        f"A quality study needs 200 new respondents in 10 networks; there are {persons} in {networks}."
    )


def test_too_few_are_refused_before_anything_is_computed():
    """These answers are off the scale, which nobody has looked at yet."""
    with pytest.raises(TooLittleForAStudy):
        study_quality(pooled(theme(np.full((199, 4), 9, np.int8))), facts=FACTS)


def test_the_figures_are_those_of_the_statistics_rounded():
    numbers = answers()
    found = studied(theme(numbers)).themes[0]
    alpha, networks = cronbach_alpha(numbers), np.arange(200) % 10
    icc = intraclass_correlation(numbers.mean(axis=1), networks)
    assert found.alpha is not None
    assert found.omega is not None
    assert [found.alpha.value, found.alpha.low, found.alpha.high] == [
        in_hundredths(each) for each in (alpha.value, alpha.low, alpha.high)
    ]
    assert found.omega.value == in_hundredths(mcdonald_omega(numbers))
    assert (found.icc1, found.icc2) == (in_hundredths(icc.icc1), in_hundredths(icc.icc2))
    assert [item.item_rest for item in found.items] == [in_hundredths(each) for each in item_rest_correlations(numbers)]


def test_reversed_items_are_recoded_and_missing_answers_left_out():
    numbers = answers()
    turned = numbers.copy()
    turned[:, :2] = 6 - turned[:, :2]
    plain, recoded = studied(theme(numbers)).themes[0], studied(theme(turned, flipped=2)).themes[0]
    assert recoded == plain
    numbers[:60, 0] = 0
    with_gaps = studied(theme(numbers)).themes[0].alpha
    assert with_gaps is not None
    assert with_gaps.value == in_hundredths(cronbach_alpha(np.where(numbers == 0, np.nan, numbers)).value)


def test_who_answered_too_little_of_a_theme_has_no_score_in_the_icc():
    numbers = answers()
    numbers[:40, :2] = 0
    valid = np.arange(200) >= 40
    icc = intraclass_correlation(numbers[valid].mean(axis=1), (np.arange(200) % 10)[valid])
    assert studied(theme(numbers)).themes[0].icc1 == in_hundredths(icc.icc1)


def test_omegas_interval_draws_whole_networks(monkeypatch):
    """With respondents as alike as clones within a network, more clones add nothing."""
    random = np.random.default_rng(4)
    ten = np.clip(np.round(3 + random.normal(size=(10, 1)) + random.normal(size=(10, 4))), 1, 5)
    monkeypatch.setattr(resampling, "RESAMPLES", 100)
    clusters = resampling.clusters_of([f"n{person % 10}" for person in range(200)])
    few = resampling.resampled_interval(mcdonald_omega, ten, [np.array([each]) for each in range(10)])
    many = resampling.resampled_interval(mcdonald_omega, np.tile(ten, (20, 1)), clusters)
    assert many == pytest.approx(few, abs=1e-4)
    assert few[1] - few[0] > 0.05


def test_omega_of_a_study_is_resampled_by_its_networks():
    numbers = answers(5, networks=10)
    omega = studied(theme(numbers)).themes[0].omega
    by_network, by_person = (
        resampling.resampled_interval(mcdonald_omega, numbers.astype(float), resampling.clusters_of(clusters))
        for clusters in (np.arange(200) % 10, range(200))
    )
    assert omega is not None
    assert [omega.low, omega.high] == [in_hundredths(each) for each in by_network]
    assert [omega.low, omega.high] != [in_hundredths(each) for each in by_person]


def test_a_draw_has_as_many_networks_as_there_are():
    clusters = resampling.clusters_of(np.arange(20) % 5)
    assert resampling.resampled_interval(lambda rows: float(len(rows)), np.ones((20, 3)), clusters) == (20, 20)


def test_networks_keep_their_own_rows():
    assert [each.tolist() for each in resampling.clusters_of(["b", "a", "b", "c"])] == [[0, 2], [1], [3]]


def test_no_draw_that_defines_the_statistic_is_an_error():
    with pytest.raises(NoSpread, match="Not one draw"):
        resampling.resampled_interval(mcdonald_omega, np.ones((20, 4)), resampling.clusters_of(range(20)))


@pytest.mark.parametrize(
    ("unknown", "rate"),
    [(0, "0.00"), (4, "0.00"), (5, "0.05"), (14, "0.05"), (15, "0.10"), (200, "1.00")],
)
def test_dont_know_rates_are_in_steps_of_five_percent_half_a_step_upwards(unknown, rate):
    """Of 200: 4 is 2.0% and rounds to 0, 5 is 2.5% and rounds to 5%, 15 is 7.5% and rounds to 10%."""
    numbers = answers(items=3)
    mask = np.zeros(numbers.shape, bool)
    mask[:unknown, 0] = True
    numbers[mask] = 0
    assert studied(theme(numbers, unknown=mask)).themes[0].items[0].dont_know == Decimal(rate)


def test_who_skipped_counts_in_no_rate():
    """100 skipped, 10 said "don't know", 90 gave a number: 10 of 100; of the theme 10 of 500."""
    numbers = answers(items=3)
    mask = np.zeros(numbers.shape, bool)
    mask[:10, 0] = True
    numbers[:110, 0] = 0
    found = studied(theme(numbers, unknown=mask)).themes[0]
    assert (found.items[0].dont_know, found.dont_know) == (Decimal("0.10"), Decimal("0.00"))


@pytest.mark.parametrize(
    ("same", "answered", "rate"), [(18, 20, "0.20"), (17, 20, "0.00"), (19, 19, None), (27, 30, "0.20")]
)
def test_straight_lining_is_nine_in_ten_of_twenty_answers(same, answered, rate):
    """40 of 200 do it; the others answer 1 to 5 in turn."""
    varied = np.tile(np.arange(30) % 5 + 1, (200, 1)).astype(np.int8)
    varied[:40, :same] = 4
    varied[:40, same:] = 2
    varied[:, answered:] = 0
    study = studied(theme(varied[:, :10], name="one"), theme(varied[:, 10:], name="two", flipped=10))
    assert study.straight_lining == (None if rate is None else Decimal(rate))


def test_what_the_answers_do_not_define_is_left_out_and_poor_figures_are_not():
    everybody_agrees, noise = np.full((200, 4), 4, np.int8), np.random.default_rng(3).integers(1, 6, (200, 4))
    agreed, poor, short, silent = studied(
        theme(everybody_agrees, name="agreed"),
        theme(noise.astype(np.int8), name="poor"),
        theme(answers(items=2), name="short"),
        theme(np.zeros((200, 4), np.int8), name="silent"),
    ).themes
    assert [agreed.alpha, agreed.omega, agreed.icc1, agreed.icc2] == [None] * 4
    assert [item.item_rest for item in agreed.items] == [None] * 4
    assert poor.alpha is not None
    assert poor.alpha.value < Decimal("0.3")
    assert poor.omega is not None
    assert [short.alpha, short.omega, short.icc1, short.icc2] == [None] * 4
    assert short.items[0].item_rest is not None
    three = studied(theme(answers(items=3))).themes[0]
    assert None not in (three.alpha, three.omega, three.icc1, three.icc2)
    assert [silent.alpha, silent.omega, silent.icc1, silent.dont_know, silent.items[0].item_rest] == [None] * 5


def test_the_same_answers_give_the_same_study_and_hash():
    assert studied(theme(answers())) == studied(theme(answers()))
    assert studied(theme(answers())).hash == studied(theme(answers())).hash
    assert studied(theme(answers(2))).hash != studied(theme(answers())).hash


def test_a_study_comes_back_from_its_text_as_it_was():
    study = studied(theme(answers()), theme(answers(2, items=2), name="short"))
    assert QualityStudy.from_json(study.to_json()) == study
    assert QualityStudy.from_json(study.to_json()).hash == study.hash


def changed(**values: object) -> str:
    return json.dumps(json.loads(studied(theme(answers())).to_json()) | values)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "At the document"),
        ("[1]", "At the document"),
        ({"format": 2}, "At format"),
        ({"respondents": 199}, "there are 199 in 10"),
        ({"networks": 9}, "there are 200 in 9"),
        ({"straight_lining": "0.07"}, "a rate is not between 0 and 1 in steps of 0.05"),
        ({"straight_lining": "1.05"}, "a rate is not between 0 and 1"),
        ({"adviser": "Joris"}, "At adviser"),
    ],
)
def test_a_text_that_is_no_study_is_refused(text, says):
    with pytest.raises(InvalidStudy) as caught:
        QualityStudy.from_json(changed(**text) if isinstance(text, Mapping) else text)
    assert says in str(caught.value)


def test_the_report_prints_every_figure_and_how_to_read_it():
    poor = np.random.default_rng(3).integers(1, 6, (200, 4)).astype(np.int8)
    study = studied(theme(answers()), theme(poor, name="poor"), theme(answers(items=2), name="short"))
    lines = to_markdown(study).splitlines()
    assert lines[0] == "# Quality of spiegel 1.0 in 2027"
    text = "\n".join(lines)
    assert "200 new respondents in 10 networks (rounds: 2)" in text
    assert "Respondents are nested in networks" in text
    rows = {line.split(" | ")[0].removeprefix("| "): line for line in lines if line.startswith("| ")}
    roles, bad = rows["roles"], rows["poor"]
    good = study.themes[0]
    assert good.alpha is not None
    assert f"| {good.alpha.value} ({good.alpha.low} to {good.alpha.high}) |" in roles
    assert f"| reached | {good.icc1} | {good.icc2} | 0% |" in roles
    assert study.themes[1].alpha is not None
    assert f"| {study.themes[1].alpha.value} (" in bad
    assert "| not reached |" in bad
    assert rows["short"] == "| short | 2 | – | – | – | – | – | 0% |"
    assert rows["roles-1"] == f"| roles-1 | roles | {good.items[0].item_rest} | 0% |"


def test_a_questionnaire_without_enough_answers_to_tell_prints_a_dash():
    text = to_markdown(replace(studied(theme(answers())), straight_lining=None))
    assert "The same answer to 90% or more of 20 or more statements: – of who answered that many." in text


def test_sealed_answers_are_laid_out_per_theme_with_dont_know_apart():
    questionnaire = catalogue.latest("taalnetwerkspiegel")
    first = questionnaire.themes[0]
    ids = [item.id for item in first.items]
    rows = [("n1", {ids[0]: 4, ids[1]: "dk", ids[2]: None}), ("n2", {})]
    made = pool(rows, questionnaire)
    assert made.networks == ("n1", "n2")
    assert [each.id for each in made.themes] == [each.id for each in questionnaire.themes]
    assert made.themes[0].items == first.item_versions
    assert made.themes[0].is_reversed.tolist() == [item.reversed for item in first.items]
    assert made.themes[0].numbers[:, :3].tolist() == [[4, 0, 0], [0, 0, 0]]
    assert made.themes[0].dont_know[:, :3].tolist() == [[False, True, False], [False, False, False]]


def test_an_answer_that_the_version_does_not_have_is_refused():
    with pytest.raises(InvalidAnswers, match="does not have: nonsense"):
        pool([("n1", {"nonsense": 4})], catalogue.latest("taalnetwerkspiegel"))
