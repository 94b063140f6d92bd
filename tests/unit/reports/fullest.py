"""The fullest report that there is: all that people, organisations and advisers can put in, at its longest."""

from dataclasses import replace
from datetime import date
from typing import Final

from questionnaires.types.long_text import LongText
from reports.report import AgreedAction, Audience, Report, build
from reports.report.input import ReleasedWords
from reports.report.ties import ON_A_MAP
from survey.demo.invented import Invented, invented_input
from survey.demo.patterns import Pattern

_KINDS: Final = {
    "library": ("Bibliotheek Waterdam Midden", "Bibliotheek Waterdam Zuid"),
    "welfare": ("Welzijn en Ontmoeting Waterdam", "Buurthuizen Waterdam", "Sociaal Werk Waterdam"),
    "municipality": ("Gemeente Waterdam",),
    "formal-provider": ("Roc van Waterdam en Omstreken", "Taalschool Waterdam"),
    "volunteer-provider": ("Taalmaatjes Waterdam", "Gilde SamenSpraak Waterdam", "Het Taalhuis Waterdam"),
    "community": ("Parochie Sint Jan Waterdam",),
}
_WORDS: Final = (
    "Wij missen een vast moment waarop bibliotheek en welzijn samen kijken wie zij bereiken. Nu hangt het af van wie "
    "elkaar toevallig kent, en dat is kwetsbaar als iemand weggaat. "
)
_ACTION: Final = AgreedAction(
    "a",
    "Leg de rollenkaart op tafel en kies per taak één organisatie die de leiding heeft, en zet dat op papier.",
    "busy",
    date(2026, 1, 1),
    "roles",
    "Bibliotheek Waterdam Midden",
    "Fatima el Amrani",
    "Jan en Mo",
    "Bel maandag de gemeente",
    date(2026, 6, 1),
    "Bij elke taak staat een naam en een organisatie",
    "Het loopt, maar het duurt langer dan we dachten",
)


def fullest_report(audience: Audience = "participant", language: str = "nl") -> Report:
    """Make the report; the tables by organisation are the longest with as many of them as a map has."""
    assert sum(map(len, _KINDS.values())) == ON_A_MAP
    given, asked = invented_input(
        Invented(
            name="Taalnetwerk Waterdam en Omstreken",
            sent_in=dict.fromkeys(_KINDS, 6),
            organisations=_KINDS,
            invited=50,
            pattern=Pattern(level=3.0, sides={"roles": 2.4, "conditions": 2.2}, drift={"roles": 0.5}),
            seed=20,
            invited_before=44,
        )
    )
    texts = tuple(f"{_WORDS}{number}" for number in range(6))
    questions = (each for each in asked.questionnaire.questions.values() if isinstance(each, LongText))
    words = tuple(ReleasedWords(question.id, texts) for question in questions)
    actions = tuple(replace(_ACTION, id=str(number)) for number in range(3))
    return build(replace(given, words=words, actions=actions), asked, language=language, audience=audience)
