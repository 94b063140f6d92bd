"""The file with all reports of an adviser's networks: what is in it, and what it says of what is in it."""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reports.forms.kinds import FORMS, FormName
from reports.wording import words
from survey.documents import file_name
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import LANGUAGES, everything_on
from tests.attacks.program_channels import names_of_staff, of_package, of_pdf
from tests.attacks.rebuilding import Said
from tests.attacks.report_files import in_results, read_file, signed_in, told_by_rows
from tests.batches import PAGE, ask, batch_of, make, zip_address
from tests.pages import PageClient

#: Only this stands in a file beside the reports.
_NOT_MADE: Final = ("niet-gelukt.txt", "not-made.txt")
#: How many networks are ready is no number of people.
_PROGRESS: Final = re.compile(r"\d+ van \d+ netwerk(?:en)?\b")
#: What each form is called in the name of its file, in each language.
_OF_FORMS: Final[Mapping[tuple[str, str], FormName]] = {
    (words(language).say(f"file.{name}"), form.suffix): name
    for language in ("nl", "en")
    for name, form in FORMS.items()
}


@dataclass(frozen=True, slots=True)
class Batch:
    """All reports in one language: the pages on the way to the file, the answer's headers, and the file."""

    pages: str
    headers: str
    packed: bytes


def batch(attacked: Attacked, language: str, *forms: FormName) -> Batch:
    """Have all reports made, in every form or in these, download them, and throw them away."""
    client = signed_in(attacked)
    ask(client, *(forms or FORMS), language=language)
    waiting = everything_on(client.get(PAGE))
    make(attacked.app)
    ready = everything_on(client.get(PAGE))
    sent = client.get(zip_address(attacked.app))
    _drop(client, attacked)
    headers = "\n".join(f"{name} {value}" for name, value in sent.headers.items() if name != "Content-Length")
    return Batch(_PROGRESS.sub("", f"{waiting}\n{ready}"), headers, sent.body)


def _drop(client: PageClient, attacked: Attacked) -> None:
    address = f"{PAGE}/{batch_of(attacked.app).id}/weg"
    client.submit(client.get(PAGE), {}, form={"action": address})


def all_reports(attacked: Attacked) -> str:
    """Return everything about the network's reports in one file, in both languages; and see that no staff are named."""
    made = [batch(attacked, language) for language in LANGUAGES]
    around = "\n".join(said for each in made for said in (each.headers, *told_of(each.packed)))
    assert not [name for name in names_of_staff(attacked) if name in around]
    return "\n".join([around, *(each.pages for each in made), *(read_all(attacked, each.packed) for each in made)])


def told_of(packed: bytes) -> Iterator[str]:
    """Go through what a file says of what is in it: names in their order, days, and whatever else a ZIP can hold.

    What is in none of its fields is read too: bytes before, between and after its members.
    """
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        yield opened.comment.decode()
        for info in opened.infolist():
            yield from (info.filename, str(info.date_time[:3]), info.comment.decode(), info.extra.hex())
    yield beside(packed).decode("latin-1")


def beside(packed: bytes) -> bytes:
    """Return the bytes of a file that belong to none of its members and to no list of them."""
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        end, found = 0, b""
        for info in opened.infolist():
            found += packed[end : info.header_offset]
            name, extra = (int.from_bytes(packed[info.header_offset + at :][:2], "little") for at in (26, 28))
            end = info.header_offset + 30 + name + extra + info.compress_size
        return found + packed[end : opened.start_dir]


def read_all(attacked: Attacked, packed: bytes) -> str:
    """Return everything in the network's members, each read as its own kind is, and what it says of itself."""
    return "\n".join(said for name, made in members(attacked, packed) for said in _read(name, made))


def members(attacked: Attacked, packed: bytes) -> Iterator[tuple[str, bytes]]:
    """Go through the members of the network; the sum of each is right, and no two have one name."""
    ours = f"{file_name(attacked.network)}/"
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        names = opened.namelist()
        assert opened.testzip() is None
        assert len(set(names)) == len(names)
        assert [name for name in names if name.startswith(ours)]
        yield from ((name, opened.read(name)) for name in names if name.startswith(ours) or name in _NOT_MADE)


def _read(name: str, made: bytes) -> Iterator[str]:
    if name in _NOT_MADE:
        yield made.decode("utf-8-sig")
        return
    form = form_of(name)
    yield read_file(form, made)
    if form in ("pdf", "cards", "sheets"):
        yield from of_pdf(made)
    if form in ("slides", "workbook"):
        yield from of_package(made)


def form_of(name: str) -> FormName:
    """Return the form of a member by the end of its name; one that nobody can read fails here."""
    found = [key for key in _OF_FORMS if name.endswith(key[1]) and re.search(rf"\d-{key[0]}[-.]", name)]
    return _OF_FORMS[max(found, key=lambda key: len(key[0]))]


def rebuilt_from_batch(attacked: Attacked) -> set[Said]:
    """Put together what the figures in the file say."""
    found = {form_of(name): made for name, made in members(attacked, batch(attacked, "nl", "csv", "json").packed)}
    return told_by_rows(found["csv"]) | in_results(json.dumps(json.loads(found["json"])["results"]))
