"""What a partner's browser sends, made beforehand as bytes: measuring must not cost more than serving."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode

from bench.people import RESPONDENT
from questionnaires.definition import Page, Questionnaire
from questionnaires.types.base import Question
from questionnaires.types.long_text import LongText
from questionnaires.types.parts import Answer, Several
from survey.services.page_reading import fingerprint

#: Addresses of the last two pages, in every questionnaire.
CHECK, THANKS = "nakijken", "klaar"
#: Behind the address of a page: where its script keeps choices.
KEEP = "bewaar"
#: When the first choice of a page was made, in milliseconds; each next one a moment later.
_CHOSEN_AT = 1_790_000_000_000

#: What a browser of today sends along, so that reading headers is part of the cost.
HEADERS = (
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


def choosing_journey(token: str, questionnaire: Questionnaire, seed: int = 0) -> Conversation:
    """Return a whole journey of somebody with script: each choice is kept as it is made, then the page is posted."""
    random = Random(seed)  # noqa: S311 -- invented answers
    said = [get(token)]
    for page in questionnaire.pages:
        given = given_on(page, random)
        said += [
            get(token, page.id),
            *choices(token, page, given),
            post(token, page.id, _last_post(page, given), b"200"),
        ]
    return [*said, get(token, CHECK), post(token, CHECK, {"go": ("send",)}), get(token, THANKS)]


def all_choices(token: str, questionnaire: Questionnaire, seed: int = 0) -> Conversation:
    """Return every choice of every page by itself, as a script sends it."""
    random = Random(seed)  # noqa: S311 -- invented answers
    return [said for page in questionnaire.pages for said in choices(token, page, given_on(page, random))]


def choices(token: str, page: Page, given: Mapping[str, Answer]) -> Conversation:
    """Return the keeping of each field of a page that is answered, one after the other."""
    said: Conversation = []
    for question in page.questions:
        for unit, fields in _units(question, given[question.id]).items():
            form = {"basis": (fingerprint(page, {}),), "chosen": (f"{unit}:{_CHOSEN_AT + len(said)}",), **fields}
            said.append(post(token, f"{page.id}/{KEEP}", form, b"200"))
    return said


def _units(question: Question, answer: Answer) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the fields that a script sends together, by the name that they go by."""
    whole = not isinstance(question.part(RESPONDENT), Several)
    units: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, values in question.posted(answer, RESPONDENT).items():
        if any(values):
            units.setdefault(question.id if whole else name, {})[name] = values
    return units


def _last_post(page: Page, given: Mapping[str, Answer]) -> dict[str, tuple[str, ...]]:
    return {**_form(page, given), "basis": (fingerprint(page, given),), "script": ("1",)}


def all_posts(token: str, questionnaire: Questionnaire, seed: int = 0) -> Conversation:
    """Return the posts of every page, each for the first time."""
    random = Random(seed)  # noqa: S311 -- invented answers
    return [post(token, page.id, answers(page, random)) for page in questionnaire.pages]


def theme_gets(token: str, questionnaire: Questionnaire) -> Conversation:
    """Return the drawing of every theme's page."""
    return [get(token, page.id) for page in questionnaire.pages if page.theme]


def get(token: str, name: str = "") -> Exchange:
    """Ask for a page of a personal link; without a name, the introduction."""
    return Exchange(f"GET {_address(token, name)} HTTP/1.1\r\n{HEADERS}\r\n".encode(), b"200")


def post(token: str, name: str, form: Mapping[str, Sequence[str]], status: bytes = b"303") -> Exchange:
    """Post a form to a page of a personal link."""
    body = urlencode(form, doseq=True)
    head = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    return Exchange(f"POST {_address(token, name)} HTTP/1.1\r\n{HEADERS}{head}\r\n{body}".encode(), status)


def answers(page: Page, random: Random) -> dict[str, tuple[str, ...]]:
    """Answer every question of a page that nobody answered before."""
    return _form(page, given_on(page, random))


def given_on(page: Page, random: Random) -> dict[str, Answer]:
    """Draw an answer to every question of a page."""
    return {question.id: _answer(question, random) for question in page.questions}


def _form(page: Page, given: Mapping[str, Answer]) -> dict[str, tuple[str, ...]]:
    form: dict[str, tuple[str, ...]] = {"basis": (fingerprint(page, {}),), "go": ("next",)}
    for question in page.questions:
        form |= question.posted(given[question.id], RESPONDENT)
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
