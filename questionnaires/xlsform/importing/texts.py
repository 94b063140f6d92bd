"""The texts of a form in each of its languages: which columns hold them, and what stands in where one is missing."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from questionnaires.xlsform.languages import language_code, language_name
from questionnaires.xlsform.notes import Notes
from questionnaires.xlsform.rows import Row, Sheets

#: "label", "label::Nederlands (nl)", and "label:English" as old forms have it.
_COLUMN: Final = re.compile(r"(label|hint|caption)\s*(?:::?\s*(.+))?")
_REFERENCE: Final = re.compile(r"\$\{[^}]*\}")


class Texts:
    """Reads the texts of rows; the language that comes first is the form's own."""

    def __init__(self, sheets: Sheets, otherwise: str, notes: Notes) -> None:
        self._notes = notes
        self._own = self._default_language(sheets, otherwise)
        #: For each column that holds texts: what it is, and its language.
        self._columns = dict(self._find_columns((*sheets.survey, *sheets.choices)))
        self._say_own(otherwise, sheets)
        found = dict.fromkeys(language for kind, language in self._columns.values() if kind == "label")
        own = [self._own] if self._own in found or not found else []
        self.languages = tuple(dict.fromkeys([*own, *found]))

    def is_text(self, column: str) -> bool:
        """Tell whether a column holds texts, in a language that is known or not."""
        return _COLUMN.fullmatch(column) is not None

    def same(self, text: str) -> dict[str, str]:
        """Return one text for every language."""
        return dict.fromkeys(self.languages, text)

    def in_words(self, words: dict[str, str]) -> dict[str, str]:
        """Return words of our own in every language, in English where there are none."""
        return {language: words.get(language, words["en"]) for language in self.languages}

    def label(self, row: Row, number: int, *, sheet: str = "survey") -> dict[str, str]:
        """Return what a row says, its name where it says nothing."""
        found = self._complete(row, number, "label", sheet)
        if found is None:
            name = row.get("name") or row.get("value") or row.get("list_name") or "?"
            self._notes.add(number, "it has no label: its name stands in for it.", sheet=sheet)
            return self.same(name)
        return found

    def hint(self, row: Row, number: int) -> dict[str, str] | None:
        """Return the hint of a row, if it has one."""
        return self._complete(row, number, "hint", "survey")

    def _complete(self, row: Row, number: int, kind: str, sheet: str) -> dict[str, str] | None:
        found = {language: text for language, text in self._found(row, number, kind, sheet) if text}
        if not found:
            return None
        first = next(language for language in self.languages if language in found)
        for language in self.languages:
            if language not in found:
                sentence = (
                    f"it has no {kind} in {language_name(language)}: the one in {language_name(first)} stands in."
                )
                self._notes.add(number, sentence, sheet=sheet)
        return {language: found.get(language, found[first]) for language in self.languages}

    def _found(self, row: Row, number: int, kind: str, sheet: str) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for column, (of, language) in self._columns.items():
            if of != kind or language not in self.languages or not row.get(column):
                continue
            if language in seen:
                sentence = f'"{column}" is left out: an earlier column has its {kind} in {language_name(language)}.'
                self._notes.add(number, sentence, sheet=sheet)
            else:
                seen.add(language)
                yield language, self._plain(row[column], number, sheet)

    def _plain(self, text: str, number: int, sheet: str) -> str:
        """Return a text as a definition can hold it: on one line, without references and invisible signs."""
        words = _REFERENCE.sub("…", text)
        if words != text:
            sentence = 'its text repeats an answer ("${...}"): write other words where it says "…".'
            self._notes.add(number, sentence, sheet=sheet)
        if "\n" in words.strip():
            self._notes.add(number, "the lines of its text are put behind each other.", sheet=sheet)
        visible = "".join(sign if sign.isprintable() or sign.isspace() else "" for sign in words)
        return " ".join(visible.split())

    def _default_language(self, sheets: Sheets, otherwise: str) -> str:
        written = next((row["default_language"] for row in sheets.settings if row.get("default_language")), "")
        code = language_code(written) if written else None
        if written and code is None and written.casefold() != "default":
            self._notes.add_general(f'The language "{written}" of the settings is not known: write its code behind it.')
        return code or otherwise

    def _find_columns(self, rows: Iterable[Row]) -> Iterator[tuple[str, tuple[str, str]]]:
        for column in dict.fromkeys(column for row in rows for column in row):
            match = _COLUMN.fullmatch(column)
            if match is None:
                continue
            language = language_code(match[2]) if match[2] else self._own
            if language is None:
                sentence = (
                    f'The language of the column "{column}" is not known: write its code behind it, as in "Frysk (fy)".'
                )
                self._notes.add_general(f"{sentence} Its texts are left out.")
            else:
                yield column, ("hint" if match[1] == "hint" else "label", language)

    def _say_own(self, otherwise: str, sheets: Sheets) -> None:
        is_said = any(row.get("default_language") for row in sheets.settings)
        if not is_said and any(_COLUMN.fullmatch(column) and ":" not in column for column in self._columns):
            sentence = (
                f'The form does not say in which language it is: read as {language_name(otherwise)} (see "--language").'
            )
            self._notes.add_general(sentence)
