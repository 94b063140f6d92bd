"""Translation catalogues: each ``.po`` that changed is compiled to its ``.mo``."""

import os
from pathlib import Path

from tools.programs import ROOT, Trouble, run, say
from tools.python_packages import VENV

TRANSLATIONS = ROOT / "survey" / "translations"


def compile_all(folder: Path = TRANSLATIONS) -> None:
    """Compile the catalogues that are newer than what was compiled from them."""
    for source in outdated(folder):
        say(f"Compiling the translations of {source.parent.parent.name} ...")
        _compile(source)


def outdated(folder: Path) -> list[Path]:
    """Return the catalogues without an up-to-date ``.mo``."""
    return [source for source in sorted(folder.glob("*/LC_MESSAGES/*.po")) if not _is_current(source)]


def _is_current(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime


def _compile(source: Path) -> None:
    name = str(source.relative_to(ROOT))
    draft = source.with_suffix(".mo.draft")
    output = run(
        [VENV / "bin" / "pybabel", "compile", "-i", source, "-o", draft, "-l", source.parent.parent.name],
        trouble=f"{name} could not be compiled.",
    )
    if not draft.exists():
        raise Trouble(f"{name} could not be compiled: is it marked as fuzzy? {output}".strip())
    os.replace(draft, source.with_suffix(".mo"))
