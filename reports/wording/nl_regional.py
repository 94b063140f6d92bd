"""The Dutch of the report of many networks together."""

from typing import Final

_GENERAL: Final = {
    "region.title": "Netwerken samen: {area}",
    "region.kicker.given_on": "Netwerken samen, om door te geven",
    "region.kicker.own": "Netwerken samen, voor wie elk rapport mag lezen",
    "region.file": "netwerken samen {area}",
    "region.file.given_on": "doorgeven",
    "region.file.own": "eigen",
    "region.mirror.own": (
        "Dit rapport laat zien wat netwerken gemeen hebben. Het is gemaakt om over te praten. "
        "Het is niet bedoeld om netwerken te beoordelen of te rangschikken. Beslis er ook niet mee over subsidie."
    ),
    "region.mirror.given_on": (
        "Dit rapport laat zien welke netwerken er zijn. "
        "Ook staat er waar het midden van alle netwerken in het land ligt. Het is gemaakt om over te praten."
    ),
    "region.without.title": "Hoe het met deze netwerken gaat, staat hier niet in",
    "region.without": (
        "Dat staat in het rapport van elk netwerk. Vraag het de netwerken zelf. "
        "Twee rapporten naast elkaar zouden anders vertellen hoe het met één netwerk gaat."
    ),
    "region.fact.networks": "Netwerken",
    "region.fact.rounds": "Rondes gesloten",
    "region.fact.between": "tussen {first} en {last}",
    "region.fact.invited": "Uitgenodigd",
    "region.fact.sent-in": "Ingevuld",
    "region.highlights": "Dit valt op",
    "region.link.themes": "Bekijk de onderwerpen",
    "region.level": "Van geen onderwerp is zeker dat het in de meeste netwerken sterk is of aandacht vraagt.",
    "region.link.said": "Bekijk wat organisaties zeggen",
    "region.link.actions": "Bekijk de acties",
    "region.networks": "Over welke netwerken gaat het?",
    "region.networks.answer.one": "Dit rapport gaat over één netwerk: {area}.",
    "region.networks.answer.many": "Dit rapport gaat over {number} netwerken: {area}.",
    "region.table.networks": "De netwerken, elk met de laatste ronde waarvan het rapport klaar is",
    "region.column.invited": "Uitgenodigd",
    "region.column.sent-in": "Ingevuld",
    "region.empty.title": "Er zijn hier nog geen netwerken met een rapport",
    "region.empty": "Een netwerk telt mee zodra het rapport van zijn eerste ronde is vrijgegeven.",
    "region.unsaid.title": "Hierover vulden in deze netwerken nog te weinig organisaties iets in",
    "region.unsaid.text": "Organisaties zeggen dit zelf, als zij hun deel van de vragenlijst invullen.",
    "region.one.title": "Eén netwerk is geen gebied",
    "region.one": "Lees liever het rapport van dit netwerk. Daar staat meer in dan hier.",
    "region.small.title": "Dit zijn minder dan vijf netwerken",
    "region.small": (
        "Wat in ‘de meeste’ netwerken zo is, zegt dan weinig. Lees ook de rapporten van de netwerken zelf."
    ),
}

