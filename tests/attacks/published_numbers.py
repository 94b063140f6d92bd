"""Every number that a report, a command or a page may say about a closed round, and how to find any other."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from reports.benchmark import shown
from reports.disclosure.grid import Grid
from reports.margins import difference, mean_margin
from reports.results import Cell, Results
from survey.database import reading
from survey.queries.published import get_document
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import decimals, denominators, shares
from tests.published_networks import others

#: In which the part that sent in is told.
PERCENTS = Grid(Decimal("0.01"), Decimal("0.00"), Decimal("1.00"))


def stored(attacked: Attacked) -> Results:
    with attacked.app.app_context(), reading() as session:
        document = get_document(session, round_id=attacked.round.id)
    assert document is not None
    return Results.from_json(document)


def printed(results: Results) -> set[Decimal]:
    """Return every number that may be printed: values, their margins, and differences of exact ones."""
    values = {value for cell in results.cells for value in (cell.low, cell.high) if value is not None}
    margins = {end for cell in results.cells if (margin := mean_margin(cell)) for end in (margin.low, margin.high)}
    return values | margins | _differences(results)


def of_all_networks() -> set[str]:
    """Return every number that may be told of the edition that the round's report took."""
    return decimals(shown(others().edition).to_json())


def parts(results: Results) -> set[str]:
    """Return every part of people or answers that may be printed: shares, and who sent in of the invited."""
    published = {str(value) for cell in results.cells for value in (cell.low, cell.high) if value is not None}
    sent_in = Fraction(results.response.sent_in, results.response.invited)
    return published | {str(PERCENTS.half_up(sent_in))}


def sizes(results: Results) -> set[int]:
    """Return every number of people that may be named: invited, sent in, and behind an average."""
    return {results.response.invited, results.response.sent_in, *(cell.n for cell in results.cells if cell.n)}


def differences(results: Results) -> set[str]:
    """Return every number that may be told of the difference of two averages: it, and its margin."""
    pairs = [(one, other) for cells in _averages(results) for one, other in combinations(cells, 2)]
    found = [told for one, other in pairs if (told := difference(one, other)) and told.exact is not None]
    return {str(number) for each in found for number in (abs(each.exact or 0), each.margin)}


def unpublished(text: str, *results: Results, compared: bool = False) -> dict[str, set[str]]:
    """Return every number in a text that is none of these results, or is one in another precision.

    ``compared``: the text tells differences of averages with their margins as well.
    """
    values = {str(value) for each in results for value in printed(each)} | of_all_networks()
    between = {number for each in results for number in differences(each)} if compared else set[str]()
    steps = {str(cell.step) for each in results for cell in each.cells}
    known_parts, known_sizes = set().union(*map(parts, results)), set().union(*map(sizes, results))
    found = {
        "averages": {each for each in decimals(text) if 1 <= Decimal(each) <= 5} - values - between,
        "parts": shares(text) - known_parts - of_all_networks() - steps - between,
        "denominators": {str(each) for each in denominators(text) - known_sizes},
    }
    return {kind: numbers for kind, numbers in found.items() if numbers}


def _differences(results: Results) -> set[Decimal]:
    pairs = (pair for cells in _averages(results) for pair in combinations(cells, 2))
    return {abs(found.exact) for pair in pairs if (found := difference(*pair)) and found.exact is not None}


def _averages(results: Results) -> list[list[Cell]]:
    groups: dict[str, list[Cell]] = {}
    for cell in results.cells:
        groups.setdefault(cell.subject, []).append(cell)
    return list(groups.values())
