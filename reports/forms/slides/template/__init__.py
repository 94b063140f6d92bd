"""The bare presentation that every deck begins with: its theme, master, two layouts and page of notes."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from reports.look import FONT, TOKENS

_HERE: Final = Path(__file__).parent
_OOXML: Final = "http://schemas.openxmlformats.org"
_KIND: Final = f"{_OOXML}/officeDocument/2006/relationships"

#: Where each file goes.
_PARTS: Final = {
    "[Content_Types].xml": "content-types",
    "ppt/presentation.xml": "presentation",
    "ppt/slideMasters/slideMaster1.xml": "master",
    "ppt/slideLayouts/slideLayout1.xml": "layout-cover",
    "ppt/slideLayouts/slideLayout2.xml": "layout-content",
    "ppt/notesMasters/notesMaster1.xml": "notes",
    "ppt/theme/theme1.xml": "theme",
    "ppt/theme/theme2.xml": "theme",
}
#: What a part needs, as kind and place: rId1 and on.
_NEEDED: Final = {
    "_rels/.rels": ("officeDocument ppt/presentation.xml",),
    "ppt/_rels/presentation.xml.rels": (
        "slideMaster slideMasters/slideMaster1.xml",
        "notesMaster notesMasters/notesMaster1.xml",
        "theme theme/theme1.xml",
    ),
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": (
        "slideLayout ../slideLayouts/slideLayout1.xml",
        "slideLayout ../slideLayouts/slideLayout2.xml",
        "theme ../theme/theme1.xml",
    ),
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels": ("slideMaster ../slideMasters/slideMaster1.xml",),
    "ppt/slideLayouts/_rels/slideLayout2.xml.rels": ("slideMaster ../slideMasters/slideMaster1.xml",),
    "ppt/notesMasters/_rels/notesMaster1.xml.rels": ("theme ../theme/theme2.xml",),
}
#: The order of the layouts.
COVER, CONTENT = 0, 1


@cache
def template() -> bytes:
    """Return the presentation without slides; a name in braces in its files stands for a token of the look."""
    values = {"font": FONT} | {name: token.light.removeprefix("#") for name, token in TOKENS.items()}
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, file in _PARTS.items():
            text = (_HERE / f"{file}.xml").read_text(encoding="utf-8")
            package.writestr(name, re.sub(r"\{([a-z][a-z0-9-]*)\}", lambda found: values[found[1]], text))
        for name, needed in _NEEDED.items():
            package.writestr(name, _relationships(needed))
    return target.getvalue()


def _relationships(needed: tuple[str, ...]) -> str:
    lines = [
        f'<Relationship Id="rId{number}" Type="{_KIND}/{kind}" Target="{place}"/>'
        for number, (kind, place) in enumerate((each.split() for each in needed), 1)
    ]
    return f'<Relationships xmlns="{_OOXML}/package/2006/relationships">{"".join(lines)}</Relationships>'
