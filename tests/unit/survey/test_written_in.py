"""In which language own words are written, told from the words alone."""

import pytest

from survey.services.written_in import few_wrote_in, written_in

DUTCH = "De samenwerking is goed, maar we zien elkaar te weinig."
ENGLISH = "We should meet more often, and talk about what works."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (DUTCH, "nl"),
        (ENGLISH, "en"),
        ("Goed zo!", "nl"),
        ("Dit had niemand mogen lezen.", "nl"),
        ("Iedereen komt altijd later.", "nl"),
        ("", "nl"),
        ("123 456", "nl"),
        ("Wy moatte inoar faker sjen, dat is better foar de minsken dy't leare wolle.", "fy"),
        ("Wir müssen uns öfter sehen, das ist besser für die Menschen.", "de"),
        ("يجب أن نلتقي أكثر", "other"),
        ("Hepimiz daha sık görüşmeliyiz bence arkadaşlar", "other"),
        ("Koffiebonen lekkerste drankje wereldwijd", "other"),
    ],
)
def test_a_language_is_known_by_its_small_words(text: str, language: str) -> None:
    assert written_in(text) == language


@pytest.mark.parametrize(("writers", "is_rare"), [(1, True), (2, True), (3, False)])
def test_a_language_of_fewer_than_three_people_is_rare(writers: int, is_rare: bool) -> None:
    rare = few_wrote_in([[ENGLISH]] * writers + [[DUTCH]] * 9)

    assert rare(ENGLISH) is is_rare
    assert rare(DUTCH) is False


def test_people_are_counted_and_not_their_texts() -> None:
    assert few_wrote_in([[ENGLISH, ENGLISH, ENGLISH], [DUTCH]])(ENGLISH)


def test_dutch_is_never_rewritten_in_dutch_however_few_write_it() -> None:
    assert not few_wrote_in([[DUTCH], [ENGLISH], [ENGLISH], [ENGLISH]])(DUTCH)


def test_two_unknown_languages_are_not_one_that_many_use() -> None:
    assert few_wrote_in([["Все очень хорошо"], ["يجب أن نلتقي أكثر"], ["大家都很好"]])("Все очень хорошо")
