"""Every address of the application, with who may open it."""

from typing import Final

#: Every address there is: who adds, removes or opens one says so here.
ADDRESSES: Final = {
    "GET /": "public",
    "GET /antwoorden": "public",
    "GET /toegankelijkheid": "public",
    "GET /healthz": "public",
    "GET /link-kwijt": "public",
    "POST /link-kwijt": "public",
    "GET /link-kwijt/gevraagd": "public",
    "GET /voorbeeldrapport": "public",
    "GET /voorbeeldrapport/rapport.pdf": "public",
    "GET /demo/adviseur": "demo",
    "POST /demo/adviseur": "demo",
    "GET /meedoen": "public",
    "POST /meedoen": "public",
    "GET /meedoen/<token>": "round_code",
    "POST /meedoen/<token>": "round_code",
    "GET /v/<token>": "personal_link",
    "POST /v/<token>": "personal_link",
    "GET /v/<token>/<page_id>": "personal_link",
    "POST /v/<token>/<page_id>": "personal_link",
    "POST /v/<token>/<page_id>/bewaar": "personal_link",
    "GET /v/<token>/nakijken": "personal_link",
    "POST /v/<token>/nakijken": "personal_link",
    "GET /v/<token>/klaar": "personal_link",
    "POST /v/<token>/klaar": "personal_link",
    "POST /v/<token>/wissen": "personal_link",
    "GET /v/<token>/papier.pdf": "personal_link",
    "GET /rapport/<token>": "report_link",
    "GET /rapport/<token>/rapport.pdf": "report_link",
    "GET /netwerken": "adviser",
    "POST /uitloggen": "adviser",
}
