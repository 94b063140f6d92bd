"""What a partner's browser sends, made beforehand as bytes: measuring must not cost more than serving."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode

from bench.people import RESPONDENT
from questionnaires.definition import Page, Questionnaire
from questionnaires.types.base import Question
from questionnaires.types.long_text import LongText
from questionnaires.types.parts import Answer

#: Addresses of the last two pages, in every questionnaire.
CHECK, THANKS = "nakijken", "klaar"

#: What a browser of today sends along, so that reading headers is part of the cost.
_HEADERS = (
    "Host: 127.0.0.1\r\n"
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
    "Accept-Language: nl,en-US;q=0.7,en;q=0.3\r\n"
    "Accept-Encoding: gzip, deflate, br\r\n"
    "Connection: keep-alive\r\n"
    "Sec-Fetch-Dest: document\r\n"
    "Sec-Fetch-Mode: navigate\r\n"
    "Sec-Fetch-Site: same-origin\r\n"
)
_WORDS = ("wij", "weten", "elkaar", "goed", "te", "vinden", "en", "dat", "moet", "zo", "blijven", "ook", "als", "er")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request, and the status that answers it when all is well."""

    request: bytes
    status: bytes


#: What one connection says, in order.
Conversation = list[Exchange]


def journey(token: str, questionnaire: Questionnaire, seed: int = 0) -> Conversation:
    """Return a whole journey: introduction, each page drawn and posted, check, send, thanks."""
    random = Random(seed)  # noqa: S311 -- invented answers
    said = [get(token)]
    for page in questionnaire.pages:
        said += [get(token, page.id), post(token, page.id, answers(page, random))]
    return [*said, get(token, CHECK), post(token, CHECK, {"go": ("send",)}), get(token, THANKS)]


def all_posts(token: str, questionnaire: Questionnaire, seed: int = 0) -> Conversation:
    """Return the posts of every page, each for the first time."""
    random = Random(seed)  # noqa: S311 -- invented answers
    return [post(token, page.id, answers(page, random)) for page in questionnaire.pages]


def theme_gets(token: str, questionnaire: Questionnaire) -> Conversation:
    """Return the drawing of every theme's page."""
    return [get(token, page.id) for page in questionnaire.pages if page.theme]


def get(token: str, name: str = "") -> Exchange:
    """Ask for a page of a personal link; without a name, the introduction."""
    return Exchange(f"GET {_address(token, name)} HTTP/1.1\r\n{_HEADERS}\r\n".encode(), b"200")


def post(token: str, name: str, form: Mapping[str, Sequence[str]]) -> Exchange:
    """Post a form to a page of a personal link."""
    body = urlencode(form, doseq=True)
    head = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    return Exchange(f"POST {_address(token, name)} HTTP/1.1\r\n{_HEADERS}{head}\r\n{body}".encode(), b"303")


def answers(page: Page, random: Random) -> dict[str, tuple[str, ...]]:
    """Answer every question of a page that nobody answered before."""
    form: dict[str, tuple[str, ...]] = {"basis": (".".join("-" for _ in page.questions),), "go": ("next",)}
    for question in page.questions:
        form |= question.posted(_answer(question, random), RESPONDENT)
    return form


def _answer(question: Question, random: Random) -> Answer:
    if isinstance(question, LongText):
        return {"text": " ".join(random.choices(_WORDS, k=25)), "share": True}
    while True:
        drawn = question.sample(random, RESPONDENT)
        if drawn is not None:
            return drawn


def _address(token: str, name: str) -> str:
    return f"/v/{token}/{name}" if name else f"/v/{token}"
