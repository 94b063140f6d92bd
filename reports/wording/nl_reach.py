"""The Dutch of whom the network reaches: groups of people, and numbers of people."""

_GROUPS = {
    "reach": "Wie bereiken jullie?",
    "reach.groups": "Bereiken jullie deze groepen samen?",
    "reach.groups.column": "Groep",
    "reach.seen": "Wie ziet deze mensen al?",
    "reach.seen.column": "Organisaties die deze mensen zien",
    "reach.seen.hardly": "Deel dat ‘bijna niet’ zegt",
    "reach.seen.word": "Wat we zien",
    "reach.seen.nobody": "geen enkele",
    "reach.seen.nobody.some.one": "deze ene organisatie niet",
    "reach.seen.nobody.some.many": "geen van de {count}",
    "reach.answer.chance.one": "Hier ligt een kans: {groups}.",
    "reach.answer.chance.many": "Hier liggen kansen: {groups}.",
    "reach.answer.blind.one": "Een blinde vlek: {groups}.",
    "reach.answer.blind.many": "Blinde vlekken: {groups}.",
    "reach.answer.blind.some.one": "Zo zegt het de ene organisatie die dit invulde.",
    "reach.answer.blind.some.many": "Zo zeggen het de {count} organisaties die dit invulden.",
    "reach.answer.chance.counted": "Er zijn {count} kansen.",
    "reach.answer.blind.counted": "Er zijn {count} blinde vlekken.",
    "reach.answer.seldom.one": "Weinig gezien en weinig bereikt: {groups}.",
    "reach.answer.seldom.many": "Weinig gezien en weinig bereikt: {groups}.",
    "reach.answer.seldom.counted": ("Weinig gezien en weinig bereikt: {count} groepen."),
    "reach.answer.unclear.more": "Of er nog meer kansen zijn, is niet te zeggen.",
    "reach.answer.unclear.also": "Of er ook kansen zijn, is niet te zeggen.",
    "reach.answer.unclear.any": "Of er kansen zijn, is niet te zeggen.",
    "reach.answer.few": "Te weinig organisaties vulden dit in om van elke groep te zeggen wie die ziet.",
    "reach.answer.none": "We zien geen kansen en geen blinde vlekken.",
    "reach.hardly.one": "Veel mensen zeggen dat jullie deze groep bijna niet bereiken: {groups}.",
    "reach.hardly.many": "Veel mensen zeggen dat jullie deze groepen bijna niet bereiken: {groups}.",
    "reach.hardly.counted": "Van {count} groepen zeggen veel mensen dat jullie die bijna niet bereiken.",
    "reach.hardly.none": "Van geen van deze groepen zeggen veel mensen dat jullie die bijna niet bereiken.",
    "reach.hardly.unclear": "Welke groepen jullie bijna niet bereiken, is niet te zeggen.",
    "reach.focus": "Op welke groep moeten jullie je het komende jaar samen richten?",
    "reach.focus.most": "Voor het komende jaar is deze groep het vaakst gekozen: {option}",
    "reach.focus.none": "Voor het komende jaar springt geen groep eruit.",
}

_NUMBERS = {
    "reach.numbers.find": "Mensen vinden en doorsturen, per organisatie",
    "reach.numbers.learn": "Leren en helpen, per organisatie",
    "reach.number.rn-found": "Gevonden of gesproken",
    "reach.number.rn-referred-out": "Doorgestuurd",
    "reach.number.rn-referred-in": "Ontvangen",
    "reach.number.rn-intake": "Eerste gesprek",
    "reach.number.rn-started": "Begonnen",
    "reach.number.rn-finished": "Afgemaakt of verder",
    "reach.number.rn-nt1-share": "Begonnen, en opgegroeid met Nederlands",
    "reach.number.rn-volunteers": "Vrijwilligers",
    "reach.number.estimated": "{number} (geschat)",
    "reach.double": "Ook elders geteld",
    "reach.sums": "Alle organisaties samen",
    "reach.sums.what": "Wat",
    "reach.sums.total": "Opgeteld (kan dubbel geteld zijn)",
    "reach.sums.note": "Let op",
    "reach.unknown.one": "1 organisatie weet het niet.",
    "reach.unknown.many": "{number} organisaties weten het niet.",
    "reach.silent.one": "1 organisatie gaf geen aantal.",
    "reach.silent.many": "{number} organisaties gaven geen aantal.",
    "reach.sum.at-least": "minstens {total}",
    "reach.numbers.how": (
        "Dit zijn de aantallen van het vorige kalenderjaar, zoals organisaties ze zelf geven. "
        "‘< 5’ betekent: 1 tot en met 4 mensen. Zo is niemand te herkennen."
    ),
    "reach.funnel": (
        "Opgeteld vonden of spraken jullie {found} mensen, hielden jullie {intake} eerste gesprekken "
        "en begonnen er {started} mensen. {sure}"
    ),
    "reach.funnel.whole": "Mensen kunnen dubbel geteld zijn: het echte aantal mensen kan dus lager zijn.",
    "reach.funnel.part": (
        "Niet elke organisatie gaf elk aantal, en mensen kunnen dubbel geteld zijn. "
        "De echte aantallen kunnen dus hoger of lager zijn."
    ),
    "reach.exchange.open": "Of er evenveel mensen aankwamen als er zijn doorgestuurd, is niet te zeggen.",
    "reach.numbers.none": "Geen enkele organisatie gaf aantallen.",
}

REACH = _GROUPS | _NUMBERS
