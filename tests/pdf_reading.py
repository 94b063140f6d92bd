"""Read a PDF as a person, a screen reader and a checker do."""

import io
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from reports.report import Table, Value


def text_of(made: bytes, *, order: str = "-layout") -> str:
    """Return the text layer as it stands on the pages, or with ``-raw`` in the order in which it was written."""
    command = ["pdftotext", order, "-", "-"]
    return subprocess.run(command, input=made, capture_output=True, check=True).stdout.decode()


def squeezed(text: str) -> str:
    """Return a text without white space and hyphens: lines break where the page is full."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "").replace("\u200b", "").replace("\u2060", "")


def as_printed(table: Table) -> Iterator[Sequence[Value]]:
    """Go through the rows of a table as runs of text; what stands in front of several of them is set by itself."""
    firsts = Counter(row[0].text for row in table.rows)
    return (row[1:] if len(row) > 2 and firsts[row[0].text] > 1 else row for row in table.rows)


def check(made: bytes, folder: Path) -> None:
    """Have another program look for faults in the file."""
    path = folder / "made.pdf"
    path.write_bytes(made)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Walk through the structure that a screen reader follows."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from elements(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        yield from elements(node.get("/K", pikepdf.Array()))


def spoken(made: bytes, kind: str = "/Figure") -> list[str]:
    """Return what a screen reader says at each drawing, in order."""
    with pikepdf.open(io.BytesIO(made)) as document:
        return [str(each.Alt) for each in elements(document.Root.StructTreeRoot.K) if str(each.S) == kind]


def pages(made: bytes) -> int:
    """Count the pages."""
    with pikepdf.open(io.BytesIO(made)) as document:
        return len(document.pages)
