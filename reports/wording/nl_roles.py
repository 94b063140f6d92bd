"""The Dutch of who does what: the role card, library and welfare side by side, and what people think."""

_FACTS = {
    "roles": "Wie doet wat?",
    "roles.answer.few": "Te weinig organisaties vulden dit in om te zeggen hoe alle taken verdeeld zijn.",
    "roles.answer.none": "Van de {all} taken is er geen helder verdeeld.",
    "roles.answer.one": "Van de {all} taken is er één helder verdeeld.",
    "roles.answer.many": "Van de {all} taken zijn er {count} helder verdeeld.",
    "roles.answer.all": "Alle {all} taken zijn helder verdeeld.",
    "roles.rest": "Om over te praten:",
    "roles.rest.some.many": "Het gaat om de {count} organisaties die dit invulden. Om over te praten:",
    "roles.part.open": "{count} doet niemand",
    "roles.part.open.some": "{count} doet geen van hen",
    "roles.part.leaderless": "bij {count} heeft niemand de leiding",
    "roles.part.leaderless.some": "bij {count} heeft geen van hen de leiding",
    "roles.part.contested": "bij {count} is er meer dan één leiding",
    "roles.part.double": "bij {count} is de vraag of het dubbel gebeurt",
    "roles.how": "Dit vulden organisaties zelf in, met hun naam. ‘Dubbel’ is een vraag aan jullie, geen oordeel.",
    "roles.table": "De rollenkaart: wat organisaties zelf zeggen",
    "roles.table.some.one": "De rollenkaart: wat de ene organisatie zegt die dit invulde",
    "roles.table.some.many": "De rollenkaart: wat de {count} organisaties zeggen die dit invulden",
    "roles.column.task": "Taak",
    "roles.column.doers": "Wie doet dit",
    "roles.column.leaders": "Wie heeft de leiding",
    "roles.column.status": "Hoe staat het ervoor",
    "roles.column.note": "Let op",
    "roles.nobody": "niemand",
    "roles.nobody.some.one": "deze ene organisatie niet",
    "roles.nobody.some.many": "geen van de {count}",
    "roles.idle.one": "{names} heeft de leiding, maar doet dit niet zelf.",
    "roles.idle.many": "{names} hebben de leiding, maar doen dit niet zelf.",
    "roles.wanting.one": "{names} wil dit doen.",
    "roles.wanting.many": "{names} willen dit doen.",
}

_PAIR = {
    "roles.pair.table": "Bibliotheek en welzijn naast elkaar",
    "roles.pair.selection": "De tabel is een keuze: taken waar dit niet speelt, staan er niet bij.",
    "roles.pair.talk.text": "Bespreek: beide doen deze taak.",
    "roles.pair.confirm.text": "Bevestig: één van de twee heeft de leiding, en ze doen het niet beide.",
    "roles.pair.chance.text": "Kans: geen van beide zegt dat zij dit doet, en het is ook verder niet helder verdeeld.",
    "roles.pair.next": "Wat nu",
    "roles.pair.does": "doet dit",
    "roles.pair.leads": "heeft de leiding",
    "roles.pair.both": "doet dit en heeft de leiding",
    "roles.pair.neither": "niet genoemd",
}

_VIEWS = {
    "roles.beside": (
        "Hieronder staat wat de invullers denken, zonder namen. Het staat naast wat organisaties zelf zeggen. "
        "We tellen die twee nooit bij elkaar op."
    ),
    "roles.views": "Wie doet dit nu? Wat de invullers denken",
    "roles.views.unknown": "Veel mensen weten niet wie dit doet: {tasks}.",
    "roles.views.unknown.many": "Bij {count} taken weten veel mensen niet wie het doet.",
    "roles.views.nobody": "Veel mensen denken dat niemand dit doet: {tasks}.",
    "roles.views.nobody.many": "Bij {count} taken denken veel mensen dat niemand het doet.",
    "roles.views.none": "Bij geen van de taken kiezen veel mensen ‘niemand’ of ‘weet ik niet’.",
    "roles.views.unclear": "Of veel mensen ‘niemand’ of ‘weet ik niet’ kiezen, is niet te zeggen.",
    "roles.views.lead": "Wie moet de leiding hebben? Wat de invullers denken",
    "roles.views.lead.most": "Het vaakst genoemd",
}

ROLES = _FACTS | _PAIR | _VIEWS
