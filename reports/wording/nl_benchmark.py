"""The Dutch of a network beside the other networks."""

BENCHMARK = {
    "benchmark.same": "Bij {themes} zit jullie netwerk dicht bij de andere netwerken.",
    "benchmark.above": (
        "Bij {themes} ligt jullie cijfer boven de middelste helft van de andere netwerken. Dat kan toeval zijn."
    ),
    "benchmark.below": (
        "Bij {themes} ligt jullie cijfer onder de middelste helft van de andere netwerken. Dat kan toeval zijn."
    ),
    "benchmark.range_above": (
        "Bij {themes} ligt jullie cijfer boven de middelste helft van de andere netwerken. {range}"
    ),
    "benchmark.range_below": (
        "Bij {themes} ligt jullie cijfer onder de middelste helft van de andere netwerken. {range}"
    ),
    "benchmark.range": "Of dat toeval is, is niet te zeggen: we noemen geen precies cijfer.",
    "benchmark.higher": "Bij {themes} scoort jullie netwerk hoger dan de meeste andere netwerken. {chance}",
    "benchmark.lower": "Bij {themes} scoort jullie netwerk lager dan de meeste andere netwerken. {chance}",
    "benchmark.chance": "Dat is waarschijnlijk geen toeval.",
    "benchmark.hardly_differ": "Bij {themes} verschillen de netwerken nauwelijks van elkaar.",
    "benchmark.not_exact": (
        "Bij {themes} kunnen we jullie niet met andere netwerken vergelijken, want we noemen geen precies cijfer."
    ),
    "benchmark.not_shown": "Bij {themes} kunnen we jullie netwerk niet met de andere netwerken vergelijken.",
    "benchmark.not_comparable": "{themes}: niet te vergelijken met andere netwerken, want de vragen zijn veranderd.",
    "benchmark.how": "Bij ‘Andere netwerken’ staat het middelste cijfer, met tussen haakjes de middelste helft.",
    "benchmark.edition": "De cijfers van de andere netwerken zijn van {date}.",
    "benchmark.invented": "Deze andere netwerken zijn verzonnen.",
    "benchmark.value": "{median} ({lower} tot {upper})",
    "column.others": "Andere netwerken",
}
