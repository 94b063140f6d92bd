"""One tap away on every page of a personal link: who asks, who sees what, how long, and whom to ask."""

from datetime import date
from functools import lru_cache

from flask import render_template
from markupsafe import Markup

from survey.i18n import _, language
from survey.queries.visits import Visit


def about(visit: Visit) -> Markup:
    """Return the part of a page that unfolds; drawn once for each round and language.

    Who types over paper forms was told on the helper's page: the answers are of others.
    """
    if visit.channel == "paper":
        return Markup("")
    asking = (visit.coordinator_name, visit.adviser_name, visit.support_name)
    return _drawn(language(), asking, visit.network_name, visit.closes_on)


def who_asks(visit: Visit) -> str:
    """Say who asks: the coordinator, where there is one, with the adviser."""
    return _said(visit.coordinator_name, visit.adviser_name, visit.support_name)


def _said(coordinator: str | None, adviser: str, support: str) -> str:
    by = {"adviser": adviser, "support": support}
    if coordinator is None:
        return _("%(adviser)s, adviser at %(support)s", **by)
    who = {"coordinator": coordinator, **by}
    return _("%(coordinator)s, coordinator of the network, with %(adviser)s, adviser at %(support)s", **who)


@lru_cache(maxsize=500)
def _drawn(locale: str, asking: tuple[str | None, str, str], network: str, closes_on: date) -> Markup:
    """Draw it; the language is part of what it is kept by."""
    facts = {"who": _said(*asking), "network": network, "adviser": asking[1], "closes_on": closes_on}
    return Markup(render_template("respond/about.html", **facts))  # noqa: S704 -- drawn by our template, which escapes
