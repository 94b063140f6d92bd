"""The codebook of the research dataset: every variable with its meaning, its codes, and what is missing."""

from collections.abc import Sequence
from typing import Final

from reports.forms.data.dialect import Field, csv_bytes
from reports.forms.dataset.variables import Variable
from reports.wording import Words, words

_HEADS: Final = ("name", "label", "kind", "decimals", "values", "missing")


def codebook_csv(variables: Sequence[Variable], language: str = "nl") -> bytes:
    """Return the codebook as CSV, a row for each variable."""
    said = words(language)
    heads = [said.say(f"codebook.{each}") for each in _HEADS]
    return csv_bytes(heads, (_described(variable, said) for variable in variables))


def _described(variable: Variable, said: Words) -> tuple[Field, ...]:
    values = "; ".join(f"{code} = {text}" for code, text in variable.values)
    missing = "codebook.not_asked" if variable.withheld is None else "codebook.withheld"
    decimals = variable.decimals if variable.kind == "number" else None
    kind, lacking = said.say(f"codebook.kind.{variable.kind}"), said.say(missing, code=variable.withheld)
    return variable.name, variable.label, kind, decimals, values, lacking
