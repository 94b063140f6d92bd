"""The English of a network beside the other networks."""

BENCHMARK = {
    "benchmark.same": "On {themes} your network is close to the other networks.",
    "benchmark.above": (
        "On {themes} your figure lies above the middle half of the other networks. That can be by chance."
    ),
    "benchmark.below": (
        "On {themes} your figure lies below the middle half of the other networks. That can be by chance."
    ),
    "benchmark.range_above": "On {themes} your figure lies above the middle half of the other networks. {range}",
    "benchmark.range_below": "On {themes} your figure lies below the middle half of the other networks. {range}",
    "benchmark.range": "Whether that is by chance cannot be said: we give no exact figure.",
    "benchmark.higher": "On {themes} your network scores higher than most other networks. {chance}",
    "benchmark.lower": "On {themes} your network scores lower than most other networks. {chance}",
    "benchmark.chance": "That is probably not by chance.",
    "benchmark.hardly_differ": "On {themes} the networks hardly differ from each other.",
    "benchmark.not_exact": ("On {themes} we cannot compare you with other networks: we do not give an exact figure."),
    "benchmark.not_shown": "On {themes} we cannot compare your network with the other networks.",
    "benchmark.not_comparable": "{themes}: not to be compared with other networks, because the questions changed.",
    "benchmark.how": "‘Other networks’ gives the middle figure, and in brackets the middle half.",
    "benchmark.edition": "The figures of the other networks are of {date}.",
    "benchmark.invented": "These other networks are invented.",
    "benchmark.value": "{median} ({lower} to {upper})",
    "column.others": "Other networks",
}
