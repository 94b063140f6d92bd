"""Every address of the application, with who may open it."""

from typing import Final

#: Every address there is: who adds, removes or opens one says so here.
ADDRESSES: Final = {
    "GET /": "public",
    "GET /antwoorden": "public",
    "GET /healthz": "public",
    "GET /voorbeeldrapport": "public",
    "GET /voorbeeldrapport/rapport.pdf": "public",
    "GET /demo/adviseur": "demo",
    "POST /demo/adviseur": "demo",
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
    "GET /v/<token>/organisatie": "personal_link",
    "POST /v/<token>/organisatie": "personal_link",
    "GET /v/<token>/organisatie/<page_id>": "personal_link",
    "POST /v/<token>/organisatie/<page_id>": "personal_link",
    "POST /v/<token>/organisatie/<page_id>/bewaar": "personal_link",
    "GET /rapport/<token>": "report_link",
    "GET /rapport/<token>/organisaties": "report_link",
    "GET /rapport/<token>/rapport.pdf": "report_link",
    "GET /netwerken": "adviser",
    "POST /uitloggen": "adviser",
}
