"""Find the questionnaires: every definition in this folder, read once and checked as a whole."""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Final

from questionnaires.checks import check
from questionnaires.context import FileContext
from questionnaires.definition import Questionnaire
from questionnaires.document import Document, Place
from questionnaires.kinds import KINDS_FILE
from questionnaires.mistakes import DefinitionErrors, Mistake
from questionnaires.reading import read
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
    document = read(path)
    scales = scales_of(document)
    hand_on(document, scales)
    context = FileContext(_languages(document), scales)
    written = typed(WrittenQuestionnaire, document, context, settings_at)
    check(document)
    if written is None or document.mistakes:
        raise document.errors()
    return written.assembled(_content_hash(written))


def _languages(document: Document) -> tuple[str, ...]:
    """Return the languages in which each text must be; none when the list itself is not sound."""
    declared = document.listed("languages")
    return declared if all(is_language(language) for language in declared) else ()


def _content_hash(written: WrittenQuestionnaire) -> str:
    """Hash what a definition means: not its comments, not the order of its settings, not what it leaves unsaid.

    Leaving out defaults keeps the hash of a published file when a later release knows more settings.
    """
    meaning = written.model_dump(mode="json", exclude_defaults=True)
    canonical = json.dumps(meaning, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


@cache
def catalogue() -> Mapping[tuple[str, str], Questionnaire]:
    """Return every questionnaire by id and version.

    Raises
    ------
    DefinitionErrors
        When any definition is not sound, or two files hold the same version; it holds the mistakes of all files.
    """
    return load_all(sorted(path for path in _FOLDER.glob("*.yaml") if path != KINDS_FILE))


def load_all(paths: list[Path]) -> Mapping[tuple[str, str], Questionnaire]:
    """Read several definition files, each a questionnaire or version of its own; raises as ``catalogue`` does."""
    found: dict[tuple[str, str], Questionnaire] = {}
    mistakes: list[Mistake] = []
    for path in paths:
        try:
            questionnaire = load(path)
        except DefinitionErrors as errors:
            mistakes.extend(errors.mistakes)
            continue
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
