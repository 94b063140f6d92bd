"""The English of the report: short sentences, everyday words."""

from reports.wording.en_actions import ACTIONS
from reports.wording.en_benchmark import BENCHMARK
from reports.wording.en_dashboards import DASHBOARDS
from reports.wording.en_dataset import DATASET
from reports.wording.en_form import FORM
from reports.wording.en_guide import GUIDE
from reports.wording.en_letters import LETTERS
from reports.wording.en_method import METHOD
from reports.wording.en_municipality import MUNICIPALITY
from reports.wording.en_organisations import ORGANISATIONS
from reports.wording.en_paper import PAPER
from reports.wording.en_pdf import PDF
from reports.wording.en_profile import PROFILE
from reports.wording.en_reach import REACH
from reports.wording.en_regional import REGIONAL
from reports.wording.en_relations import RELATIONS
from reports.wording.en_roles import ROLES
from reports.wording.en_scan import SCAN
from reports.wording.en_slides import SLIDES
from reports.wording.en_statements import STATEMENTS
from reports.wording.en_status import STATUS
from reports.wording.en_words import WORDS
from reports.wording.en_workbook import WORKBOOK
from reports.wording.lexicon import GroupName, Lexicon

_GENERAL = {
    "title": "Report {network}, {period}",
    "mirror": (
        "This report is a mirror, not a mark. It shows how partners see their collaboration. "
        "It is made to talk about. It is not meant for judging partners or for comparing them for funding."
    ),
    "cover.kicker.participant": "Report for the participants, {period}",
    "cover.kicker.adviser": "Report for whoever guides the round, {period}",
    "cover.response": "Answers",
    "cover.response.of.one": "{sent_in} of 1 person",
    "cover.response.of.many": "{sent_in} of {invited} people",
    "cover.response.and": "{of}, and {more} without an invitation",
    "cover.response.alone.one": "1 person",
    "cover.response.alone.many": "{number} people",
    "cover.closed": "Closed",
    "cover.meeting": "To be discussed",
    "contents": "In this report",
    "page": "page {page} of {pages}",
    "when.half": "in {half} {year}",
    "when.month": "in {month} {year}",
    "when.day": "on {date}",
    "n": "n = {n}",
    "n.range": "n = {low}–{high}",
}

_VALUES = {
    "value.exact": "{low}",
    "value.at_least": "{low} or higher",
    "value.at_most": "{high} or lower",
    "value.between": "{low} to {high}",
    "value.withheld": "–",
    "margin": "{low} to {high}",
    "mean.exact": "The average is {low}. By chance this can be roughly between {from_} and {to}.",
    "mean.at_least": "The average is {low} or higher. In such a small group we do not give the exact figure.",
    "mean.at_most": "The average is {high} or lower. In such a small group we do not give the exact figure.",
    "mean.between": (
        "The average is between {low} and {high}. We do not say it more exactly. "
        "Otherwise the answers of a few people could be worked out."
    ),
    "mean.withheld": "Too few answers. We show a figure only for {k} or more people.",
    "few.title": "{themes}: too few answers",
    "few.text": "We show a figure only for {k} or more people.",
    "few.all.title": "Too few answers",
    "few.all.text": "The questions were about {themes}. We show a figure only for {k} or more people.",
}

_HIGHLIGHTS = {
    "highlights": "What stands out",
    "extremes": "You are most positive about {high}, and least about {low}.",
    "extremes.high": "You are most positive about {high}.",
    "extremes.low": "You are least positive about {low}.",
    "extremes.level": "No topic stands out.",
    "extremes.single": "The average for {theme} is {value}.",
    "extremes.range": "For these topics we cannot give an exact figure.",
    "link.themes": "See the topics",
    "link.groups": "See the groups",
    "link.trend": "See both rounds",
    "link.roles": "See who does what",
    "link.reach": "See whom you reach",
    "titles.quoted": "‘{title}’",
    "titles.all": "all topics",
    "titles.count": "{count} topics",
    "highlights.few.title": "No figures yet, but something to talk about",
    "highlights.few.text": (
        "There are too few answers to show figures. That says nothing about the collaboration itself. "
        "You can still talk: start with the questions under ‘{talk}’."
    ),
}

