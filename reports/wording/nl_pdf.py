"""The Dutch of what only documents on paper say."""

PDF = {
    "pdf.cut": "(ingekort)",
    "pdf.edition.of": "editie {number} van {date} ({hash})",
    "pdf.statement": "Zin",
    "pdf.together": "Samen",
}
