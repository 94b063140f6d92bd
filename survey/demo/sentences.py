"""Invented sentences with which organisations explain how they look at a theme, as such organisations write them."""

from collections.abc import Mapping

#: Question of the organisation's voice -> choice -> why.
SENTENCES: Mapping[str, Mapping[str, str]] = {
    "vo-1": {
        "well": "We willen allemaal hetzelfde: dat mensen mee kunnen doen.",
        "better": "Het doel staat op papier, maar niemand kijkt ernaar om.",
        "stuck": "Iedereen heeft een eigen doel, en die botsen soms.",
    },
    "vo-2": {
        "well": "Sinds vorig jaar weten we wie de intake doet.",
        "better": "Bij het volgen van cursisten is niet duidelijk wie dat doet.",
        "stuck": "Twee organisaties doen hetzelfde in dezelfde wijk.",
    },
    "vo-3": {
        "well": "Er is een vaste contactpersoon, en die belt terug.",
        "better": "De gemeente betaalt mee, maar zit weinig aan tafel.",
        "stuck": "Het geld is steeds voor één jaar. Zo kun je niet bouwen.",
    },
    "vo-4": {
        "well": "Via het spreekuur vinden we elke week nieuwe mensen.",
        "better": "Mensen met werk bereiken we nog bijna niet.",
        "stuck": "We zien steeds dezelfde groep. De rest zien we niet.",
    },
    "vo-5": {
        "well": "We kennen elkaar en bellen elkaar makkelijk.",
        "better": "Nieuwe collega's weten niet wie ze kunnen bellen.",
        "stuck": "Na doorsturen horen we niets meer. Dat kost vertrouwen.",
    },
    "vo-6": {
        "well": "Er zijn uren voor overleg, en die staan in onze opdracht.",
        "better": "De coördinator heeft te weinig uren voor dit netwerk.",
        "stuck": "We doen dit naast ons gewone werk. Dat houdt niemand vol.",
    },
    "vo-7": {
        "well": "We werken verschillend, en dat gebruiken we juist.",
        "better": "Vrijwilligers en docenten spreken elkaar te weinig.",
        "stuck": "Elke organisatie heeft eigen formulieren en eigen regels.",
    },
    "vo-8": {
        "well": "De afspraken van vorig jaar zijn bijna allemaal gelukt.",
        "better": "We praten veel en schrijven weinig op.",
        "stuck": "Van de plannen van vorig jaar kwam niets terecht.",
    },
}
