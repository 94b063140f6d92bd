"""The Dutch of the statements, of the grade, and of what the network is worth."""

from typing import Final

_ITEMS: Final = {
    "item.mostly_agree": "grotendeels eens",
    "item.mostly_disagree": "grotendeels oneens",
    "item.divided": "verdeeld",
    "item.mixed": "gemengd",
    "item.unsure": "niet zeker",
    "item.not_shown": "–",
    "item.said.mostly_agree": "{Agree} is het eens met deze zin.",
    "item.said.mostly_disagree": "{Disagree} is het oneens met deze zin.",
    "item.said.divided": "De meningen lopen uiteen: {agree} is het eens, {disagree} is het oneens.",
    "item.said.mixed": "{Agree} is het eens, {disagree} is het oneens.",
    "item.said.not_shown": "Van deze zin laten we niets zien.",
    "share.said.exact": "ongeveer {low}%",
    "share.said.at_least": "minstens {low}%",
    "share.said.at_most": "hoogstens {high}%",
    "share.said.or_more": "ongeveer {low}% of meer",
    "share.said.between": "tussen {low}% en {high}%",
}

_STATEMENTS: Final = {
    "statements": "Alle zinnen",
    "statements.strong.agree": "Hier zijn de meesten positief over: {items}.",
    "statements.strong.disagree": "Gunstig is dat de meesten het niet eens zijn met {items}.",
    "statements.critical.most.disagree": "Hier zijn de meesten kritisch over: {items}.",
    "statements.critical.most.agree": "Minder gunstig is dat de meesten het eens zijn met {items}.",
    "statements.critical.half.disagree": "Hier is meer dan de helft van jullie kritisch over: {items}.",
    "statements.critical.half.agree": "Minder gunstig is dat meer dan de helft van jullie het eens is met {items}.",
    "statements.critical.about.disagree": "Hier is ongeveer de helft van jullie kritisch over: {items}.",
    "statements.critical.about.agree": "Minder gunstig is dat ongeveer de helft van jullie het eens is met {items}.",
    "statements.critical.part.disagree": "Hier is een deel van jullie kritisch over: {items}.",
    "statements.critical.part.agree": "Minder gunstig is dat een deel van jullie het eens is met {items}.",
    "statements.among": "onder meer {items}",
    "statements.count": "{count} zinnen",
    "statements.count.all": "alle {count} de zinnen",
    "statements.level": "Geen zin springt eruit.",
    "statements.item.agree": "‘{statement}’ ({share} eens)",
    "statements.item.disagree": "‘{statement}’ ({share} oneens)",
    "statements.answer.agree": "{share} is het eens met ‘{statement}’.",
    "statements.answer.disagree": "{share} is het oneens met ‘{statement}’.",
    "statements.answer.agree.many": "bij elk van deze {count} zinnen is {share} het eens: {items}.",
    "statements.answer.disagree.many": "bij elk van deze {count} zinnen is {share} het oneens: {items}.",
    "statements.answer.agree.count": "bij {sentences} is {share} het eens.",
    "statements.answer.disagree.count": "bij {sentences} is {share} het oneens.",
    "statements.answer.divided": "{Theme}: bij {sentences} lopen de meningen uiteen.",
    "statements.answer.level": "{Theme}: geen zin springt eruit.",
    "statements.how": "Oneens staat links en eens rechts. Wie ertussen zit, staat apart.",
    "statements.alt": (
        "{Theme}: per zin welk deel het oneens is, ertussen zit en het eens is. "
        "Dezelfde cijfers staan in de tabel onder de grafiek."
    ),
    "statements.key.disagree": "oneens",
    "statements.key.agree": "eens",
    "statements.key.neither": "ertussen",
    "statements.reversed": "{statement} (omgekeerde zin)",
    "statements.reversed.note": "Bij een omgekeerde zin is oneens het gunstige antwoord.",
    "statements.rounded.note": "We ronden delen af. Samen kunnen ze iets meer of iets minder zijn dan het geheel.",
    "statements.groups.note": "In de tabel per groep staan alleen de groepen die we apart mogen laten zien.",
    "statements.coded.note": (
        "Bij kleine groepen noemen we een deel niet altijd precies. "
        "≤ is zoveel of minder, ≥ is zoveel of meer. Zo’n deel is gearceerd. "
        "De delen van een balk zijn dan samen niet de hele balk."
    ),
    "statements.table": "{theme}: wat mensen van elke zin vinden",
    "statements.groups.table": "{theme}: elke zin per groep",
    "statements.groups.column": "{Group}: {name}",
    "statements.said": "Elke zin in woorden",
    "statements.few.title": "Te weinig antwoorden per zin",
    "statements.few.text": "De antwoorden op een zin laten we pas zien bij {k_item} of meer mensen.",
    "statements.withheld.title": "{themes}: zinnen niet apart",
    "statements.withheld.text": (
        "Deze zinnen laten we niet apart zien. Zo kan niemand uitrekenen wat een ander heeft geantwoord."
    ),
    "groups.divided.many": "Bij deze zinnen lopen de meningen in het hele netwerk uiteen: {items}.",
    "groups.divided.one": "Bij deze zin lopen de meningen in het hele netwerk uiteen: {items}.",
    "groups.divided.themes": "De meningen in het hele netwerk lopen uiteen bij zinnen over {themes}.",
    "statements.quoted": "‘{statement}’",
}

_OVERALL: Final = {
    "overall": "Cijfer en waarde",
    "overall.ov-grade": "Jullie cijfer",
    "overall.ov-worth": "Wat het waard is",
    "overall.grade": "{Low} geeft een 5 of lager. {Middle} geeft een 6 of een 7. {High} geeft een 8 of hoger.",
    "overall.grade.1-5": "5 of lager",
    "overall.grade.6-7": "een 6 of een 7",
    "overall.grade.8-10": "8 of hoger",
    "overall.worth": "De zin was: ‘{statement}’. {said}",
    "overall.worth.disagree": "oneens",
    "overall.worth.neither": "ertussen",
    "overall.worth.agree": "eens",
    "overall.column": "Antwoord",
    "overall.share": "Koos dit",
    "overall.few": "Wij laten dit pas zien bij {k_item} of meer mensen.",
}

STATEMENTS: Final = _ITEMS | _STATEMENTS | _OVERALL
