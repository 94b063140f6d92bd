"""The English of the workbook: its first sheet, and what stands above its columns."""

from typing import Final

WORKBOOK: Final = {
    "workbook.first": "Read this first",
    "workbook.what.page": (
        "This is the page as a table: all networks that you chose, not only those of one screen. "
        "The figures and words are exactly those of the page. There are no figures that are more precise."
    ),
    "workbook.what.now": (
        "This is the page as a table, with all networks that you chose. "
        "The figures and words are those of the page on this day. There are no figures that are more precise."
    ),
    "workbook.what.networks": (
        "These are all tables of the report of these networks together, in the same order. "
        "The figures are exactly those of the report. There are none that are more precise."
    ),
    "workbook.what.round": (
        "These are all tables of the report, in the same order. You can calculate with them or make your own chart. "
        "The figures are exactly those of the report. There are none that are more precise."
    ),
    "workbook.care": (
        "Calculate with care. An average of averages is nearly always wrong. "
        "And do not try to guess what somebody answered: we promised people that this cannot be done."
    ),
    "workbook.left_out": (
        "What people wrote in their own words and who does an action are not in here. The report has them. "
        "What organisations wrote under their name is here."
    ),
    "workbook.nothing": "There are no tables: there were too few answers to show figures.",
    "workbook.of.round": "This round",
    "workbook.of.networks": "This report",
    "workbook.of.page": "This page",
    "workbook.of.now": "This page",
    "workbook.edition": "Edition",
    "workbook.edition.value": "{number}, made on {date}",
    "workbook.hash": "Identifier",
    "workbook.marks": "How to read the figures",
    "workbook.mark": "What it says",
    "workbook.meaning": "What it means",
    "workbook.mark.at_least": "‘or higher’, ‘≥90%’",
    "workbook.meaning.at_least": (
        "The real figure is this or higher. For such a small group we do not give the precise figure."
    ),
    "workbook.mark.at_most": "‘or lower’, ‘≤10%’",
    "workbook.meaning.at_most": "The real figure is this or lower.",
    "workbook.mark.above": "‘more than 30%’",
    "workbook.meaning.above": "The real figure is higher than this.",
    "workbook.mark.below": "‘less than 10%’",
    "workbook.meaning.below": "The real figure is lower than this.",
    "workbook.mark.between": "‘2.6 to 3.4’, ‘20–30%’",
    "workbook.meaning.between": (
        "The real figure lies somewhere between these two. For such a small group we do not give the precise figure."
    ),
    "workbook.mark.margin": "‘3.0 to 4.0’ below ‘Margin’",
    "workbook.meaning.margin": "So far the average may roughly lie lower or higher by chance.",
    "workbook.mark.half": "‘3.1 to 3.5’ below ‘Middle half’",
    "workbook.meaning.half": (
        "Half of the networks lie in between. A quarter lies lower, a quarter higher. It is no margin."
    ),
    "workbook.mark.others": "‘3.4 (3.1 to 3.5)’",
    "workbook.meaning.others": (
        "The middle of other networks, with their middle half between brackets. "
        "Half of those networks lie between these two."
    ),
    "workbook.mark.counted": "‘at least’",
    "workbook.meaning.counted": (
        "So many were counted, and not every organisation is in it. "
        "Somebody may be counted twice, so the real number of people may be lower, too."
    ),
    "workbook.mark.few": "‘< 5’",
    "workbook.meaning.few": "It is about one to four people. They are not counted in a sum.",
    "workbook.mark.part": "‘some of them’",
    "workbook.meaning.part": "Not all of them, but some. We do not give the precise number.",
    "workbook.mark.withheld": "–",
    "workbook.meaning.withheld": "We do not show this, or there is nothing to show. It never means zero.",
    "workbook.mark.percent": "60%",
    "workbook.meaning.percent": "A part of the people who answered, in steps of 5%.",
    "workbook.columns": "The columns",
    "workbook.column": "Columns",
    "workbook.zone.shown": "As in the report",
    "workbook.zone.shown.page": "As on the page",
    "workbook.zone.numbers": "As a number",
    "workbook.zone.exactness": "How exact",
    "workbook.about.shown": "The table as you know it, as text.",
    "workbook.about.numbers": "The same as a number, to calculate with. Empty where there is no number.",
    "workbook.about.limits": (
        "With ‘or higher’, ‘or lower’, ‘more than’ and ‘less than’ it is the limit. "
        "So always look at ‘How exact’ as well."
    ),
    "workbook.about.exactness": "What the number says, such as ‘exact’.",
    "workbook.as_number": "{heading}, as a number",
    "workbook.how_exact": "{heading}, how exact",
    "workbook.up_to": "{heading}, up to",
    "workbook.sheets": "The sheets",
    "workbook.sheet": "Sheet",
    "workbook.contents": "What is in it",
    "workbook.exactness.exact": "exact",
    "workbook.exactness.at_least": "this or higher",
    "workbook.exactness.at_most": "this or lower",
    "workbook.exactness.above": "higher than this",
    "workbook.exactness.below": "lower than this",
    "workbook.exactness.between": "in between",
    "workbook.exactness.half": "half lie in between",
    "workbook.exactness.counted": "so many were counted",
    "workbook.exactness.withheld": "not shown",
    "workbook.exactness.few": "one to four",
    "workbook.exactness.part": "some of them",
    "workbook.exactness.unknown": "not known",
    "workbook.talk": "Questions to start with",
    "workbook.talk.question": "Question",
    "workbook.talk.reason": "Why this topic",
    "workbook.talk.action": "What you could do",
    "workbook.talk.owners": "Who",
    "workbook.talk.term": "About how long",
    "workbook.action": "Action",
    "workbook.action.state": "How far",
    "workbook.actions.previous": "What you agreed before",
    "workbook.actions.empty": "To fill in together",
}
