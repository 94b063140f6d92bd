"""The groups of a form as pages: themes, blocks, and pages of several blocks."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from questionnaires.conditions import Condition, written
from questionnaires.types.texts import TICK
from questionnaires.xlsform.importing.composites import reader
from questionnaires.xlsform.importing.form import Form
from questionnaires.xlsform.importing.minutes import estimated
from questionnaires.xlsform.importing.questions import Question, question
from questionnaires.xlsform.importing.themes import Themes
from questionnaires.xlsform.importing.tree import Node
from questionnaires.xlsform.rows import INTRO


@dataclass
class Pages:
    """The pages so far, with the blocks that are on them."""

    form: Form
    title: dict[str, str]
    themes: Themes
    blocks: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    _pages: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    #: Blocks that have a heading on a page, by what the form says of them: a second such group is the same block.
    _headed: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def add(self, nodes: list[Node]) -> None:
        """Go through the form: each group is a page, and so is what stands between groups."""
        for is_page, some in groupby(nodes, key=self._is_page):
            together = list(some)
            if is_page:
                for group in together:
                    self._add_group(group)
            else:
                self._add_loose(together)

    def written(self) -> list[dict[str, Any]]:
        """Return the pages; a page that shows only a part of a block names its questions."""
        return [self._named(page) for page in self._pages]

    def _is_page(self, node: Node) -> bool:
        return node.is_group and reader(node, self.form) is None

    def _add_loose(self, nodes: list[Node]) -> None:
        questions = self._questions(nodes, None)
        if questions:
            name = self.form.names.take(f"page-{len(self._pages) + 1}")
            self._add_block(name, self.title, None, questions)
            self._pages.append({"block": name})
            self.form.notes.add(nodes[0].number, f'what stands in no group from here on became the page "{name}".')

    def _add_group(self, group: Node) -> None:
        if self.themes.is_theme(group):
            self._pages.append({"theme": self.themes.add(group)})
            return
        name = self.form.names.take(group.name or f"group-{group.number}")
        title = self.form.texts.label(group.row, group.number)
        self.form.note_hint(group)
        intro, inside = self._intro(group)
        condition = self.form.condition(group)
        if any(self._is_page(each) for each in inside):
            parts = self._parts(name, title, inside, condition)
            page = {"id": name, "title": title, **intro, "parts": parts}
        else:
            parts = self._add_block(name, title, condition, self._questions(inside, None))
            page = {"block": name, **intro}
        if parts:
            self._pages.append(page)
        else:
            self.form.notes.add(group.number, f'nothing in the group "{group.name}" can be asked here: it is left out.')

    def _intro(self, group: Node) -> tuple[dict[str, Any], list[Node]]:
        first = group.inside[0] if group.inside else None
        if first is None or (first.kind, first.name) != ("note", f"{group.name}{INTRO}"):
            return {}, group.inside
        return {"intro": self.form.line(first)}, group.inside[1:]

    def _parts(
        self, page: str, title: dict[str, str], nodes: list[Node], outer: Condition | None
    ) -> dict[str, list[str]]:
        """Make a block of each group on a page, and of what stands between them; return the questions of each."""
        parts: dict[str, list[str]] = {}
        for is_block, some in groupby(nodes, key=self._is_page):
            together = list(some)
            if is_block:
                for group in together:
                    parts |= self._headed_block(group, outer)
            else:
                questions = self._questions(together, None)
                if questions:
                    parts |= self._add_block(self.form.names.take(f"{page}-part"), title, outer, questions)
        return parts

    def _headed_block(self, group: Node, outer: Condition | None) -> dict[str, list[str]]:
        condition = self.form.condition(group, outer)
        title = self.form.texts.label(group.row, group.number)
        self.form.note_hint(group)
        key = (group.name, repr((title, condition)))
        is_new = key not in self._headed
        name = self.form.names.take(group.name or f"group-{group.number}") if is_new else self._headed[key]
        questions = self._questions(group.inside, None)
        if questions:
            self._headed[key] = name
        return self._add_block(name, title, condition, questions)

    def _questions(self, nodes: list[Node], outer: Condition | None) -> list[Question]:
        """Return the questions of these rows; groups in groups have no heading here, so their questions join in."""
        found: list[Question] = []
        texts: set[str] = set()
        for node in nodes:
            if node.kind == "acknowledge" and node.name.removesuffix(TICK) in texts:
                continue  # the tick of an own text, which its question has by itself
            if self._is_page(node):
                self.form.notes.add(node.number, f'the heading of "{node.name}", a group in a group, is left out.')
                found += self._questions(node.inside, self.form.condition(node, outer))
                continue
            made = self._question(node, outer)
            found += [made] if made else []
            texts |= {node.name} if node.kind == "text" else set()
        return found

    def _question(self, node: Node, outer: Condition | None) -> Question | None:
        condition = self.form.condition(node, outer)
        made = (reader(node, self.form) or question)(node, self.form)
        if made is None or condition is None:
            return made
        end = list(made).index("hint" if "hint" in made else "text") + 1
        settings = list(made.items())
        return dict([*settings[:end], ("show_when", written(condition)), *settings[end:]])

    def _add_block(
        self, name: str, title: dict[str, str], condition: Condition | None, questions: list[Question]
    ) -> dict[str, list[str]]:
        """Add questions to a block, which may be there already; return what was added, by block."""
        if not questions:
            return {}
        when = {"show_when": written(condition)} if condition else {}
        block = self.blocks.setdefault(name, {"id": name, "title": title, "minutes": 0.0, **when, "questions": []})
        block["questions"] += questions
        block["minutes"] = estimated(block["questions"])
        return {name: [each["id"] for each in questions]}

    def _named(self, page: dict[str, Any]) -> dict[str, Any]:
        """Return a page with what it shows: its blocks, or, when one of them is on another page too, its questions."""
        if "parts" not in page:
            return page
        parts: dict[str, list[str]] = page["parts"]
        heading = {name: value for name, value in page.items() if name != "parts"}
        if all(len(self.blocks[name]["questions"]) == len(shown) for name, shown in parts.items()):
            return heading | {"blocks": list(parts)}
        return heading | {"questions": [each for shown in parts.values() for each in shown]}
