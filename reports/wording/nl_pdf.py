"""The Dutch of what only documents on paper say."""

PDF = {
    "pdf.cut": "(ingekort)",
    "pdf.edition": "Editie",
    "pdf.edition.number": "nummer {number}, van {date}",
    "pdf.edition.of": "editie {number} van {date} ({mark})",
    "pdf.edition.hash": "Kenmerk van de editie",
    "pdf.together": "Samen",
}
