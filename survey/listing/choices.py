"""What several lists let choose."""

from uuid import UUID

from flask import request

from questionnaires.kinds import partner_kinds
from survey.database import reading
from survey.i18n import _, language
from survey.listing.listing import Filter
from survey.queries.lists import networks
from survey.queries.people import Person


def kinds() -> dict[str, str]:
    """Return the kinds of partner with their names, by name."""
    named = {kind.id: kind.name.in_language(language()) for kind in partner_kinds().values()}
    return dict(sorted(named.items(), key=lambda kind: kind[1].casefold()))


def kind_filter() -> Filter:
    """Let choose a kind of partner."""
    return Filter("soort", _("Kind of partner"), {"": _("All"), **kinds()})


def archive_filter() -> Filter:
    """Leave out what is in the archive, unless somebody asks for it."""
    choices = {"nee": _("Not in the archive"), "ja": _("In the archive"), "": _("All")}
    return Filter("archief", _("Archive"), choices, "nee")


def network_filter(somebody: Person) -> Filter:
    """Let choose a network: of all that somebody reaches, or where those are too many, of the own ones."""
    with reading() as session:
        named = networks.list_names(
            session, reach=somebody.reach, adviser_id=somebody.account_id, also=_as_id(request.args.get("netwerk", ""))
        )
    return Filter("netwerk", _("Network"), {"": _("All"), **{str(id): name for id, name in named}}, is_first=True)


def _as_id(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None