_THEMES: Final = {
    "region.themes": "Hoe staan de onderwerpen ervoor?",
    "region.themes.none.title": "Over de onderwerpen is niets samen te zeggen",
    "region.themes.none": "Er zijn nog geen uitkomsten over de onderwerpen.",
    "region.strong": "In meer dan de helft van de netwerken sterk: {themes}.",
    "region.strong.none": "Van geen onderwerp is zeker dat het in de meeste netwerken sterk is.",
    "region.worry": "In meer dan de helft van de netwerken aandacht nodig of verdeeld: {themes}.",
    "region.worry.none": "Van geen onderwerp is zeker dat het in de meeste netwerken aandacht vraagt.",
    "region.themes.rule": (
        "Een onderwerp heet sterk als meer dan de helft van de netwerken dat woord heeft. "
        "Voor aandacht tellen ‘aandacht’ en ‘verdeeld’ samen. "
        "De onderwerpen staan in de volgorde van de vragenlijst."
    ),
    "region.themes.others": "Bij {theme} tellen netwerken met andere vragen niet mee. Dat zijn er {number}.",
    "region.status.strong": "sterk",
    "region.status.on_the_way": "op weg",
    "region.status.attention": "aandacht",
    "region.status.divided": "verdeeld",
    "region.status.unknown": "onbekend",
    "region.status.too_few": "te weinig antwoorden",
    "region.status.between": "op de grens van twee woorden",
    "region.statuses.how": "Het woord komt uit het rapport van elk netwerk. Hoe donkerder, hoe meer netwerken.",
    "region.statuses.alt": "Per onderwerp het aantal netwerken met elk woord. Alle aantallen staan in de tabel.",
    "region.table.statuses": "In hoeveel netwerken een onderwerp welk woord heeft",
    "region.middle": "Waar ligt het midden?",
    "region.middle.none.title": "Er is nog geen midden te laten zien",
    "region.middle.answer.own": "Waar het midden van deze netwerken ligt, naast dat van alle netwerken.",
    "region.middle.answer.all": "Waar het midden van alle netwerken in het land ligt.",
    "region.middle.how.own": (
        "De stip is het middelste gemiddelde van deze netwerken. De streep is hun middelste helft. "
        "De grijze band is de middelste helft van alle netwerken."
    ),
    "region.middle.how.all": (
        "De grijze band is de middelste helft van alle netwerken. De streep erin is het middelste gemiddelde."
    ),
    "region.middle.answer.alone": "Waar het midden van deze netwerken ligt.",
    "region.middle.how.alone": (
        "De stip is het middelste gemiddelde van deze netwerken. De streep is hun middelste helft."
    ),
    "region.middle.alt": "Per onderwerp het midden en de middelste helft. Alle cijfers staan in de tabel.",
    "region.middle.key": "deze netwerken: het midden, met de middelste helft",
    "region.middle.few": (
        "Een eigen midden staat er pas bij vijf netwerken met een gemiddelde over dezelfde vragen. "
        "Daarom zie je hier alle netwerken."
    ),
    "region.middle.edition-only": (
        "Hier staan alle netwerken in het land, en niet alleen deze. "
        "Het midden van deze netwerken is voor wie elk van hun rapporten mag lezen."
    ),
    "region.middle.some": "Waar geen stip staat, zijn er minder dan vijf gemiddelden over dezelfde vragen.",
    "region.middle.edition": "De cijfers van alle netwerken zijn vastgelegd op {date}.",
    "region.middle.no-edition": (
        "Een midden van alle netwerken in het land is er nog niet. Daarvoor zijn tien netwerken nodig."
    ),
    "region.table.middle": "Het midden en de middelste helft per onderwerp",
    "region.column.organisations": "Organisaties",
    "region.column.left-out": "Tellen niet mee",
    "region.column.median": "Midden",
    "region.column.half": "Middelste helft",
    "region.column.networks": "Netwerken",
    "region.column.median.all": "Midden van alle netwerken",
    "region.column.half.all": "Middelste helft van alle netwerken",
    "region.half": "{low} tot {high}",
}

_MOVED: Final = {
    "region.moved": "Wat is er veranderd?",
    "region.moved.none.title": "Er is nog geen ronde om mee te vergelijken",
    "region.moved.none": "Na de volgende rondes staat hier wat er veranderde.",
    "region.moved.rise": "In meer dan de helft van de netwerken gestegen: {themes}.",
    "region.moved.fall": "In meer dan de helft van de netwerken gedaald: {themes}.",
    "region.moved.level": "Geen onderwerp steeg of daalde in meer dan de helft van de netwerken.",
    "region.moved.how": (
        "‘Gestegen’ of ‘gedaald’ staat er alleen als het verschil groter is dan toeval. "
        "Zijn de vragen veranderd, dan is het niet te vergelijken."
    ),
    "region.table.moved": "In hoeveel netwerken een onderwerp sinds de vorige ronde zo veranderde",
    "region.beside": "Bibliotheek naast welzijn",
    "region.beside.none.title": "Over bibliotheek en welzijn is niets samen te zeggen",
    "region.beside.none": "Geen van deze netwerken laat beide groepen apart zien.",
    "region.beside.different": "In meer dan de helft van deze netwerken kijken ze verschillend naar {themes}.",
    "region.too-few-together": "Het zijn te weinig netwerken om er samen iets van te zeggen.",
    "region.beside.level": "Bij geen onderwerp kijken ze in meer dan de helft van deze netwerken verschillend.",
    "region.beside.how": "Alleen netwerken die beide groepen apart laten zien, tellen hier mee.",
    "region.beside.median": (
        "Het midden is van alle netwerken in het land. Een plus betekent: de bibliotheek is positiever."
    ),
    "region.table.beside": "In hoeveel netwerken bibliotheek en welzijn verschillend of gelijk kijken",
}

_SAID: Final = {
    "region.commitment.municipality.now": "Gemeenten zeggen zelf het vaakst, over nu: ‘{step}’.",
    "region.commitment.municipality.needed": "Gemeenten zeggen zelf het vaakst dat nodig is: ‘{step}’.",
    "region.commitment.everyone.now": "Alle invullers kiezen over nu het vaakst: ‘{step}’.",
    "region.commitment.everyone.needed": "Alle invullers kiezen als nodig het vaakst: ‘{step}’.",
    "region.commitment.level": "Geen zin is vaker gekozen dan alle andere.",
    "region.table.commitment": "In hoeveel netwerken welke zin is gekozen",
    "region.tasks.most": "Het vaakst zonder iemand, zonder leiding, of met meer dan één leiding: {names}.",
    "region.tasks.tie": "{Number} taken staan samen bovenaan: die vragen het vaakst om een gesprek.",
    "region.tasks.none": "Van geen taak is zeker dat die vaker blijft liggen.",
    "region.tasks.how": "Organisaties zeggen dit zelf. Bovenaan staan taken die het vaakst om een gesprek vragen.",
    "region.table.tasks": "In hoeveel netwerken een taak zo is verdeeld",
    "region.groups.most": "Het vaakst een blinde vlek: {names}.",
    "region.groups.tie": "{Number} groepen staan samen bovenaan: die zijn het vaakst een blinde vlek.",
    "region.groups.none": "Van geen groep is zeker dat die vaker een blinde vlek is.",
    "region.table.groups": "In hoeveel netwerken een groep mensen een blinde vlek, weinig gezien of een kans is",
    "region.table.numbers": "Aantallen mensen, deze netwerken samen",
    "region.numbers.how": (
        "Iemand kan dubbel zijn geteld: bij twee organisaties, of in twee netwerken. "
        "Het echte aantal mensen kan dus lager zijn. "
        "‘Minstens’ betekent: zoveel is er geteld, en niet elke organisatie telt mee."
    ),
}

