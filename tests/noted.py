"""What the code notes in the audit log, read from the source itself: actions, kinds of things, and keys of details.

A function that passes its own ``action`` on notes what its callers say; so do they, up to where it stands in full.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1] / "survey"
Function = ast.FunctionDef


@dataclass(frozen=True, slots=True)
class Noter:
    """Something that is called with an action; one whose name begins with "_" is called in its own file only."""

    name: str
    parameters: tuple[str, ...]
    path: Path | None = None
    #: Whether whatever else it is called with becomes a detail.
    takes_details: bool = False


WHAT = Noter("What", ("action", "kind", "id", "network_id", "support_organisation_id", "details"))


@dataclass(slots=True)
class Noted:
    """Everything that is noted; ``elsewhere``: details that are made elsewhere; ``unread``: what could not be read."""

    actions: set[str] = field(default_factory=set[str])
    kinds: set[str] = field(default_factory=set[str])
    keys: set[str] = field(default_factory=set[str])
    elsewhere: set[str] = field(default_factory=set[str])
    unread: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a noter: where, and with what, by the names of its parameters."""

    path: Path
    function: Function | None
    node: ast.Call
    given: dict[str, ast.expr]


def read(root: Path = ROOT) -> Noted:
    """Return what is noted anywhere under a folder."""
    files = {path: ast.parse(path.read_text("utf-8")) for path in sorted(root.rglob("*.py"))}
    noted, waiting, known = Noted(), [WHAT], {WHAT}
    while waiting:
        noter = waiting.pop()
        for path, tree in files.items():
            for call in _calls(noter, path, tree):
                caller = _read(call, noter, noted, files)
                if caller is not None and caller not in known:
                    known.add(caller)
                    waiting.append(caller)
    return noted


def _read(call: Call, noter: Noter, noted: Noted, files: dict[Path, ast.Module]) -> Noter | None:
    """Take up what a call says; return the function around it, when that is told what to note."""
    _read_kind(call, noted)
    _read_details(call, noter, noted)
    action = call.given.get("action")
    if isinstance(action, ast.Constant) and isinstance(action.value, str):
        noted.actions.add(action.value)
        if noter.name == "changed":
            noted.kinds.add(action.value.partition(".")[0])
    elif isinstance(action, ast.Attribute):
        noted.actions |= set(_keywords(files.values(), action.attr))
    elif isinstance(action, ast.Name) and call.function and action.id in _parameters(call.function):
        return _noter(call.path, call.function, action.id)
    else:
        noted.unread.append(f"{call.path.name}:{call.node.lineno}")
    return None


def _noter(path: Path, function: Function, action: str) -> Noter:
    names = tuple("action" if name == action else name for name in _parameters(function))
    return Noter(function.name, names, path if function.name.startswith("_") else None, function.args.kwarg is not None)


def _read_kind(call: Call, noted: Noted) -> None:
    kind = call.given.get("kind")
    if isinstance(kind, ast.Constant) and isinstance(kind.value, str):
        noted.kinds.add(kind.value)


def _read_details(call: Call, noter: Noter, noted: Noted) -> None:
    if noter.takes_details:
        noted.keys |= set(call.given) - set(noter.parameters)
    details = call.given.get("details") if "details" in noter.parameters else None
    if isinstance(details, ast.Name) and call.function is not None:
        if call.function.args.kwarg is not None and details.id == call.function.args.kwarg.arg:
            return  # its callers say
        details = _assigned(call.function, details.id)
    if isinstance(details, ast.Dict):
        noted.keys |= {
            key.value for key in details.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
        }
    elif details is not None:
        noted.elsewhere.add(ast.unparse(details))


def _calls(noter: Noter, path: Path, tree: ast.Module) -> Iterator[Call]:
    if noter.path not in (None, path):
        return
    for function, node in _within(tree, None):
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if called == noter.name:
            named = {each.arg: each.value for each in node.keywords if each.arg}
            yield Call(path, function, node, dict(zip(noter.parameters, node.args, strict=False)) | named)


def _within(node: ast.AST, function: Function | None) -> Iterator[tuple[Function | None, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield function, child
        yield from _within(child, child if isinstance(child, ast.FunctionDef) else function)


def _parameters(function: Function) -> list[str]:
    arguments = function.args
    return [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]


def _assigned(function: Function, name: str) -> ast.expr | None:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == name for to in node.targets):
            return node.value
    return ast.Name(name)


def _keywords(trees: Iterable[ast.Module], name: str) -> Iterator[str]:
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == name and isinstance(node.value, ast.Constant):
                yield str(node.value.value)
