"""The Dutch around what people wrote in their own words."""

WORDS = {
    "words": "In eigen woorden",
    "words.intro": (
        "De schrijvers vonden het goed dat deze teksten in het rapport staan. "
        "Een adviseur haalde namen weg. De volgorde zegt niets."
    ),
    "words.most": "Bij elke vraag staan hier hoogstens {most} teksten.",
    "words.summary.one": "Wat mensen zelf schreven bij één vraag.",
    "words.summary.many": "Wat mensen zelf schreven bij {count} vragen.",
    "words.none.title": "Geen eigen woorden in dit rapport",
    "words.none.text": (
        "Een tekst staat hier alleen als de schrijver dat aankruiste en een adviseur hem heeft gelezen. "
        "En pas vanaf {least} teksten bij een vraag."
    ),
}
