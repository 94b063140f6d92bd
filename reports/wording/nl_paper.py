"""The Dutch of a questionnaire on paper, for all that is not in the questionnaire itself."""

_COVER = {
    "paper.kicker": "Vragenlijst op papier",
    "paper.title": "{title}, op papier",
    "paper.foot": "{title}, versie {version}",
    "paper.network": "Netwerk",
    "paper.organisation": "Naam van je organisatie",
    "paper.asked_by": "Wie vraagt dit",
    "paper.asked_by.both": "{coordinator}, coördinator van het netwerk, met {adviser}, adviseur bij {support}",
    "paper.asked_by.adviser": "{adviser}, adviseur bij {support}",
    "paper.closes": "Invullen kan tot en met",
    "paper.minutes": "Tijd",
    "paper.minutes.about": "ongeveer {minutes} minuten",
}

_PRIVACY = {
    "paper.privacy": "Wat gebeurt er met mijn antwoorden?",
    "paper.privacy.seen": (
        "Iemand typt dit formulier over en ziet dan jouw antwoorden. Dat kan de adviseur zijn. Verder ziet niemand ze. "
        "Zet je naam er niet op."
    ),
    "paper.privacy.total": (
        "Een gemiddelde laten we zien bij 5 of meer mensen, de verdeling bij 10 of meer. Een antwoord op papier telt "
        "alleen mee in het totaal van het hele netwerk. En dat alleen als genoeg mensen met een eigen link antwoorden. "
        "Heb je zelf een link? Dan helpt het je netwerk meestal meer als je die gebruikt. Doe niet allebei."
    ),
    "paper.privacy.words": (
        "Je eigen woorden leest één adviseur, zonder je naam, en alleen als jij dat aankruist. Ook wie dit formulier "
        "overtypt, leest ze. Zonder kruisje wissen we ze bij de sluiting."
    ),
    "paper.privacy.closing": (
        "Wij kunnen jouw formulier niet vinden met je naam. Tot de sluiting kan de persoon die overtypt jouw "
        "antwoorden nog voor je veranderen of wissen. Die moet je formulier dan nog wel hebben. Na de sluiting kan "
        "niemand de antwoorden meer terugvinden."
    ),
    "paper.privacy.profile": (
        "Wat een organisatie invult bij ‘Namens mijn organisatie’, zien de andere partners wel. Dat staat niet in dit "
        "formulier."
    ),
    "paper.privacy.limits": (
        "Helemaal anoniem is het niet: als mensen samenwerken, of veel van elkaar weten, kunnen zij soms iets "
        "afleiden. Wie overtypt, kan je handschrift herkennen."
    ),
    "paper.privacy.named": (
        "Dit formulier vul je in namens je organisatie. De andere partners zien deze antwoorden in het rapport, met "
        "de naam van je organisatie erbij."
    ),
    "paper.privacy.named.apart": "Jouw eigen antwoorden op de stellingen staan hier los van.",
    "paper.privacy.named.change": (
        "Tot de sluiting kan je organisatie de antwoorden nog veranderen. Daarna liggen ze vast."
    ),
}

_HOW = {
    "paper.how": "Zo vul je dit in",
    "paper.how.tick": "Zet met een pen een kruisje in het hokje dat past. Kies één hokje, behalve waar meer mag.",
    "paper.how.skip": "Wil je iets niet zeggen? Sla de vraag over.",
    "paper.how.wrong": "Verkeerd hokje? Streep het hele hokje door en zet een cirkel om het goede hokje.",
    "paper.how.clear": "Schrijf duidelijk. Noem liever geen namen van personen.",
}

_ASKED = {
    "paper.some": "Je mag meer dan één hokje aankruisen.",
    "paper.at_most.one": "Kruis hoogstens 1 hokje aan.",
    "paper.at_most.many": "Kruis hoogstens {number} hokjes aan.",
    "paper.each_row": "Kruis op elke regel één hokje aan.",
    "paper.some_each_row": "Je mag op elke regel meer dan één hokje aankruisen.",
    "paper.each_column": "Kruis in elke kolom één hokje aan.",
    "paper.some_each_column": "Je mag in elke kolom meer dan één hokje aankruisen.",
    "paper.roles.now": "Onder ‘{part}’: {question} Meer dan één kruisje mag.",
    "paper.roles.lead": "Onder ‘{part}’: {question} Zet bij elke taak één kruisje.",
    "paper.part.now": "doet nu",
    "paper.part.lead": "moet leiden",
    "paper.number": "Aantal",
    "paper.share": "Dit mag in het rapport",
    "paper.ticked_before": "Vul dit in over de organisaties die je bij vraag {number} hebt aangekruist.",
    "paper.ticked_blank": "Vul dit in over de organisaties die je bij vraag {number} hebt opgeschreven.",
    "paper.blank": "Organisatie",
    "paper.box": "hokje: {label}",
    "paper.box.row": "hokje bij {row}: {label}",
    "paper.box.blank": "hokje met een lege regel",
    "paper.lines": "lege regels om op te schrijven",
    "paper.digits": "lege hokjes voor een getal",
}

_CONDITIONS = {
    "paper.only_if": "Vul dit alleen in als {condition}.",
    "paper.and": " en als ",
    "paper.or": ", of als ",
    "paper.either": " of ",
    "paper.not": "niet ",
    "paper.if.equals": "je bij vraag {place} {no}{value} hebt gekozen",
    "paper.if.in": "je bij vraag {place} {no}{value} hebt gekozen",
    "paper.if.includes": "je bij vraag {place} {no}{value} hebt aangekruist",
    "paper.if.at_least": "je bij vraag {place} {no}{value} of meer hebt gegeven",
    "paper.if.answered": "je vraag {place} {no}hebt ingevuld",
    "paper.if.kind.equals": "jouw organisatie {no}van deze soort is: {value}",
    "paper.if.kind.in": "jouw organisatie {no}van deze soort is: {value}",
    "paper.if.number.equals": "dit {no}ronde {value} van je netwerk is",
    "paper.if.number.in": "dit {no}ronde {value} van je netwerk is",
    "paper.if.number.at_least": "dit {no}ronde {value} of een latere ronde van je netwerk is",
}

_BACK = {
    "paper.back": "Klaar? Zo lever je dit in",
    "paper.back.envelope": "Doe alle bladen in een envelop en plak die dicht.",
    "paper.back.give": "Geef of stuur de envelop aan de persoon hieronder.",
    "paper.back.before": (
        "Zorg dat de envelop er ruim voor {day} is. Iemand moet alles nog overtypen. Na die dag tellen je antwoorden "
        "niet meer mee."
    ),
    "paper.back.in_time": "Vraag voor welke dag de envelop er moet zijn. Daarna tellen je antwoorden niet meer mee.",
    "paper.back.to": "Inleveren bij",
    "paper.back.number": "Nummer van dit formulier (schrijft de persoon op die overtypt)",
}

PAPER = _COVER | _PRIVACY | _HOW | _ASKED | _CONDITIONS | _BACK
