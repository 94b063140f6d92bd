"""Make the rows of a form one by one: texts in a column per language, one list for choices that are the same."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import Final

from questionnaires.text import Text
from questionnaires.xlsform.languages import language_name
from questionnaires.xlsform.rows import Row

#: Starts a reference to an answer in every text of an XLSForm.
_REFERENCE: Final = "${"


class FormBuilder:
    """The rows of a form so far, and what it could not express."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.survey: list[Row] = []
        self.choices: list[Row] = []
        self.losses: list[str] = []
        self.columns = {language: language_name(language) for language in languages}
        self._lists: dict[tuple[tuple[str, tuple[str, ...]], ...], str] = {}

    def row(self, kind: str, name: str, label: Text | None = None, hint: Text | None = None, **more: str) -> None:
        """Add a row; cells that are empty are left out."""
        row = {"type": kind, "name": name, **self._texts("label", label), **self._texts("hint", hint), **more}
        self.survey.append({column: cell for column, cell in row.items() if cell})

    @contextmanager
    def group(
        self, name: str, label: Text | None = None, *, appearance: str = "", relevant: str = ""
    ) -> Generator[None]:
        """Put the rows that follow into a group."""
        self.row("begin_group", name, label, appearance=appearance, relevant=relevant)
        yield
        self.survey.append({"type": "end_group", "name": name})

    def options(self, name: str, entries: Mapping[str, Text]) -> str:
        """Add a list of choices and return its name: that of an earlier list when the choices are the same."""
        content = tuple(
            (option, tuple(text[language] for language in self.columns)) for option, text in entries.items()
        )
        if content not in self._lists:
            self._lists[content] = name
            rows = ({"list_name": name, "name": each, **self._texts("label", text)} for each, text in entries.items())
            self.choices.extend(rows)
        return self._lists[content]

    def _texts(self, column: str, text: Text | None) -> Row:
        if text is None:
            return {}
        return {f"{column}::{name}": self._plain(text[language]) for language, name in self.columns.items()}

    def _plain(self, text: str) -> str:
        if _REFERENCE in text:
            sentence = f'The signs "{_REFERENCE}" refer to an answer in XLSForm: they are written apart in "{text}".'
            self.losses.append(sentence)
        return text.replace(_REFERENCE, "$ {")
