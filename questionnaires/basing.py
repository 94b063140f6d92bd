"""Take over from another questionnaire what a definition file is based on: a short version, a scan of its anchors."""

from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, cast

from questionnaires.document import Document, Trail
from questionnaires.mistakes import DefinitionErrors
from questionnaires.reading import read

FOLDER: Final = Path(__file__).parent

#: Taken over when the file does not say it itself.
_SETTINGS: Final = ("answered_by", "languages", "guide", "statements")

#: Where in a file stands what it takes over: whatever is wrong with that, is told there.
_TAKEN_FROM: Final[Trail] = ("based_on", "questionnaire")


def take_over(document: Document, folder: Path) -> None:
    """Complete ``document`` with the questionnaire that it is based on, if any; its own parts stay first."""
    if "based_on" not in document.mapping():
        return
    wanted = document.mapping("based_on")
    name, version = wanted.get("questionnaire"), wanted.get("version")
    if not isinstance(name, str) or not isinstance(version, str):
        return  # what is missing is said where the file is typed
    basis = _find(folder, name, version)
    if basis is None:
        sentence = f'There is no questionnaire "{name}" {version} in a file "{name}.yaml" here.'
        document.add(_TAKEN_FROM, sentence)
    elif "based_on" in basis:
        document.add(_TAKEN_FROM, f'"{name}" is itself based on another: name that one.')
    else:
        _complete(document, deepcopy(dict(basis)), wanted.get("keep"))


def _find(folder: Path, name: str, version: str) -> Mapping[str, Any] | None:
    places = [place / file for place in (folder, FOLDER) for file in (f"{name}.yaml", f"{name}-{version}.yaml")]
    for path in places:
        if path.is_file():
            status = path.stat()
            data = _data(path, status.st_mtime_ns, status.st_size)
            if data.get("id") == name and data.get("version") == version:
                return data
    return None


@lru_cache(maxsize=16)
def _data(path: Path, changed: int, size: int) -> Mapping[str, Any]:
    """Read a file's data, once as long as it does not change."""
    try:
        data = read(path).data
    except DefinitionErrors:
        return {}
    return cast(Mapping[str, Any], data) if isinstance(data, dict) else {}


def forget() -> None:
    """Read every basis anew, for who measures what that costs."""
    _data.cache_clear()


def _complete(document: Document, basis: dict[str, Any], keep: object) -> None:
    data = cast(dict[str, Any], document.data)
    for setting in _SETTINGS:
        if setting in basis and setting not in data:
            data[setting] = basis[setting]
            document.borrowed[(setting,)] = _TAKEN_FROM
    themes = _kept(basis, keep)
    share = _count(themes) / max(1, _count(_parts(basis, "themes")))
    if "statements" in basis and data["statements"] is basis["statements"]:
        _shorten(basis["statements"], share)
    for name, taken in (("scales", _parts(basis, "scales")), ("themes", themes), ("blocks", _needed(data, basis))):
        _append(document, name, taken)


def _append(document: Document, name: str, taken: list[dict[str, Any]]) -> None:
    """Put what is taken over behind what a file has itself; what is no list there is left to be told."""
    data = cast(dict[str, Any], document.data)
    own = data.get(name, ())
    if not isinstance(own, tuple):
        return
    if name not in data:
        document.borrowed[(name,)] = _TAKEN_FROM
    data[name] = (*cast(tuple[Any, ...], own), *taken)
    for number in range(len(data[name]) - len(taken), len(data[name])):
        document.borrowed[name, number] = _TAKEN_FROM


def _kept(basis: Mapping[str, Any], keep: object) -> list[dict[str, Any]]:
    """Return the themes with the statements that are kept, without those of which nothing is."""
    themes = [dict(theme) for theme in _parts(basis, "themes")]
    if keep in ("core", "anchor"):
        for theme in themes:
            theme["items"] = tuple(item for item in _parts(theme, "items") if item.get(keep) is True)
    return [theme for theme in themes if theme.get("items")]


def _needed(data: Mapping[str, Any], basis: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the blocks that the pages name, by themselves or by one of their questions."""
    named: set[object] = set()
    for page in _parts(data, "pages"):
        named |= {page.get("block"), *_names(page, "blocks"), *_names(page, "questions")}
    return [
        block
        for block in _parts(basis, "blocks")
        if block.get("id") in named or any(question.get("id") in named for question in _parts(block, "questions"))
    ]


def _shorten(statements: dict[str, Any], share: float) -> None:
    """Take less time for fewer statements."""
    minutes = statements.get("minutes")
    if isinstance(minutes, int | float) and not isinstance(minutes, bool):
        statements["minutes"] = round(minutes * share, 2)


def _count(themes: list[dict[str, Any]]) -> int:
    return sum(len(_parts(theme, "items")) for theme in themes)


def _parts(data: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found = data.get(name)
    entries = cast(tuple[Any, ...], found) if isinstance(found, tuple) else ()
    return [cast(dict[str, Any], each) for each in entries if isinstance(each, dict)]


def _names(page: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    found = page.get(name)
    return (
        tuple(each for each in cast(tuple[Any, ...], found) if isinstance(each, str))
        if isinstance(found, tuple)
        else ()
    )
