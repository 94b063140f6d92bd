"""Check a file for its writer: every mistake, and what makes its Dutch hard to read, each at its place."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from questionnaires.catalogue import loaded, our_files, read_written
from questionnaires.definition import Questionnaire
from questionnaires.document import Document, Trail, steps_of
from questionnaires.guide import load_guide
from questionnaires.kinds import KINDS_FILE, read_kinds
from questionnaires.mistakes import DefinitionErrors, Mistake
from questionnaires.publishing import LEDGER, content_hash, read_ledger, refuse_changed
from questionnaires.readability import Finding, examine_block, examine_text
from questionnaires.reading import read
from questionnaires.rewording import Known, refuse_reworded

#: The language that the readability rules are about.
_DUTCH: Final = "nl"
#: Lists of answers to choose from: labels, too short to measure as a text.
_LABELS: Final = frozenset({"options", "scales", "steps"})
#: Settings with words of the interface or of a list, too.
_NO_SENTENCES: Final = frozenset({"dont_know", "other", "nobody", "counted", "estimated", "unknown", "short", "kinds"})


def check_file(path: Path) -> tuple[list[Mistake], list[Mistake]]:
    """Return the mistakes and the warnings about a definition or a guide, each in the order of the file."""
    try:
        document = _checked(path)
    except DefinitionErrors as errors:
        return list(errors.mistakes), []
    found = [*_readability(document), *((each, False) for each in _cut_off(document, path))]
    mistakes = {mistake for mistake, is_mistake in found if is_mistake} | document.mistakes
    return sorted(mistakes), sorted({mistake for mistake, is_mistake in found if not is_mistake})


def check_together(paths: Sequence[Path]) -> dict[Path, list[Mistake]]:
    """Return the statements of these files that say something else elsewhere.

    Looked at are the questionnaires of this installation, those that lie beside these files, and these themselves.
    """
    given = {path.resolve() for path in paths}
    ours = {path.resolve() for path in our_files()} - given
    beside = {path.resolve() for each in paths for path in each.parent.glob("*.yaml")} - given - ours
    sound = {path: found for path in (*sorted(ours), *sorted(beside), *paths) if (found := _loaded(path))}
    names = {sound[path][0].id for path in paths if path in sound}
    known: Known = {}
    for path, (questionnaire, document) in sound.items():
        if path not in beside or questionnaire.id in names:  # beside it, only other versions of the same
            refuse_reworded(questionnaire, document, known)
    return {path: sorted(sound[path][1].mistakes) for path in paths if path in sound}


def _loaded(path: Path) -> tuple[Questionnaire, Document] | None:
    """Load a definition; ``None`` for a guide, or for what is told about a file anyway."""
    try:
        return loaded(path)
    except DefinitionErrors:
        return None


def _checked(path: Path) -> Document:
    """Read a file of any of our kinds, with its mistakes noted."""
    if path.name == LEDGER:
        return read_ledger(path)
    if path.name == KINDS_FILE.name:
        return read_kinds(path)[1]
    document = read(path)
    if document.mapping() and not document.mapping().keys() & {"pages", "version"}:
        load_guide(path)
        return document
    written, document = read_written(path)
    if written is not None and not document.mistakes:
        refuse_changed(document, path, written.id, written.version, content_hash(written))
    return document


def _cut_off(document: Document, path: Path) -> Iterator[Mistake]:
    """Go through the texts behind which a note begins: most likely the sign was meant to be part of the text."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    for trail, text in _every_text((), document.data):
        place = document.values.get(trail)
        line = lines[place.line - 1][place.column - 1 :] if place and place.line <= len(lines) else ""
        if line.startswith(text) and line[len(text) :].lstrip().startswith("#"):
            sentence = 'Warning: what stands behind the # is a note, no part of the text: put "" around the whole text.'
            yield document.mistake(trail, sentence)


def _every_text(trail: Trail, data: Any) -> Iterator[tuple[Trail, str]]:
    for step, value in steps_of(data):
        if isinstance(value, str):
            yield (*trail, step), value
        else:
            yield from _every_text((*trail, step), value)


def _readability(document: Document) -> Iterator[tuple[Mistake, bool]]:
    """Go through what the rules find, but for what the file accepts with a reason."""
    accepted = {
        (entry["at"], entry["rule"]): (*trail, "at")
        for trail, entry in document.parts("accept")
        if isinstance(entry.get("at"), str) and isinstance(entry.get("rule"), str)
    }
    used: set[tuple[Any, Any]] = set()
    for trail, finding in _findings(document):
        reasons = [(name, finding.rule) for name in _names(document, trail) if (name, finding.rule) in accepted]
        used.update(reasons)
        if not reasons:
            kind = "" if finding.is_mistake else "Warning: "
            yield document.mistake(trail, kind + finding.sentence), finding.is_mistake
    for reason, trail in accepted.items():
        if reason not in used:
            sentence = f'Warning: "{reason[1]}" is not found at "{reason[0]}" any more: remove this exception.'
            yield document.mistake(trail, sentence), False


def _findings(document: Document) -> Iterator[tuple[Trail, Finding]]:
    texts = [(trail, text) for trail, text in _texts((), document.data) if trail in document.values]
    for trail, text in texts:
        for finding in examine_text(text, is_statement=_is_statement(document, trail)):
            yield trail, finding
    for block in (*_sections(document, "themes"), *_sections(document, "blocks")):
        inside = [text for trail, text in texts if trail[:2] == block and not _LABELS & set(trail)]
        for finding in examine_block(inside):
            yield (*block, "id"), finding


def _sections(document: Document, name: str) -> Iterable[Trail]:
    return (trail for trail, _ in document.parts(name) if trail in document.values)


def _texts(trail: Trail, data: Any) -> Iterator[tuple[Trail, str]]:
    """Go through the Dutch texts, but for names and labels that are no sentences."""
    for step, value in steps_of(data):
        if step in _NO_SENTENCES or (not trail and step == "scales"):
            continue
        if step == _DUTCH and isinstance(value, str):
            yield (*trail, step), value
        else:
            yield from _texts((*trail, step), value)


def _is_statement(document: Document, trail: Trail) -> bool:
    """Tell whether a text is a statement: of a theme, or elsewhere by its type."""
    is_wording = "text" in trail[-2:] or "variants" in trail
    if trail[0] == "themes":
        return "items" in trail and is_wording
    return trail[0] == "blocks" and is_wording and document.at(*trail[:4], "type") == "statement"


def _names(document: Document, trail: Trail) -> Iterator[str]:
    """Return the ids of everything that a place is inside of."""
    for length in range(len(trail) + 1):
        name = document.at(*trail[:length], "id")
        if isinstance(name, str):
            yield name