_RESPONSE = {
    "response": "Who answered",
    "response.none": "None of the {invited} people invited answered.",
    "response.one": (
        "1 of the {invited} people invited ({share}%) answered. Those who did not answer may think differently."
    ),
    "response.many": (
        "{sent_in} of the {invited} people invited ({share}%) answered. Those who did not answer may think differently."
    ),
    "response.all": "All {invited} people invited answered.",
    "response.single.none": "The one person invited did not answer.",
    "response.single.all": "The one person invited answered.",
    "response.open.none": "Nobody answered.",
    "response.open.one": "1 person answered.",
    "response.open.many": "{number} people answered.",
    "response.by-code.one": "And 1 person joined without an invitation: at a meeting or on paper.",
    "response.by-code.many": "And {number} people joined without an invitation: at a meeting or on paper.",
    "response.by-code.counts": (
        "Those answers never count in the figure of a group. They may count in a figure of the whole network that has "
        "no group beside it."
    ),
    "response.fewer": (
        "Not every answer counts in every figure. Whoever skipped too many sentences, or chose ‘don’t know’ too often, "
        "does not count for that topic. Whoever got no invitation at an e-mail address of their own sometimes does "
        "not count either."
    ),
    "response.units.none": "None of the {invited} boxes is filled.",
    "response.units.one": "1 of the {invited} boxes is filled.",
    "response.units.many": "{number} of the {invited} boxes are filled.",
    "response.low.title": "This is a picture of those who answered",
    "response.low.text": (
        "Fewer than half of the people invited answered. The figures are about those who filled in the questions, "
        "not about the whole network."
    ),
    "response.too-few": (
        "We show a figure only for {k} or more people. That way nobody can work out what you answered."
    ),
}

_THEMES = {
    "themes": "The {count} topics",
    "themes.single": "The topic",
    "scale.low": "strongly disagree",
    "scale.high": "strongly agree",
    "themes.how": (
        "1 is strongly disagree, 5 is strongly agree. The line is the margin: with other people, or on another day, "
        "the figure would be a little different. {answers}"
    ),
    "answers.same": "Each figure is from {n} people.",
    "answers.except": "Each figure is from {n} people, except {exceptions}.",
    "answers.exception": "for {theme} (from {n})",
    "answers.range": "The figures are from {low} to {high} people. The table shows from how many.",
    "themes.alt": "Average per topic on a scale from 1 to 5. The same figures are in the table below the chart.",
    "themes.key": "your network, with margin",
    "themes.table": "Average per topic",
    "column.theme": "Topic",
    "column.mean": "Average",
    "column.margin": "Margin",
    "column.answers": "Answers",
    "coded.at_least": "{short} means {value}.",
    "coded.at_most": "{short} means {value}.",
    "coded.between": "{short} means: somewhere from {low} up to and including {high}.",
    "coded.why": "In small groups we do not always give the exact figure.",
    "no-ranking": "We make no ranking. The differences are too small and so are the groups.",
}

_GROUPS = {
    "groups": "Groups",
    "groups.unplanned": "This round looks at the network as a whole, not at groups.",
    "groups.library-rest": "Library and the other partners",
    "groups.how": (
        "1 is strongly disagree, 5 is strongly agree. In small groups a difference is clear "
        "only from about a whole point."
    ),
    "groups.how.pairs": "It says ‘different’ when two of the groups clearly differ.",
    "groups.column.word": "Difference",
    "groups.alt": (
        "Average per topic of {groups}, on a scale from 1 to 5. The same figures are in the table below the chart."
    ),
    "groups.table": "Average per group",
    "gap.different.one": "{Higher} is more positive about {themes} than {lower}.",
    "gap.different.many": "{Higher} are more positive about {themes} than {lower}.",
    "gap.size.one": "The difference is about {difference} points.",
    "gap.size.many": "The largest difference is about {difference} points.",
    "gap.others": "For the other topics no difference is certain: the groups are too small for that.",
    "gap.unclear": "No difference between the groups is certain: they are too small for that.",
    "gap.same": "The groups see the topics in about the same way.",
    "gap.not_shown": (
        "A comparison between {first} and {second} is not possible here. There are too few answers per group."
    ),
    "gap.word.different": "different",
    "gap.word.same": "about the same",
    "gap.word.unclear": "not sure",
    "gap.word.not_shown": "",
    "groups.none.title": "We do not show these groups apart",
    "groups.none.text": (
        "There are too few answers per group. Otherwise the answers of a few people could be worked out. "
        "Ask each other: how does this look from your organisation?"
    ),
    "groups.partly": (
        "A dash in the table: we do not show that group apart. "
        "Otherwise the answers of a few people could be worked out."
    ),
}

