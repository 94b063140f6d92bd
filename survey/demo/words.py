"""Invented answers in own words, per open question, as people in such networks write them."""

from collections.abc import Mapping

#: Question id -> language -> what somebody could have written. Nobody is named: the hint asks for that too.
WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "op-keep": {
        "nl": (
            "We kennen elkaar en bellen elkaar makkelijk. Dat moet zo blijven.",
            "Het spreekuur op dinsdag in de bibliotheek loopt heel goed.",
            "De coördinator houdt ons goed op de hoogte. Korte mails, duidelijke vragen.",
            "Dat cursisten zelf meepraten in het overleg.",
            "De vrijwilligers! Zonder hen hebben we niks.",
            "De lunch na het overleg. Daar regel ik het meest.",
        ),
        "en": ("People are friendly and quick to answer. I always know whom I can call.",),
    },
    "op-block": {
        "nl": (
            "Tijd. Ik doe dit naast mijn gewone werk.",
            "We praten veel en spreken weinig af.",
            "Ik hoor nooit wat er gebeurt met mensen die ik doorstuur.",
            "Iedere organisatie heeft een eigen aanmeldformulier. Dat werkt niet.",
            "Er is steeds een ander contactpersoon bij de gemeente.",
            "Twee organisaties beslissen alles samen. De rest hoort het achteraf.",
            "Het geld is steeds maar voor één jaar. Niemand durft plannen te maken.",
        ),
        "en": ("Meetings are during the day, when most volunteers are at work.",),
    },
    "op-missing": {
        "nl": (
            "De huisartsen. Zij zien de mensen die wij niet zien.",
            "Werkgevers, vooral de distributiecentra en de schoonmaak.",
            "De voetbalclub en de sportschool.",
            "Mensen die met Nederlands zijn opgegroeid en moeite hebben met lezen.",
            "De woningcorporatie. Die krijgt alle brieven terug.",
            "De basisscholen. Daar komen ouders elke dag.",
        ),
        "en": ("The mosque and the church. They reach families that we never meet.",),
    },
    "op-municipality": {
        "nl": (
            "Zekerheid over geld voor meer dan één jaar.",
            "Eén vast contactpersoon die ook terugbelt.",
            "Dat de mensen aan het loket taalvragen herkennen en doorsturen.",
            "Een duidelijke keuze: wat wil de gemeente met basisvaardigheden?",
            "Niets extra's, het gaat goed zo.",
            "Dat brieven van de gemeente zelf makkelijker worden.",
        ),
        "en": ("Please write letters in plain Dutch. That would help our learners most.",),
    },
    "op-own": {
        "nl": (
            "Wij kunnen vaker laten weten hoe het met iemand gaat.",
            "Onze nieuwe collega's vertellen dat het netwerk er is.",
            "Minder zelf willen doen en vaker doorsturen.",
            "Onze zaal 's avonds open doen voor taalgroepen.",
            "Eerder zeggen dat we iets niet redden.",
            "Onze folders naast die van de anderen leggen en er één van maken.",
        ),
        "en": ("We could offer our computers to the other groups in the morning.",),
    },
    "op-first": {
        "nl": (
            "Op één A4 zetten wie wat doet.",
            "Afspreken hoe we mensen doorsturen, met naam en telefoonnummer.",
            "Met de gemeente praten over volgend jaar.",
            "Eén lijst maken van alle cursussen en groepen.",
            "Bij elkaar op bezoek gaan. Een ochtend meelopen is genoeg.",
            "Minder overleg, en na elk overleg een lijstje: wie doet wat.",
        ),
        "en": ("Agree on one telephone number that everybody can give to learners.",),
    },
}
