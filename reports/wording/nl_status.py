"""The Dutch of how themes stand, of what is not known, and of what stands out."""

from typing import Final

_STATUS: Final = {
    "column.status": "Status",
    "status.too_few": "te weinig antwoorden",
    "status.unknown": "onbekend",
    "status.divided": "verdeeld",
    "status.attention": "aandacht",
    "status.on_the_way": "op weg",
    "status.strong": "sterk",
    "status.or": "{first} of {last}",
    "status.means.strong": "Sterk: het gemiddelde is 4 of hoger.",
    "status.means.on_the_way": "Op weg: het gemiddelde is 3 of hoger, maar lager dan 4.",
    "status.means.attention": "Aandacht: het gemiddelde is lager dan 3.",
    "status.means.divided": "Verdeeld: bij twee of meer zinnen is een deel het eens en een deel het oneens.",
    "status.means.unknown": "Onbekend: veel antwoorden zijn ‘weet ik niet’.",
    "divided.title": "{themes}: verdeeld",
    "divided.text": (
        "De antwoorden liggen ver uit elkaar. Het gemiddelde zegt hier weinig. "
        "Vraag elkaar eerst: waar zie jij dit aan?"
    ),
    "unknown.title": "{themes}: onbekend",
    "unknown.text": "Veel mensen weten dit niet. Dat is ook een uitkomst: praat er samen over.",
    "themes.band": "De grijze band is de middelste helft van de andere netwerken.",
    "themes.said": "Elk onderwerp in een zin",
    "column.said": "In een zin",
}

_HIGHLIGHTS: Final = {
    "highlight.divided": "Over {themes} lopen de meningen uiteen.",
    "highlight.attention.one": "Aandacht voor {themes}: daar is het gemiddelde {value}.",
    "highlight.attention.between": "Aandacht voor {themes}: daar ligt het gemiddelde tussen {low} en {high}.",
    "highlight.attention.many": "Aandacht voor {themes}: daar is het gemiddelde lager dan 3.",
    "highlight.unknown": "Bij {themes} zijn veel antwoorden ‘weet ik niet’. Dat is ook een uitkomst.",
    "standing": "Van de {themes} onderwerpen {standing}.",
    "standing.few": "Bij {count} van de {themes} onderwerpen zijn er te weinig antwoorden voor een cijfer.",
    "standing.others": "Van de andere {themes} {standing}.",
    "standing.divided.one": "is er {count} verdeeld",
    "standing.divided.many": "zijn er {count} verdeeld",
    "standing.attention.one": "vraagt er {count} aandacht",
    "standing.attention.many": "vragen er {count} aandacht",
    "standing.unknown.one": "is er {count} onbekend",
    "standing.unknown.many": "zijn er {count} onbekend",
    "standing.strong.one": "is er {count} sterk",
    "standing.strong.many": "zijn er {count} sterk",
    "link.statements": "Bekijk de zinnen",
    "link.unknown": "Bekijk wat jullie niet weten",
}

_UNKNOWN: Final = {
    "unknown": "Wat jullie niet weten",
    "unknown.at_least": (
        "Bij {themes} zijn veel antwoorden ‘weet ik niet’. Dat is ook een uitkomst: praat er samen over."
    ),
    "unknown.between": "Bij {themes} is een deel van de antwoorden ‘weet ik niet’.",
    "unknown.at_most": "Er zijn weinig antwoorden ‘weet ik niet’.",
    "unknown.share.at_least": "veel: meer dan {low}%",
    "unknown.share.between": "een deel: {low}% tot {high}%",
    "unknown.share.at_most": "weinig: minder dan {high}%",
    "unknown.share.withheld": "–",
    "unknown.table": "Welk deel van de antwoorden ‘weet ik niet’ is",
    "unknown.column": "Weet ik niet",
    "unknown.few": "Wij laten dit pas zien bij {k} of meer mensen.",
}

STATUS: Final = _STATUS | _HIGHLIGHTS | _UNKNOWN
