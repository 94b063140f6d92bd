"""A questionnaire based on another: what it takes over, what it keeps, and where its mistakes are told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import load
from questionnaires.definition import Questionnaire
from questionnaires.mistakes import DefinitionErrors
from tests.unit.questionnaires.asking import DEFINITIONS, definition

BASED = definition("based_on")
SMALL = definition("small")

#: A basis with two themes: of the first one statement is core and one an anchor, of the second none.
BASIS = """id: basis
version: 1.2.0
answered_by: person
languages: [nl]
title: {nl: Basis}
scales:
  - id: agree
    options: [{nl: een}, {nl: twee}, {nl: drie}, {nl: vier}, {nl: vijf}]
    dont_know: {nl: weet niet}
statements: {scale: agree, minutes: 1.5}
themes:
  - id: contact
    title: {nl: Contact}
    short: {nl: Contact}
    items:
      - {id: c-1, level: network, core: true, anchor: true, text: {nl: Een.}}
      - {id: c-2, level: network, core: true, text: {nl: Twee.}}
      - {id: c-3, level: network, text: {nl: Drie.}}
  - id: purpose
    title: {nl: Doel}
    short: {nl: Doel}
    items:
      - {id: p-1, level: network, text: {nl: Vier.}}
blocks:
  - id: open
    title: {nl: Open}
    minutes: 2
    questions:
      - {id: o-1, type: long_text, text: {nl: Wat gaat goed?}}
      - {id: o-2, type: long_text, text: {nl: Wat kan beter?}}
  - id: rest
    title: {nl: Rest}
    minutes: 1
    questions:
      - {id: r-1, type: grade, text: {nl: Welk cijfer?}}
pages:
  - theme: contact
  - theme: purpose
  - block: open
  - block: rest
"""

BASED_ON_IT = """id: short
version: 1.0.0
based_on: {{questionnaire: basis, version: 1.2.0{keep}}}
title: {{nl: Kort}}
pages:
"""

Build = Callable[..., Path]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Write a file that is based on ``BASIS``, which is beside it."""

    def written(pages: str, *, keep: str = "", more: str = "") -> Path:
        (tmp_path / "basis.yaml").write_text(BASIS, encoding="utf-8")
        path = tmp_path / "x.yaml"
        path.write_text(BASED_ON_IT.format(keep=keep and f", keep: {keep}") + pages + more, encoding="utf-8")
        return path

    return written


def ids(questionnaire: Questionnaire) -> list[list[str]]:
    return [[part.id for part in page.parts] for page in questionnaire.pages]


def told(path: Path) -> list[str]:
    with pytest.raises(DefinitionErrors) as refused:
        load(path)
    return str(refused.value).splitlines()


def test_it_takes_languages_scale_themes_and_blocks_with_their_words() -> None:
    assert (BASED.languages, BASED.answered_by, BASED.scales) == (SMALL.languages, SMALL.answered_by, SMALL.scales)
    assert BASED.questions["c-1"] == SMALL.questions["c-1"]
    assert BASED.questions["o-1"] == SMALL.questions["o-1"]
    assert BASED.based_on == "small"
    assert SMALL.based_on is None


def test_blocks_of_its_own_stand_beside_those_it_takes() -> None:
    assert [block.id for block in BASED.blocks] == ["own", "open"]
    assert ids(BASED) == [["c-1"], ["w-1", "o-1"]]
    assert BASED.minutes == {"w-1": 0.5, "o-1": 2.5, "c-1": 1.0}


def test_without_more_it_keeps_every_statement(build: Build) -> None:
    assert ids(load(build("  - theme: contact\n  - theme: purpose\n"))) == [["c-1", "c-2", "c-3"], ["p-1"]]


def test_it_keeps_the_core_and_a_page_takes_less_time_for_fewer_statements(build: Build) -> None:
    short = load(build("  - theme: contact\n", keep="core"))
    assert ids(short) == [["c-1", "c-2"]]
    assert short.minutes_of(short.pages) == pytest.approx(0.75)  # two of the four statements


