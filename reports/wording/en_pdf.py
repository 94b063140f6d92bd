"""The English of what only documents on paper say."""

PDF = {
    "pdf.cut": "(shortened)",
    "pdf.edition.of": "edition {number} of {date} ({hash})",
    "pdf.statement": "Statement",
    "pdf.together": "Together",
}