_TREND = {
    "trend": "This round beside the last one",
    "trend.first": "This is the first round with these questions. Next time you will see both rounds side by side.",
    "trend.how": "1 is strongly disagree, 5 is strongly agree. A small difference between two rounds may be chance.",
    "trend.alt": (
        "Average per topic in the last round and in this round, on a scale from 1 to 5. "
        "The same figures are in the table below the chart."
    ),
    "trend.table": "Average per topic in two rounds",
    "trend.column.word": "Difference",
    "trend.rise": "{Theme}: {when} it was {before}, now it is {now}. That is probably a real rise.",
    "trend.fall": "{Theme}: {when} it was {before}, now it is {now}. That is probably a real fall.",
    "trend.also.rise": "For {themes} we see a rise too.",
    "trend.also.fall": "For {themes} we see a fall too.",
    "trend.but.rise": "For {themes} we see a rise.",
    "trend.but.fall": "For {themes} we see a fall.",
    "trend.unclear": "We see no clear change. The differences may be chance.",
    "trend.others": "For the other topics the difference may be chance.",
    "trend.not_comparable": "This round cannot be compared with the last one, because the questions have changed.",
    "trend.not_shown": "Whether anything changed cannot be said. There are too few answers in one of the two rounds.",
    "trend.partly.one": "{themes} cannot be compared, because the questions have changed.",
    "trend.partly.many": "{themes} cannot be compared, because the questions have changed.",
    "trend.value": "{total} (was {before})",
    "trend.word.rise": "risen",
    "trend.word.fall": "fallen",
    "trend.word.unclear": "may be chance",
    "trend.word.not_comparable": "other questions",
    "trend.word.not_shown": "",
    "trend.notice": "No comparison with the last round",
    "returning.none": "None of the {invited} people invited was also invited last time.",
    "returning.one": "1 of the {invited} people invited was also invited last time.",
    "returning.many": "{number} of the {invited} people invited were also invited last time.",
    "returning.all": "All {invited} people invited were also invited last time.",
    "response.one-has-most": "More than half of the people invited work at one organisation.",
    "composition": "Other people took part than last time. Compare with care.",
}

_ACTIONS = {
    "actions": "Actions",
    "actions.intro": "Choose one to three actions together. Write down who does it and when it is ready.",
    "actions.card.new": "New action",
    "actions.card": "Action {number}",
    "actions.what": "What",
    "actions.who": "Who",
    "actions.ready": "Ready on",
    "actions.first-step": "First step",
}

EN = Lexicon(
    code="en",
    decimal=".",
    conjunction="and",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    numbers=(
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ),
    halves=("spring", "autumn"),
    groups={
        "total": GroupName("the whole network", "the whole network"),
        "library": GroupName("library", "the library"),
        "welfare": GroupName("welfare", "welfare"),
        "rest": GroupName("other partners", "the other partners", plural=True),
    },
    sentences=_GENERAL
    | _VALUES
    | _HIGHLIGHTS
    | _RESPONSE
    | _THEMES
    | _GROUPS
    | _TREND
    | _ACTIONS
    | BENCHMARK
    | GUIDE
    | METHOD
    | PROFILE
    | LETTERS
    | PAPER
    | PDF
    | SCAN
    | SLIDES
    | WORKBOOK
    | DASHBOARDS
    | DATASET
    | REGIONAL
    | ORGANISATIONS
    | MUNICIPALITY
    | ROLES
    | REACH
    | FORM
    | RELATIONS
    | WORDS
    | ACTIONS
    | STATEMENTS
    | STATUS,
)
