"""What must hold of the pages of a definition file: all they name exists, and everything is on one page."""

from collections.abc import Mapping
from typing import Any, Final

from questionnaires.document import Document, Trail
from questionnaires.sentences import did_you_mean

#: What a page can name, and what it is called in a sentence.
_NAMED: Final = {
    "theme": "theme",
    "block": "block",
    "blocks": "block",
    "questions": "question",
    "statements": "statement",
}


def check_pages(document: Document) -> list[str]:
    """Note what is wrong with the pages; return the ids of all that is asked, in order."""
    checker = _Pages(document)
    for page, written in document.parts("pages"):
        checker.check_page(page, written)
    checker.note_what_is_nowhere()
    return list(checker.shown)


class _Pages:
    """What can be named, and what was named so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.themes = _declared(document, ("themes",))
        self.blocks = _declared(document, ("blocks",))
        self.statements = {name: at for theme in self.themes.values() for name, at in self._inside(theme, "items")}
        self.questions = {name: at for block in self.blocks.values() for name, at in self._inside(block, "questions")}
        #: Each question that is on a page, with the page.
        self.shown: dict[str, Trail] = {}

    def check_page(self, page: Trail, written: Mapping[str, Any]) -> None:
        """Look at everything that one page names."""
        named = [name for name in _NAMED if name in written]
        for setting in named:
            if setting in ("theme", "block"):
                self._name((*page, setting), setting)
            else:
                for number, _ in enumerate(self.document.listed(*page, setting)):
                    self._name((*page, setting, number), setting)
        own_page = written.keys() & {"id", "blocks", "questions", "statements"}
        if own_page and all(written[name] == () for name in named):
            self.document.add(page, "This page shows nothing: name blocks or questions.")
        if own_page and "minutes" in written and "statements" not in written:
            sentence = '"minutes" stands at the block. At a page it is for "statements" only.'
            self.document.add((*page, "minutes"), sentence, at_key=True)

    def _name(self, trail: Trail, setting: str) -> None:
        name = self.document.at(*trail)
        if not isinstance(name, str):
            return
        known = self._known(setting)
        if name not in known:
            sentence = f'There is no {_NAMED[setting]} "{name}" in this file.{did_you_mean(name, known)}'
            self.document.add(trail, sentence)
            return
        asked = self._asked(setting, name)
        if any(self.shown.get(question, trail) != trail for question in asked):
            self.document.add(trail, f'"{name}" is already on a page.')
        for question in asked:
            self.shown.setdefault(question, trail)

    def _known(self, setting: str) -> Mapping[str, Trail]:
        if setting == "theme":
            return self.themes
        if setting in ("block", "blocks"):
            return self.blocks
        return self.questions if setting == "questions" else self.statements

    def _asked(self, setting: str, name: str) -> list[str]:
        if setting == "theme":
            return [item for item, _ in self._inside(self.themes[name], "items")]
        if setting in ("block", "blocks"):
            return [question for question, _ in self._inside(self.blocks[name], "questions")]
        return [name]

    def note_what_is_nowhere(self) -> None:
        """Note what stands in this file and on no page; what is taken over from another may stay out."""
        for name, trail in (self.themes | self.blocks).items():
            inside = [*self._inside(trail, "items"), *self._inside(trail, "questions")]
            hidden = [(question, at) for question, at in inside if question not in self.shown]
            if len(hidden) == len(inside):
                self._note_nowhere(name, trail)
            else:
                for question, at in hidden:
                    self._note_nowhere(question, at)

    def _note_nowhere(self, name: str, trail: Trail) -> None:
        if trail in self.document.values:
            self.document.add((*trail, "id"), f'"{name}" is on no page, so nobody would see it.')

    def _inside(self, trail: Trail, section: str) -> list[tuple[str, Trail]]:
        return list(_declared(self.document, (*trail, section)).items())


def _declared(document: Document, section: Trail) -> dict[str, Trail]:
    return {part["id"]: trail for trail, part in document.parts(*section) if isinstance(part.get("id"), str)}
