"""What was published, as data: one row for each statement (CSV), and one document (JSON).

``published`` says what data hold and what they never hold; ``facts`` and ``cells`` make ``rows``,
``results`` puts them together, and ``dialect`` says how every CSV file of ours is written.
"""

from reports.forms.data.published import (
    InvalidPublishedRound,
    PublishedRound,
    published_json,
    without_place_for_sentences,
    without_sentences,
)
from reports.forms.data.results import results_csv

__all__ = [
    "InvalidPublishedRound",
    "PublishedRound",
    "published_json",
    "results_csv",
    "without_place_for_sentences",
    "without_sentences",
]
