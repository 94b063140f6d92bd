"""The English of what only documents on paper say."""

PDF = {
    "pdf.cut": "(shortened)",
    "pdf.edition": "Edition",
    "pdf.edition.number": "number {number}, of {date}",
    "pdf.edition.of": "edition {number} of {date} ({mark})",
    "pdf.edition.hash": "Fingerprint of the edition",
    "pdf.together": "Together",
}
