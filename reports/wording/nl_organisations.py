"""The Dutch of what several sections about organisations share: shares, ladders, who was silent, and their voices."""

_SHARED = {
    "heat.how": "Hoe donkerder een vakje, hoe meer mensen dit kozen. Percentages zijn afgerond op stappen van 5%.",
    "heat.alt": "{caption}. Dezelfde cijfers staan in de tabel.",
    "shares.few.title": "Te weinig antwoorden",
    "shares.few.text": "Een verdeling laten we pas zien bij {k_item} of meer antwoorden.",
    "shares.column": "Deel van de invullers",
    "shares.most": "Het vaakst gekozen: {option}",
    "shares.none": "Geen antwoord springt eruit.",
    "ladder.column": "Antwoord",
    "ladder.now": "Nu",
    "ladder.needed": "Nodig over twee jaar",
    "ladder.now.most": "Het vaakst gekozen bij ‘nu’: {option}",
    "ladder.needed.most": "Het vaakst gekozen bij ‘nodig over twee jaar’: {option}",
    "ladder.now.none": "Bij ‘nu’ springt geen antwoord eruit.",
    "ladder.needed.none": "Bij ‘nodig over twee jaar’ springt geen antwoord eruit.",
    "organisations.column": "Organisatie",
    "organisations.silent.one": "{names} vulde dit deel niet in.",
    "organisations.silent.many": "{names} vulden dit deel niet in.",
    "organisations.none.named": "geen",
    "organisations.none.title": "Nog niets van de organisaties",
    "organisations.none.text": "Geen enkele organisatie vulde dit deel in. Vraag het elkaar bij de bijeenkomst.",
}

_VOICES = {
    "voices": "Hoe organisaties zelf kijken",
    "voices.how": (
        "Dit zeggen organisaties zelf, met hun naam. Het gemiddelde ernaast is van alle invullers. "
        "Die twee tellen we nooit bij elkaar op."
    ),
    "voices.table": "Wat organisaties per onderwerp zeggen",
    "voices.mean": "gemiddelde van het netwerk",
    "voices.stuck.none": "Geen organisatie die dit invulde, zegt dat een onderwerp knelt.",
    "voices.stuck.one": "Bij één onderwerp zegt minstens één organisatie dat het knelt.",
    "voices.stuck.many": "Bij {count} onderwerpen zegt minstens één organisatie dat het knelt.",
    "voices.sentences": "In één zin: waarom vinden jullie dat?",
    "voices.sentence": "Zin",
}

ORGANISATIONS = _SHARED | _VOICES
