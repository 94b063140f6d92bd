"""What all documents that typst sets have in common: the fonts, the look, the compiling, and text that can be printed.

A document has a folder of its own beside this one, with its templates and with what it hands to them.
"""

from reports.forms.typesetting.compiling import FONTS, CannotMakePdf, MissingFonts, typeset
from reports.forms.typesetting.plain import Json, look, plain, printable

__all__ = ["FONTS", "CannotMakePdf", "Json", "MissingFonts", "look", "plain", "printable", "typeset"]
