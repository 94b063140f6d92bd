"""The ledger of published versions: id, version and content hash, in ``published.yaml`` beside the definitions.

A published version never changes: rounds were answered with it. A file with other contents under the same version is
refused, wherever it came from.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from questionnaires.document import Document
from questionnaires.reading import read
from questionnaires.written import WrittenQuestionnaire

LEDGER: Final = "published.yaml"

_HEADING: Final = """# Published versions, each with the hash of its content, as written by "questionnaire publish".
#
# What stands here never changes any more: to change a questionnaire, give its file a higher version.

published:
"""


def content_hash(written: WrittenQuestionnaire) -> str:
    """Hash what a definition means: not its comments, not the order of its settings, not what it leaves unsaid.

    Leaving out defaults keeps the hash of a published file when a later release knows more settings.
    """
    meaning = written.model_dump(mode="json", exclude_defaults=True)
    canonical = json.dumps(meaning, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def refuse_changed(document: Document, path: Path, name: str, version: str, content_hash: str) -> None:
    """Note in ``document`` when its version was published with other contents."""
    known = published_hash(path.parent, name, version)
    if known is not None and known != content_hash:
        sentence = f'Version {version} of "{name}" is published, and this is no longer what it said: raise the version.'
        document.add(("version",), sentence)


def published_hash(folder: Path, name: str, version: str) -> str | None:
    """Return the content hash of a published version; ``None`` when it is not published."""
    for entry in _entries(folder / LEDGER):
        if (entry.get("id"), entry.get("version")) == (name, version):
            return str(entry.get("hash"))
    return None


def publish(path: Path, name: str, version: str, content_hash: str) -> bool:
    """Write a version into the ledger beside its file; ``False`` when it stands there already."""
    if published_hash(path.parent, name, version) is not None:
        return False
    ledger = path.parent / LEDGER
    before = ledger.read_text(encoding="utf-8") if ledger.exists() else _HEADING
    entry = f"  - id: {name}\n    version: {version}\n    hash: {content_hash}\n"
    ledger.write_text(before + entry, encoding="utf-8")
    return True


def _entries(ledger: Path) -> Iterator[dict[str, Any]]:
    if not ledger.exists():
        return
    for _, entry in read(ledger).parts("published"):
        yield entry
