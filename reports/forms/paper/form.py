"""A questionnaire -> a form on paper: what stands around the questions, and the questions."""

from dataclasses import replace
from typing import Final

from questionnaires.definition import Questionnaire
from questionnaires.respondent import Member, Respondent
from reports.forms.paper.occasion import ANY_OCCASION, Asker, Occasion
from reports.forms.paper.parts import Explained, Fact, Form, Return
from reports.forms.paper.sections import sections
from reports.wording import Words, words
from reports.wording.words import UnknownLanguage

#: So many organisations can be written down where they are not known.
_BLANKS: Final = tuple(Member(f"blank-{number}", "") for number in range(1, 7))

_SIX_SENTENCES: Final = ("seen", "total", "words", "closing", "profile", "limits")
_BY_NAME: Final = ("named", "named.apart", "named.change")


def make_form(questionnaire: Questionnaire, respondent: Respondent, occasion: Occasion = ANY_OCCASION) -> Form:
    """Return a questionnaire as a form on paper.

    Parameters
    ----------
    questionnaire
        What is asked, without the blocks that a round leaves out.
    respondent
        The language, and what the questions depend on. Without a kind of organisation, what only some kinds are asked
        is printed with a sentence that says so; without organisations, there is room to write them.
    occasion
        What is known of the round.
    """
    say = _words(respondent.language)
    title = questionnaire.title.in_language(respondent.language)
    if not respondent.organisations:
        respondent = replace(respondent, organisations=_BLANKS)
    return Form(
        language=respondent.language,
        words=say.language,
        title=say.say("paper.title", title=title),
        heading=title,
        kicker=say.say("paper.kicker"),
        foot=say.say("paper.foot", title=title, version=questionnaire.version),
        closes_on=occasion.closes_on,
        facts=_facts(questionnaire, occasion, say),
        explained=(_privacy(questionnaire, say), _how(say)),
        sections=sections(questionnaire, respondent, occasion, say),
        back=_back(occasion, say),
    )


def _words(language: str) -> Words:
    """Return the words around the questions; where we have none in this language, the Dutch ones."""
    try:
        return words(language)
    except UnknownLanguage:
        return words("nl")


def _facts(questionnaire: Questionnaire, occasion: Occasion, words: Words) -> tuple[Fact, ...]:
    minutes = max(1, round(questionnaire.minutes_of(questionnaire.pages)))
    closes = words.in_full(occasion.closes_on) if occasion.closes_on else None
    own = [] if questionnaire.answered_by == "person" else [Fact(words.say("paper.organisation"), None)]
    return (
        *own,
        Fact(words.say("paper.network"), occasion.network),
        Fact(words.say("paper.asked_by"), _asker(occasion.asked_by, words)),
        Fact(words.say("paper.closes"), closes),
        Fact(words.say("paper.minutes"), words.say("paper.minutes.about", minutes=minutes)),
    )


def _asker(asker: Asker | None, words: Words) -> str | None:
    if asker is None:
        return None
    situation = "paper.asked_by.both" if asker.coordinator else "paper.asked_by.adviser"
    parts = {"coordinator": asker.coordinator, "adviser": asker.adviser, "support": asker.support}
    return words.say(situation, **parts)


def _privacy(questionnaire: Questionnaire, words: Words) -> Explained:
    names = _SIX_SENTENCES if questionnaire.answered_by == "person" else _BY_NAME
    return Explained(words.say("paper.privacy"), tuple(words.say(f"paper.privacy.{name}") for name in names))


def _how(words: Words) -> Explained:
    names = ("tick", "skip", "wrong", "clear")
    return Explained(words.say("paper.how"), tuple(words.say(f"paper.how.{name}") for name in names))


def _back(occasion: Occasion, words: Words) -> Return:
    closes = occasion.closes_on
    before = words.say("paper.back.before", day=words.in_full(closes)) if closes else words.say("paper.back.in_time")
    to = occasion.return_to
    return Return(
        title=words.say("paper.back"),
        steps=(words.say("paper.back.envelope"), words.say("paper.back.give"), before),
        address_label=words.say("paper.back.to"),
        address=(to.name, *to.address) if to else (),
        form_number=words.say("paper.back.number"),
    )
