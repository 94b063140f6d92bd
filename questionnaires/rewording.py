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
        sentence = _difference(first, statement)
        if sentence:
            told = sentence.format(version=version, name=f'"{statement.id}"', file=file)
            document.add((*trail, "text"), told, at_key=True)


def _difference(one: Statement, other: Statement) -> str:
    """Say how two statements differ, in the languages that both have; nothing when they do not."""
    languages = one.text.keys() & other.text.keys()
    if any(_words(one, "", language) != _words(other, "", language) for language in languages):
        return "Version {version} of {name} is another statement in {file}: raise its version here."
    if one.reversed != other.reversed:
        wanted = "write" if one.reversed else "leave out"
        return f'{{name}} counts the other way round in {{file}}: {wanted} "reversed: true" here, or raise its version.'
    kinds = [*one.variants, *other.variants]
    if any(_words(one, kind, language) != _words(other, kind, language) for kind in kinds for language in languages):
        return '{name} has other words for some kinds in {file}: write the same "variants" here, or raise its version.'
    return ""


def _words(statement: Statement, kind: str, language: str) -> tuple[str, dict[str, str]]:
    text = statement.variants.get(kind, statement.text)
    return text.in_language(language), statement.scale.labels(language)
