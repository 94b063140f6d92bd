"""What a network needs, in words: the reason why it stands where it stands."""

from collections.abc import Callable, Mapping
from typing import Final

from reports.disclosure.policy import K_ITEM, K
from survey.i18n import _, ngettext
from survey.services.dashboards.needs import Facts, Need, Urgency


def reason(need: Need, facts: Facts) -> str:
    """Say why a network needs somebody: "Response 41%, sluit over 4 dagen, nog te weinig voor een uitkomst"."""
    return _SAYS[need.urgency](need, facts)


def has_share(facts: Facts) -> bool:
    """Whether response is told as a share of those invited; where nobody was, the number of answers is."""
    return not facts.moment.is_by_code and facts.totals.invited > 0


def _closes(days: int) -> str:
    if days == 0:
        return _("closes today")
    return ngettext("closes in %(num)s day", "closes in %(num)s days", days)


def _answers(facts: Facts) -> str:
    """Say how many answered: a share of those invited, or a number where nobody was."""
    if has_share(facts):
        return _("Response %(share)s%%", share=facts.totals.share)
    return ngettext("%(num)s answer", "%(num)s answers", facts.answered)


def _too_few(need: Need, facts: Facts) -> str:
    return _("%(answers)s, %(closes)s, too few for a result so far", answers=_answers(facts), closes=_closes(need.days))


def _few(need: Need, facts: Facts) -> str:
    return _(
        "%(answers)s, %(closes)s, probably enough for averages, too few for the answers to each statement",
        answers=_answers(facts),
        closes=_closes(need.days),
    )


def _runs(need: Need, facts: Facts) -> str:
    if need.number >= K_ITEM:
        enough = _("enough for results of the whole network")
    elif need.number >= K:
        enough = _("probably enough for averages, too few for the answers to each statement")
    else:
        enough = _("too few for a result so far")
    return f"{_answers(facts)}, {_closes(need.days)}, {enough}"


def _bounced(need: Need, facts: Facts) -> str:
    return ngettext(
        "%(num)s mail cannot be delivered", "%(num)s mails cannot be delivered", need.number
    )  # fmt: skip


def _release(need: Need, facts: Facts) -> str:
    if need.days < 1:
        return _("The report waits for you to release it")
    return ngettext(
        "The report waits for you to release it, since %(num)s day",
        "The report waits for you to release it, since %(num)s days",
        need.days,
    )


def _late(need: Need, facts: Facts) -> str:
    late = ngettext("%(num)s action is late", "%(num)s actions are late", need.number)
    since = ngettext("since %(num)s day", "since %(num)s days", need.days)
    return f"{late}, {since}"


def _meeting(need: Need, facts: Facts) -> str:
    if need.days == 0:
        return _("The meeting about the report is today")
    return ngettext(
        "The meeting about the report is in %(num)s day", "The meeting about the report is in %(num)s days", need.days
    )


def _next(need: Need, facts: Facts) -> str:
    months = need.days // 30
    return _("The last round closed %(months)s months ago, and the next one is not planned", months=months)


def _opens(need: Need, facts: Facts) -> str:
    if need.days == 0:
        return _("The next round opens today")
    return ngettext("The next round opens in %(num)s day", "The next round opens in %(num)s days", need.days)


_SAYS: Final[Mapping[Urgency, Callable[[Need, Facts], str]]] = {
    Urgency.OPENING_REFUSED: lambda need, facts: _("The next round could not be opened"),
    Urgency.CLOSES_WITH_TOO_FEW: _too_few,
    Urgency.BOUNCED: _bounced,
    Urgency.TO_RELEASE: _release,
    Urgency.CLOSES_WITH_FEW: _few,
    Urgency.LATE_ACTIONS: _late,
    Urgency.TOO_FEW_SO_FAR: _too_few,
    Urgency.MEETING: _meeting,
    Urgency.NEVER_ASKED: lambda need, facts: _("There was no round yet"),
    Urgency.TIME_FOR_NEXT: _next,
    Urgency.OPENS: _opens,
    Urgency.RUNS: _runs,
    Urgency.NOTHING: lambda need, facts: _("Nothing to do now"),
}
