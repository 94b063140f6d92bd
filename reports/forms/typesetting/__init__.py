"""What all documents that typst sets have in common: the fonts, the look, the compiling, and text that can be printed.

``setting`` makes a document and has it drawn by ``apart``: in a process of its own with a time limit (``child``).
``plain``, ``fitting`` and ``texts`` turn what people typed into text that can be printed. A document has a folder of
its own beside this one, with its templates and with what it hands to them.
"""

from reports.forms.typesetting.apart import Job, Typesetter, apart
from reports.forms.typesetting.fitting import shortened, softened
from reports.forms.typesetting.fonts import FONTS, MissingFonts
from reports.forms.typesetting.mistakes import CannotMakePdf, Cause, NotCompiled
from reports.forms.typesetting.plain import Json, look, plain, printable
from reports.forms.typesetting.setting import Compile, Content, typeset
from reports.forms.typesetting.texts import Texts

__all__ = [
    "FONTS",
    "CannotMakePdf",
    "Cause",
    "Compile",
    "Content",
    "Job",
    "Json",
    "MissingFonts",
    "NotCompiled",
    "Texts",
    "Typesetter",
    "apart",
    "look",
    "plain",
    "printable",
    "shortened",
    "softened",
    "typeset",
]
