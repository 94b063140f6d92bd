"""Stamps: a step of the set-up is done when its stamp equals the digest of all that it depends on.

A stamp file holds one digest for each kind of set-up, ``runtime`` and ``dev``. Whoever has all of ``dev`` has
``runtime`` too. While a step is under way its stamp says so, and the next run begins that step anew.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, cast

Kind = Literal["runtime", "dev"]
Stamp = dict[str, str]

UNFINISHED: Stamp = {"unfinished": "yes"}


def digest(parts: Iterable[str | Path]) -> str:
    """Return the digest of texts and of the contents of files; a file that is not there counts as empty."""
    total = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else _content(part)
        total.update(len(content).to_bytes(8, "big") + content)
    return total.hexdigest()


def read(path: Path) -> Stamp:
    """Return what a stamp file says; nothing when it is absent or damaged."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return cast(Stamp, stamp) if isinstance(stamp, dict) else {}


def write(path: Path, stamp: Stamp) -> None:
    """Write a stamp file in one stroke."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(stamp, sort_keys=True), encoding="utf-8")
    os.replace(draft, path)


def finished(kind: Kind, digests: dict[Kind, str]) -> Stamp:
    """Return the stamp of a step that was done for one kind."""
    covered: list[Kind] = ["runtime", "dev"] if kind == "dev" else ["runtime"]
    return {each: digests[each] for each in covered}


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
