"""What kind of file somebody gave: by what is in it, whatever it is called."""

from typing import Final

from survey.importing.limits import MAX_BYTES
from survey.importing.packages import Package
from survey.importing.sentences import Sentence, Unreadable, later

_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: How a workbook with a password says so, in the alphabet of old Office files.
_SEALED: Final = "EncryptedPackage".encode("utf-16-le")

#: How other files begin.
_OTHERS: Final = (
    (b"%PDF", later("This is a PDF. Save the list as .xlsx or .csv in Excel, and choose that file.")),
    (b"\x89PNG", later("This is a picture. Save the list as .xlsx or .csv in Excel, and choose that file.")),
    (b"\xff\xd8\xff", later("This is a picture. Save the list as .xlsx or .csv in Excel, and choose that file.")),
    (b"<?xml", later("This is an XML file. Open it in Excel, save it as .xlsx and choose that file.")),
)

#: What other packed files have in them.
_PACKED: Final = (
    ("xl/workbook.bin", later("This workbook is saved as .xlsb. Save it as .xlsx in Excel, and choose that file.")),
    (
        "word/document.xml",
        later("This is a Word document. Copy the table to Excel, save it as .xlsx, and choose that."),
    ),
    (
        "ppt/presentation.xml",
        later("This is a presentation. Copy the table to Excel, save it as .xlsx, and choose that."),
    ),
    ("content.xml", later("This is an OpenDocument file. Save it as Excel workbook (.xlsx), and choose that file.")),
)


def open_workbook(content: bytes) -> Package | None:
    """Return the package of a workbook; ``None`` when the file may be text.

    Raises
    ------
    Unreadable
        When it is too large, empty, or something that is no list.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable(too_big())
    if not content.strip(b"\x00 \r\n\t\xef\xbb\xbf"):
        raise Unreadable(later("This file is empty."))
    if content.startswith(_OLD_OFFICE):
        raise Unreadable(_old(content))
    for beginning, sentence in _OTHERS:
        if content.startswith(beginning):
            raise Unreadable(sentence)
    return _package(content) if content.startswith(_ZIP) else None


def too_big() -> Sentence:
    """Return what is said of a file with too many bytes."""
    return later(
        "This file is larger than %(size)s MB. A list of people is much smaller: leave out pictures and other sheets.",
        size=MAX_BYTES // 1_000_000,
    )


def _old(content: bytes) -> Sentence:
    if _SEALED in content:
        return later("This workbook has a password. Take the password off in Excel, save it and try again.")
    return later(
        "This is an old Excel file (.xls) or another old Office file. Save it as .xlsx in Excel, and choose that."
    )


def _package(content: bytes) -> Package:
    package = Package(content)
    if "xl/workbook.xml" in package.names:
        return package
    known = (sentence for part, sentence in _PACKED if part in package.names)
    raise Unreadable(
        next(known, later("This is a packed file without a workbook in it. Choose an .xlsx or .csv file."))
    )
