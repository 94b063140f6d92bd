"""What an import has to say, row by row: sentences that hold for several rows are said once."""

from dataclasses import dataclass, field


@dataclass
class Notes:
    """Sentences so far, each with the rows that it is about."""

    _rows: dict[tuple[str, str], list[int]] = field(default_factory=dict[tuple[str, str], list[int]])

    def add(self, row: int, sentence: str, *, sheet: str = "survey") -> None:
        """Note something about a row, as the sheet counts its rows."""
        rows = self._rows.setdefault((sheet, sentence), [])
        if row not in rows:
            rows.append(row)

    def add_general(self, sentence: str) -> None:
        """Note something about the whole form."""
        self._rows.setdefault(("", sentence), [])

    def sentences(self) -> tuple[str, ...]:
        """Return all sentences: about the form first, then by row, first the survey and then the choices."""
        sheets = ("", "settings", "survey", "choices")
        order = sorted(self._rows, key=lambda each: (sheets.index(each[0]), min(self._rows[each], default=0)))
        return tuple(self._said(sheet, sentence) for sheet, sentence in order)

    def _said(self, sheet: str, sentence: str) -> str:
        if not sheet:
            return sentence
        rows = sorted(self._rows[sheet, sentence])
        numbers = _listed(rows)
        where = f"row {numbers}" if len(rows) == 1 else f"rows {numbers}"
        return f"{where[0].upper()}{where[1:]}: {sentence}" if sheet == "survey" else f"{sheet}, {where}: {sentence}"


def _listed(rows: list[int]) -> str:
    if len(rows) == 1:
        return str(rows[0])
    return f"{', '.join(map(str, rows[:-1]))} and {rows[-1]}"
