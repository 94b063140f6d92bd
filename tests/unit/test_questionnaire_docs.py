"""Every example of docs/questionnaire.md is run, and nothing that a definition can say is left out of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

import click
import pytest
from flask import Flask
from pydantic import BaseModel

from questionnaires import conditions, written
from questionnaires.catalogue import load, load_all
from questionnaires.checking import check_file
from questionnaires.checks import ADDRESSES, RESERVED
from questionnaires.definition import Block, Questionnaire, Theme
from questionnaires.guide import Guide, SuggestedAction, ThemeAction, ThemeGuide, load_guide
from questionnaires.kinds import partner_kinds
from questionnaires.mistakes import DefinitionErrors
from questionnaires.readability import RULES, examine_block, examine_text
from questionnaires.types import TYPES
from questionnaires.types.base import Question
from questionnaires.types.options import Choice, Line, Tick
from questionnaires.types.roster import RosterField
from questionnaires.types.statement import Scale
from survey.cli.exchange import EXCHANGE
from survey.cli.questionnaires import questionnaire as questionnaire_commands
from tests.addresses import ADDRESSES as OURS

ROOT = Path(__file__).parents[2]
DOC = (ROOT / "docs" / "questionnaire.md").read_text(encoding="utf-8")

PERSONS, ORGANISATIONS = "mijn-spiegel.yaml", "onze-organisatie.yaml"
OF_ORGANISATIONS = " of an organisation"

_FENCED = re.compile(
    r"(?:^<!-- (?P<marker>[a-z ]+)(?:: (?P<about>.*?))? -->\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.M | re.S
)
_TABLE = re.compile(r"^<!-- (?P<marker>[a-z]+)(?:: (?P<about>.*?))? -->\n(?P<text>(?:^\|.*\n)+)", re.M)
_LIST = re.compile(r"^<!-- (?P<marker>sentences|together) -->\n(?P<text>(?:^- .*\n?)+)", re.M)
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Example:
    """A block of code, a table or a list in the page, and what the comment above it says of it."""

    marker: str
    about: str
    language: str
    text: str
    line: int

    def __str__(self) -> str:
        return f"{self.marker or self.language}-{self.line}"


@dataclass(frozen=True)
class Row:
    """One row of a table of what the check says."""

    file: str
    old: str
    new: tuple[str, ...]
    sentence: str

    def changed(self, text: str) -> str:
        """Return a file's text with this change; what is written instead stands below each other."""
        assert self.old in text, f"{self.file} does not say {self.old}"
        before = text[: text.index(self.old)]
        below = "\n" + " " * (len(before) - before.rfind("\n") - 1)
        return text.replace(self.old, below.join(self.new).replace("[tab]", "\t"), 1)


def found(pattern: re.Pattern[str]) -> list[Example]:
    return [
        Example(
            match["marker"] or "",
            match.groupdict().get("about") or "",
            match.groupdict().get("language") or "",
            match["text"],
            DOC.count("\n", 0, match.start()) + 1,
        )
        for match in pattern.finditer(DOC)
    ]


def cells(table: Example) -> list[list[str]]:
    """Return the rows of a table below its heading."""
    return [[cell.strip() for cell in line.strip("|\n").split("|")] for line in table.text.splitlines()[2:]]


CODE = found(_FENCED)
FILES = {example.about: example.text for example in CODE if example.marker == "file"}
FRAGMENTS = [each for each in CODE if each.language == "yaml" and each.marker != "file"]
CHECKS = [
    Row(table.about, _CODE.findall(old)[0], tuple(_CODE.findall(new)), sentence)
    for table in found(_TABLE)
    if table.marker == "checks"
    for old, new, sentence in cells(table)
]

#: What the pages and conditions in the examples are about, beside what is in mijn-spiegel.yaml.
WORDS = """\
- id: words
  title: {nl: Woorden, en: Words}
  minutes: 1
  questions:
    - {id: word-keep, type: long_text, text: {nl: Wat blijft?, en: What stays?}}
    - {id: word-stop, type: long_text, text: {nl: Wat stopt?, en: What stops?}}
"""
ASKED_BEFORE = ("phase", "groups", "depth", "money", "roles")


