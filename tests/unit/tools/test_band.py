"""The figures of our own code are counted as the band was."""

from pathlib import Path

import pytest

from tools import band

SOURCE = '''
class Thing:
    def method(self, a: int, *rest: str) -> None:
        """Say what
        it does.
        """
        return None

    @property
    def untyped(self):
        return 1


async def many(a: int, b: int, /, c: int, *, d: int, e: int) -> int:
    return a
'''


def test_a_function_is_measured_without_its_docstring_and_without_self() -> None:
    method, untyped, many = sorted(band.functions_of(SOURCE), key=lambda figures: figures.parameters * 10)[0:3]
    found = {(each.lines, each.parameters, each.typed) for each in (method, untyped, many)}

    assert found == {(2, 2, True), (2, 0, False), (2, 5, True)}


@pytest.mark.parametrize(
    ("values", "expected"), [([], 0), ([7], 7), (list(range(1, 11)), 9), ([1] * 9 + [100], 1), ([1] * 8 + [5, 9], 5)]
)
def test_nine_in_ten_keep_within(values: list[int], expected: int) -> None:
    assert band.nine_in_ten(values) == expected


def test_the_table_is_aligned_and_has_ours_beside_the_target(tmp_path: Path) -> None:
    (tmp_path / "survey").mkdir()
    (tmp_path / "survey" / "thing.py").write_text(SOURCE)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_thing.py").write_text(SOURCE * 2)

    lines = band.table(tmp_path).splitlines()

    assert lines[0].split() == ["ours", "target"]
    assert any(line.split()[-2:] == ["2.0", "1.5-2.5"] for line in lines)
    assert any("functions typed throughout" in line and "66.7 %" in line for line in lines)
    assert len({len(line) for line in lines}) == 1


def test_a_project_without_code_has_a_table_too(tmp_path: Path) -> None:
    assert "file lines, median" in band.table(tmp_path)
