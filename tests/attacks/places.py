"""Where everything in slides stands and how large it is: a position could tell what no word does (attack 15)."""

import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

#: Parts in which something is drawn.
_DRAWN: Final = re.compile(r"ppt/(slides/slide|charts/chart)\d+\.xml")
#: Attributes with words: other attacks read those.
_WORDS: Final = frozenset({"descr", "title", "name"})
#: Elements with a number of a chart: the place of a mark, or how long a bar is.
_NUMBERS: Final = frozenset({"v", "ptCount"})


def places(slides: bytes) -> list[str]:
    """Return every measure of all that is drawn, in the order of drawing: offsets, sizes, angles, widths, numbers.

    What is no word is a measure: an attribute that nobody thought of is among them.
    """
    return [said for name, part in _parts(slides) for each in part.iter() for said in _measures(name, each)]


def _parts(slides: bytes) -> Iterator[tuple[str, Element]]:
    with zipfile.ZipFile(BytesIO(slides)) as packed:
        names = sorted(name for name in packed.namelist() if _DRAWN.fullmatch(name))
        yield from ((name, ElementTree.fromstring(packed.read(name))) for name in names)  # noqa: S314 -- our own


def _measures(name: str, element: Element) -> Iterator[str]:
    tag = element.tag.rpartition("}")[2]
    for key, value in element.items():
        if key not in _WORDS:
            yield f"{name} {tag} {key.rpartition('}')[2]}={value}"
    if tag in _NUMBERS and element.text and _is_number(element.text):
        yield f"{name} {tag} {element.text}"


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(?:\.\d+)?(?:E-?\d+)?", text) is not None


def plotted(slides: bytes) -> dict[str, set[Decimal]]:
    """Return the numbers by which charts place what they draw: averages on the scale, shares in percent."""
    found: dict[str, set[Decimal]] = {"averages": set(), "shares": set()}
    for name, part in _parts(slides):
        if "/charts/" in name:
            found["averages"] |= _values(part, "xVal")
            found["shares"] |= _values(part, "val")
    return found


def _values(part: Element, tag: str) -> set[Decimal]:
    series = (each for each in part.iter() if each.tag.endswith("}" + tag))
    return {Decimal(v.text or "") for each in series for v in each.iter() if v.tag.endswith("}v")}
