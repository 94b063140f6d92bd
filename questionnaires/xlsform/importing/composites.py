"""Groups of a form that are one question here: a list with lines, a ladder, role cards, a number and how sure it is."""

from collections.abc import Callable
from typing import Any, Final

from questionnaires.kinds import partner_kinds
from questionnaires.types.role_cards import NOBODY, OTHER
from questionnaires.types.summary import DONT_KNOW
from questionnaires.types.whole_number import COUNTED, ESTIMATED, UNKNOWN
from questionnaires.xlsform.importing.conditions import Source
from questionnaires.xlsform.importing.form import Form
from questionnaires.xlsform.importing.lists import ChoiceList
from questionnaires.xlsform.importing.questions import Question, number
from questionnaires.xlsform.importing.tree import Node
from questionnaires.xlsform.rows import HINT, NUMBER

_HOW: Final = (COUNTED, ESTIMATED, UNKNOWN)
_MOMENTS: Final = ("now", "needed")


def reader(group: Node, form: Form) -> "Callable[[Node, Form], Question | None] | None":
    """Return what reads this group as one question; ``None`` when it is a group of questions."""
    inside = _without_hint(group)
    if not group.is_group or not inside or not _can_be_one(group, inside):
        return None
    if _is_number(group):
        return _number
    if [each.name for each in inside] == [f"{group.name}.{moment}" for moment in _MOMENTS] and _is_alike(inside, form):
        return _ladder
    if all(_is_task(group, each) for each in inside) and _offers_kinds(inside, form):
        return _role_cards
    is_own = all(each.name.startswith(f"{group.name}.") for each in inside)
    if (is_own or _is_table(group, inside, form)) and _is_alike(inside, form):
        return _checklist
    return None


def _without_hint(group: Node) -> list[Node]:
    return [each for each in group.inside if not (each.kind == "note" and each.name == f"{group.name}{HINT}")]


def _can_be_one(group: Node, inside: list[Node]) -> bool:
    """Tell whether every row has a name of its own, and none depends on anything by itself."""
    names = {each.name for each in inside}
    return len(names) == len(inside) and "" not in names and not any(each.condition for each in group.rows())


def _is_number(group: Node) -> bool:
    name = group.name.removesuffix(NUMBER)
    found = [(each.kind, each.name) for each in group.inside]
    return name != group.name and found == [("integer", name), ("select_one", f"{name}.how")]


def _is_alike(inside: list[Node], form: Form) -> bool:
    """Tell whether these are all the same question, of one list with choices enough."""
    first = inside[0]
    listed = form.lists.get(first.listed) if first.kind in ("select_one", "select_multiple") else None
    same = all((each.kind, each.listed) == (first.kind, first.listed) for each in inside)
    return listed is not None and len(listed.texts) > 1 and same


def _is_table(group: Node, inside: list[Node], form: Form) -> bool:
    """Tell whether the form draws it as a table; statements on a scale stay statements."""
    listed = form.lists.get(inside[0].listed)
    return "table-list" in group.row.get("appearance", "") and listed is not None and not listed.is_scale


def _is_task(group: Node, task: Node) -> bool:
    found = [(each.kind, each.name) for each in task.inside]
    wanted = [("select_multiple", f"{task.name}.now"), ("select_one", f"{task.name}.lead")]
    return task.is_group and task.name.startswith(f"{group.name}.") and found == wanted


def _offers_kinds(tasks: list[Node], form: Form) -> bool:
    offered = {*partner_kinds(), OTHER, DONT_KNOW}
    lists = [[form.lists.get(each.listed) for each in task.inside] for task in tasks]
    now, lead = lists[0]
    same = all(each == lists[0] for each in lists)
    return same and {*(now.texts if now else ())} == offered | {NOBODY} and {*(lead.texts if lead else ())} == offered


def _number(group: Node, form: Form) -> Question | None:
    value, how = group.inside
    listed = form.lists.get(how.listed)
    made = number(value, form)
    if made is None:
        return None
    form.asked[how.name] = Source(made["id"], "text", {})
    words = listed.texts if listed and {*listed.texts} == {*_HOW} else {}
    return made | {name: words[name] for name in _HOW} if words else made


def _start(group: Node, form: Form, kind: str, **special: Any) -> Question:
    made = form.start(group, kind, **special)
    noted = [each for each in group.inside if each.name == f"{group.name}{HINT}"]
    return made | ({"hint": form.texts.label(noted[0].row, noted[0].number)} if noted else {})


def _ladder(group: Node, form: Form) -> Question:
    inside = _without_hint(group)
    listed = _list_of(inside[0], form)
    made = _start(group, form, "ladder")
    for moment, row in zip(_MOMENTS, inside, strict=True):
        form.limits(row)
        form.asked[row.name] = Source(made["id"], "one", listed.ids, (moment,))
        made[moment] = form.line(row)
    return made | {"steps": listed.options()}


def _checklist(group: Node, form: Form) -> Question:
    inside = _without_hint(group)
    several = inside[0].kind == "select_multiple"
    listed = _list_of(inside[0], form)
    made = _start(group, form, "checklist", **({"several": True} if several else {}))
    lines = form.names.options(each.name.removeprefix(f"{group.name}.") for each in inside)
    alone: frozenset[str] = frozenset()
    for line, row in zip(lines.values(), inside, strict=True):
        alone |= form.limits(row, "alone").alone
        form.asked[row.name] = Source(made["id"], "some" if several else "one", listed.ids, (line,))
    made["lines"] = [{"id": line, "text": form.line(row)} for line, row in zip(lines.values(), inside, strict=True)]
    return made | {"options": listed.options(alone)}


def _role_cards(group: Node, form: Form) -> Question:
    tasks = _without_hint(group)
    now, lead = tasks[0].inside
    words, known = _list_of(now, form).texts, (OTHER, NOBODY, DONT_KNOW)
    made = _start(group, form, "role_cards")
    made |= {"now": form.line(now), "lead": form.line(lead)}
    made |= dict(zip(("other", "nobody", "dont_know"), (words[name] for name in known), strict=True))
    ids = form.names.options(task.name.removeprefix(f"{group.name}.") for task in tasks)
    made["tasks"] = [_task(task, name, made["id"], form) for name, task in zip(ids.values(), tasks, strict=True)]
    return made


def _task(task: Node, name: str, question: str, form: Form) -> Question:
    now, lead = task.inside
    form.limits(now, "alone")
    form.asked[now.name] = Source(question, "some", _list_of(now, form).ids, (name, "now"))
    form.asked[lead.name] = Source(question, "one", _list_of(lead, form).ids, (name, "lead"))
    return {"id": name, "text": form.line(task)}


def _list_of(row: Node, form: Form) -> ChoiceList:
    found = form.lists.get(row.listed)
    assert found is not None  # noqa: S101 -- looked at before this group was taken for one question
    return found
