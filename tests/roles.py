"""Who may do what, for every address: one line each.

The columns are the visitors of ``tests.two_organisations``, and what is named in an address belongs to the first
network of the first support organisation:

    nobody, its coordinator, a coordinator of another network, its adviser, an adviser elsewhere, an administrator of
    the same support organisation, an administrator elsewhere

``+``   it is theirs to do: a page, a form that is looked at, or something done
``0``   it does not exist to them, and their asking changes nothing
``>``   to the page where one signs in
``k``   a token is asked for: this is for programs, whoever is signed in

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
_ADVISERS: Final = "> 0 0 + + + +"
#: Whoever reads all reports of the own support organisation: an administrator does not, by that role alone.
_MAKES_TOKENS: Final = "> 0 0 + + 0 0"
_FOR_PROGRAMS: Final = "k k k k k k k"
_ADMINISTRATOR: Final = "> 0 0 0 0 + +"
#: A network, for its adviser and who stands in.
_NETWORK_ADVISER: Final = "> 0 0 + 0 + 0"
#: A network, for everybody who works on it.
_NETWORK: Final = "> + 0 + 0 + 0"
#: The round is open: nobody reads what was written in it (disclosure rules R1 and R8).
_OPEN_ROUND_WORDS: Final = "> 0 0 0 0 0 0"
#: A network's report: not for an administrator by that role alone (disclosure rule R10).
_READERS: Final = "> + 0 + 0 0 0"
#: What belongs to one account.
_OWN: Final = "> 0 0 + 0 0 0"
#: An offer, for whom it is made to.
_OFFERED: Final = "> 0 0 + 0 0 0"
#: Nobody signed in halfway; who is in already is led on to the networks.
_NOT_HALFWAY: Final = "> + + + + + +"
#: For administrators; what the form would name, or what has to be there, is not there.
_ABOUT_NOTHING: Final = "> 0 0 0 0 0 0"
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
    "POST /post/teruggekomen": Line(_NOWHERE),
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
    "GET /v/<token>/afmelden": Line(_OPEN),
    "POST /v/<token>/afmelden": Line(_OPEN),
    "GET /netwerken/<uuid:network_id>/ronde/teksten": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/ronde/teksten": Line(_NETWORK),
    "GET /v/<token>/organisatie": Line(_OPEN),
    "POST /v/<token>/organisatie": Line(_OPEN),
    "POST /v/<token>/organisatie/wissen": Line(_OPEN),
    "GET /v/<token>/organisatie/<page_id>": Line(_OPEN),
    "POST /v/<token>/organisatie/<page_id>": Line(_OPEN),
    "POST /v/<token>/organisatie/<page_id>/bewaar": Line(_OPEN),
    "GET /rapport/<token>": Line(_NOT_YET, _REPORT),
    "GET /rapport/<token>/organisaties": Line(_NOT_YET, _REPORT),
    "GET /rapport/<token>/rapport.pdf": Line(_NOT_YET, _REPORT),
    "GET /rapport/<token>/dias.pptx": Line(_NOT_YET, _REPORT),
    "GET /rapport/<token>/kaartjes-a4.pdf": Line(_NOT_YET, _REPORT),
    "GET /rapport/<token>/kaartjes.pdf": Line(_NOT_YET, _REPORT),
    "GET /rapport/<token>/werkblad.xlsx": Line(_NOT_YET, _REPORT),
    "GET /rapport/<token>/cijfers.csv": Line(_NOT_YET, _REPORT),
    "GET /rapport/<token>/cijfers.json": Line(_NOT_YET, _REPORT),
    "GET /api/v1/openapi.json": Line(_OPEN),
    "GET /api/v1/networks": Line(_FOR_PROGRAMS),
    "GET /api/v1/networks/<uuid:network_id>/rounds": Line(_FOR_PROGRAMS),
    "GET /api/v1/rounds/<uuid:round_id>/results": Line(_FOR_PROGRAMS),
    "GET /api/v1/rounds/<uuid:round_id>/profile": Line(_FOR_PROGRAMS),
    "GET /koppelingen": Line(_ADVISERS),
    "POST /koppelingen": Line(_MAKES_TOKENS),
    "POST /koppelingen/<uuid:token_id>/intrekken": Line(_NETWORK_ADVISER),
    "GET /rapporten": Line(_MAKES_TOKENS),
    "POST /rapporten": Line(_MAKES_TOKENS),
    "POST /rapporten/<uuid:batch_id>/weg": Line(_OWN),
    "GET /rapporten/<uuid:batch_id>/rapporten.zip": Line(_OWN),
    "GET /onderzoek.sav": Line(_MAKES_TOKENS),
    "GET /onderzoek.csv": Line(_MAKES_TOKENS),
    "GET /onderzoek-codeboek.csv": Line(_MAKES_TOKENS),
    "GET /netwerken": Line(_SIGNED_IN),
    "GET /netwerken.xlsx": Line(_SIGNED_IN),
    "GET /organisaties": Line(_SIGNED_IN),
    "GET /organisaties.xlsx": Line(_SIGNED_IN),
    "GET /contactpersonen": Line(_SIGNED_IN),
    "GET /contactpersonen.xlsx": Line(_SIGNED_IN),
    "GET /beheer/accounts": Line(_ADMINISTRATOR),
    "GET /beheer/accounts.xlsx": Line(_ADMINISTRATOR),
    "GET /beheer/ondersteuningsorganisaties": Line(_ADMINISTRATOR),
    "GET /beheer/ondersteuningsorganisaties.xlsx": Line(_ADMINISTRATOR),
    "GET /beheer/logboek": Line(_ADMINISTRATOR),
    "GET /beheer/logboek.xlsx": Line(_ADMINISTRATOR),
    "POST /uitloggen": Line(_SIGNED_IN),
    "GET /netwerken/nieuw": Line(_ADVISERS),
    "POST /netwerken/nieuw": Line(_ADVISERS),
    "GET /netwerken/<uuid:network_id>": Line(_NETWORK),
    "GET /netwerken/<uuid:network_id>/bewerken": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/bewerken": Line(_NETWORK),
    "GET /netwerken/<uuid:network_id>/ronde": Line(_NETWORK),
    "GET /netwerken/<uuid:network_id>/ronde/plannen": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/ronde/plannen": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/ronde/plan-weg": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/ronde/openen": Line(_NETWORK_ADVISER),
    "POST /netwerken/<uuid:network_id>/ronde/niet-openen": Line(_NETWORK_ADVISER),
    "GET /rondes/<uuid:round_id>/annuleren": Line(_NETWORK_ADVISER),
    "POST /rondes/<uuid:round_id>/annuleren": Line(_NETWORK_ADVISER),
    "GET /rondes/openen": Line(_ADVISERS),
    "POST /rondes/openen": Line(_ADVISERS),
    "GET /rondes/<uuid:round_id>/codes": Line(_NETWORK),
    "POST /rondes/<uuid:round_id>/codes": Line(_NETWORK),
    "GET /rondes/<uuid:round_id>/codes/scherm": Line(_NETWORK),
    "POST /rondes/<uuid:round_id>/codes/resultaat": Line(_NETWORK),
    "GET /rondes/<uuid:round_id>/papier/<spoken>.pdf": Line(_NETWORK),
    "GET /netwerken/<uuid:network_id>/ronde/genodigden": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/ronde/genodigden": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/ronde/brieven": Line(_NETWORK),
    "POST /genodigden/<uuid:invitation_id>/opnieuw": Line(_NETWORK),
    "POST /genodigden/<uuid:invitation_id>/intrekken": Line(_NETWORK),
    "POST /genodigden/<uuid:invitation_id>/teruggeven": Line(_NETWORK),
    "GET /genodigden/<uuid:invitation_id>/vervangen": Line(_NETWORK),
    "POST /genodigden/<uuid:invitation_id>/vervangen": Line(_NETWORK),
    "GET /v/<token>/code": Line(_OPEN),
    "POST /v/<token>/code": Line(_OPEN),
    "GET /rondes": Line(_SIGNED_IN),
    "GET /rondes.xlsx": Line(_SIGNED_IN),
    "GET /rondes/<uuid:round_id>/herinneren": Line(_NETWORK),
    "POST /rondes/<uuid:round_id>/herinneren": Line(_NETWORK),
    "GET /rondes/<uuid:round_id>/verlengen": Line(_NETWORK_ADVISER),
    "POST /rondes/<uuid:round_id>/verlengen": Line(_NETWORK_ADVISER),
    "GET /rondes/<uuid:round_id>/sluiten": Line(_NETWORK_ADVISER),
    "POST /rondes/<uuid:round_id>/sluiten": Line(_NETWORK_ADVISER),
    "GET /rondes/<uuid:round_id>/voortgang": Line(_NETWORK),
    "GET /rondes/<uuid:round_id>/vrijgeven": Line(_NETWORK_ADVISER),
    "POST /rondes/<uuid:round_id>/vrijgeven": Line(_NETWORK_ADVISER),
    "GET /rondes/<uuid:round_id>/rapport": Line(_OPEN_ROUND_WORDS),
    "GET /rondes/<uuid:round_id>/rapport/rapport.pdf": Line(_OPEN_ROUND_WORDS),
    "GET /rondes/<uuid:round_id>/rapport/dias.pptx": Line(_OPEN_ROUND_WORDS),
    "GET /rondes/<uuid:round_id>/rapport/kaartjes-a4.pdf": Line(_OPEN_ROUND_WORDS),
    "GET /rondes/<uuid:round_id>/rapport/kaartjes.pdf": Line(_OPEN_ROUND_WORDS),
    "GET /rondes/<uuid:round_id>/rapport/werkblad.xlsx": Line(_OPEN_ROUND_WORDS),
    "GET /rondes/<uuid:round_id>/rapport/cijfers.csv": Line(_OPEN_ROUND_WORDS),
    "GET /rondes/<uuid:round_id>/rapport/cijfers.json": Line(_OPEN_ROUND_WORDS),
    "GET /rondes/<uuid:round_id>/rapport/delen": Line(_OPEN_ROUND_WORDS),
    "POST /rondes/<uuid:round_id>/rapport/delen": Line(_READERS),
    "POST /rondes/<uuid:round_id>/rapport/delen-intrekken": Line(_READERS),
    "POST /rondes/<uuid:round_id>/rapport/andere-link": Line(_READERS),
    "GET /rondes/<uuid:round_id>/eigen-woorden": Line(_OPEN_ROUND_WORDS),
    "POST /rondes/<uuid:round_id>/eigen-woorden": Line(_OPEN_ROUND_WORDS),
    "GET /netwerken/<uuid:network_id>/acties": Line(_NETWORK),
    "GET /netwerken/<uuid:network_id>/gesprek": Line(_NETWORK),
    "GET /netwerken/<uuid:network_id>/acties/kaartjes-a4.pdf": Line(_NETWORK),
    "GET /netwerken/<uuid:network_id>/acties/kaartjes.pdf": Line(_NETWORK),
    "GET /netwerken/<uuid:network_id>/acties/voorstellen": Line(_NETWORK),
    "GET /netwerken/<uuid:network_id>/acties/nieuw": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/acties/nieuw": Line(_NETWORK),
    "GET /netwerken/<uuid:network_id>/acties/<uuid:action_id>": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/acties/<uuid:action_id>": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/acties/<uuid:action_id>/stand": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/archiveren": Line(_NETWORK_ADVISER),
    "POST /netwerken/<uuid:network_id>/terughalen": Line(_NETWORK_ADVISER),
    "GET /netwerken/<uuid:network_id>/organisaties/nieuw": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/organisaties/nieuw": Line(_NETWORK),
    "GET /organisaties/<uuid:organisation_id>/bewerken": Line(_NETWORK),
    "POST /organisaties/<uuid:organisation_id>/bewerken": Line(_NETWORK),
    "GET /organisaties/<uuid:organisation_id>/verwijderen": Line(_NETWORK),
    "POST /organisaties/<uuid:organisation_id>/verwijderen": Line(_NETWORK),
    "GET /organisaties/<uuid:organisation_id>/samenvoegen": Line(_NETWORK),
    "POST /organisaties/<uuid:organisation_id>/samenvoegen": Line(_NETWORK),
    "GET /organisaties/<uuid:organisation_id>/contacten/nieuw": Line(_NETWORK),
    "POST /organisaties/<uuid:organisation_id>/contacten/nieuw": Line(_NETWORK),
    "GET /contacten/<uuid:contact_id>/bewerken": Line(_NETWORK),
    "POST /contacten/<uuid:contact_id>/bewerken": Line(_NETWORK),
    "POST /contacten/<uuid:contact_id>/archiveren": Line(_NETWORK),
    "POST /contacten/<uuid:contact_id>/terughalen": Line(_NETWORK),
    "GET /contacten/<uuid:contact_id>/samenvoegen": Line(_NETWORK),
    "POST /contacten/<uuid:contact_id>/samenvoegen": Line(_NETWORK),
    "GET /inloggen": Line(_OPEN),
    "POST /inloggen": Line(_OPEN),
    "POST /inloggen/passkey": Line(_OPEN),
    "GET /inloggen/stap-2": Line(_NOT_HALFWAY),
    "POST /inloggen/stap-2": Line(_NOT_HALFWAY),
    "POST /inloggen/stap-2/passkey": Line(_NOT_HALFWAY),
    "GET /inloggen/link": Line(_OPEN),
    "POST /inloggen/link": Line(_OPEN),
    "GET /inloggen/gemaild": Line(_OPEN),
    "GET /inloggen/link/<token>": Line(_NOWHERE, _REPORT),
    "POST /inloggen/link/<token>": Line(_NOWHERE, _REPORT),
    "GET /inloggen/vergeten": Line(_OPEN),
    "POST /inloggen/vergeten": Line(_OPEN),
    "GET /account/uitnodiging/<token>": Line(_NOWHERE, _REPORT),
    "POST /account/uitnodiging/<token>": Line(_NOWHERE, _REPORT),
    "POST /account/uitnodiging/<token>/passkey": Line(_NOWHERE, _REPORT),
    "GET /account/herstel/<token>": Line(_NOWHERE, _REPORT),
    "POST /account/herstel/<token>": Line(_NOWHERE, _REPORT),
    "GET /account/adres/<token>": Line(_NOWHERE, _REPORT),
    "POST /account/adres/<token>": Line(_NOWHERE, _REPORT),
    "GET /account": Line(_SIGNED_IN),
    "GET /account/gegevens": Line(_SIGNED_IN),
    "POST /account/gegevens": Line(_SIGNED_IN),
    "GET /account/wachtwoord": Line(_SIGNED_IN),
    "POST /account/wachtwoord": Line(_SIGNED_IN),
    "GET /account/adres": Line(_SIGNED_IN),
    "POST /account/adres": Line(_SIGNED_IN),
    "GET /account/tweede-stap": Line(_SIGNED_IN),
    "POST /account/tweede-stap": Line(_SIGNED_IN),
    "POST /account/tweede-stap/weg": Line(_SIGNED_IN),
    "GET /account/herstelcodes": Line(_SIGNED_IN),
    "POST /account/herstelcodes": Line(_SIGNED_IN),
    "GET /account/passkeys": Line(_SIGNED_IN),
    "POST /account/passkeys": Line(_SIGNED_IN),
    "POST /account/passkeys/<uuid:passkey_id>/weg": Line(_OWN),
    "GET /account/sessies": Line(_SIGNED_IN),
    "POST /account/sessies/<uuid:session_id>/einde": Line(_OWN),
    "POST /account/sessies/andere": Line(_SIGNED_IN),
    "GET /contacten/<uuid:contact_id>/wissen": Line(_NETWORK),
    "POST /contacten/<uuid:contact_id>/wissen": Line(_NETWORK),
    "GET /beheer/bewaren": Line(_ADMINISTRATOR),
    "GET /beheer/personen": Line(_ADMINISTRATOR),
    "POST /beheer/personen": Line(_ADMINISTRATOR),
    "POST /beheer/personen/bestand": Line(_ABOUT_NOTHING),
    "POST /beheer/personen/wissen": Line(_ABOUT_NOTHING),
    "POST /beheer/personen/gewist": Line(_ABOUT_NOTHING),
    "GET /beheer/personen/bewijs/<uuid:event_id>": Line(_ADMINISTRATOR),
    "GET /beheer/personen/bewijs/<uuid:event_id>.txt": Line(_ADMINISTRATOR),
    "GET /privacy": Line(_OPEN),
    "GET /verwerkingen": Line(_OPEN),
    "GET /inloggen/organisatie": Line(_NOWHERE),
    "GET /inloggen/organisatie/terug": Line(_NOWHERE),
    "GET /importeren": Line(_ADVISERS),
    "POST /importeren": Line(_ADVISERS),
    "GET /netwerken/<uuid:network_id>/importeren": Line(_NETWORK),
    "POST /netwerken/<uuid:network_id>/importeren": Line(_NETWORK),
    "GET /importeren/sjabloon.xlsx": Line(_SIGNED_IN),
    "GET /importeren/<uuid:staged_id>": Line(_OWN),
    "POST /importeren/<uuid:staged_id>": Line(_OWN),
    "GET /vragenlijsten": Line(_ADVISERS),
    "GET /vragenlijsten/<questionnaire_id>": Line(_ADVISERS),
    "POST /vragenlijsten/<questionnaire_id>": Line(_ADVISERS),
    "GET /overzicht": Line(_ADVISERS),
    "GET /vergelijken": Line(_ADVISERS),
    "GET /vergelijken.xlsx": Line(_ADVISERS),
    "GET /vergelijken/naast-elkaar": Line(_ADVISERS),
    "GET /beheer": Line(_ADMINISTRATOR),
    "GET /beheer/systeem": Line(_ADMINISTRATOR),
    "GET /beheer/vragenlijsten": Line(_ADMINISTRATOR),
    "GET /beheer/kwaliteit": Line(_ADMINISTRATOR),
    "GET /beheer/kwaliteit/<questionnaire_id>/<version>/<int:year>": Line(_ABOUT_NOTHING),
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
