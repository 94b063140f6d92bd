"""The fonts of every document: embedded, and never another one in their place."""

from pathlib import Path
from typing import Final

#: Where ``npm ci`` puts the fonts.
FONTS: Final = Path(__file__).parents[3] / "node_modules" / "@expo-google-fonts"

#: Each weight has a folder of its own; the emoji font stands in for signs that the text font lacks.
_FOLDERS: Final = (
    "atkinson-hyperlegible-next/400Regular",
    "atkinson-hyperlegible-next/600SemiBold",
    "atkinson-hyperlegible-next/700Bold",
    "noto-emoji/400Regular",
    "noto-emoji/700Bold",
)


class MissingFonts(FileNotFoundError):
    """The fonts are not where they should be."""


def font_folders(fonts: Path) -> tuple[str, ...]:
    """Return the folders that hold the fonts.

    Raises
    ------
    MissingFonts
        When one of them holds no font: with another font the lines would break elsewhere.
    """
    folders = [fonts / folder for folder in _FOLDERS]
    for folder in folders:
        if not any(folder.glob("*.ttf")):
            raise MissingFonts(f"There is no font in {folder}. Run 'npm ci' to put the fonts there.")
    return tuple(map(str, folders))
