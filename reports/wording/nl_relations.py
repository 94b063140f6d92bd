"""The Dutch of who has contact with whom."""

_MAP = {
    "relations": "Wie heeft contact met wie?",
    "relations.ties.none": "Geen enkele organisatie noemt contact met een partner.",
    "relations.ties.one": "Organisaties noemen samen één contact.",
    "relations.ties.many": "Organisaties noemen samen {count} contacten.",
    "relations.confirmed.none": "Geen contact is door beide organisaties genoemd.",
    "relations.confirmed.one": "Eén contact is door beide organisaties genoemd.",
    "relations.confirmed.many": "{count} contacten zijn door beide organisaties genoemd.",
    "relations.confirmed.all": "Elk contact is door beide organisaties genoemd.",
    "relations.halved.one": "Bij één contact vulde de andere organisatie dit deel niet in.",
    "relations.halved.many": "Bij {count} contacten vulde de andere organisatie dit deel niet in.",
    "relations.monthly.few": "Weinig organisaties hebben elke maand contact met elkaar.",
    "relations.monthly.some": "Een deel van de organisaties heeft elke maand contact met elkaar.",
    "relations.monthly.many": "Veel organisaties hebben elke maand contact met elkaar.",
    "relations.monthly.most": "Bijna alle organisaties hebben elke maand contact met elkaar.",
    "relations.no-map": "Een tekening met {number} organisaties is niet te lezen. Daarom staan hier tabellen.",
    "relations.how": (
        "Een doorgetrokken lijn: beide noemen het contact. Een streepjeslijn: één van de twee noemt het. "
        "Een open rondje: deze organisatie vulde niets in. Waar een organisatie staat, zegt niets."
    ),
    "relations.alt": "Kaart van wie contact heeft met wie. Hetzelfde staat in de tabel.",
    "relations.isolates.one": "{names} heeft volgens de kaart met niemand contact.",
    "relations.isolates.many": "{names} hebben volgens de kaart met niemand contact.",
    "relations.library-welfare.none": "Tussen bibliotheek en welzijn is geen contact genoemd.",
    "relations.library-welfare.unknown": (
        "Tussen bibliotheek en welzijn is nog geen contact genoemd. Een deel van hen vulde dit niet in."
    ),
    "relations.library-welfare.silent": (
        "Bibliotheek en welzijn vulden dit niet in. Of zij contact met elkaar hebben, is dus niet te zeggen."
    ),
    "relations.library-welfare.one": "Tussen bibliotheek en welzijn is één contact genoemd.",
    "relations.library-welfare.many": "Tussen bibliotheek en welzijn zijn {count} contacten genoemd.",
}

_TABLES = {
    "relations.table": "Wie heeft contact met wie",
    "relations.partner": "Partner",
    "relations.often": "Hoe vaak in een half jaar",
    "relations.who": "Wie noemt het",
    "relations.both": "beide",
    "relations.only": "alleen {name}",
    "relations.each": "Contact per organisatie",
    "relations.each.3": "Ongeveer elke week",
    "relations.each.2": "Ongeveer elke maand",
    "relations.each.1": "Eén of twee keer",
    "relations.each.0": "Niet gezegd hoe vaak",
    "relations.matrix": "Contact, organisatie tegenover organisatie. Tussen haakjes: één van de twee noemt het",
    "relations.matrix.place": "{place}. {name}",
    "relations.matrix.3": "week",
    "relations.matrix.2": "maand",
    "relations.matrix.1": "soms",
    "relations.matrix.0": "ja",
    "relations.matrix.one-sided": "({cell})",
    "relations.referrals": "Wie stuurt mensen door naar wie",
    "relations.referrals.both": "Naar, en beide noemen het",
    "relations.referrals.one": "Naar, en één van de twee noemt het",
    "relations.chances": "Kansrijke verbindingen: weinig contact, en minstens één van de twee wil meer.",
    "relations.chances.none": "Geen organisatie die dit invulde, heeft weinig contact en wil meer.",
}

RELATIONS = _MAP | _TABLES