def sections(text: str) -> dict[str, str]:
    """Return the settings of a whole file by name, each with all that stands below it."""
    parts = re.split(r"^(?=[a-z_]+:)", text, flags=re.M)
    return {part.split(":")[0]: part for part in parts[1:]}


def names(entries: str) -> list[str]:
    """Return the ids of the entries of a list."""
    return re.findall(r"^- id: (\S+)", entries, re.M)


class Frame:
    """One of the complete files, to put an example into."""

    def __init__(self, marker: str) -> None:
        self.file = sections(FILES[ORGANISATIONS if marker.endswith(OF_ORGANISATIONS) else PERSONS])

    def add(self, section: str, entries: str) -> None:
        self.file[section] = self.file.get(section, f"{section}:\n") + indent(entries, "  ")

    def add_blocks(self, blocks: str) -> None:
        self.add("blocks", blocks)
        self.add("pages", "".join(f"- block: {name}\n" for name in names(blocks)))

    def add_questions(self, block: str, questions: str) -> None:
        heading = f"- id: {block}\n  title: {{nl: Nog iets, en: One more thing}}\n  minutes: 1\n  questions:\n"
        self.add_blocks(heading + indent(questions, "    "))

    def text(self) -> str:
        return "".join(part if part.endswith("\n") else part + "\n" for part in self.file.values())


def framed(example: Example) -> str:
    """Put a fragment into a file that is complete with it."""
    frame, text = Frame(example.marker), example.text
    match example.marker.removesuffix(OF_ORGANISATIONS):
        case "question":
            frame.add_questions("example", text)
        case "block":
            frame.add_blocks(text)
        case "theme":
            frame.add("themes", text)
            frame.add("pages", "".join(f"- theme: {name}\n" for name in names(text)))
        case "page":
            frame.file["pages"] = "pages:\n" + indent(text, "  ")
            if "word-" in text:
                frame.add("blocks", WORDS)
        case "settings":
            frame.file |= sections(text)
        case "condition" | "conditions":
            add_conditions(frame, example)
        case other:
            raise AssertionError(f"line {example.line}: nothing says how to run an example marked {other!r}")
    return frame.text()


def add_conditions(frame: Frame, example: Example) -> None:
    """Ask, before a question for each of these conditions, what the conditions are about."""
    if not example.marker.endswith(OF_ORGANISATIONS):
        frame.add_questions("before", "".join(question_in_doc(name) for name in ASKED_BEFORE))
    is_one = example.marker.removesuffix(OF_ORGANISATIONS) == "condition"
    each = [example.text] if is_one else re.findall(r"^- (.*\n)", example.text, re.M)
    heading = "- id: then-{}\n  type: {}\n  text: {{nl: Hoe komt dat zo?, en: How so?}}\n"
    asked = (heading.format(number, "grade") + indent(condition, "  ") for number, condition in enumerate(each))
    frame.add_questions("depending", "".join(asked))


