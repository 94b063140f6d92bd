"""Whatever somebody writes in a definition file, it is read, or told in sentences."""

import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaires.catalogue import load
from questionnaires.checking import check_file
from tests.unit.questionnaires.asking import DEFINITIONS, sound_definitions

Write = Callable[[str], Path]

#: Lines that people write by mistake, and some that nobody writes.
LINES = ["", "- 1", "  x: y", "a: {", "~", "[[]]", "  - null", "id: 3.5", "? x", "true", "type: []", "type: roster"]
LINES += [
    "show_when: {not: {round: number, in: [a]}}",
    "questions: [1, [2]]",
    "based_on: {questionnaire: []}",
    "id: []",
]

#: What may stand behind a colon by mistake.
VALUES = ["[]", "{}", "3", "-1", "1.5", "true", "[a, b]", "{a: b}", "zzz", "", "''", "[1, {a: b}, [x]]", "9" * 20]
VALUES += ["{question: grade, answered: true}", "{or: [{round: blocks, includes: 3}]}"]

VALUE = re.compile(r"[a-z_]+: (\[[^]\n]*]|\{[^}\n]*}|[^\s,\]}{[][^,\]}\n]*)")
SETTING = re.compile(r"([a-z_]+):")

JARGON = re.compile(r"pydantic|Input should|dict|tuple|NoneType|\bvalid|Traceback")

anything = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
names = st.sampled_from(sound_definitions())


def read(name: str) -> str:
    return (DEFINITIONS / f"{name}.yaml").read_text(encoding="utf-8")


def assert_told_plainly(path: Path) -> None:
    (path.parent / "small.yaml").write_bytes((DEFINITIONS / "small.yaml").read_bytes())
    mistakes, warnings = check_file(path)
    assert not JARGON.search("\n".join(mistake.sentence for mistake in (*mistakes, *warnings)))
    assert mistakes or load(path).pages


@anything
@given(st.data(), names)
def test_a_damaged_line(write: Write, data: st.DataObject, name: str) -> None:
    lines = read(name).splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    indent = " " * data.draw(st.integers(0, 8))
    lines[at : at + data.draw(st.integers(0, 2))] = [indent + data.draw(st.sampled_from(LINES))]
    assert_told_plainly(write("\n".join(lines)))


@anything
@given(st.data(), names)
def test_another_value_behind_a_setting(write: Write, data: st.DataObject, name: str) -> None:
    content = read(name)
    found = data.draw(st.sampled_from(list(VALUE.finditer(content))))
    value = data.draw(st.sampled_from(VALUES))
    assert_told_plainly(write(content[: found.start(1)] + value + content[found.end(1) :]))


@anything
@given(st.data(), names)
def test_another_setting_before_a_value(write: Write, data: st.DataObject, name: str) -> None:
    content = read(name)
    settings_of_all = sorted(set(SETTING.findall("".join(map(read, sound_definitions())))))
    found = data.draw(st.sampled_from(list(SETTING.finditer(content))))
    setting = data.draw(st.sampled_from([*settings_of_all, "xyz"]))
    assert_told_plainly(write(content[: found.start(1)] + setting + content[found.end(1) :]))
