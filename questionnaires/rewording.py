"""A statement keeps its words as long as it keeps its version, in whichever questionnaire it stands.

Only then may two rounds be compared by their lists of item versions (disclosure.md R16).
"""

from questionnaires.checks import questions
from questionnaires.definition import Questionnaire
from questionnaires.document import Document
from questionnaires.types.statement import Statement

#: The statements of the files read so far, by id and version: in which file each stands, and how.
Known = dict[tuple[str, int], tuple[str, Statement]]


def refuse_reworded(questionnaire: Questionnaire, document: Document, known: Known) -> None:
    """Note each statement that is another one in a file read before; what is taken over from a file is not."""
    for trail, written in questions(document):
        statement = questionnaire.questions.get(written["id"])
        if not isinstance(statement, Statement) or trail not in document.values:
            continue
        version = statement.version
        file, first = known.setdefault((statement.id, version), (document.file, statement))
        if not _same(first, statement):
            sentence = f'Version {version} of "{statement.id}" is another statement in {file}: raise its version here.'
            document.add((*trail, "text"), sentence, at_key=True)


def _same(one: Statement, other: Statement) -> bool:
    """Tell whether two statements mean the same, in the languages that both have."""
    kinds = ["", *one.variants, *other.variants]
    languages = one.text.keys() & other.text.keys()
    return one.reversed == other.reversed and all(
        _words(one, kind, language) == _words(other, kind, language) for kind in kinds for language in languages
    )


def _words(statement: Statement, kind: str, language: str) -> tuple[str, dict[str, str]]:
    text = statement.variants.get(kind, statement.text)
    return text.in_language(language), statement.scale.labels(language)
