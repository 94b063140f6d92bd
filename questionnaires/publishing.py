"""The ledger of published versions: id, version and content hash, in ``published.yaml`` beside the definitions.

A published version never changes: rounds were answered with it. A file with other contents under the same version is
refused, wherever it came from.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, cast

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
    known = [(str(entry.get("id")), str(entry.get("version")), str(entry.get("hash"))) for entry in _entries(ledger)]
    lines = [f"  - id: {each[0]}\n    version: {each[1]}\n    hash: {each[2]}\n" for each in known]
    lines.append(f"  - id: {name}\n    version: {version}\n    hash: {content_hash}\n")
    ledger.write_text(_HEADING + "".join(lines), encoding="utf-8")
    return True


def read_ledger(path: Path) -> Document:
    """Read a ledger, and note in it every entry that is not one.

    Raises
    ------
    DefinitionErrors
        When it cannot be read at all.
    """
    document = read(path)
    for number, entry in enumerate(document.listed("published")):
        if not isinstance(entry, dict) or set(cast(dict[str, Any], entry)) != {"id", "version", "hash"}:
            document.add(("published", number), "An entry has an id, a version and a hash, as publishing writes them.")
    return document


def _entries(ledger: Path) -> Iterator[dict[str, Any]]:
    if not ledger.exists():
        return
    for _, entry in read(ledger).parts("published"):
        yield entry