_ACTIONS: Final = {
    "region.actions": "Wat hebben netwerken afgesproken?",
    "region.actions.none.title": "Er zijn nog geen acties",
    "region.actions.none": "Een netwerk kiest acties in het gesprek over zijn rapport.",
    "region.actions.answer": "Acties samen: {to_do} te doen, waarvan {late} te laat, en {done} klaar.",
    "region.actions.most": "De meeste acties gaan over {themes}.",
    "region.actions.level": "Geen onderwerp heeft duidelijk meer acties dan andere.",
    "region.actions.how": "Een netwerk heeft ten hoogste drie acties tegelijk. Gestopte acties tellen niet mee.",
    "region.actions.to-do": "Te doen",
    "region.actions.late": "Waarvan te laat",
    "region.actions.done": "Klaar",
    "region.actions.other": "Een ander onderwerp, of geen",
    "region.table.actions": "Acties van alle netwerken samen, per onderwerp",
    "region.talk": "Om over te praten",
    "region.talk.how": "Een cijfer zegt niet waarom iets zo is. Vraag het de netwerken zelf.",
    "region.talk.worry.why": "In de meeste netwerken vraagt {theme} om een gesprek.",
    "region.talk.worry.1": "Wat hebben netwerken nodig om hier verder te komen?",
    "region.talk.worry.2": "Ligt dit aan de netwerken zelf, of aan iets dat zij niet kunnen veranderen?",
    "region.talk.worry.3": "Wie helpt, en wanneer?",
    "region.talk.strong.why": "In de meeste netwerken is {theme} sterk.",
    "region.talk.strong.1": "Wat werkt hier zo goed?",
    "region.talk.strong.2": "Hoe blijft dit zo?",
    "region.talk.strong.3": "Wie kan anderen hierover vertellen?",
    "region.talk.all": "Alles samen",
    "region.talk.all.why": "Voor elk gesprek over dit rapport.",
    "region.talk.all.1": "Wat herkennen we, en wat verrast ons?",
    "region.talk.all.2": "Wat kunnen alleen wij doen, en de netwerken niet?",
    "region.talk.all.3": "Wat spreken we af, en wanneer kijken we weer?",
}

_METHOD: Final = {
    "region.method.once": (
        "Alles hier komt uit rapporten die al klaar zijn. Niemands antwoorden zijn er opnieuw voor gebruikt."
    ),
    "region.method.count": (
        "We tellen netwerken, en geen mensen. Een groot netwerk telt even zwaar als een klein netwerk."
    ),
    "region.method.most": "‘Meer dan de helft’ gaat over de netwerken met dezelfde vragen, vanaf {k} netwerken.",
    "region.method.given_on": (
        "Dit rapport is om door te geven. Er staat geen uitkomst van deze netwerken in. "
        "De cijfers zijn van alle netwerken in het land samen."
    ),
    "region.method.own": (
        "Dit rapport is voor wie het rapport van elk van deze netwerken mag lezen. "
        "Geef het niet aan anderen: daarvoor is er een ander rapport. "
        "Een midden van deze netwerken staat er vanaf {k} netwerken."
    ),
    "region.only-for": ("Alleen voor wie het rapport van elk van deze netwerken mag lezen. Geef het niet aan anderen."),
    "region.method.for.given_on": "om door te geven",
    "region.method.for.own": "wie elk van deze rapporten mag lezen",
    "region.method.no-ranking": "Er staat nergens welk netwerk hoger of lager is. Netwerken staan op alfabet.",
    "region.method.same-questions": (
        "Netwerken met andere vragen over een onderwerp tellen bij dat onderwerp niet mee."
    ),
    "region.method.middle": (
        "Het midden is het middelste van alle gemiddelden op een rij. "
        "De middelste helft ligt eromheen: een kwart ligt lager, een kwart hoger."
    ),
    "region.method.for": "Voor wie",
    "region.method.edition": "Alle netwerken vastgelegd op",
}

REGIONAL: Final = _GENERAL | _THEMES | _MOVED | _SAID | _ACTIONS | _METHOD
