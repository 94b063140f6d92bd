"""Make a document: compile it, and replace what no font has until nothing is missing."""

import json
import re
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import Final

from reports.forms.typesetting.apart import Job, apart
from reports.forms.typesetting.fonts import FONTS, font_folders
from reports.forms.typesetting.mistakes import CannotMakePdf, NotCompiled
from reports.forms.typesetting.plain import Json, beyond_doubt

#: Templates may import from each other's folders in here.
_ROOT: Final = Path(__file__).parents[1]

_NO_GLYPH: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")

#: How often what no font has is replaced by what the compiler reports, before everything in doubt is.
_ROUNDS: Final = 5

#: Makes a document's data; it is told what no font has, and so must be replaced.
Content = Callable[[Collection[str]], Json]
#: Compiles a job: ``apart``, or a ``Typesetter`` for many documents.
Compile = Callable[[Job], bytes]


def typeset(template: Path, content: Content, *, at: datetime, fonts: Path = FONTS, by: Compile = apart) -> bytes:
    """Set a document as an accessible PDF; the same content gives the same bytes.

    Parameters
    ----------
    template
        The typst file to compile.
    content
        Makes the data that the template draws.
    at
        The document's time.
    fonts
        The folder with the packages of the text font and the emoji font.
    by
        What compiles.

    Raises
    ------
    MissingFonts
        When a font is not in ``fonts``.
    CannotMakePdf
        When the document does not compile, which is a mistake in the templates, or not in time.
    """
    folders = font_folders(fonts)
    replaced: set[str] = set()
    for round_left in reversed(range(_ROUNDS + 1)):
        data = json.dumps(content(replaced), ensure_ascii=False)
        try:
            return by(Job(str(template), str(_ROOT), data, at.isoformat(timespec="seconds"), folders))
        except NotCompiled as error:
            lacking = without_glyph(error.diagnostic)
            if not lacking or not round_left:
                raise CannotMakePdf("template") from error
        replaced |= lacking if round_left > 1 else {each for each in data if not beyond_doubt(each)}
    raise AssertionError("the last round returns or raises")


def without_glyph(diagnostic: str) -> set[str]:
    """Return the texts that the compiler says no font has."""
    return {_ESCAPED.sub(_meant, each) for each in _NO_GLYPH.findall(diagnostic)}


def _meant(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16)) if escaped[1] else escaped[2]
