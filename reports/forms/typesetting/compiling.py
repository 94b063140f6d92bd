"""Have templates drawn: find the fonts, compile, and replace what no font has."""

import json
import re
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import Final

import typst

from reports.forms.typesetting.plain import Json

#: Where ``npm ci`` puts the fonts.
FONTS: Final = Path(__file__).parents[3] / "node_modules" / "@expo-google-fonts"

#: Templates may import from each other's folders in here.
_ROOT: Final = Path(__file__).parents[1]
#: Each weight has a folder of its own; the emoji font stands in for signs that the text font lacks.
_FOLDERS: Final = (
    "atkinson-hyperlegible-next/400Regular",
    "atkinson-hyperlegible-next/600SemiBold",
    "atkinson-hyperlegible-next/700Bold",
    "noto-emoji/400Regular",
    "noto-emoji/700Bold",
)
_NO_GLYPH: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")

#: Makes a document's data; it is told what no font has, and so must be replaced.
Content = Callable[[Collection[str]], Json]


class MissingFonts(FileNotFoundError):
    """The fonts are not where they should be."""


class CannotMakePdf(RuntimeError):
    """The document could not be made; the message is the compiler's."""


def typeset(template: Path, content: Content, *, at: datetime, fonts: Path = FONTS) -> bytes:
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

    Raises
    ------
    MissingFonts
        When a font is not in ``fonts``: with another font the lines would break elsewhere.
    CannotMakePdf
        When the document does not compile, which is a mistake in the templates.
    """
    folders = _font_folders(fonts)
    try:
        return _compiled(template, content(()), at, folders)
    except typst.TypstError as error:
        unprintable = _without_glyph(error)
        if not unprintable:
            raise CannotMakePdf(error.diagnostic) from error
    return _compiled(template, content(unprintable), at, folders)


def _font_folders(fonts: Path) -> list[Path]:
    folders = [fonts / folder for folder in _FOLDERS]
    for folder in folders:
        if not any(folder.glob("*.ttf")):
            raise MissingFonts(f"There is no font in {folder}. Run 'npm ci' to put the fonts there.")
    return folders


def _compiled(template: Path, content: Json, at: datetime, folders: list[Path]) -> bytes:
    """Compile once, with a compiler of its own: a shared one fails across threads."""
    return typst.compile(
        template,
        root=_ROOT,
        font_paths=list(folders),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(content, ensure_ascii=False)},
        format="pdf",
        # Readable by screen readers (PDF/UA) and in the far future (PDF/A, level A).
        pdf_standards=["ua-1", "a-2a"],
        timestamp=at,
    )


def _without_glyph(error: typst.TypstError) -> set[str]:
    """Return the texts that the compiler says no font has."""
    reported = _NO_GLYPH.findall(error.diagnostic)
    return {_ESCAPED.sub(lambda found: chr(int(found[1], 16)), each) for each in reported}
