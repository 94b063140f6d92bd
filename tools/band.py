"""Our code in figures, beside the band that the style aims at."""

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from statistics import median

APPLICATION = ("questionnaires", "reports", "survey")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class FunctionFigures:
    """One function: its lines without the docstring, its parameters without self, and whether all of it is typed."""

    lines: int
    parameters: int
    typed: bool


def table(root: Path) -> str:
    """Return ours and the target, aligned."""
    rows = [("", "ours", "target"), *measure(root)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def measure(root: Path) -> list[Row]:
    """Return the rows of the table for the code under ``root``."""
    sources = _texts(root, APPLICATION, "*.py")
    tests = _texts(root, ("tests",), "*.py")
    files = [lines_of(text) for text in sources if text.strip()]
    templates = [lines_of(text) for text in _texts(root, ("templates",), "*.html")]
    functions = [figures for text in sources for figures in functions_of(text)]
    lengths = [function.lines for function in functions]
    ratio = sum(map(lines_of, tests)) / max(1, sum(files))
    return [
        ("file lines, median", _median(files), "60-120"),
        ("file lines, max", _max(files), "<= 400"),
        ("template lines, median", _median(templates), ""),
        ("template lines, max", _max(templates), "<= 400"),
        ("function lines, median", _median(lengths), "<= 9"),
        ("function lines, 9 in 10 within", str(nine_in_ten(lengths)), "<= 28"),
        ("function lines, max", _max(lengths), "<= 60"),
        ("functions typed throughout", _share([each.typed for each in functions]), "100 %"),
        ("functions with <= 4 parameters", _share([each.parameters <= 4 for each in functions]), ">= 90 %"),
        ("lines of tests to lines of code", f"{ratio:.1f}", "1.5-2.5"),
    ]


def functions_of(source: str) -> list[FunctionFigures]:
    """Return the figures of every function in a source text."""
    return [_figures(node) for node in ast.walk(ast.parse(source)) if isinstance(node, Function)]


def lines_of(text: str) -> int:
    """Return how many lines a text has."""
    return len(text.splitlines())


def nine_in_ten(values: Sequence[int]) -> int:
    """Return the smallest length that nine in ten keep within; 0 without any."""
    return sorted(values)[ceil(0.9 * len(values)) - 1] if values else 0


def _figures(node: Function) -> FunctionFigures:
    arguments = node.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    if named and named[0].arg in ("self", "cls"):
        named = named[1:]
    starred = [argument for argument in (arguments.vararg, arguments.kwarg) if argument]
    typed = node.returns is not None and all(argument.annotation for argument in [*named, *starred])
    return FunctionFigures(_length(node), len(named) + len(starred), typed)


def _length(node: Function) -> int:
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node, clean=False) is None:
        return length
    docstring = node.body[0]
    return length - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def _texts(root: Path, folders: Iterable[str], pattern: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for folder in folders for path in sorted((root / folder).rglob(pattern))]


def _median(values: Sequence[int]) -> str:
    return f"{median(values):g}" if values else "-"


def _max(values: Sequence[int]) -> str:
    return str(max(values)) if values else "-"


def _share(verdicts: Sequence[bool]) -> str:
    return f"{100 * sum(verdicts) / len(verdicts):.1f} %" if verdicts else "-"
