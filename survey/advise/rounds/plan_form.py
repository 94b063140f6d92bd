"""The form of what a round will be: for one network, and for many at once."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final

from wtforms import BooleanField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Optional

from questionnaires.definition import Questionnaire
from survey.advise.rounds.day_field import SHORT_TEXT, DayField
from survey.advise.saving import EditForm
from survey.forms import StaffForm, choices
from survey.i18n import _, language, later, name_of
from survey.models import PlannedRound
from survey.models.round import REMINDER_MOMENTS
from survey.services.openable import Dates
from survey.services.planning import DEFAULT_QUESTIONNAIRE, can_be_asked, can_be_left_out, make_plan
from survey.services.profile_planning import WHOLE_PROFILE, profile_blocks
from survey.services.settling import Settings

#: How long people usually get to fill in.
USUAL: Final = timedelta(weeks=3)
_SATURDAY: Final = 5
#: The plans of reporting groups to choose from, as the form names them; none: whichever fits at opening.
PLANS: Final = ("", "library,rest", "library,welfare,rest")


class RoundForm(StaffForm):
    """What can be chosen for a round."""

    questionnaire = SelectField(later("Questionnaire"))
    asked = SelectMultipleField(later("What is asked, besides the statements"))
    languages = SelectMultipleField(later("Languages"))
    first_language = SelectField(later("Language for who has no other"))
    groups = SelectField(later("Groups in the report"))
    opens_on = DayField(later("Opens on"), validators=[Optional()])
    closes_on = DayField(later("Last day to fill in"), validators=[InputRequired(later("Choose a day."))])
    meeting_on = DayField(later("Day of the meeting about the report"), validators=[Optional()])
    meeting_place = StringField(later("Time and place of the meeting"), **SHORT_TEXT)
    sender_name = StringField(later("Sender of the mails"), **SHORT_TEXT)
    reminds_on = SelectMultipleField(later("Reminders"))
    releases_at_once = SelectField(later("The report goes to participants"))
    is_by_code = BooleanField(later("Nobody is invited: everybody comes in by the code of a meeting"))

    def __init__(self, known: Sequence[Questionnaire], *args: Any, **options: Any) -> None:
        base: Any = super()
        base.__init__(*args, **options)
        fields: Any = self
        fields.questionnaire.choices = choices((each.id, _described(each)) for each in known)
        fields.asked.choices = choices(_blocks(known).items())
        spoken = dict.fromkeys(code for each in known for code in each.languages)
        fields.languages.choices = choices((code, name_of(code)) for code in spoken)
        fields.first_language.choices = fields.languages.choices
        fields.groups.choices = choices(_plans())
        fields.reminds_on.choices = choices(_reminders())
        fields.releases_at_once.choices = choices(_releases())

    def validate(self, extra_validators: Any = None) -> bool:
        """Check it; a place belongs to a day, and one language at least is offered."""
        base: Any = super()
        fields: Any = self
        is_right = bool(base.validate(extra_validators))
        if not fields.languages.data and not fields.languages.errors:
            self.refuse("languages", _("Choose at least one language."))
        elif fields.first_language.data not in fields.languages.data and not fields.first_language.errors:
            self.refuse("first_language", _("Choose one of the languages that you ticked."))
        if fields.meeting_place.data and not fields.meeting_on.data and not fields.meeting_on.errors:
            self.refuse("meeting_on", _("Say on which day the meeting is, or leave the place empty."))
        return is_right and not self.mistakes()

    def settings(self) -> Settings:
        """Return what was chosen."""
        fields: Any = self
        known = can_be_left_out(can_be_asked(fields.questionnaire.data))
        first = fields.first_language.data
        return Settings(
            questionnaire_id=fields.questionnaire.data,
            dates=Dates(fields.closes_on.data, fields.opens_on.data, fields.meeting_on.data),
            left_out=[name for name in known if name not in fields.asked.data],
            languages=[first, *(code for code in fields.languages.data if code != first)],
            plan=make_plan(fields.groups.data.split(",")) if fields.groups.data else None,
            meeting_place=fields.meeting_place.data or None,
            sender_name=fields.sender_name.data or None,
            reminds_on=fields.reminds_on.data,
            is_by_code=fields.is_by_code.data,
            releases_at_once=fields.releases_at_once.data == "once",
        )

    def fill(self, values: dict[str, Any]) -> None:
        """Show these values, in a form that was not sent yet."""
        fields: Any = self
        for name, value in values.items():
            fields[name].data = value
        if "asked" in values:
            fields.asked.data = self.ticked(values)

    def ticked(self, values: dict[str, Any]) -> list[str]:
        """Return what is ticked: also all blocks of other questionnaires, for who chooses one of those after all."""
        fields: Any = self
        own = can_be_left_out(can_be_asked(values["questionnaire"]))
        offered = [each.value for each in fields.asked.choices]
        return [name for name in offered if name in values["asked"] or name not in own]


class PlanForm(RoundForm, EditForm):
    """The same for one network: with the version that was shown."""

    def told_of(self, row: Any) -> dict[str, Any]:
        """Return what the fields would hold for this plan."""
        values = values_of(row)
        return values | {"asked": self.ticked(values)}


def usual_values(today: date, asked: Questionnaire) -> dict[str, Any]:
    """Return what the form begins with: three weeks, on a weekday, everything asked and reminded of."""
    closes_on = today + USUAL
    while closes_on.weekday() >= _SATURDAY:
        closes_on += timedelta(days=1)
    return {
        "questionnaire": asked.id,
        "asked": can_be_left_out(asked),
        "languages": list(asked.languages),
        "first_language": asked.languages[0],
        "groups": "",
        "closes_on": closes_on,
        "reminds_on": list(REMINDER_MOMENTS),
        "releases_at_once": "wait",
    }


def values_of(plan: PlannedRound) -> dict[str, Any]:
    """Return what the form shows of a plan; of one without dates, only what was said."""
    asked = can_be_asked(plan.questionnaire_id)
    languages = [code for code in plan.languages if code in asked.languages] or list(asked.languages)
    return {
        "questionnaire": plan.questionnaire_id,
        "asked": [name for name in can_be_left_out(asked) if name not in plan.left_out],
        "languages": sorted(languages, key=asked.languages.index),
        "first_language": languages[0],
        "groups": ",".join(group["id"] for group in plan.plan) if plan.plan else "",
        "opens_on": plan.opens_on,
        "closes_on": plan.closes_on,
        "meeting_on": plan.meeting_on,
        "meeting_place": plan.meeting_place or "",
        "sender_name": plan.sender_name or "",
        "reminds_on": [moment for moment in REMINDER_MOMENTS if moment in plan.reminds_on],
        "releases_at_once": "once" if plan.releases_at_once else "wait",
        "is_by_code": plan.is_by_code,
    }


def shared_blocks(known: Iterable[Questionnaire]) -> dict[str, list[str]]:
    """Return per name of a block where it is asked: questionnaires by id, and the profile by its own name."""
    places: dict[str, list[str]] = {}
    for each in known:
        for block in each.blocks:
            places.setdefault(block.id, []).append(each.id)
    for block in profile_blocks():
        places.setdefault(block.id, []).append(WHOLE_PROFILE)
    return places


def default_choice(known: Sequence[Questionnaire]) -> Questionnaire | None:
    """Return the questionnaire to begin with among those that can be chosen."""
    return next((each for each in known if each.id == DEFAULT_QUESTIONNAIRE), known[0] if known else None)


def _described(known: Questionnaire) -> str:
    title = known.title.in_language(language() if language() in known.languages else known.languages[0])
    minutes = round(known.minutes_of(known.pages))
    return _("%(title)s, version %(version)s, about %(minutes)s minutes", title=title, version=known.version,
             minutes=minutes)  # fmt: skip


def _blocks(known: Sequence[Questionnaire]) -> dict[str, str]:
    """Return every block that can be left out with its title, those of the profile last."""
    titles: dict[str, str] = {}
    profile = [*profile_blocks()]
    for block in [*(block for each in known for block in each.blocks), *profile]:
        titles.setdefault(block.id, block.title.in_language(language() if language() in block.title else "nl"))
    return titles | {WHOLE_PROFILE: _("On behalf of the organisation: anything at all")}


def _plans() -> list[tuple[str, str]]:
    return [
        ("", _("What fits best on the day of opening")),
        (PLANS[1], _("Two groups: the library, and all others")),
        (PLANS[2], _("Three groups: the library, welfare, and all others")),
    ]


def _reminders() -> list[tuple[str, str]]:
    return [("7", _("7 days after opening")), ("14", _("14 days after opening")), ("last", _("on the last day"))]


def _releases() -> list[tuple[str, str]]:
    return [("wait", _("when the adviser releases it")), ("once", _("at once, as soon as it is made"))]
