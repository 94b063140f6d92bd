"""What mails of a round say where nobody wrote a text: the same as people could type, by name and language."""

from collections.abc import Mapping
from typing import Final, Literal

#: The texts that can be changed: of each, what it begins with, and its subject.
EDITABLE: Final[tuple[Literal["invitation", "reminder", "released"], ...]] = ("invitation", "reminder", "released")
SUBJECT: Final = "_subject"

STANDARD: Final[Mapping[str, Mapping[str, str]]] = {
    "invitation_subject": {
        "nl": "Hoe gaat het samenwerken in ons taalnetwerk?",
        "en": "How is working together going in our network?",
    },
    "invitation": {
        "nl": (
            "Je werkt mee in {netwerk}. We willen weten hoe de samenwerking gaat en wat er beter moet. Vul daarom de "
            "vragenlijst in. Dat kost ongeveer {minuten} minuten. Je mag tussendoor stoppen en later verdergaan.\n"
            "\n"
            "Op {bijeenkomst} bespreken we de uitkomsten samen.\n"
            "Waar: {plaats}"
        ),
        "en": (
            "You take part in {network}. We want to know how working together is going, and what should be better. "
            "Please fill in the questionnaire. It takes about {minutes} minutes. You can stop and go on later.\n"
            "\n"
            "On {meeting} we talk about the results together.\n"
            "Where: {place}"
        ),
    },
    "reminder_subject": {
        "nl": "Wil je meedoen? Het kan nog tot en met {sluitdatum}",
        "en": "Would you like to take part? You can until {closing_day}",
    },
    "reminder": {
        "nl": (
            "Wil je meedoen? Je hebt de vragenlijst van {netwerk} nog niet verstuurd. Wat je al hebt ingevuld, staat "
            "klaar."
        ),
        "en": (
            "Would you like to take part? You did not send in the questionnaire of {network} yet. What you filled in "
            "already is still there."
        ),
    },
    "released_subject": {
        "nl": "Het rapport van {netwerk} is klaar",
        "en": "The report of {network} is ready",
    },
    "released": {
        "nl": "Het rapport van {netwerk} is klaar.\n\nOp {bijeenkomst} bespreken we het samen.\nWaar: {plaats}",
        "en": "The report of {network} is ready.\n\nOn {meeting} we talk about it together.\nWhere: {place}",
    },
}