def question_in_doc(name: str) -> str:
    """Return a question from the examples of the types."""
    entries = (
        entry
        for each in FRAGMENTS
        if each.marker == "question"
        for entry in re.split(r"^(?=- )", each.text, flags=re.M)
    )
    return next(entry for entry in entries if entry.startswith(f"- id: {name}\n"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every complete file of the page; commands run in it."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def assert_nothing_said(path: Path) -> None:
    mistakes, warnings = check_file(path)
    assert [str(each) for each in (*mistakes, *warnings)] == []


def loaded(path: Path) -> Questionnaire | Guide:
    return load_guide(path) if "\nunknown:" in path.read_text(encoding="utf-8") else load(path)


def test_every_example_says_what_it_is() -> None:
    assert [f"line {each.line}" for each in CODE if each.language in ("yaml", "text") and not each.marker] == []
    assert len(FILES) >= 5
    assert len(FRAGMENTS) >= 25
    assert len(CHECKS) >= 80


@pytest.mark.parametrize("name", FILES)
def test_a_complete_file_loads_and_has_no_warning(folder: Path, name: str) -> None:
    assert loaded(folder / name).id == name.removesuffix(".yaml")
    assert_nothing_said(folder / name)


@pytest.mark.parametrize("example", FRAGMENTS, ids=str)
def test_a_fragment_loads_in_its_frame_and_has_no_warning(folder: Path, example: Example) -> None:
    path = folder / "example.yaml"
    path.write_text(framed(example), encoding="utf-8")
    assert_nothing_said(path)
    load(path)


@pytest.mark.parametrize("row", CHECKS, ids=lambda row: f"{row.file}: {' '.join(row.new)}")
def test_the_check_says_what_the_table_says(folder: Path, row: Row) -> None:
    path = folder / row.file
    path.write_text(row.changed(FILES[row.file]), encoding="utf-8")
    mistakes, _ = check_file(path)
    assert row.sentence in [mistake.sentence for mistake in mistakes]


COMMANDS = click.Group("questionnaire", commands=[*questionnaire_commands.commands.values(), *EXCHANGE])


def run(line: str) -> str:
    """Run a command line of the page and return what it prints."""
    arguments = line.removeprefix("$ spiegel questionnaire ").split()
    result = Flask("docs").test_cli_runner().invoke(COMMANDS, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output.rstrip("\n") + "\n"


def told(output: str) -> Iterator[tuple[str, str]]:
    """Go through the commands of a block of output, each with what is below it."""
    for part in re.split(r"^(?=\$ )", output, flags=re.M)[1:]:
        command, _, below = part.partition("\n")
        yield command, below


def test_the_commands_print_what_the_page_says(folder: Path) -> None:
    wrong: list[str] = []
    for example in (each for each in CODE if each.language == "text"):
        change(folder / PERSONS, example.about)
        for command, expected in told(example.text):
            printed = run(command)
            if not re.fullmatch(re.escape(expected).replace(r"\.\.\.", ".*"), printed, re.DOTALL):
                wrong.append(f"line {example.line}: {command}\n{printed}")
    assert "\n".join(wrong) == ""


def change(path: Path, changes: str) -> None:
    """Write the file of the page with these changes: ``old => new | old => new``."""
    text = FILES[path.name]
    for each in changes.split(" | ") if changes else ():
        old, new = each.split(" => ")
        assert old in text
        text = text.replace(old, new.replace(r"\n", "\n"), 1)
    path.write_text(text, encoding="utf-8")


def test_the_rules_say_what_the_table_says() -> None:
    (table,) = (each for each in found(_TABLE) if each.marker == "readability")
    for rule, looks_at, text, sentence in cells(table):
        name = rule.strip("`")
        findings = [*examine_text(text, is_statement=looks_at.startswith("statements")), *examine_block([text])]
        assert [each.sentence for each in findings if each.rule == name] == [sentence]
        assert [each.is_mistake for each in findings if each.rule == name] == ["a mistake" in looks_at]
    assert {rule.strip("`") for rule, *_ in cells(table)} == RULES


def test_the_sentences_about_whole_files_are_those_of_the_check(tmp_path: Path) -> None:
    path, said = tmp_path / "x.yaml", set[str]()
    for content in (b"", b"a: \xff", "a: x\u2028y".encode(), b"[" * 50):
        path.write_bytes(content)
        said |= {each.sentence for each in check_file(path)[0]}
    assert said == listed("sentences")


def test_what_is_said_of_files_together_is_true(folder: Path) -> None:
    twin, other = folder / "twin.yaml", folder / "other.yaml"
    text = FILES[PERSONS].replace("Onze afspraken zijn duidelijk", "Onze afspraken zijn goed")
    twin.write_text(FILES[PERSONS], encoding="utf-8")
    other.write_text(text.replace("id: mijn-spiegel", "id: other"), encoding="utf-8")
    with pytest.raises(DefinitionErrors) as refused:
        load_all([folder / PERSONS, twin, other])
    assert {each.sentence for each in refused.value.mistakes} == listed("together")


def listed(marker: str) -> set[str]:
    (found_list,) = (each for each in found(_LIST) if each.marker == marker)
    return {line.removeprefix("- ") for line in found_list.text.splitlines()}


def section(heading: str) -> str:
    """Return the part of the page under a heading, with what is below that in turn."""
    below = DOC[DOC.index(f"\n{heading}\n") + len(heading) + 2 :]
    level = len(heading.split()[0])
    return re.split(rf"^#{{1,{level}}} ", below, maxsplit=1, flags=re.MULTILINE)[0]


def undocumented(models: Sequence[type[BaseModel]], text: str) -> set[str]:
    return {name for model in models for name in model.model_fields if f"`{name}`" not in text}


@pytest.mark.parametrize("name", TYPES)
def test_every_setting_of_every_type_is_in_its_section(name: str) -> None:
    common = set(Question.model_fields) | {"type"}
    own = {setting for setting in undocumented([TYPES[name]], section(f"#### {name}")) if setting not in common}
    assert own == set()


def test_every_type_has_an_example(folder: Path) -> None:
    shown: set[str] = set()
    for example in FRAGMENTS:
        path = folder / "example.yaml"
        path.write_text(framed(example), encoding="utf-8")
        shown |= {type(part).__name__ for page in load(path).pages for part in page.parts}
    assert shown == {kind.__name__ for kind in TYPES.values()}


def test_every_default_of_a_number_is_said() -> None:
    for name, kind in TYPES.items():
        for setting, field in kind.model_fields.items():
            if type(field.default) is int and setting not in Question.model_fields:
                (row,) = (line for line in section(f"#### {name}").splitlines() if line.startswith(f"| `{setting}` |"))
                assert row.endswith(f"| {field.default:,} |")


def test_all_other_settings_are_in_the_page() -> None:
    lists = [Choice, Tick, Line, RosterField, Scale]
    pages = [written.ThemePage, written.BlockPage, written.OwnPage]
    guides = [Guide, ThemeGuide, SuggestedAction, ThemeAction]
    assert undocumented(lists, section("### Lists in questions") + section("## Scales, statements, themes")) == set()
    assert undocumented([written.WrittenQuestionnaire], section("## The whole file")) == set()
    assert undocumented([written.WrittenStatements, Theme], section("## Scales, statements, themes")) == set()
    assert undocumented([Block], section("## Blocks")) == set()
    assert undocumented([Question], section("### What all questions have")) == set()
    assert undocumented([written.Basis], section("## Based on another file")) == set()
    assert undocumented([written.Accepted], section("## Readability")) == set()
    assert undocumented(guides, section("## Guides")) == set()
    assert {
        name for page in pages for name in page.model_fields if not re.search(rf"\b{name}\b", section("## Pages"))
    } == set()


def test_every_word_that_is_no_id_is_named() -> None:
    (said,) = re.findall(r"^- No id is (.*?), and no question's", section("## How a file is written"), re.M | re.S)
    assert set(_CODE.findall(said)) == RESERVED


def test_no_page_of_questions_can_have_the_address_of_another_page() -> None:
    words = {path.split("/")[3] for path in (each.split()[1] for each in OURS) if path.startswith("/v/<token>/")}
    assert {word for word in words if word.isalpha()} == ADDRESSES


def test_conditions_are_complete(folder: Path) -> None:
    text = section("## Conditions")
    assert [name for name in conditions.SETTINGS if f"`{name}" not in text and f"{name}:" not in text] == []
    shown: set[str] = set()
    for example in (each for each in FRAGMENTS if each.marker.startswith("condition")):
        path = folder / "example.yaml"
        path.write_text(framed(example), encoding="utf-8")
        asked = (part.show_when for page in load(path).pages for part in page.parts if part.show_when)
        for condition in asked:
            for _, leaf in conditions.leaves(condition):
                shown |= {leaf.operator, leaf.source, *([] if leaf.source == "question" else [leaf.name])}
    facts = {name for names in conditions.FACTS.values() for name in names}
    assert shown == {*conditions.OPERATORS, *conditions.SOURCES, *facts}


def test_every_kind_of_organisation_is_named() -> None:
    text = section("### Kinds of organisation")
    assert [kind for kind in partner_kinds() if f"`{kind}`" not in text] == []


def test_the_page_names_no_machine() -> None:
    assert re.findall(r"(?:https?://|127\.0\.0\.1|localhost|(?<![\w.])/(?:home|work|tmp|usr|var|etc)/)\S*", DOC) == []
