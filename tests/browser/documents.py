"""What a report says as a PDF, and what makes a PDF readable for everybody."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf


def pdf_lines(path: Path) -> list[str]:
    """Return the lines of a PDF's text, words with one space between them."""
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    return [" ".join(line.split()) for line in done.stdout.splitlines()]


def check_with_qpdf(path: Path) -> None:
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    assert done.returncode == 0, f"qpdf finds fault with the PDF:\n{done.stdout}{done.stderr}"


def check_accessible(path: Path, *, title: str, language: str) -> None:
    """Check what a screen reader needs: tags, language, title, and words for every figure."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == language
        assert root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == title
        elements = list(_elements(root.StructTreeRoot))
        kinds = {str(element.S) for element in elements}
        figures = [element for element in elements if element.S == "/Figure"]
        assert {"/H1", "/P", "/Table", "/TH", "/TD", "/Figure"} <= kinds
        assert all(len(str(figure.get("/Alt", ""))) > 10 for figure in figures), "A figure in the PDF has no words."


def _elements(node: Any) -> Iterator[Any]:
    """Yield every structure element below ``node``."""
    children = node.get("/K")
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)
