"""The Dutch of what kind of network it is, now and as needed."""

FORM = {
    "form": "Wat voor netwerk zijn jullie?",
    "form.depth": "Hoe werken jullie samen?",
    "form.steering": "Wie stuurt het netwerk?",
    "form.purpose": "Waar is het netwerk nu vooral voor?",
    "form.phase": "In welke fase zit het netwerk?",
    "form.text.further": (
        "Jullie willen verder. "
        "Bij ‘nodig over twee jaar’ kiezen meer mensen voor samen werken of één plan dan bij ‘nu’."
    ),
    "form.text.lighter": (
        "Het mag lichter. Bij ‘nodig over twee jaar’ kiezen minder mensen voor samen werken of één plan dan bij ‘nu’. "
        "Ook dat is een goede keuze."
    ),
    "form.text.unclear": "Willen jullie verder, of mag het lichter? Dat is uit de antwoorden niet te zeggen.",
    "form.advice": "Bij ‘{purpose}’ past deze vorm: {step}",
    "form.advice.lighter": "Tegelijk kiezen jullie voor lichter. Praat erover hoe dat samengaat.",
    "form.advice.none": "Er is niet één doel dat eruit springt. Praat eerst over waar het netwerk voor is.",
    "form.light": "Geen enkele vorm is fout. Een lichte vorm kan genoeg zijn.",
}
