"""``python -m tools.schemas``: write the JSON Schemas of what is stored for good to docs/schemas.

And the description of the read API to docs/openapi.json.

Runs inside .venv, after a change of what is stored; a test holds the files equal to the code.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from reports.benchmark import Edition
from reports.forms.data import PublishedRound
from reports.profile import ProfileResults
from reports.quality.study import QualityStudy
from reports.report import ReportInput
from reports.results import Results
from survey.api.openapi import document
from tools.programs import ROOT, guarded, say

FOLDER: Final = ROOT / "docs" / "schemas"
#: What the read API is described by.
API: Final = ROOT / "docs" / "openapi.json"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

#: Which file describes which document.
DOCUMENTS: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "results.schema.json": Results.schema,
    "profile-results.schema.json": ProfileResults.schema,
    "report-input.schema.json": ReportInput.schema,
    "published-round.schema.json": PublishedRound.schema,
    "benchmark-edition.schema.json": Edition.schema,
    "quality-study.schema.json": QualityStudy.schema,
}


def main() -> int:
    """Write every schema, and the description of the read API."""
    write_all()
    API.write_text(json.dumps(document(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    say(f"Wrote {len(DOCUMENTS)} schemas to docs/schemas, and docs/openapi.json.")
    return 0


def write_all(folder: Path = FOLDER) -> None:
    """Write every schema to a folder, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in DOCUMENTS:
        (folder / name).write_text(text(name), encoding="utf-8")


def text(name: str) -> str:
    """Return what the file of this name has to say."""
    return json.dumps({"$schema": DIALECT, **DOCUMENTS[name]()}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(guarded(main))