def test_it_keeps_the_anchors_in_an_order_of_its_own_and_has_no_themes_then(build: Build) -> None:
    scan = load(build("  - {id: scan, title: {nl: Scan}, minutes: 0.2, statements: [c-1]}\n", keep="anchor"))
    assert (ids(scan), scan.themes) == ([["c-1"]], ())
    assert scan.minutes_of(scan.pages) == pytest.approx(0.2)


def test_with_the_anchors_kept_no_other_statement_can_be_named(build: Build) -> None:
    page = "  - {id: scan, title: {nl: Scan}, statements: [c-1, c-2]}\n"
    assert told(build(page, keep="anchor")) == [
        'x.yaml:6:53: There is no statement "c-2" in this file. Did you mean "c-1"?'
    ]


def test_a_theme_of_which_nothing_is_kept_is_not_there(build: Build) -> None:
    assert told(build("  - theme: contact\n  - theme: purpose\n", keep="core")) == [
        'x.yaml:7:12: There is no theme "purpose" in this file.'
    ]


def test_what_it_does_not_show_is_left_out_without_a_word(build: Build) -> None:
    short = load(build("  - {id: last, title: {nl: Slot}, questions: [o-2]}\n"))
    assert (ids(short), [block.id for block in short.blocks]) == ([["o-2"]], ["open"])
    assert short.minutes_of(short.pages) == pytest.approx(1)
    assert set(short.questions) == {"o-2"}


def test_its_own_words_go_before_those_of_the_basis(build: Build) -> None:
    more = "languages: [nl]\nstatements: {scale: agree, minutes: 4, intro: {nl: Kies.}}\n"
    short = load(build("  - theme: contact\n", keep="core", more=more))
    assert short.minutes_of(short.pages) == pytest.approx(4)
    assert short.pages[0].intro == {"nl": "Kies."}


def test_it_is_found_in_the_folder_of_our_own_questionnaires_too(write: Callable[[str], Path]) -> None:
    basis = "based_on: {questionnaire: taalnetwerkspiegel, version: 2.0.0, keep: core}\n"
    path = write(f"id: x\nversion: 1.0.0\n{basis}title: {{nl: X, en: X}}\npages:\n  - theme: roles\n")
    assert ids(load(path)) == [["ro-1", "ro-2", "ro-4"]]


def test_an_older_version_may_stand_in_a_file_with_its_number(build: Build, tmp_path: Path) -> None:
    path = build("  - theme: contact\n")
    (tmp_path / "basis.yaml").rename(tmp_path / "basis-1.2.0.yaml")
    (tmp_path / "basis.yaml").write_text(BASIS.replace("1.2.0", "2.0.0"), encoding="utf-8")
    assert ids(load(path)) == [["c-1", "c-2", "c-3"]]


def test_what_changes_in_the_basis_is_taken_over(build: Build, tmp_path: Path) -> None:
    path = build("  - theme: contact\n")
    before = load(path)
    (tmp_path / "basis.yaml").write_text(BASIS.replace("Een.", "Eén en niet meer."), encoding="utf-8")
    after = load(path)
    assert after.questions["c-1"].text["nl"] == "Eén en niet meer."
    assert after.content_hash != before.content_hash


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "{questionnaire: bassis, version: 1.2.0}",
            '3:27: There is no questionnaire "bassis" 1.2.0 in a file "bassis.yaml" here.',
        ),
        (
            "{questionnaire: basis, version: 1.2.1}",
            '3:27: There is no questionnaire "basis" 1.2.1 in a file "basis.yaml" here.',
        ),
        ("{questionnaire: based-on, version: 1.0.0}", '3:27: "based-on" is itself based on another: name that one.'),
        ("{questionnaire: basis, version: 1.2.0, keep: cor}", '3:56: "keep" must be all, core or anchor, and it says'),
        ("{questionnaire: basis, version: 1.2}", '3:43: "version" must be three whole numbers'),
        ("{questionnaire: basis}", '3:1: "version" is missing here.'),
        ("basis", '3:11: "based_on" needs settings below it, one a line; it says "basis".'),
        ("{questionaire: basis, version: 1.2.0}", '3:1: "questionnaire" is missing here.'),
    ],
)
def test_a_basis_that_is_not_there_is_told(build: Build, tmp_path: Path, written: str, expected: str) -> None:
    path = build("  - theme: contact\n")
    (tmp_path / "based-on.yaml").write_bytes((DEFINITIONS / "based_on.yaml").read_bytes())
    content = path.read_text(encoding="utf-8")
    path.write_text(content.replace("{questionnaire: basis, version: 1.2.0}", written), encoding="utf-8")
    assert any(sentence.startswith(f"x.yaml:{expected}") for sentence in told(path))


