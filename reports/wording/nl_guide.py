"""The Dutch of the conversation: what to talk about, what to do, and how to lead the meeting."""

from typing import Final

_TALK: Final = {
    "talk": "Om over te praten",
    "talk.intro": (
        "Kies samen één onderwerp om mee te beginnen. Neem eerst een minuut stilte, "
        "praat dan in drietallen en daarna met iedereen."
    ),
    "talk.intro.scan": (
        "Kies samen één onderwerp om mee te beginnen. Neem eerst een minuut stilte, "
        "praat dan in tweetallen en daarna met iedereen."
    ),
    "talk.few": (
        "Er zijn geen cijfers om een onderwerp mee te kiezen. Dat hoeft ook niet: jullie weten samen het meest. "
        "Begin bijvoorbeeld hiermee."
    ),
    "talk.reason.few": "Vraag elkaar eerst: waar zie jij dit aan?",
    "talk.reason.attention": "Dit onderwerp vraagt aandacht.",
    "talk.reason.divided.one": "Bij één zin lopen de meningen uiteen. Vraag elkaar eerst: waar zie jij dit aan?",
    "talk.reason.divided.many": ("Bij {sentences} lopen de meningen uiteen. Vraag elkaar eerst: waar zie jij dit aan?"),
    "talk.summary": "Praat samen over {themes}.",
    "suggestions.intro": "Dit kunnen jullie doen. Kies wat past, maak er iets anders van, of laat het liggen.",
    "suggestions.title": "Acties bij {theme}",
    "suggestions.weeks.one": "ongeveer 1 week",
    "suggestions.weeks.many": "ongeveer {number} weken",
    "owner.coordinator": "de coördinator",
    "owner.municipality": "de gemeente",
    "owner.library": "de bibliotheek",
    "owner.welfare": "welzijn",
    "owner.everyone": "alle partners",
    "owner.adviser": "de adviseur",
}

#: Steps of a meeting, and of the talk after a quick scan: a term and what happens then.
_GUIDANCE: Final = {
    "guidance.meeting": "Zo leid je het gesprek, in 90 minuten",
    "guidance.meeting.1": "0–10 minuten",
    "guidance.meeting.1.text": "Vertel waarom je dit doet en wat de regels zijn.",
    "guidance.meeting.2": "10–25 minuten",
    "guidance.meeting.2.text": "Iedereen leest alleen en noteert één herkenning en één verrassing.",
    "guidance.meeting.3": "25–45 minuten",
    "guidance.meeting.3.text": (
        "Praat in drietallen van verschillende organisaties. Waar zit het grootste verschil? "
        "Gebruik de vragen bij de twee onderwerpen."
    ),
    "guidance.meeting.4": "45–60 minuten",
    "guidance.meeting.4.text": "Praat met iedereen. Wat zien we? Nog geen oplossingen.",
    "guidance.meeting.5": "60–80 minuten",
    "guidance.meeting.5.text": "Kies samen hoogstens drie acties. Elke organisatie heeft één stem.",
    "guidance.meeting.6": "80–90 minuten",
    "guidance.meeting.6.text": (
        "Schrijf op de kaarten wie het doet en wanneer het klaar is. Zet de eerste stap binnen twee weken. "
        "Spreek af wanneer jullie weer kijken."
    ),
    "guidance.meeting.7": "Let op",
    "guidance.meeting.7.text": "Praat zelf hoogstens vijf minuten over gemiddelden.",
    "guidance.scan": "Zo leid je het gesprek, in 20 minuten",
    "guidance.scan.1": "1 minuut",
    "guidance.scan.1.text": "Iedereen kijkt in stilte.",
    "guidance.scan.2": "4 minuten",
    "guidance.scan.2.text": "Praat in tweetallen. Wat verrast je?",
    "guidance.scan.3": "10 minuten",
    "guidance.scan.3.text": "Praat met iedereen over het gekozen onderwerp. Gebruik de vragen erbij.",
    "guidance.scan.4": "5 minuten",
    "guidance.scan.4.text": "Vul samen één actiekaart in.",
    "guidance.theme": "Bij {theme}",
    "guidance.lead.low": "Vraag eerst wat al lukt. Vraag daarna wat er nu in de weg zit.",
    "guidance.lead.mid": "Vraag wat er nodig is voor een volgende stap. Maak het klein.",
    "guidance.lead.high": "Vraag wat hier goed werkt. Wat kun je ook ergens anders gebruiken?",
    "guidance.lead.divided": "Laat eerst beide kanten vertellen wat zij zien. Vraag niet wie wat heeft ingevuld.",
    "guidance.lead.unknown": "Vraag wie hier wel iets van weet. Laat die partner vertellen.",
    "guidance.lead.none": "Vraag iedereen om een voorbeeld. Vraag niet wie wat heeft ingevuld.",
}

GUIDE: Final = _TALK | _GUIDANCE
