"""The English of how themes stand, of what is not known, and of what stands out."""

from typing import Final

_STATUS: Final = {
    "column.status": "Status",
    "status.too_few": "too few answers",
    "status.unknown": "not known",
    "status.divided": "divided",
    "status.attention": "attention",
    "status.on_the_way": "on the way",
    "status.strong": "strong",
    "status.or": "{first} or {last}",
    "status.means.strong": "Strong: the average is 4 or higher.",
    "status.means.on_the_way": "On the way: the average is 3 or higher, but lower than 4.",
    "status.means.attention": "Attention: the average is lower than 3.",
    "status.means.divided": "Divided: with two or more sentences, one part agrees and another part disagrees.",
    "status.means.unknown": "Not known: many answers are ‘don’t know’.",
    "divided.title": "{themes}: divided",
    "divided.text": (
        "The answers lie far apart. The average says little here. First ask each other: what makes you see it this way?"
    ),
    "unknown.title": "{themes}: not known",
    "unknown.text": "Many people do not know this. That is a result too: talk about it together.",
    "themes.band": "The grey band is the middle half of the other networks.",
    "themes.said": "Each topic in a sentence",
    "column.said": "In a sentence",
}

_HIGHLIGHTS: Final = {
    "highlight.divided": "Opinions differ about {themes}.",
    "highlight.attention.one": "Needs attention: {themes}. The average there is {value}.",
    "highlight.attention.between": "Needs attention: {themes}. The average there lies between {low} and {high}.",
    "highlight.attention.many": "Needs attention: {themes}. The average there is lower than 3.",
    "highlight.unknown": "For {themes} many answers are ‘don’t know’. That is a result too.",
    "standing": "Of the {themes} topics {standing}.",
    "standing.few": "For {count} of the {themes} topics there are too few answers for a figure.",
    "standing.others": "Of the other {themes} {standing}.",
    "standing.divided.one": "{count} is divided",
    "standing.divided.many": "{count} are divided",
    "standing.attention.one": "{count} needs attention",
    "standing.attention.many": "{count} need attention",
    "standing.unknown.one": "{count} is not known",
    "standing.unknown.many": "{count} are not known",
    "standing.strong.one": "{count} is strong",
    "standing.strong.many": "{count} are strong",
    "link.statements": "See the sentences",
    "link.unknown": "See what you do not know",
}

_UNKNOWN: Final = {
    "unknown": "What you do not know",
    "unknown.at_least": "For {themes} many answers are ‘don’t know’. That is a result too: talk about it together.",
    "unknown.between": "For {themes} part of the answers is ‘don’t know’.",
    "unknown.at_most": "Few answers are ‘don’t know’.",
    "unknown.share.at_least": "many: more than {low}%",
    "unknown.share.between": "part: {low}% to {high}%",
    "unknown.share.at_most": "few: less than {high}%",
    "unknown.share.withheld": "–",
    "unknown.table": "Which part of the answers is ‘don’t know’",
    "unknown.column": "Don’t know",
    "unknown.few": "We show this only for {k} or more people.",
}

STATUS: Final = _STATUS | _HIGHLIGHTS | _UNKNOWN