OWN = """blocks:
  - id: own
    title: {nl: Eigen}
    minutes: 1
    questions:
      - {id: w-1, type: grade, text: {nl: Cijfer?}, show_when: {question: c-1, equals: 9}}
"""


def test_mistakes_in_its_own_part_are_told_at_their_own_place(build: Build) -> None:
    assert told(build("  - theme: contact\n  - block: own\n", more=OWN)) == [
        'x.yaml:13:88: 9 is no answer to "c-1". It can be: 1, 2, 3, 4, 5, dk.'
    ]
    assert told(build("  - theme: contact\n", more=OWN.replace("equals: 9", "equals: 5"))) == [
        'x.yaml:8:9: "own" is on no page, so nobody would see it.'
    ]


def test_what_is_no_block_or_no_list_of_blocks_is_still_told(build: Build) -> None:
    pages = "  - theme: contact\n  - block: own\n"
    sound = OWN.replace(", show_when: {question: c-1, equals: 9}", "")
    assert told(build(pages, more=sound.replace("blocks:\n", "blocks:\n  - niets\n"))) == [
        'x.yaml:9:5: Entry 1 of "blocks" needs settings below it, one a line; it says "niets".'
    ]
    assert told(build("  - theme: contact\n", more="blocks: geen\n")) == [
        'x.yaml:7:9: "blocks" must be a list, with a dash before each entry; it says "geen".'
    ]


@pytest.mark.parametrize(
    ("name", "place"), [("rest", "10:9"), ("purpose", "10:9"), ("c-1", "10:9"), ("o-1", "14:14"), ("open", "14:14")]
)
def test_an_id_of_the_basis_cannot_be_used_for_something_else(build: Build, name: str, place: str) -> None:
    own = OWN.replace(", show_when: {question: c-1, equals: 9}", "")
    old = "id: own" if place == "10:9" else "id: w-1"
    pages = f"  - theme: contact\n  - block: open\n  - block: {name if place == '10:9' else 'own'}\n"
    sentence = f'x.yaml:{place}: The id "{name}" is used in the questionnaire that this one is based on, too.'
    assert sentence in told(build(pages, more=own.replace(old, f"id: {name}")))


def test_a_mistake_in_the_basis_is_told_where_the_basis_is_named(build: Build, tmp_path: Path) -> None:
    path = build("  - theme: contact\n")
    (tmp_path / "basis.yaml").write_text(
        BASIS.replace("level: network, text: {nl: Drie", "level: netwerk, text: {nl: Drie"), encoding="utf-8"
    )
    (sentence,) = told(path)
    assert sentence.startswith('x.yaml:3:27: "level" must be network, organisation or person, and it says "netwerk".')


def test_so_is_a_mistake_in_a_block_of_the_basis_beside_blocks_of_its_own(build: Build, tmp_path: Path) -> None:
    own = OWN.replace(", show_when: {question: c-1, equals: 9}", "")
    path = build("  - block: own\n  - block: rest\n", more=own)
    (tmp_path / "basis.yaml").write_text(BASIS.replace("type: grade", "type: graad"), encoding="utf-8")
    assert told(path) == ['x.yaml:3:27: There is no question type "graad" here. Did you mean "grade"?']
