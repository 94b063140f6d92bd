"""The reference cases in tests/oracle: what is expected, to which tolerance, and the data."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

FOLDER = Path(__file__).parent / "oracle"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


@cache
def _case(number: str) -> dict[str, Any]:
    [path] = FOLDER.glob(f"{number}_*.json")
    return json.loads(path.read_text(encoding="utf-8"))


def expected(number: str) -> Any:
    return _case(number)["expected"]


def tolerance(number: str) -> float:
    return _case(number)["tolerance"]


def data(number: str) -> pd.DataFrame:
    [name] = _case(number)["data"]
    return pd.read_csv(FOLDER / name, skip_blank_lines=False)
