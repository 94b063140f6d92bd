"""The English of what organisations say on their own behalf, and of what lies beside it."""

_ROLES = {
    "roles.status.open": "nobody does this",
    "roles.status.open.some.many": "none of the {count} does this",
    "roles.status.leaderless": "nobody leads",
    "roles.status.leaderless.some.many": "none of the {count} leads",
    "roles.status.unknown": "cannot be said",
    "roles.status.contested": "more than one leader",
    "roles.status.double": "perhaps double",
    "roles.status.clear": "clear",
    "roles.status.many_hands": "clear: many hands, one leader",
    "roles.idle-leader": "leads, but does not do this itself",
    "roles.pair.talk": "talk about it",
    "roles.pair.confirm": "confirm it",
    "roles.pair.chance": "an opportunity",
    "roles.often-unknown.yes": "many people do not know who does this",
    "roles.often-unknown.no": "",
    "roles.often-unknown.unclear": "cannot be said",
    "roles.often-nobody.yes": "many people think that nobody does this",
    "roles.often-nobody.no": "",
    "roles.often-nobody.unclear": "cannot be said",
    "roles.lead": "named most often as leader: {kind}",
    "roles.lead.unclear": "cannot be said",
}

_REACH = {
    "reach.word.chance": "an opportunity",
    "reach.word.blind_spot": "blind spot",
    "reach.word.seldom_seen": "seldom seen",
    "reach.word.neither": "does not stand out",
    "reach.word.unclear": "cannot be said",
    "reach.chance.text": (
        "An opportunity: two or more organisations see these people already, and {least} in ten or more of those who "
        "answered say: we hardly reach them."
    ),
    "reach.blind_spot.text": "A blind spot: no organisation sees these people.",
    "reach.blind_spot.text.some.many": (
        "A blind spot: none of the {count} organisations that filled this in sees these people."
    ),
    "reach.blind_spot.reached": (
        "Do less than {least} in ten say ‘hardly’ of a blind spot? Then ask each other who does see these people."
    ),
    "reach.seldom_seen.text": (
        "Seldom seen: one organisation sees these people, and {least} in ten or more of those who answered say: "
        "we hardly reach them."
    ),
    "reach.count.exact": "{number}",
    "reach.count.few": "< 5",
    "reach.count.part": "some of them",
    "reach.count.unknown": "we do not know",
    "reach.part.text": "‘Some of them’: not all, and on one side there may be fewer than 5 people.",
    "reach.sum": "{total} together (people may be counted twice)",
    "reach.sum.counted": "{counted} counted, {estimated} estimated",
    "reach.left-out.none": "",
    "reach.left-out.one": "1 organisation is left out. We do not show its number.",
    "reach.left-out.many": "{number} organisations are left out. We do not show their numbers.",
    "reach.exchange.more_referred": (
        "More people were referred than arrived. Did people get lost, or was it not written down?"
    ),
    "reach.exchange.more_received": "More people arrived than were referred. Was not everything written down?",
    "reach.exchange.equal": "As many people arrived as were referred.",
    "reach.exchange.unclear": "cannot be said",
}

_FORM = {
    "form.direction.further": "wants to go further",
    "form.direction.lighter": "may be lighter",
    "form.direction.unclear": "cannot be said",
    "form.nobody-steers.yes": "Many people say that nobody really steers. Talk about that with the conditions.",
    "form.nobody-steers.no": "",
    "form.nobody-steers.unclear": "cannot be said",
}

_RELATIONS = {
    "relations.tie.confirmed": "both name this contact",
    "relations.tie.unconfirmed": "one of the two names this contact",
    "relations.silent": "did not fill in this part",
    "relations.isolate": "no contact with a partner",
    "relations.strength.0": "not said how often",
    "relations.strength.1": "once or twice",
    "relations.strength.2": "about every month",
    "relations.strength.3": "about every week",
    "relations.chance": "promising connection",
    "relations.chance.both": "both want more contact",
    "relations.chance.one": "{name} wants more contact",
    "relations.measures.few": "Too few organisations filled this in to say anything about the whole network.",
}

PROFILE = _ROLES | _REACH | _FORM | _RELATIONS
