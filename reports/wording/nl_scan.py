"""The Dutch of a report without averages: the quick scan."""

from typing import Final

SCAN: Final = {
    "sentences": "Wat jullie kozen",
    "sentences.column": "Zin",
    "sentences.disagree": "Oneens",
    "sentences.neither": "Ertussen",
    "sentences.agree": "Eens",
    "sentences.table": "Welk deel het ermee eens of oneens is",
    "sentences.words": "Hoe jullie er samen over denken",
    "sentences.together": "Samen",
    "sentences.word.at_most": "eerder oneens",
    "sentences.word.between": "ertussen",
    "sentences.word.at_least": "eerder eens",
    "sentences.few": (
        "Wij laten pas iets zien bij {k} of meer mensen. Dat zegt niets over de samenwerking zelf. "
        "Praten kan wel: begin met de vragen hieronder."
    ),
    "sentences.how": (
        "Vanaf {k_item} antwoorden op een zin laten we de verdeling zien, in stappen van 5%. Met {k} tot en met 9 "
        "antwoorden laten we een woord zien. Bij een streepje (–) laten we niets zien. Dat betekent nooit nul."
    ),
    "topics.table": "Over welk onderwerp jullie willen praten",
    "topics.share": "Koos dit",
    "talk.chosen": "{share} van jullie koos dit onderwerp.",
    "method.scan": (
        "Een woord laten we zien bij {k} of meer mensen. De verdeling laten we zien bij {k_item} of meer. "
        "Is bijna iedereen het eens of oneens? Dan staat er een teken bij: ≤ is zoveel of minder, ≥ is zoveel of meer."
    ),
}
