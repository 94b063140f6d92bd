"""The codebook of the research dataset: how to read it, and what every variable means, its codes, what is missing."""

from collections.abc import Sequence
from typing import Final

from reports.forms.data.dialect import Field, csv_bytes
from reports.forms.dataset.variables import Variable
from reports.wording import Words, words

_HEADS: Final = ("name", "label", "kind", "decimals", "values", "missing")
#: What to know before the first column is read; in the codebook these lines have no name of a variable.
_NOTES: Final = ("pandas", "r", "people", "missing", "groups", "sums", "empty")


def codebook_csv(variables: Sequence[Variable], language: str = "nl") -> bytes:
    """Return the codebook as CSV: a few lines on how to read the dataset, then one for each variable."""
    said = words(language)
    heads = [said.say(f"codebook.{each}") for each in _HEADS]
    read_first: list[tuple[Field, ...]] = [
        ("", note, said.say("codebook.kind.note"), None, "", "") for note in notes(language)
    ]
    return csv_bytes(heads, (*read_first, *(_described(variable, said) for variable in variables)))


def notes(language: str = "nl") -> list[str]:
    """Return how the dataset is read, and what to know of it."""
    return [words(language).say(f"codebook.note.{each}") for each in _NOTES]


def _described(variable: Variable, said: Words) -> tuple[Field, ...]:
    values = "; ".join(f"{code} = {text}" for code, text in variable.values)
    decimals = variable.decimals if variable.kind == "number" else None
    kind = said.say(f"codebook.kind.{variable.kind}")
    lacking = said.say(f"codebook.lacking.{variable.lacking}", code=variable.withheld)
    return variable.name, variable.label, kind, decimals, values, lacking
