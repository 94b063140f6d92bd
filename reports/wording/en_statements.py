"""The English of the statements, of the grade, and of what the network is worth."""

from typing import Final

_ITEMS: Final = {
    "item.mostly_agree": "mostly agree",
    "item.mostly_disagree": "mostly disagree",
    "item.divided": "divided",
    "item.mixed": "mixed",
    "item.unsure": "not sure",
    "item.not_shown": "–",
    "item.said.mostly_agree": "{Agree} agree with this sentence.",
    "item.said.mostly_disagree": "{Disagree} disagree with this sentence.",
    "item.said.divided": "Opinions differ: {agree} agree, {disagree} disagree.",
    "item.said.mixed": "{Agree} agree, {disagree} disagree.",
    "item.said.not_shown": "Of this sentence we show nothing.",
    "share.said.exact": "about {low}%",
    "share.said.at_least": "at least {low}%",
    "share.said.at_most": "at most {high}%",
    "share.said.or_more": "about {low}% or more",
    "share.said.between": "between {low}% and {high}%",
}

_STATEMENTS: Final = {
    "statements": "All sentences",
    "statements.strong.agree": "Most of you are positive about this: {items}.",
    "statements.strong.disagree": "It is good that most of you do not agree with {items}.",
    "statements.critical.most.disagree": "Most of you are critical about this: {items}.",
    "statements.critical.most.agree": "Less favourable: most of you agree with {items}.",
    "statements.critical.half.disagree": "More than half of you are critical about this: {items}.",
    "statements.critical.half.agree": "Less favourable: more than half of you agree with {items}.",
    "statements.critical.about.disagree": "About half of you are critical about this: {items}.",
    "statements.critical.about.agree": "Less favourable: about half of you agree with {items}.",
    "statements.critical.part.disagree": "Some of you are critical about this: {items}.",
    "statements.critical.part.agree": "Less favourable: some of you agree with {items}.",
    "statements.among": "{items}, among others",
    "statements.count": "{count} sentences",
    "statements.count.all": "all {count} sentences",
    "statements.level": "No sentence stands out.",
    "statements.item.agree": "‘{statement}’ ({share} agree)",
    "statements.item.disagree": "‘{statement}’ ({share} disagree)",
    "statements.answer.agree": "{share} agree with ‘{statement}’.",
    "statements.answer.disagree": "{share} disagree with ‘{statement}’.",
    "statements.answer.agree.many": "with each of these {count} sentences {share} agree: {items}.",
    "statements.answer.disagree.many": "with each of these {count} sentences {share} disagree: {items}.",
    "statements.answer.agree.count": "with {sentences} {share} agree.",
    "statements.answer.disagree.count": "with {sentences} {share} disagree.",
    "statements.answer.divided": "{Theme}: opinions differ about {sentences}.",
    "statements.answer.level": "{Theme}: no sentence stands out.",
    "statements.how": "Disagree is on the left, agree on the right. What lies in between stands apart.",
    "statements.alt": (
        "{Theme}: for each sentence which part disagrees, is in between and agrees. "
        "The same figures are in the table below the chart."
    ),
    "statements.key.disagree": "disagree",
    "statements.key.agree": "agree",
    "statements.key.neither": "in between",
    "statements.reversed": "{statement} (reversed sentence)",
    "statements.reversed.note": "With a reversed sentence, to disagree is the favourable answer.",
    "statements.rounded.note": "We round parts. Together they can be a little more or a little less than the whole.",
    "statements.groups.note": "The table by group has only the groups that we may show apart.",
    "statements.coded.note": (
        "In small groups we do not always give a part exactly. "
        "≤ is so much or less, ≥ is so much or more. Such a part is hatched. "
        "The parts of a bar then do not make the whole bar."
    ),
    "statements.table": "{theme}: what people think of each sentence",
    "statements.groups.table": "{theme}: each sentence by group",
    "statements.groups.column": "{Group}: {name}",
    "statements.said": "Each sentence in words",
    "statements.few.title": "Too few answers per sentence",
    "statements.few.text": "What people think of a sentence we show only for {k_item} or more people.",
    "statements.withheld.title": "{themes}: sentences not shown",
    "statements.withheld.text": (
        "We do not show these sentences one by one. That way nobody can work out what somebody else answered."
    ),
    "groups.divided.many": "In the whole network opinions differ about these sentences: {items}.",
    "groups.divided.one": "In the whole network opinions differ about this sentence: {items}.",
    "groups.divided.themes": "In the whole network opinions differ about sentences on {themes}.",
    "statements.quoted": "‘{statement}’",
}

_OVERALL: Final = {
    "overall": "Grade and worth",
    "overall.ov-grade": "Your grade",
    "overall.ov-worth": "What it is worth",
    "overall.grade": "{Low} give a 5 or lower. {Middle} give a 6 or a 7. {High} give an 8 or higher.",
    "overall.grade.1-5": "5 or lower",
    "overall.grade.6-7": "a 6 or a 7",
    "overall.grade.8-10": "8 or higher",
    "overall.worth": "The sentence was: ‘{statement}’. {said}",
    "overall.worth.disagree": "disagree",
    "overall.worth.neither": "in between",
    "overall.worth.agree": "agree",
    "overall.column": "Answer",
    "overall.share": "Chose this",
    "overall.few": "We show this only for {k_item} or more people.",
}

STATEMENTS: Final = _ITEMS | _STATEMENTS | _OVERALL
