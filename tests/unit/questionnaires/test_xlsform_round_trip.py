"""Our own definitions as XLSForms: pyxform takes them, what a form can say comes back the same, the rest is listed."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

import questionnaires
from questionnaires import catalogue
from questionnaires.definition import Page, Questionnaire
from questionnaires.types.base import Question
from questionnaires.types.checklist import Checklist
from questionnaires.types.role_cards import RoleCards
from questionnaires.types.statement import Statement
from questionnaires.xlsform.exporting import Exported, exported
from questionnaires.xlsform.importing import Reading
from questionnaires.xlsform.question_rows import can_be_asked
from questionnaires.xlsform.writing import form_workbook
from tests.forms import loaded, read_back

_FOLDER: Final = Path(questionnaires.__file__).parent
OWN: Final = sorted(path.stem for path in _FOLDER.glob("*.yaml") if path.stem not in ("kinds", "published"))

#: Settings of a question that the export says are lost.
_LOST: Final = {"variants", "version", "core", "anchor", "reversed", "level", "show_when"}


@pytest.fixture(scope="module", params=OWN)
def own(request: pytest.FixtureRequest) -> Questionnaire:
    """Every definition of ours, one after the other."""
    return catalogue.load(_FOLDER / f"{request.param}.yaml")


@pytest.fixture(scope="module")
def made(own: Questionnaire) -> Exported:
    return exported(own)


@pytest.fixture(scope="module")
def book(made: Exported, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "own.xlsx"
    path.write_bytes(form_workbook(made.sheets))
    return path


@pytest.fixture(scope="module")
def back(own: Questionnaire, book: Path) -> Questionnaire:
    return loaded(read_back(book, Reading(own.answered_by)), book.parent)


def _question(question: Question) -> dict[str, Any]:
    """Return what of a question a form can say."""
    dumped = question.model_dump(mode="json", exclude=_LOST)
    for line in (*dumped.get("lines", ()), *dumped.get("tasks", ())):
        line.pop("shared")
    return dumped


def _page(page: Page) -> dict[str, Any]:
    parts = [_question(part) for part in page.parts if can_be_asked(part)]
    return {"id": page.id, "title": page.title, "intro": page.intro, "parts": parts}


def _asked(questionnaire: Questionnaire) -> list[Page]:
    return [page for page in questionnaire.pages if any(map(can_be_asked, page.parts))]


def test_pyxform_takes_it_without_a_warning(book: Path) -> None:
    warnings: list[str] = []

    xform = convert(str(book), warnings=warnings).xform

    assert xform.startswith("<?xml")
    assert warnings == []


def test_a_spreadsheet_program_opens_it_and_sees_text_only(book: Path) -> None:
    opened = load_workbook(book)

    assert opened.sheetnames == ["survey", "choices", "settings"]
    kinds = {cell.data_type for sheet in opened for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}


def test_the_same_questionnaire_gives_the_same_bytes(own: Questionnaire, book: Path) -> None:
    assert form_workbook(exported(own).sheets) == book.read_bytes()
    assert load_workbook(book).properties.created == datetime(2026, 1, 1)


def test_every_page_comes_back_with_its_questions(own: Questionnaire, back: Questionnaire) -> None:
    assert [_page(page) for page in _asked(back)] == [_page(page) for page in _asked(own)]


def test_what_the_whole_file_says_comes_back(own: Questionnaire, back: Questionnaire) -> None:
    assert (back.id, back.version, back.languages) == (own.id, own.version, own.languages)
    assert back.title[own.languages[0]] == own.title[own.languages[0]]
    asked = {part.scale.id for page in own.pages for part in page.parts if isinstance(part, Statement)}
    assert back.scales == {name: scale for name, scale in own.scales.items() if name in asked}


def test_the_blocks_that_a_round_can_leave_out_come_back(own: Questionnaire, back: Questionnaire) -> None:
    def blocks(of: Questionnaire) -> dict[str, Any]:
        asked = {part.id for page in of.pages for part in page.parts if can_be_asked(part)}
        kept = [(block, [each.id for each in block.questions if each.id in asked]) for block in of.blocks]
        return {block.id: (block.title, ids) for block, ids in kept if ids}

    assert blocks(back) == blocks(own)


def test_the_themes_come_back(own: Questionnaire, back: Questionnaire) -> None:
    wanted = own.themes or [page for page in own.pages if isinstance(page.parts[0], Statement)]

    assert [(each.id, each.title) for each in back.themes] == [(each.id, each.title) for each in wanted]


def test_conditions_come_back_unless_a_form_cannot_know_them(
    own: Questionnaire, back: Questionnaire, made: Exported
) -> None:
    for page in _asked(own):
        for part in filter(can_be_asked, page.parts):
            found = back.page(page.id)
            (same,) = (each for each in found.parts if each.id == part.id) if found else ()
            if part.show_when != same.show_when:
                names = {
                    part.id,
                    *(block.id for block in own.blocks if part.id in {each.id for each in block.questions}),
                }
                assert any(f'asks "{name}" of everybody' in each for each in made.losses for name in names), part.id


def test_every_loss_of_a_question_is_named(own: Questionnaire, made: Exported) -> None:
    for page in own.pages:
        for part in page.parts:
            for says in _losses(part):
                assert any(says in each and part.id in _words(each) for each in made.losses), (part.id, says)


def test_every_loss_of_the_whole_is_named(own: Questionnaire, made: Exported) -> None:
    said = " ".join(made.losses)
    for theme in own.themes:
        assert theme.short == theme.title or theme.id in _words(said)
    assert "How many minutes anything takes is not in the form." in made.losses
    assert (own.guide is None) or f'The guide "{own.guide.id}"' in said
    assert (own.based_on is None) or f'based on "{own.based_on}"' in said
    assert ("--answered-by organisation" in said) == (own.answered_by == "organisation")


def _words(sentence: str) -> set[str]:
    return set(re.findall(r"[a-z0-9-]+", sentence))


def _losses(part: Question) -> Iterator[str]:
    """Go through what gets lost of a question, by a word that the sentence about it has."""
    if not can_be_asked(part):
        yield "is left out"
        return
    if part.variants:
        yield "(variants)"
    if part.version != 1:
        yield "version"
    if isinstance(part, Statement):
        marks = {"(reversed)": part.reversed, "(core)": part.core, "(anchor)": part.anchor}
        yield from (word for word, is_lost in (marks | {"(level)": part.level != "network"}).items() if is_lost)
    if isinstance(part, RoleCards):
        yield "all kinds of organisation"
    if isinstance(part, RoleCards | Checklist):
        lines = part.tasks if isinstance(part, RoleCards) else part.lines
        yield from ("several partners" for line in lines if line.shared)


def test_all_our_definitions_are_tried() -> None:
    assert len(OWN) >= 4
    assert "taalnetwerkspiegel" in OWN


def test_the_form_of_the_full_instrument_is_as_the_field_writes_it(spiegel: Questionnaire) -> None:
    sheets = exported(spiegel).sheets
    rows = {row["name"]: row for row in sheets.survey if row["type"] != "end_group"}

    assert rows["shared-purpose"] == {
        "type": "begin_group",
        "name": "shared-purpose",
        "label::Nederlands (nl)": "Ons gezamenlijke doel",
        "label::English (en)": "Our shared purpose",
        "appearance": "field-list",
    }
    assert rows["sp-1"]["type"] == rows["la-5"]["type"] == rows["ov-worth"]["type"] == "select_one scale-agree-5"
    scale = [row["name"] for row in sheets.choices if row["list_name"] == "scale-agree-5"]
    assert scale == ["1", "2", "3", "4", "5", "dk"]
    assert rows["rg-focus"]["constraint"] == "count-selected(.) <= 2"
    assert rows["roles-find.signal.now"]["type"].startswith("select_multiple ")
    assert rows["op-keep"]["appearance"] == "multiline"
    assert sheets.settings[0]["default_language"] == "Nederlands (nl)"


def test_a_formula_or_a_link_in_a_text_stays_text(tmp_path: Path) -> None:
    from questionnaires.workbook import Table, workbook

    content = workbook([Table("x", ("a",), [("=1+1",), ("http://a.example",), ("@x",)])])

    sheet = load_workbook(BytesIO(content)).worksheets[0]
    assert [(cell.value, cell.data_type, cell.hyperlink) for (cell,) in sheet.iter_rows(min_row=2)] == [
        ("=1+1", "s", None), ("http://a.example", "s", None), ("@x", "s", None),
    ]  # fmt: skip
