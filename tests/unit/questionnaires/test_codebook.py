"""The codebook: every variable of a version, in every language, with its wording, scale, coding and theme."""

from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from openpyxl import load_workbook

import questionnaires
from questionnaires import catalogue
from questionnaires.codebook import codebook, codebook_markdown, codebook_workbook
from questionnaires.definition import Questionnaire

_FOLDER: Final = Path(questionnaires.__file__).parent
OWN: Final = sorted(path.stem for path in _FOLDER.glob("*.yaml") if path.stem not in ("kinds", "published"))


@pytest.fixture(scope="module", params=OWN)
def own(request: pytest.FixtureRequest) -> Questionnaire:
    return catalogue.load(_FOLDER / f"{request.param}.yaml")


def _row(questionnaire: Questionnaire, variable: str, language: str = "nl") -> dict[str, str]:
    book = codebook(questionnaire, language)
    (row,) = (row for row in book.rows if row[0] == variable)
    return dict(zip(book.columns, row, strict=True))


def test_every_variable_is_in_it_once_in_the_order_of_the_pages(own: Questionnaire) -> None:
    for language in own.languages:
        wanted = [each.name for question in own.questions.values() for each in question.variables(language)]
        names = [row[0] for row in codebook(own, language).rows]
        assert names == wanted
        assert len(set(names)) == len(names)


def test_its_heading_tells_exactly_which_version_it_is_about(own: Questionnaire) -> None:
    text = codebook_markdown(own)

    assert own.id in text
    assert own.version in text
    assert text.count(own.content_hash) == len(own.languages)


def test_the_workbook_has_a_sheet_per_language_with_the_same_table(own: Questionnaire) -> None:
    book = load_workbook(BytesIO(codebook_workbook(own)))

    assert book.sheetnames == ["Nederlands (nl)", "English (en)"]
    for language, sheet in zip(own.languages, book, strict=True):
        wanted = codebook(own, language)
        top = len(wanted.heading)
        rows = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)]
        assert [row[0] for row in rows[:top]] == list(wanted.heading)
        assert rows[top:] == [wanted.columns, *wanted.rows]


def test_the_same_version_gives_the_same_bytes(own: Questionnaire) -> None:
    assert codebook_workbook(own) == codebook_workbook(own)


def test_a_statement_tells_its_theme_scale_and_coding(spiegel: Questionnaire) -> None:
    row = _row(spiegel, "sp-1")

    assert row["vraag"] == "We weten samen wat we willen bereiken."
    assert row["onderwerp"] == row["pagina"] == "Ons gezamenlijke doel"
    assert (row["type"], row["schaal"], row["vraagversie"]) == ("statement", "scale-agree-5", "1")
    assert row["codering"].startswith("1 = helemaal oneens; 2 = oneens;")
    assert row["codering"].endswith("dk = weet ik niet; null = overgeslagen")
    assert row["richting"] == ""


def test_a_statement_that_counts_the_other_way_round_says_so(spiegel: Questionnaire) -> None:
    assert _row(spiegel, "ro-4")["richting"] == "omgekeerd geteld (6 min het antwoord)"
    assert _row(spiegel, "ro-4", "en")["direction"] == "reversed (6 minus the answer)"


def test_other_words_for_a_kind_of_organisation_are_in_it(spiegel: Questionnaire) -> None:
    words = "Partners weten wie bij de gemeente hun contactpersoon is."

    assert f": {words}]" in _row(spiegel, "mu-3")["vraag"]


@pytest.mark.parametrize(
    ("variable", "coding"),
    [
        ("ov-grade", "1 … 10; null = skipped"),
        ("op-keep", "own words, at most 400 characters; null = skipped"),
        ("mc-level.now", "none = The municipality does not take part.;"),
        ("mc-lines.mc-policy", "yes = yes; partly = in part; no = no; dk = don't know; null = skipped"),
        ("rg-focus", "list of: nt1-work ="),
        ("roles-find.signal.lead", "dk = don't know; null = skipped"),
    ],
)
def test_every_type_tells_its_coding(variable: str, coding: str, spiegel: Questionnaire) -> None:
    assert coding in _row(spiegel, variable, "en")["coding"]


def test_the_profile_of_organisations_tells_its_numbers_and_conditions() -> None:
    profile = catalogue.latest("organisatieprofiel")

    assert _row(profile, "rn-found")["codering"] == "0 … 1000000; null = overgeslagen"
    assert _row(profile, "rel-partners")["codering"] == "lijst van; null = overgeslagen"
    assert _row(profile, "mc-level.now")["alleen gevraagd als"] == "{organisation: kind, equals: municipality}"
    assert _row(profile, "rel-map.(organisation).rel-freq")["type"] == "roster"


def test_a_sign_of_markdown_in_a_text_stays_a_sign(spiegel: Questionnaire) -> None:
    odd = spiegel.model_copy(update={"title": {"nl": "a|b *c* <d>\nZ", "en": "x"}})

    assert "# Codeboek: a\\|b \\*c\\* \\<d\\> Z\n" in codebook_markdown(odd)


def test_a_language_without_words_of_ours_gets_english_ones(spiegel: Questionnaire) -> None:
    assert codebook(_in_frisian(spiegel), "fy").columns[0] == "variable"


def _in_frisian(questionnaire: Questionnaire) -> Questionnaire:
    """Return the questionnaire without pages and with a Frisian title: enough for a heading."""
    return questionnaire.model_copy(update={"title": {"fy": "Taal"}, "pages": (), "languages": ("fy",)})
