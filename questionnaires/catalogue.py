"""Find the questionnaires: every definition in this folder, read once and checked as a whole."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from questionnaires.assembling import assembled
from questionnaires.basing import take_over
from questionnaires.checks import check
from questionnaires.context import FileContext
from questionnaires.definition import Questionnaire
from questionnaires.document import Document, Place
from questionnaires.kinds import KINDS_FILE
from questionnaires.mistakes import DefinitionErrors, Mistake
from questionnaires.publishing import LEDGER, content_hash, published_hash, refuse_changed
from questionnaires.reading import read
from questionnaires.rewording import Known, refuse_reworded
from questionnaires.sentences import typed
from questionnaires.sharing import hand_on, scales_of
from questionnaires.written import WrittenQuestionnaire, is_language, settings_at

_FOLDER: Final = Path(__file__).parent


class UnknownQuestionnaire(LookupError):
    """A round asks for a questionnaire that this installation does not have."""


def load(path: Path) -> Questionnaire:
    """Read and check one definition file.

    Raises
    ------
    DefinitionErrors
        When anything is wrong with it; the exception holds every mistake, with its place.
    """
    return loaded(path)[0]


def loaded(path: Path) -> tuple[Questionnaire, Document]:
    """Read and check one definition file, and return its data with their places too; raises as ``load`` does."""
    written, document = read_definition(path)
    hashed = content_hash(written)
    refuse_changed(document, path, written.id, written.version, hashed)
    if document.mistakes:
        raise document.errors()
    return assembled(written, hashed), document


def read_definition(path: Path) -> tuple[WrittenQuestionnaire, Document]:
    """Read and check one definition file as it is written; raises as ``load`` does."""
    written, document = read_written(path)
    if written is None or document.mistakes:
        raise document.errors()
    return written, document


def read_written(path: Path) -> tuple[WrittenQuestionnaire | None, Document]:
    """Read one definition file; what is wrong with it is noted in the document. Raises when it is no YAML at all."""
    document = read(path)
    take_over(document, path.parent)
    scales = scales_of(document)
    hand_on(document, scales)
    context = FileContext(_languages(document), scales)
    written = typed(WrittenQuestionnaire, document, context, settings_at)
    check(document, context)
    return written, document


def _languages(document: Document) -> tuple[str, ...]:
    """Return the languages in which each text must be; none when the list itself is not sound."""
    declared = document.listed("languages")
    return declared if all(is_language(language) for language in declared) else ()


@cache
def catalogue() -> Mapping[tuple[str, str], Questionnaire]:
    """Return every questionnaire by id and version.

    Raises
    ------
    DefinitionErrors
        When any definition is not sound, two files hold the same version, or a statement was reworded under its
        version; it holds the mistakes of all files.
    """
    return load_all(our_files())


def our_files() -> list[Path]:
    """Return the definition files of this installation."""
    return sorted(path for path in _FOLDER.glob("*.yaml") if path.name not in (KINDS_FILE.name, LEDGER))


def load_all(paths: list[Path]) -> Mapping[tuple[str, str], Questionnaire]:
    """Read several definition files, each a questionnaire or version of its own; raises as ``catalogue`` does."""
    found: dict[tuple[str, str], Questionnaire] = {}
    statements: Known = {}
    mistakes: list[Mistake] = []
    for path in paths:
        try:
            questionnaire, document = loaded(path)
        except DefinitionErrors as errors:
            mistakes.extend(errors.mistakes)
            continue
        refuse_reworded(questionnaire, document, statements)
        mistakes.extend(document.mistakes)
        if found.setdefault((questionnaire.id, questionnaire.version), questionnaire) is not questionnaire:
            sentence = (
                f'Another file holds "{questionnaire.id}" {questionnaire.version} too: give one a higher version.'
            )
            mistakes.append(Mistake(path.name, *Place(1, 1), sentence))
    if mistakes:
        raise DefinitionErrors(mistakes)
    return MappingProxyType(found)


def find(questionnaire_id: str, version: str) -> Questionnaire:
    """Return one version of a questionnaire.

    Raises
    ------
    UnknownQuestionnaire
        When this installation does not have it.
    """
    try:
        return catalogue()[questionnaire_id, version]
    except KeyError:
        raise UnknownQuestionnaire(f'There is no questionnaire "{questionnaire_id}" {version} here.') from None


def latest(questionnaire_id: str) -> Questionnaire:
    """Return the highest version of a questionnaire.

    Raises
    ------
    UnknownQuestionnaire
        When this installation has none.
    """
    versions = [known for known in catalogue().values() if known.id == questionnaire_id]
    if not versions:
        raise UnknownQuestionnaire(f'There is no questionnaire "{questionnaire_id}" here.')
    return max(versions, key=lambda known: tuple(map(int, known.version.split("."))))


def is_published(questionnaire: Questionnaire) -> bool:
    """Say whether a version stands in the ledger, so that it never changes any more."""
    return published_hash(_FOLDER, questionnaire.id, questionnaire.version) is not None


@lru_cache(maxsize=64)
def asked(questionnaire_id: str, version: str, left_out: tuple[str, ...] = ()) -> Questionnaire:
    """Return a questionnaire as a round asks it, without the blocks that it leaves out.

    Raises
    ------
    UnknownQuestionnaire
        When this installation does not have it, or it has no such block.
    """
    questionnaire = find(questionnaire_id, version)
    try:
        return questionnaire.without(left_out)
    except KeyError as unknown:
        raise UnknownQuestionnaire(f'"{questionnaire_id}" {version} has no block {unknown}.') from None
