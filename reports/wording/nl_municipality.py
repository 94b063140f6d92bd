"""The Dutch of what the municipality does: what everybody sees, and what it says itself."""

MUNICIPALITY = {
    "municipality": "Wat doet de gemeente?",
    "municipality.how": (
        "Klopt de zin voor de gemeente? Alle invullers gaven antwoord, ook wie bij de gemeente werkt. "
        "‘Weet ik niet’ staat in de tabel."
    ),
    "municipality.alt": "Per zin het deel dat ja, voor een deel of nee zegt. Dezelfde cijfers staan in de tabel.",
    "municipality.yes.none": "Bij geen van de zinnen zegt ongeveer de helft of meer ‘ja’.",
    "municipality.yes.one": "Van de {all} zinnen is er één waarbij ongeveer de helft of meer ‘ja’ zegt.",
    "municipality.yes.many": "Van de {all} zinnen zijn er {count} waarbij ongeveer de helft of meer ‘ja’ zegt.",
    "municipality.yes.all": "Bij elke zin zegt ongeveer de helft of meer ‘ja’.",
    "municipality.unclear.one": "Bij één zin is dat niet te zeggen.",
    "municipality.unclear.many": "Bij {count} zinnen is dat niet te zeggen.",
    "municipality.unknown": "veel mensen weten dit niet",
    "municipality.unknown.one": "Bij één zin weten veel mensen het niet. Dat is ook een uitkomst: praat er samen over.",
    "municipality.unknown.many": (
        "Bij {count} zinnen weten veel mensen het niet. Dat is ook een uitkomst: praat er samen over."
    ),
    "municipality.table": "Klopt dit voor de gemeente? Antwoorden van alle invullers",
    "municipality.column": "Zin",
    "municipality.own": "Wat de gemeente zelf zegt",
    "municipality.own.beside": "Wat de gemeente zelf zegt, naast wat alle invullers zeggen",
    "municipality.own.level": "Hoe de gemeente meedoet, volgens haarzelf",
    "municipality.own.level.beside": "Hoe de gemeente meedoet, volgens haarzelf en volgens alle invullers",
    "municipality.own.speaks": "De gemeente vulde zelf in wat zij doet.",
    "municipality.everyone": "Het vaakst gekozen door alle invullers",
    "municipality.everyone.says": "Alle invullers: {option}",
    "municipality.own.answers": "Antwoord van de gemeente",
    "municipality.own.silent": "De gemeente zelf vulde dit deel niet in.",
    "municipality.own.absent": "Er staat geen gemeente bij de organisaties van dit netwerk.",
    "municipality.beside": (
        "Wat de gemeente zelf zegt en wat alle invullers zeggen, staat in de tabel naast elkaar. "
        "We tellen die twee nooit bij elkaar op. Zie je een verschil? Vraag elkaar wat je ziet."
    ),
    "municipality.level": "Hoe doet de gemeente mee?",
}
