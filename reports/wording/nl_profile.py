"""The Dutch of what organisations say on their own behalf, and of what lies beside it."""

_ROLES = {
    "roles.status.open": "niemand doet dit",
    "roles.status.open.some.many": "geen van de {count} doet dit",
    "roles.status.leaderless": "niemand heeft de leiding",
    "roles.status.leaderless.some.many": "geen van de {count} heeft de leiding",
    "roles.status.unknown": "niet te zeggen",
    "roles.status.contested": "meer dan één leiding",
    "roles.status.double": "mogelijk dubbel",
    "roles.status.clear": "helder",
    "roles.status.many_hands": "helder: veel handen, één leiding",
    "roles.idle-leader": "heeft de leiding, maar doet dit niet zelf",
    "roles.pair.talk": "bespreek",
    "roles.pair.confirm": "bevestig",
    "roles.pair.chance": "kans",
    "roles.often-unknown.yes": "veel mensen weten niet wie dit doet",
    "roles.often-unknown.no": "",
    "roles.often-unknown.unclear": "niet te zeggen",
    "roles.often-nobody.yes": "veel mensen denken dat niemand dit doet",
    "roles.often-nobody.no": "",
    "roles.often-nobody.unclear": "niet te zeggen",
    "roles.lead": "het vaakst genoemd voor de leiding: {kind}",
    "roles.lead.unclear": "niet te zeggen",
}

_REACH = {
    "reach.word.chance": "kans",
    "reach.word.blind_spot": "blinde vlek",
    "reach.word.seldom_seen": "weinig gezien",
    "reach.word.neither": "valt niet op",
    "reach.word.unclear": "niet te zeggen",
    "reach.chance.text": (
        "Kans: twee of meer organisaties zien deze mensen al, en {least} op de tien invullers of meer zeggen: "
        "die bereiken we bijna niet."
    ),
    "reach.blind_spot.text": "Blinde vlek: geen enkele organisatie ziet deze mensen.",
    "reach.blind_spot.text.some.many": (
        "Blinde vlek: geen van de {count} organisaties die dit invulden, ziet deze mensen."
    ),
    "reach.blind_spot.reached": (
        "Zeggen bij een blinde vlek minder dan {least} op de tien invullers ‘bijna niet’? "
        "Vraag elkaar dan wie deze mensen wel ziet."
    ),
    "reach.seldom_seen.text": (
        "Weinig gezien: één organisatie ziet deze mensen, en {least} op de tien invullers of meer zeggen: "
        "die bereiken we bijna niet."
    ),
    "reach.count.exact": "{number}",
    "reach.count.few": "< 5",
    "reach.count.part": "een deel",
    "reach.count.unknown": "weten we niet",
    "reach.part.text": "‘Een deel’: niet iedereen, en aan één kant kunnen het minder dan 5 mensen zijn.",
    "reach.sum": "samen {total} (kan dubbel geteld zijn)",
    "reach.sum.counted": "{counted} geteld, {estimated} geschat",
    "reach.left-out.none": "",
    "reach.left-out.one": "1 organisatie telt niet mee. Haar aantal laten we niet zien.",
    "reach.left-out.many": "{number} organisaties tellen niet mee. Hun aantal laten we niet zien.",
    "reach.exchange.more_referred": (
        "Er zijn meer mensen doorgestuurd dan aangekomen. Zijn mensen kwijtgeraakt, of is het niet opgeschreven?"
    ),
    "reach.exchange.more_received": ("Er zijn meer mensen aangekomen dan doorgestuurd. Is niet alles opgeschreven?"),
    "reach.exchange.equal": "Er zijn evenveel mensen doorgestuurd als aangekomen.",
    "reach.exchange.unclear": "niet te zeggen",
}

_FORM = {
    "form.direction.further": "wil verder",
    "form.direction.lighter": "mag lichter",
    "form.direction.unclear": "niet te zeggen",
    "form.nobody-steers.yes": "Veel mensen zeggen dat niemand echt stuurt. Praat daarover bij de voorwaarden.",
    "form.nobody-steers.no": "",
    "form.nobody-steers.unclear": "niet te zeggen",
}

_RELATIONS = {
    "relations.tie.confirmed": "beide noemen dit contact",
    "relations.tie.unconfirmed": "één van de twee noemt dit contact",
    "relations.silent": "vulde dit deel niet in",
    "relations.isolate": "geen contact met een partner",
    "relations.strength.0": "hoe vaak is niet gezegd",
    "relations.strength.1": "één of twee keer",
    "relations.strength.2": "ongeveer elke maand",
    "relations.strength.3": "ongeveer elke week",
    "relations.chance": "kansrijke verbinding",
    "relations.chance.both": "beide willen meer contact",
    "relations.chance.one": "{name} wil meer contact",
    "relations.measures.few": "Te weinig organisaties vulden dit in om iets over het hele netwerk te zeggen.",
}

PROFILE = _ROLES | _REACH | _FORM | _RELATIONS
