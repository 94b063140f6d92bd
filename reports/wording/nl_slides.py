"""The Dutch of the slides: what stands beside charts, and what whoever leads the meeting does with each slide."""

SLIDES = {
    "slides.read": "Zo lees je dit",
    "slides.part": "{title} ({number} van {of})",
    "slides.talk": "{section}: {theme}",
    "slides.more.one": "En nog 1 regel. Die staat in het rapport.",
    "slides.more.many": "En nog {number} regels. Die staan in het rapport.",
    "slides.sheet.place": "plaats",
    "slides.sheet.line": "plaats van de streep",
    "slides.sheet.lane": "plaats van {series}",
    "slides.series.exact": "{series}",
    "slides.series.at_least": "{series}, of hoger",
    "slides.series.at_most": "{series}, of lager",
    "slides.series.between": "{series}, tussen twee cijfers",
    "slides.series.margin": "{series}, de marge",
    "slides.series.exact.share": "{series}",
    "slides.series.at_least.share": "{series}, minstens",
    "slides.series.at_most.share": "{series}, hoogstens",
    "slides.series.between.share": "{series}, niet meer dan",
    "slides.series.link": "van laagste naar hoogste",
    "slides.series.median": "midden van andere netwerken",
    "slides.series.band": "middelste helft van andere netwerken",
    "slides.table": "tabel",
    "slides.groups.partly": (
        "Staat een groep er bij een onderwerp niet bij? Dan laten we die niet apart zien. "
        "Anders kun je de antwoorden van een paar mensen uitrekenen."
    ),
    "slides.drawn": (
        "1 is helemaal oneens, 5 is helemaal eens. De grijze band is de middelste helft van de andere netwerken. "
        "Een doorgetrokken lijn: beide noemen het contact. Een streepjeslijn: één van de twee noemt het. "
        "Een open rondje: deze organisatie vulde niets in."
    ),
    "slides.hatched": "Gearceerd: {what}.",
    "slides.elsewhere": "De tabellen hierbij staan op de webpagina en in het werkblad.",
    "slides.kicker": "Voor het gesprek, {period}",
    "slides.together": "Wat zien we samen?",
    "slides.together.lead": "Nog geen oplossingen.",
    "slides.together.1": "Wat herkennen we allemaal?",
    "slides.together.2": "Wat verraste ons?",
    "slides.together.3": "Waar kijken we verschillend naar?",
    "slides.say": "Dit staat op de dia",
    "slides.script.minutes": "Minuut {first} tot {last}",
    "slides.script.open": (
        "Heet iedereen welkom. Zeg waarom jullie hier zijn: samen kijken hoe het gaat, en kiezen wat jullie gaan doen. "
        "Niemand wordt beoordeeld."
    ),
    "slides.script.alone": (
        "Iedereen leest alleen. Schrijf één ding op dat je herkent, en één ding dat je verrast. "
        "Laat intussen de dia’s één voor één zien. Leg alle cijfers samen niet langer dan vijf minuten uit."
    ),
    "slides.script.threes": (
        "Maak groepjes van drie, van verschillende organisaties. Waar zien jullie het grootste verschil? "
        "Praat daarna over de vragen op de dia."
    ),
    "slides.script.together": (
        "Kom weer bij elkaar. Ieder groepje vertelt één ding. Wat zien we samen? Zoek nog geen oplossingen."
    ),
    "slides.script.choose": (
        "Iedere organisatie heeft één stem. Kies samen, en niet meer dan drie acties. "
        "Een actie die nog loopt, telt mee."
    ),
    "slides.script.agree": (
        "Schrijf op de kaartjes wie het doet en wanneer het klaar is. "
        "Kies een eerste stap die binnen twee weken kan. Spreek af wanneer jullie weer kijken."
    ),
    "slides.script.close.when": "Na afloop",
    "slides.script.close": "Deze dia hoef je niet te bespreken. Hij is voor wie wil weten hoe de cijfers gemaakt zijn.",
    "slides.script.scan.open.when": "Vooraf",
    "slides.script.scan.open": (
        "Zeg waarom jullie dit doen. Niemand wordt beoordeeld. Raad niet wie wat heeft ingevuld."
    ),
    "slides.script.scan.alone": "Iedereen kijkt in stilte. Zeg er nog niets bij.",
    "slides.script.scan.pairs": "Praat in tweetallen. Wat verrast je?",
    "slides.script.scan.all": "Praat met iedereen over het gekozen onderwerp. Gebruik de vragen op de dia.",
    "slides.script.scan.choose": "Vul samen één actiekaart in.",
    "slides.do.cover": "",
    "slides.do.rules": (
        "Noem de afspraken voor vandaag. Raad niet wie wat heeft ingevuld. Vraag eerst, en leg daarna pas uit. "
        "Wat hier gezegd wordt, blijft hier."
    ),
    "slides.do.previous": "Loop de vorige acties langs. Wat is gelukt, en wat nemen we mee?",
    "slides.do.highlights": "Iedereen leest deze zinnen. Leg ze nog niet uit.",
    "slides.do.response": "Noem hoeveel mensen antwoordden. Raad niet wie er ontbreekt.",
    "slides.do.sentences": "Iedereen leest de zinnen. Bij welke zin dacht jij iets anders?",
    "slides.do.themes": "Vertel hoe je de figuur leest. Een stip is een gemiddelde. Maak er geen ranglijst van.",
    "slides.do.few": "Hier zijn te weinig antwoorden voor cijfers. Vraag het elkaar straks in de groepjes.",
    "slides.do.groups": "Iedereen zoekt het onderwerp met het grootste verschil. Vraag nog niet waarom.",
    "slides.do.voices": "Hier staan organisaties met hun naam. Laat niemand zich verdedigen.",
    "slides.do.trend": "Noem wat veranderde. Zoek nog geen oorzaak.",
    "slides.do.statements": "Iedereen leest de zinnen. Bij welke zin dacht jij iets anders?",
    "slides.do.unknown": "‘Weet ik niet’ is ook een antwoord. Vraag straks wie hier wel iets van weet.",
    "slides.do.overall": "Laat deze dia kort zien. Het gaat om het gesprek, niet om het cijfer.",
    "slides.do.municipality": "Iedereen leest wat de gemeente doet. De gemeente mag straks als eerste reageren.",
    "slides.do.roles": "Iedereen zoekt de eigen taken op. Klopt het wat hier staat?",
    "slides.do.reach": "Iedereen kijkt welke mensen de eigen organisatie ziet.",
    "slides.do.form": "Iedereen kiest voor zichzelf: zo werken we nu, en zo zou ik het willen.",
    "slides.do.relations": "Iedereen zoekt de eigen organisatie op. Welk contact mis je?",
    "slides.do.talk": "Blijf in dezelfde groepjes. Praat nu over dit onderwerp.",
    "slides.do.together": "",
    "slides.do.actions": "",
    "slides.do.method": "",
}
