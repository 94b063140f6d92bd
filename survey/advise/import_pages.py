"""What the page of a plan shows: counts first, then what asks for attention, in pages that stay light."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from questionnaires.kinds import PartnerKind, partner_kinds
from survey.i18n import _, gettext_noop, language, name_of, ngettext
from survey.importing.sentences import Sentence
from survey.models.network import PROVINCES
from survey.services.importing.plans import OUTCOMES, Change, Outcome, Plan, PlannedRow

#: Rows of one group on a page.
ROWS: Final = 100

_FIELDS: Final = {
    "name": gettext_noop("Name"),
    "address": gettext_noop("E-mail address"),
    "job": gettext_noop("Job"),
    "language": gettext_noop("Language"),
    "names_profile": gettext_noop("On behalf of the organisation"),
    "organisation": gettext_noop("Organisation"),
    "kind": gettext_noop("Kind of partner"),
    "province": gettext_noop("Province"),
    "municipality": gettext_noop("Municipality added"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """The rows with one outcome, or a page of them."""

    outcome: Outcome
    total: int
    rows: list[PlannedRow]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan as it is shown: every group from its beginning, or one group's page."""

    plan: Plan
    groups: list[Group]
    is_part: bool


def plan_page(plan: Plan, *, asked: str, number: str) -> PlanPage:
    """Return the whole plan, or page ``number`` of the group that is asked for."""
    if asked not in OUTCOMES:
        groups = [_group(plan, outcome, 1) for outcome in OUTCOMES]
        return PlanPage(plan, [group for group in groups if group.total], is_part=False)
    page = int(number) if number.isdecimal() and len(number) < 6 else 1
    return PlanPage(plan, [_group(plan, asked, page)], is_part=True)


def _group(plan: Plan, outcome: Outcome, page: int) -> Group:
    rows = plan.of(outcome)
    pages = max(1, -(-len(rows) // ROWS))
    page = min(max(page, 1), pages)
    return Group(outcome, len(rows), rows[(page - 1) * ROWS : page * ROWS], page, pages)


def say(sentence: Sentence) -> str:
    """Return a sentence in the reader's language."""
    return _(sentence.message, **{name: _value(value) for name, value in sentence.values.items()})


def _value(value: Any) -> Any:
    return value.name.in_language(language()) if isinstance(value, PartnerKind) else value


def told_counts(plan: Plan) -> str:
    """Return how much a plan does, in one line."""
    counts = plan.counts
    parts = [
        ngettext("%(num)s network added", "%(num)s networks added", counts.get("networks_added", 0)),
        ngettext("%(num)s organisation added", "%(num)s organisations added", counts.get("organisations_added", 0)),
        ngettext("%(num)s contact added", "%(num)s contacts added", counts.get("contacts_added", 0)),
        ngettext("%(num)s row changed", "%(num)s rows changed", counts["changed"]),
        ngettext("%(num)s row skipped", "%(num)s rows skipped", counts["skipped"]),
        ngettext("%(num)s row the same already", "%(num)s rows the same already", counts["unchanged"]),
    ]
    return ", ".join(part for part in parts if not part.startswith("0 ")) or parts[-1]


def field_name(field: str) -> str:
    """Return what a field is called."""
    return _(_FIELDS[field])


def shown_value(change: Change, value: str) -> str:
    """Return what a field was or becomes, in words."""
    if not value:
        return _("empty")
    return _SHOWN.get(change.field, str)(value)


def _kind_name(kind: str) -> str:
    return partner_kinds()[kind].name.in_language(language())


def _yes_or_no(value: str) -> str:
    return _("yes") if value == "1" else _("no")


_SHOWN: Final[dict[str, Callable[[str], str]]] = {
    "kind": _kind_name,
    "language": name_of,
    "province": lambda code: PROVINCES.get(code, code),
    "names_profile": _yes_or_no,
}
