"""The definition file as it is now: read again whenever it was saved."""

from pathlib import Path

from questionnaires.catalogue import load
from questionnaires.checking import check_file
from questionnaires.definition import Questionnaire
from questionnaires.mistakes import DefinitionErrors, Mistake
from questionnaires.respondent import Member

#: The other organisations of an invented network, for rosters.
MEMBERS = (
    Member("m1", "Bibliotheek Waterdam"),
    Member("m2", "Welzijn Waterdam"),
    Member("m3", "Gemeente Waterdam"),
    Member("m4", "ROC Rivierenland"),
    Member("m5", "Taalmaatjes Waterdam"),
)


class Source:
    """One definition file, with what it holds or what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read_at = (0, 0)
        self._questionnaire: Questionnaire | None = None
        self._said: list[Mistake] = []

    def read(self) -> tuple[Questionnaire | None, list[Mistake]]:
        """Return the questionnaire, ``None`` when it has mistakes, and all that is to be said about the file."""
        try:
            status = self.path.stat()
        except OSError:
            return None, [Mistake(self.path.name, 1, 1, "This file is not there any more.")]
        read_at = (status.st_mtime_ns, status.st_size)
        if read_at != self._read_at:
            self._questionnaire, self._said = self._load()
            self._read_at = read_at
        return self._questionnaire, self._said

    def _load(self) -> tuple[Questionnaire | None, list[Mistake]]:
        mistakes, warnings = check_file(self.path)
        try:
            return load(self.path), [*mistakes, *warnings]
        except DefinitionErrors as errors:
            return None, list(errors.mistakes)
