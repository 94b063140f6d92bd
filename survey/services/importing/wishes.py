"""One row of a file into what somebody wishes for, or into the reasons why that is not clear."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from questionnaires.kinds import PartnerKind, partner_kinds
from survey.errors import Refused
from survey.importing.addresses import read_address
from survey.importing.choices import read_kind, read_language, read_yes
from survey.importing.folding import folded
from survey.importing.headings import Column
from survey.importing.reading import Row
from survey.importing.sentences import Sentence, later
from survey.models.network import PROVINCES
from survey.services.names import address_key, clean_address, clean_name

_JOB_FITS: Final = 100
_MUNICIPALITIES_FIT: Final = 30
#: What else people call a province.
_ALSO: Final = {"PV21": ("Friesland",), "PV30": ("Brabant",)}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a row asks for; what is empty or ``None`` asks for nothing."""

    number: int
    network: str
    province: str | None
    municipalities: tuple[str, ...]
    organisation: str
    kind: str | None
    name: str
    address: str | None
    key: str | None
    language: str | None
    job: str
    names_profile: bool | None
    remarks: tuple[Sentence, ...]
    #: Why the row's person is left out, and no more than the person.
    left_out: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Unclear:
    """A row that cannot be understood, with the names in it as far as they can be read."""

    number: int
    network: str
    organisation: str
    name: str
    reasons: tuple[Sentence, ...]


def read_wish(row: Row) -> Wish | Unclear:
    """Return what a row asks for."""
    reader = _Reader(row.cells)
    wish = reader.wish(row.number)
    reasons = (*row.faults, *reader.reasons)
    if not reasons:
        return wish
    return Unclear(row.number, wish.network, wish.organisation, wish.name, (*reasons, *wish.left_out))


class _Reader:
    """Reads the cells of one row, and collects what is wrong with them."""

    def __init__(self, cells: Mapping[Column, str]) -> None:
        self._cells = cells
        self.reasons: list[Sentence] = []
        self.remarks: list[Sentence] = []

    def wish(self, number: int) -> Wish:
        """Return everything that the row asks for."""
        kind = self._kind()
        address, beside = self._address()
        organisation, name = self._text("organisation"), self._name() or beside
        if not organisation:
            self.reasons.append(later("There is no organisation."))
        left_out: tuple[Sentence, ...] = ()
        if address and not name:
            address, left_out = None, (later("There is an e-mail address without a name."),)
        return Wish(
            number=number,
            network=self._text("network"),
            province=self._province(),
            municipalities=tuple(self._municipalities()),
            organisation=organisation,
            kind=kind,
            name=name,
            address=address,
            key=address_key(address) if address else None,
            language=self._language(),
            job=self._job(),
            names_profile=self._names_profile(),
            remarks=tuple(self.remarks),
            left_out=left_out,
        )

    def _text(self, column: Column) -> str:
        return self._clean(self._cells.get(column, ""))

    def _clean(self, written: str) -> str:
        """Return a name in one form; one that is too long is shown by its beginning."""
        try:
            return clean_name(written, what="contact") if written.strip() else ""
        except Refused:
            cleaned = " ".join(written.split())
            if cleaned:
                self.reasons.append(later("“%(text)s…” is too long: 200 characters fit.", text=cleaned[:40]))
            return cleaned[:40]

    def _name(self) -> str:
        """Return the name in one piece; “Naam” beside “Voornaam” is the family name."""
        whole, first = self._cells.get("name", ""), self._cells.get("first_name", "")
        last = self._cells.get("last_name", "")
        if whole and (last or not first):
            return self._clean(whole)
        return self._clean(" ".join(filter(None, (first, self._cells.get("infix", ""), last or whole))))

    def _address(self) -> tuple[str | None, str]:
        found = read_address(self._cells.get("address", ""))
        if found.problem:
            self.reasons.append(found.problem)
            return None, found.name
        try:
            return (clean_address(found.address) if found.address else None), self._clean(found.name)
        except Refused:
            told = later("“%(text)s” is no e-mail address.", text=(found.address or "")[:80])
            self.reasons.append(told)
            return None, found.name

    def _kind(self) -> str | None:
        written = self._cells.get("kind", "")
        if not written.strip(" -–?"):
            return None
        found = read_kind(written)
        if found.kind is None:
            self.reasons.append(_unknown_kind(written, found.near))
        elif found.is_guess:
            kind = partner_kinds()[found.kind]
            self.remarks.append(later("“%(text)s” was read as “%(kind)s”.", text=written[:40], kind=kind))
        return found.kind

    def _language(self) -> str | None:
        written = self._cells.get("language", "").strip(" -–")
        found = read_language(written) if written else None
        if written and found is None:
            told = later("We do not have the language “%(text)s”: Dutch for who is new.", text=written[:40])
            self.remarks.append(told)
        return found

    def _job(self) -> str:
        job = self._text("job")
        if len(job) > _JOB_FITS:
            self.remarks.append(later("What somebody does is cut off after %(fits)s characters.", fits=_JOB_FITS))
        return job[:_JOB_FITS].strip()

    def _names_profile(self) -> bool | None:
        written = self._cells.get("names_profile")
        found = read_yes(written) if written is not None else None
        if written is not None and found is None:
            told = later("“%(text)s” on behalf of the organisation is neither yes nor no.", text=written[:40])
            self.remarks.append(told)
        return found

    def _province(self) -> str | None:
        written = self._cells.get("province", "").strip()
        if not written:
            return None
        found = next((code for code, name in PROVINCES.items() if _is_province(written, code, name)), None)
        if found is None:
            self.reasons.append(later("“%(text)s” is no province.", text=written[:40]))
        return found

    def _municipalities(self) -> Iterator[str]:
        parts = self._cells.get("municipalities", "").replace("\n", ",").replace(";", ",").split(",")
        yield from filter(None, (" ".join(part.split()) for part in parts[:_MUNICIPALITIES_FIT]))


def _unknown_kind(written: str, near: PartnerKind | None) -> Sentence:
    if near is None:
        return later("“%(text)s” is no kind of partner that we know.", text=written[:40])
    return later("“%(text)s” is no kind of partner that we know. Do you mean “%(kind)s”?", text=written[:40], kind=near)


def _is_province(written: str, code: str, name: str) -> bool:
    called = {code, name, *_ALSO.get(code, ())}
    return folded(written) in {folded(each) for each in called}
