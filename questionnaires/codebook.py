"""The codebook of a questionnaire: every variable that answers are stored in, with what it asks and how it is coded."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from questionnaires.conditions import written
from questionnaires.definition import Page, Questionnaire
from questionnaires.kinds import partner_kinds
from questionnaires.types import TYPES
from questionnaires.types.base import Question
from questionnaires.types.grade import Grade
from questionnaires.types.long_text import LongText
from questionnaires.types.short_text import ShortText
from questionnaires.types.statement import Statement
from questionnaires.types.summary import Variable
from questionnaires.types.whole_number import WholeNumber
from questionnaires.workbook import Table, workbook
from questionnaires.xlsform.languages import language_name
from questionnaires.yaml_text import one_line

_WORDS: Final = {
    "nl": {
        "codebook": "Codeboek",
        "version": "Versie",
        "hash": "Hash van de inhoud (SHA-256)",
        "columns": "variabele|vraag|onderwerp|pagina|type|schaal|codering|richting|vraagversie|alleen gevraagd als",
        "reversed": "omgekeerd geteld (6 min het antwoord)",
        "skipped": "null = overgeslagen",
        "several": "lijst van",
        "words": "eigen woorden, hoogstens {limit} tekens",
        "missing": "Ontbreekt een variabele in een antwoord, dan is de vraag niet gesteld of niet gezien.",
        "dk": "'dk' is een antwoord, en nooit een getal.",
    },
    "en": {
        "codebook": "Codebook",
        "version": "Version",
        "hash": "Hash of the content (SHA-256)",
        "columns": "variable|question|theme|page|type|scale|coding|direction|question version|asked only if",
        "reversed": "reversed (6 minus the answer)",
        "skipped": "null = skipped",
        "several": "list of",
        "words": "own words, at most {limit} characters",
        "missing": "When a variable is absent from an answer, the question was not asked or not seen.",
        "dk": "'dk' is an answer, and never a number.",
    },
}


@dataclass(frozen=True, slots=True)
class Codebook:
    """One questionnaire's codebook in one language, ready to be written in any form."""

    language: str
    heading: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def codebook(questionnaire: Questionnaire, language: str) -> Codebook:
    """Make the codebook of one version of a questionnaire."""
    words = _words(language)
    heading = (
        f"{words['codebook']}: {questionnaire.title[language]}",
        f"{questionnaire.id}. {words['version']} {questionnaire.version}. {language_name(language)}.",
        f"{words['hash']}: {questionnaire.content_hash}",
        f"{words['missing']} {words['dk']}",
    )
    rows = (
        row for page in questionnaire.pages for question in page.questions for row in _rows(page, question, language)
    )
    return Codebook(language, heading, tuple(words["columns"].split("|")), tuple(rows))


def codebook_markdown(questionnaire: Questionnaire) -> str:
    """Return the codebook in every language of the questionnaire as Markdown."""
    books = (codebook(questionnaire, language) for language in questionnaire.languages)
    return "\n".join(line for book in books for line in _markdown(book))


def codebook_workbook(questionnaire: Questionnaire) -> bytes:
    """Return the codebook as a workbook with a sheet for every language of the questionnaire."""
    books = [codebook(questionnaire, language) for language in questionnaire.languages]
    return workbook(Table(language_name(book.language), book.columns, book.rows, book.heading) for book in books)


def _rows(page: Page, question: Question, language: str) -> Iterator[tuple[str, ...]]:
    words = _words(language)
    theme = page.theme.title[language] if page.theme else ""
    scale = question.scale.id if isinstance(question, Statement) else ""
    direction = words["reversed"] if isinstance(question, Statement) and question.reversed else ""
    when = one_line(written(question.show_when)) if question.show_when else ""
    kind = next(name for name, each in TYPES.items() if isinstance(question, each))
    for variable in question.variables(language):
        asks, coding = _wording(question, variable, language), _coding(question, variable, language)
        version = str(question.version)
        yield variable.name, asks, theme, page.title[language], kind, scale, coding, direction, version, when


def _wording(question: Question, variable: Variable, language: str) -> str:
    """Return what is asked: the question, this variable's part of it, and the words for some kinds of organisation."""
    asks = question.text[language]
    parts = [asks] if variable.wording == asks else [asks, variable.wording]
    known = partner_kinds()
    for kind, text in question.variants.items():
        names = known[kind].name
        parts.append(f"[{names.get(language, names['nl'])}: {text[language]}]")
    return " ".join(parts)


def _coding(question: Question, variable: Variable, language: str) -> str:
    words = _words(language)
    coded = "; ".join(f"{code} = {label}" for code, label in variable.values)
    if variable.kind == "several":
        coded = f"{words['several']}: {coded}" if coded else words["several"]
    elif not coded:
        coded = _range(question, words["words"])
    return f"{coded}; {words['skipped']}"


def _range(question: Question, own_words: str) -> str:
    match question:
        case Grade():
            return "1 … 10"
        case WholeNumber():
            return f"{question.minimum} … {question.maximum}"
        case ShortText() | LongText():
            return own_words.format(limit=question.limit)
        case _:
            return "?"


def _words(language: str) -> dict[str, str]:
    return _WORDS.get(language, _WORDS["en"])


def _markdown(book: Codebook) -> Iterator[str]:
    title, *lines = map(_safe, book.heading)
    yield f"# {title}\n"
    yield from (f"{line}\n" for line in lines)
    for row in (book.columns, ["---"] * len(book.columns), *book.rows):
        yield f"| {' | '.join(map(_safe, row))} |"
    yield ""


def _safe(text: str) -> str:
    """Write a text so that Markdown shows it as it is, in one cell."""
    return "".join(f"\\{sign}" if sign in "|\\`*_<>[]" else sign for sign in " ".join(text.split()))
