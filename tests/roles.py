"""Who may do what, for every address: one line each.

The columns are the visitors of ``tests.two_organisations``, and what is named in an address belongs to the first
network of the first support organisation:

    nobody, its coordinator, a coordinator of another network, its adviser, an adviser elsewhere, an administrator of
    the same support organisation, an administrator elsewhere

``+``   it is theirs to do: a page, a form that is looked at, or something done
``0``   it does not exist to them, and their asking changes nothing
``>``   to the page where one signs in

A line for an address whose names are not those of ``World.values`` says which to take: ``{"token": "report"}``.
"""

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Line:
    """What happens to each visitor; ``takes``: for a name in the address, another value of the world."""

    cells: str
    takes: dict[str, str] = field(default_factory=dict[str, str])


#: Everybody, because the address itself is the key.
_OPEN: Final = "+ + + + + + +"
_NOWHERE: Final = "0 0 0 0 0 0 0"
#: The round is open: no role sees anything of its report before the closing (disclosure rule R1).
_NOT_YET: Final = _NOWHERE
_SIGNED_IN: Final = "> + + + + + +"
_ADMINISTRATOR: Final = "> 0 0 0 0 + +"
#: A network, for its adviser and who stands in.
_NETWORK_ADVISER: Final = "> 0 0 + 0 + 0"
#: An offer, for whom it is made to.
_OFFERED: Final = "> 0 0 + 0 0 0"
_REPORT: Final = {"token": "report"}
_CODE: Final = {"token": "code"}
_COORDINATOR: Final = {"account_id": "coordinator"}

TABLE: Final[dict[str, Line]] = {
    "GET /": Line(_OPEN),
    "GET /antwoorden": Line(_OPEN),
    "GET /toegankelijkheid": Line(_OPEN),
    "GET /healthz": Line(_OPEN),
    "GET /link-kwijt": Line(_OPEN),
    "POST /link-kwijt": Line(_OPEN),
    "GET /link-kwijt/gevraagd": Line(_OPEN),
    "GET /voorbeeldrapport": Line(_OPEN),
    "GET /voorbeeldrapport/rapport.pdf": Line(_OPEN),
    "GET /demo/adviseur": Line(_NOWHERE),
    "POST /demo/adviseur": Line(_NOWHERE),
    "GET /meedoen": Line(_OPEN),
    "POST /meedoen": Line(_OPEN),
    "GET /meedoen/<token>": Line(_OPEN, _CODE),
    "POST /meedoen/<token>": Line(_OPEN, _CODE),
    "GET /v/<token>": Line(_OPEN),
    "POST /v/<token>": Line(_OPEN),
    "GET /v/<token>/<page_id>": Line(_OPEN),
    "POST /v/<token>/<page_id>": Line(_OPEN),
    "POST /v/<token>/<page_id>/bewaar": Line(_OPEN),
    "GET /v/<token>/nakijken": Line(_OPEN),
    "POST /v/<token>/nakijken": Line(_OPEN),
    "GET /v/<token>/klaar": Line(_OPEN),
    "POST /v/<token>/klaar": Line(_OPEN),
    "POST /v/<token>/wissen": Line(_OPEN),
    "GET /v/<token>/papier.pdf": Line(_OPEN),
    "GET /v/<token>/organisatie": Line(_OPEN),
    "POST /v/<token>/organisatie": Line(_OPEN),
    "POST /v/<token>/organisatie/wissen": Line(_OPEN),
    "GET /v/<token>/organisatie/<page_id>": Line(_OPEN),
    "POST /v/<token>/organisatie/<page_id>": Line(_OPEN),
    "POST /v/<token>/organisatie/<page_id>/bewaar": Line(_OPEN),
    "GET /rapport/<token>": Line(_NOT_YET, _REPORT),
    "GET /rapport/<token>/organisaties": Line(_NOT_YET, _REPORT),
    "GET /rapport/<token>/rapport.pdf": Line(_NOT_YET, _REPORT),
    "GET /netwerken": Line(_SIGNED_IN),
    "POST /uitloggen": Line(_SIGNED_IN),
    "GET /logo/<uuid:support_id>/<content_hash>.png": Line(_OPEN),
    "GET /netwerken/<uuid:network_id>/overdragen": Line(_NETWORK_ADVISER),
    "POST /netwerken/<uuid:network_id>/overdragen": Line(_NETWORK_ADVISER),
    "POST /netwerken/<uuid:network_id>/overdragen/intrekken": Line(_NETWORK_ADVISER),
    "GET /overdrachten/<uuid:offer_id>": Line(_OFFERED),
    "POST /overdrachten/<uuid:offer_id>/aannemen": Line(_OFFERED),
    "POST /overdrachten/<uuid:offer_id>/weigeren": Line(_OFFERED),
    "GET /netwerken/<uuid:network_id>/coordinatoren": Line(_NETWORK_ADVISER),
    "POST /netwerken/<uuid:network_id>/coordinatoren": Line(_NETWORK_ADVISER),
    "POST /netwerken/<uuid:network_id>/coordinatoren/<uuid:account_id>/weghalen": Line(_NETWORK_ADVISER, _COORDINATOR),
    "POST /netwerken/<uuid:network_id>/coordinatoren/<uuid:account_id>/uitnodigen": Line(
        _NETWORK_ADVISER, _COORDINATOR
    ),
    "GET /beheer/ondersteuningsorganisaties/nieuw": Line(_ADMINISTRATOR),
    "POST /beheer/ondersteuningsorganisaties/nieuw": Line(_ADMINISTRATOR),
    "GET /beheer/ondersteuningsorganisaties/<uuid:support_id>": Line(_ADMINISTRATOR),
    "POST /beheer/ondersteuningsorganisaties/<uuid:support_id>": Line(_ADMINISTRATOR),
    "POST /beheer/ondersteuningsorganisaties/<uuid:support_id>/archiveren": Line(_ADMINISTRATOR),
    "POST /beheer/ondersteuningsorganisaties/<uuid:support_id>/terughalen": Line(_ADMINISTRATOR),
    "POST /beheer/ondersteuningsorganisaties/<uuid:support_id>/logo": Line(_ADMINISTRATOR),
    "POST /beheer/ondersteuningsorganisaties/<uuid:support_id>/logo/weghalen": Line(_ADMINISTRATOR),
    "GET /beheer/accounts/nieuw": Line(_ADMINISTRATOR),
    "POST /beheer/accounts/nieuw": Line(_ADMINISTRATOR),
    "GET /beheer/accounts/<uuid:account_id>": Line(_ADMINISTRATOR),
    "POST /beheer/accounts/<uuid:account_id>": Line(_ADMINISTRATOR),
    "POST /beheer/accounts/<uuid:account_id>/uitnodigen": Line(_ADMINISTRATOR),
    "POST /beheer/accounts/<uuid:account_id>/sluiten": Line(_ADMINISTRATOR),
    "POST /beheer/accounts/<uuid:account_id>/heropenen": Line(_ADMINISTRATOR),
    "POST /beheer/accounts/<uuid:account_id>/tweede-stap": Line(_ADMINISTRATOR),
    "POST /beheer/accounts/<uuid:account_id>/sessies": Line(_ADMINISTRATOR),
}
