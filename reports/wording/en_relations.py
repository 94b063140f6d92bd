"""The English of who has contact with whom."""

_MAP = {
    "relations": "Who is in contact with whom?",
    "relations.ties.none": "No organisation names contact with a partner.",
    "relations.ties.one": "Together organisations name one contact.",
    "relations.ties.many": "Together organisations name {count} contacts.",
    "relations.confirmed.none": "No contact is named by both organisations.",
    "relations.confirmed.one": "One contact is named by both organisations.",
    "relations.confirmed.many": "{count} contacts are named by both organisations.",
    "relations.confirmed.all": "Every contact is named by both organisations.",
    "relations.halved.one": "Of one contact the other organisation did not fill in this part.",
    "relations.halved.many": "For {count} contacts the other organisation did not fill in this part.",
    "relations.monthly.few": "Few organisations are in contact with each other every month.",
    "relations.monthly.some": "Some organisations are in contact with each other every month.",
    "relations.monthly.many": "Many organisations are in contact with each other every month.",
    "relations.monthly.most": "Almost all organisations are in contact with each other every month.",
    "relations.no-map": "A drawing with {number} organisations cannot be read. So there are tables here.",
    "relations.how": (
        "A full line: both name the contact. A dashed line: one of the two names it. "
        "An open circle: this organisation filled in nothing. Where an organisation stands says nothing."
    ),
    "relations.alt": "Map of who is in contact with whom. The same is in the table.",
    "relations.isolates.one": "{names} is in contact with nobody on this map.",
    "relations.isolates.many": "{names} are in contact with nobody on this map.",
    "relations.library-welfare.none": "Between library and welfare no contact is named.",
    "relations.library-welfare.unknown": (
        "Between library and welfare no contact is named yet. Some of them did not fill this in."
    ),
    "relations.library-welfare.silent": (
        "Library and welfare did not fill this in. So whether they have contact with each other cannot be said."
    ),
    "relations.library-welfare.one": "Between library and welfare one contact is named.",
    "relations.library-welfare.many": "Between library and welfare {count} contacts are named.",
}

_TABLES = {
    "relations.table": "Who is in contact with whom",
    "relations.partner": "Partner",
    "relations.often": "How often in half a year",
    "relations.who": "Who names it",
    "relations.both": "both",
    "relations.only": "only {name}",
    "relations.each": "Contact by organisation",
    "relations.each.3": "About every week",
    "relations.each.2": "About every month",
    "relations.each.1": "Once or twice",
    "relations.each.0": "Not said how often",
    "relations.matrix": "Contact, organisation by organisation. In brackets: one of the two names it",
    "relations.matrix.place": "{place}. {name}",
    "relations.matrix.3": "week",
    "relations.matrix.2": "month",
    "relations.matrix.1": "seldom",
    "relations.matrix.0": "yes",
    "relations.matrix.one-sided": "({cell})",
    "relations.referrals": "Who refers people to whom",
    "relations.referrals.both": "To, and both name it",
    "relations.referrals.one": "To, and one of the two names it",
    "relations.chances": "Promising connections: little contact, and at least one of the two wants more.",
    "relations.chances.none": "No organisation that filled this in has little contact and wants more.",
}

RELATIONS = _MAP | _TABLES
