"""Groups of statements on a scale as themes, with what all themes have in common."""

from dataclasses import dataclass, field
from typing import Any

from questionnaires.xlsform.importing.form import Form
from questionnaires.xlsform.importing.minutes import STATEMENT
from questionnaires.xlsform.importing.questions import choices, statement
from questionnaires.xlsform.importing.tree import Node


@dataclass
class Themes:
    """The themes so far, each with the introduction that its page has in the form."""

    form: Form
    written: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    _intros: list[tuple[int, dict[str, str] | None]] = field(default_factory=list[tuple[int, dict[str, str] | None]])

    def is_theme(self, group: Node) -> bool:
        """Tell whether a group holds statements only, after at most one text to read."""
        statements = group.inside[1:] if group.inside and group.inside[0].kind == "note" else group.inside
        return bool(statements) and not group.condition and all(self._is_statement(each) for each in statements)

    def _is_statement(self, node: Node) -> bool:
        listed = self.form.lists.get(node.listed) if node.kind == "select_one" else None
        return listed is not None and listed.is_scale and not node.condition

    def add(self, group: Node) -> str:
        """Add a theme and return its id."""
        label = self.form.texts.label(group.row, group.number)
        name = self.form.names.take(group.name or f"group-{group.number}")
        self.form.note_hint(group)
        items: list[dict[str, Any]] = []
        intro = None
        for node in group.inside:
            if node.kind == "note":
                intro = self.form.line(node)
                continue
            self.form.limits(node)
            listed = choices(node, self.form)
            assert listed is not None  # noqa: S101 -- looked at by is_theme
            items.append(_as_item(statement(node, listed, self.form)))
        self._intros.append((group.number, intro))
        self.written.append({"id": name, "title": label, "short": label, "items": items})
        return name

    def common(self) -> dict[str, Any] | None:
        """Return what the statements of all themes have in common; ``None`` without themes."""
        if not self.written:
            return None
        scale = self.written[0]["items"][0]["scale"]
        for theme in self.written:
            for item in theme["items"]:
                if item["scale"] == scale:
                    del item["scale"]
        count = sum(len(theme["items"]) for theme in self.written) / len(self.written)
        minutes = {"scale": scale, "minutes": round(STATEMENT * count, 2)}
        intro = self._common_intro()
        return minutes | ({"intro": intro} if intro else {})

    def _common_intro(self) -> dict[str, str] | None:
        first = next((intro for _, intro in self._intros if intro), None)
        for number, intro in self._intros:
            if intro != first:
                sentence = "all themes have one introduction, so it has that of the first theme that has one."
                self.form.notes.add(number, sentence)
        return first


def _as_item(made: dict[str, Any]) -> dict[str, Any]:
    order = ("id", "scale", "text", "hint", "level")
    return {name: made[name] for name in order if name in made}
