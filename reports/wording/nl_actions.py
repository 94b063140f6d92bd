"""The Dutch of what was agreed before."""

ACTIONS = {
    "previous": "Wat jullie eerder afspraken",
    "previous.intro": "Dit spraken jullie eerder af. Kijk samen: wat ging goed, en wat gaat mee naar de volgende keer?",
    "previous.empty": "Jullie schreven nog geen acties op. Dat kan na deze bijeenkomst.",
    "previous.one.done": "Jullie spraken één actie af. Die is klaar.",
    "previous.one.not": "Jullie spraken één actie af. Die is nog niet klaar.",
    "previous.done.none": "Van de {all} acties is er nog geen klaar.",
    "previous.done.one": "Van de {all} acties is er één klaar.",
    "previous.done.many": "Van de {all} acties zijn er {count} klaar.",
    "previous.done.all": "Alle {all} de acties zijn klaar.",
    "previous.status.open": "open",
    "previous.status.open.late": "open, de afgesproken dag is voorbij",
    "previous.status.busy": "bezig",
    "previous.status.busy.late": "bezig, de afgesproken dag is voorbij",
    "previous.status.done": "klaar",
    "previous.status.stopped": "gestopt",
    "previous.theme": "Onderwerp",
    "previous.owner": "Organisatie",
    "previous.person": "Wie",
    "previous.helpers": "Wie helpt",
    "previous.first-step": "Eerste stap",
    "previous.ready": "Klaar op",
    "previous.proof": "Zo zien we dat het lukte",
    "previous.note": "Hoe het ging",
    "actions.summary": "Kies samen één tot drie acties.",
    "actions.summary.2": "Kies samen één of twee nieuwe acties.",
    "actions.summary.1": "Kies samen één nieuwe actie.",
    "actions.summary.full": "Er lopen al drie acties.",
    "actions.intro.2": (
        "Er loopt al één actie. Kies samen één of twee nieuwe acties. "
        "Schrijf erbij wie het doet en wanneer het klaar is."
    ),
    "actions.intro.1": (
        "Er lopen al twee acties. Kies samen één nieuwe actie. Schrijf erbij wie het doet en wanneer het klaar is."
    ),
    "actions.intro.full": (
        "Er lopen al drie acties. Rond er eerst een af, of stop ermee. Dan is er plek voor een nieuwe: "
        "schrijf die op een lege kaart."
    ),
    "cards.first-step": "Eerste stap, binnen twee weken",
    "cards.note": "Hoe het gaat na 6 en 12 weken",
}
