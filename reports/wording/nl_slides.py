"""The Dutch of the slides: what stands beside charts, and what an adviser says with each slide."""

SLIDES = {
    "slides.read": "Zo lees je dit",
    "slides.part": "{title} ({number} van {of})",
    "slides.talk": "Praat erover: {theme}",
    "slides.more.one": "En nog 1 regel. Die staat in het rapport.",
    "slides.more.many": "En nog {number} regels. Die staan in het rapport.",
    "slides.sheet.place": "plaats",
    "slides.sheet.line": "plaats van de streep",
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
    "slides.say": "Dit staat op de dia",
    "slides.script": "Voor jou, {minutes}",
    "slides.script.open.minutes": "minuut 0 tot 10",
    "slides.script.open": (
        "Heet iedereen welkom. Zeg waarom jullie hier zijn: samen kijken hoe het gaat, en kiezen wat jullie gaan doen. "
        "Niemand wordt beoordeeld."
    ),
    "slides.script.rules.minutes": "minuut 0 tot 10",
    "slides.script.rules": (
        "Noem de afspraken voor vandaag. Raad niet wie wat heeft ingevuld. Vraag eerst, en leg daarna pas uit. "
        "Wat hier gezegd wordt, blijft hier."
    ),
    "slides.script.alone.minutes": "minuut 10 tot 25",
    "slides.script.alone": (
        "Iedereen leest zelf. Schrijf één ding op dat je herkent, en één ding dat je verrast. "
        "Leg de cijfers niet langer dan vijf minuten uit."
    ),
    "slides.script.threes.minutes": "minuut 25 tot 45",
    "slides.script.threes": (
        "Maak groepjes van drie, van verschillende organisaties. Waar zien jullie het grootste verschil? "
        "Praat daarna over de vragen op de dia."
    ),
    "slides.script.together.minutes": "minuut 45 tot 60",
    "slides.script.together": "Kom weer bij elkaar. Wat zien we? Zoek nog geen oplossingen.",
    "slides.script.before.minutes": "minuut 45 tot 60",
    "slides.script.before": "Loop de vorige acties langs. Wat is gelukt, en wat nemen we mee?",
    "slides.script.choose.minutes": "minuut 60 tot 90",
    "slides.script.choose": (
        "Iedere organisatie heeft één stem. Kies samen, en niet meer dan drie acties. "
        "Schrijf per actie op wie het doet en wanneer het klaar is. "
        "Kies een eerste stap die binnen twee weken kan. Prik daarna een nieuwe datum."
    ),
    "slides.script.close.minutes": "na minuut 90",
    "slides.script.close": "Deze dia hoef je niet te bespreken. Hij is voor wie wil weten hoe de cijfers gemaakt zijn.",
}
