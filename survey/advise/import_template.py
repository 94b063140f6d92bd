"""The workbook to fill in: a sheet with headings, lists to choose from and an example, and a sheet that explains."""

from io import BytesIO
from typing import Any, Final

from questionnaires.kinds import partner_kinds
from survey.i18n import LANGUAGES, _, gettext_noop, language
from survey.importing.headings import SPELLINGS, Column
from survey.models.network import PROVINCES

_NETWORK: Final[tuple[Column, ...]] = ("network", "province", "municipalities")
_PARTNER: Final[tuple[Column, ...]] = (
    "organisation",
    "kind",
    "name",
    "address",
    "job",
    "language",
    "names_profile",
)

#: Rows that have the lists to choose from.
_LAST_ROW: Final = 2_000

_EXPLAINED: Final[dict[Column, str]] = {
    "network": gettext_noop("The name of the network. A name that you do not have yet makes a new network."),
    "province": gettext_noop("Only needed for a new network."),
    "municipalities": gettext_noop("By name or by code (GM0344), with commas between them. May stay empty."),
    "organisation": gettext_noop("Where this person works. Write the same organisation the same way in each row."),
    "kind": gettext_noop("Choose from the list. Needed once for each new organisation."),
    "name": gettext_noop("First and last name. Without a name, only the organisation is added."),
    "address": gettext_noop("One address of this person's own. May stay empty: then this person gets no mail."),
    "job": gettext_noop("What this person does there. May stay empty."),
    "language": gettext_noop("In which language mails are. Empty is Dutch."),
    "names_profile": gettext_noop("Yes for who may answer on behalf of the organisation."),
}


def template_workbook(*, with_networks: bool) -> bytes:
    """Return the workbook, in the language of this request."""
    from xlsxwriter import Workbook  # only who writes a workbook waits for it

    target = BytesIO()
    book: Any = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    columns = (*_NETWORK, *_PARTNER) if with_networks else _PARTNER
    sheet, explained = book.add_worksheet(_("Partners")), book.add_worksheet(_("Explanation"))
    _write_sheet(book, sheet, columns)
    _write_explanation(book, explained, columns)
    for place, column in enumerate(columns):
        _offer(sheet, place, column, explained.get_name())
    book.close()
    return target.getvalue()


def heading(column: Column) -> str:
    """Return what a column is called in the template: the first spelling in Dutch, the second in English."""
    written = SPELLINGS[column].split(", ")[0 if language() == "nl" else 1]
    return written[:1].upper() + written[1:]


def _write_sheet(book: Any, sheet: Any, columns: tuple[Column, ...]) -> None:
    bold = book.add_format({"bold": True, "bottom": 2})
    faint = book.add_format({"italic": True, "font_color": "#52606b"})
    text = book.add_format({"num_format": "@"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, 28, text)
        sheet.write_string(0, place, heading(column), bold)
        sheet.write_string(1, place, _example(column), faint)
    sheet.freeze_panes(1, 0)


def _example(column: Column) -> str:
    examples: dict[Column, str] = {
        "network": "Taalnetwerk Waterdam",
        "province": "Utrecht",
        "municipalities": "Waterdam",
        "organisation": _("Example: Waterdam Library"),
        "kind": _kind_names()[0],
        "name": "Noor de Boer",
        "address": "noor.deboer@bibliotheekwaterdam.example",
        "job": _("language coordinator"),
        "language": LANGUAGES[language()],
        "names_profile": _("yes"),
    }
    return examples[column]


def _write_explanation(book: Any, sheet: Any, columns: tuple[Column, ...]) -> None:
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 28, wrapped)
    sheet.set_column(1, 1, 80, wrapped)
    sheet.set_column(3, 3, 45)
    sheet.write_row(0, 0, [_("Column"), _("What to fill in")], bold)
    for number, column in enumerate(columns, 1):
        sheet.write_row(number, 0, [heading(column), _(_EXPLAINED[column])])
    notes = [
        _("The row that begins with “Example:” is left out when you import. You can leave it there."),
        _("First you see what would happen, row by row. Nothing is changed before you say yes."),
    ]
    for number, note in enumerate(notes, len(columns) + 2):
        sheet.write_string(number, 1, note, wrapped)
    sheet.write_string(0, 3, heading("kind"), bold)
    sheet.write_column(1, 3, _kind_names())


def _kind_names() -> list[str]:
    return [kind.name.in_language(language()) for kind in partner_kinds().values()]


def _offer(sheet: Any, place: int, column: Column, explained: str) -> None:
    """Have a column offer what can stand in it; a list that is too long for a cell stands on the other sheet."""
    offered: dict[Column, Any] = {
        "kind": f"='{explained}'!$D$2:$D${len(partner_kinds()) + 1}",
        "language": list(LANGUAGES.values()),
        "names_profile": [_("yes"), _("no")],
        "province": list(PROVINCES.values()),
    }
    if column in offered:
        sheet.data_validation(1, place, _LAST_ROW, place, {"validate": "list", "source": offered[column]})
