"""The Dutch of the report: B1, active, *je* and *jullie*."""

from reports.wording.lexicon import GroupName, Lexicon
from reports.wording.nl_actions import ACTIONS
from reports.wording.nl_benchmark import BENCHMARK
from reports.wording.nl_dashboards import DASHBOARDS
from reports.wording.nl_dataset import DATASET
from reports.wording.nl_form import FORM
from reports.wording.nl_guide import GUIDE
from reports.wording.nl_letters import LETTERS
from reports.wording.nl_method import METHOD
from reports.wording.nl_municipality import MUNICIPALITY
from reports.wording.nl_organisations import ORGANISATIONS
from reports.wording.nl_paper import PAPER
from reports.wording.nl_pdf import PDF
from reports.wording.nl_profile import PROFILE
from reports.wording.nl_reach import REACH
from reports.wording.nl_regional import REGIONAL
from reports.wording.nl_relations import RELATIONS
from reports.wording.nl_roles import ROLES
from reports.wording.nl_scan import SCAN
from reports.wording.nl_slides import SLIDES
from reports.wording.nl_statements import STATEMENTS
from reports.wording.nl_status import STATUS
from reports.wording.nl_words import WORDS
from reports.wording.nl_workbook import WORKBOOK

_GENERAL = {
    "title": "Rapport {network}, {period}",
    "mirror": (
        "Dit rapport is een spiegel, geen rapportcijfer. Het laat zien hoe partners de samenwerking zien. "
        "Het is gemaakt om over te praten. Het is niet bedoeld om partners te beoordelen of te vergelijken "
        "voor subsidie."
    ),
    "cover.kicker.participant": "Rapport voor de deelnemers, {period}",
    "cover.kicker.adviser": "Rapport voor wie de ronde begeleidt, {period}",
    "cover.response": "Antwoorden",
    "cover.response.of.one": "{sent_in} van 1 persoon",
    "cover.response.of.many": "{sent_in} van de {invited} mensen",
    "cover.response.and": "{of}, en {more} zonder uitnodiging",
    "cover.response.alone.one": "1 persoon",
    "cover.response.alone.many": "{number} mensen",
    "cover.closed": "Gesloten",
    "cover.meeting": "Samen bespreken",
    "contents": "In dit rapport",
    "page": "pagina {page} van {pages}",
    "when.half": "in het {half} van {year}",
    "when.month": "in {month} {year}",
    "when.day": "op {date}",
    "n": "n = {n}",
    "n.range": "n = {low}–{high}",
}

_VALUES = {
    "value.exact": "{low}",
    "value.at_least": "{low} of hoger",
    "value.at_most": "{high} of lager",
    "value.between": "{low} tot {high}",
    "value.withheld": "–",
    "margin": "{low} tot {high}",
    "mean.exact": "Het gemiddelde is {low}. Door toeval kan dit ongeveer tussen {from_} en {to} liggen.",
    "mean.at_least": ("Het gemiddelde is {low} of hoger. Bij zo’n kleine groep noemen we het precieze cijfer niet."),
    "mean.at_most": ("Het gemiddelde is {high} of lager. Bij zo’n kleine groep noemen we het precieze cijfer niet."),
    "mean.between": (
        "Het gemiddelde ligt tussen {low} en {high}. Preciezer noemen we het niet. "
        "Anders kun je de antwoorden van een paar mensen uitrekenen."
    ),
    "mean.withheld": "Te weinig antwoorden. Wij laten een cijfer pas zien bij {k} of meer mensen.",
    "few.title": "{themes}: te weinig antwoorden",
    "few.text": "Wij laten een cijfer pas zien bij {k} of meer mensen.",
    "few.all.title": "Te weinig antwoorden",
    "few.all.text": "De vragen gingen over {themes}. Wij laten een cijfer pas zien bij {k} of meer mensen.",
}

_HIGHLIGHTS = {
    "highlights": "Dit valt op",
    "extremes": "Over {high} zijn jullie het meest positief, over {low} het minst.",
    "extremes.high": "Over {high} zijn jullie het meest positief.",
    "extremes.low": "Over {low} zijn jullie het minst positief.",
    "extremes.level": "Geen onderwerp springt eruit.",
    "extremes.single": "Over {theme} is het gemiddelde {value}.",
    "extremes.range": "Over deze onderwerpen kunnen we geen precies cijfer noemen.",
    "link.themes": "Bekijk de onderwerpen",
    "link.groups": "Bekijk de groepen",
    "link.trend": "Bekijk beide rondes",
    "link.roles": "Bekijk wie wat doet",
    "link.reach": "Bekijk wie jullie bereiken",
    "titles.quoted": "‘{title}’",
    "titles.all": "alle onderwerpen",
    "titles.count": "{count} onderwerpen",
    "highlights.few.title": "Nog geen cijfers, wel een gesprek",
    "highlights.few.text": (
        "Er zijn te weinig antwoorden om cijfers te laten zien. Dat zegt niets over de samenwerking zelf. "
        "Praten kan wel: begin met de vragen bij ‘{talk}’."
    ),
}

_RESPONSE = {
    "response": "Wie antwoordde",
    "response.none": "Niemand van de {invited} genodigden heeft geantwoord.",
    "response.one": (
        "1 van de {invited} genodigden ({share}%) heeft geantwoord. Wie niet antwoordde, kan er anders over denken."
    ),
    "response.many": (
        "{sent_in} van de {invited} genodigden ({share}%) hebben geantwoord. "
        "Wie niet antwoordde, kan er anders over denken."
    ),
    "response.all": "Alle {invited} genodigden hebben geantwoord.",
    "response.single.none": "De enige genodigde heeft niet geantwoord.",
    "response.single.all": "De enige genodigde heeft geantwoord.",
    "response.open.none": "Niemand heeft geantwoord.",
    "response.open.one": "1 persoon heeft geantwoord.",
    "response.open.many": "{number} mensen hebben geantwoord.",
    "response.by-code.one": "En 1 persoon deed mee zonder uitnodiging: bij een bijeenkomst of op papier.",
    "response.by-code.many": "En {number} mensen deden mee zonder uitnodiging: bij een bijeenkomst of op papier.",
    "response.by-code.counts": (
        "Die antwoorden tellen nooit mee in het cijfer van een groep. Staat er geen groep naast een cijfer van het "
        "hele netwerk? Dan tellen ze daar soms wel in mee."
    ),
    "response.fewer": (
        "Niet elk antwoord telt mee in elk cijfer. Wie veel openliet, of vaak ‘weet ik niet’ koos, telt "
        "bij dat onderwerp niet mee. Wie geen uitnodiging op een eigen e-mailadres kreeg, telt soms ook niet mee."
    ),
    "response.units.none": "Van de {invited} vakjes is er geen gevuld.",
    "response.units.one": "1 van de {invited} vakjes is gevuld.",
    "response.units.many": "{number} van de {invited} vakjes zijn gevuld.",
    "response.low.title": "Dit is een beeld van de invullers",
    "response.low.text": (
        "Minder dan de helft van de genodigden heeft geantwoord. De cijfers gaan over wie de vragen invulde, "
        "niet over het hele netwerk."
    ),
    "response.too-few": (
        "Een cijfer laten we pas zien bij {k} of meer mensen. Zo kan niemand uitrekenen wat jij hebt geantwoord."
    ),
}

_THEMES = {
    "themes": "De {count} onderwerpen",
    "themes.single": "Het onderwerp",
    "scale.low": "helemaal oneens",
    "scale.high": "helemaal eens",
    "themes.how": (
        "1 is helemaal oneens, 5 is helemaal eens. De streep is de marge: met andere mensen, of op een andere dag, "
        "komt er een iets ander cijfer uit. {answers}"
    ),
    "answers.same": "Ieder cijfer is van {n} mensen.",
    "answers.except": "Ieder cijfer is van {n} mensen, behalve {exceptions}.",
    "answers.exception": "bij {theme} (van {n})",
    "answers.range": "De cijfers zijn van {low} tot {high} mensen. De tabel laat zien van hoeveel.",
    "themes.alt": (
        "Gemiddelde per onderwerp op een schaal van 1 tot en met 5. "
        "Dezelfde cijfers staan in de tabel onder de grafiek."
    ),
    "themes.key": "jullie netwerk, met marge",
    "themes.table": "Gemiddelde per onderwerp",
    "column.theme": "Onderwerp",
    "column.mean": "Gemiddelde",
    "column.margin": "Marge",
    "column.answers": "Antwoorden",
    "coded.at_least": "{short} betekent {value}.",
    "coded.at_most": "{short} betekent {value}.",
    "coded.between": "{short} betekent: ergens van {low} tot en met {high}.",
    "coded.why": "Bij kleine groepen noemen we het precieze cijfer niet altijd.",
    "no-ranking": "We maken geen ranglijst. De verschillen zijn te klein en de groepen te klein.",
}

_GROUPS = {
    "groups": "Groepen",
    "groups.unplanned": "Deze ronde kijkt naar het netwerk als geheel. Groepen zijn niet apart bekeken.",
    "groups.library-rest": "Bibliotheek en de andere partners",
    "groups.how": (
        "1 is helemaal oneens, 5 is helemaal eens. In kleine groepen is een verschil pas duidelijk "
        "bij ongeveer een heel punt."
    ),
    "groups.how.pairs": "‘Verschillend’ staat er als twee van de groepen duidelijk verschillen.",
    "groups.column.word": "Verschil",
    "groups.alt": (
        "Gemiddelde per onderwerp van {groups}, op een schaal van 1 tot en met 5. "
        "Dezelfde cijfers staan in de tabel onder de grafiek."
    ),
    "groups.table": "Gemiddelde per groep",
    "gap.different.one": "{Higher} kijkt positiever naar {themes} dan {lower}.",
    "gap.different.many": "{Higher} kijken positiever naar {themes} dan {lower}.",
    "gap.size.one": "Het verschil is ongeveer {difference} punt.",
    "gap.size.many": "Het grootste verschil is ongeveer {difference} punt.",
    "gap.others": "Bij de andere onderwerpen is geen verschil zeker: daarvoor zijn de groepen te klein.",
    "gap.unclear": "Geen verschil tussen de groepen is zeker: daarvoor zijn ze te klein.",
    "gap.same": "De groepen kijken ongeveer hetzelfde naar de onderwerpen.",
    "gap.not_shown": (
        "Een vergelijking tussen {first} en {second} kan hier niet. Er zijn te weinig antwoorden per groep."
    ),
    "gap.word.different": "verschillend",
    "gap.word.same": "ongeveer gelijk",
    "gap.word.unclear": "niet zeker",
    "gap.word.not_shown": "",
    "groups.none.title": "Deze groepen laten we niet apart zien",
    "groups.none.text": (
        "Er zijn te weinig antwoorden per groep. Anders kun je de antwoorden van een paar mensen uitrekenen. "
        "Vraag het elkaar: hoe kijk jij hiernaar vanuit jouw organisatie?"
    ),
    "groups.partly": (
        "Een streepje in de tabel: die groep laten we niet apart zien. "
        "Anders kun je de antwoorden van een paar mensen uitrekenen."
    ),
}

_TREND = {
    "trend": "Deze ronde naast de vorige",
    "trend.first": (
        "Dit is de eerste ronde met deze vragen. Bij de volgende ronde zie je hier beide rondes naast elkaar."
    ),
    "trend.how": "1 is helemaal oneens, 5 is helemaal eens. Een klein verschil tussen twee rondes kan toeval zijn.",
    "trend.alt": (
        "Gemiddelde per onderwerp in deze ronde en de vorige. De schaal loopt van 1 tot en met 5. "
        "Dezelfde cijfers staan in de tabel onder de grafiek."
    ),
    "trend.table": "Gemiddelde per onderwerp in twee rondes",
    "trend.column.word": "Verschil",
    "trend.rise": "{Theme}: {when} was het {before}, nu {now}. Dat is waarschijnlijk een echte stijging.",
    "trend.fall": "{Theme}: {when} was het {before}, nu {now}. Dat is waarschijnlijk een echte daling.",
    "trend.also.rise": "Ook bij {themes} zien we een stijging.",
    "trend.also.fall": "Ook bij {themes} zien we een daling.",
    "trend.but.rise": "Bij {themes} zien we een stijging.",
    "trend.but.fall": "Bij {themes} zien we een daling.",
    "trend.unclear": "We zien geen duidelijke verandering. Wat verschilt, kan toeval zijn.",
    "trend.others": "Bij de andere onderwerpen kan het verschil toeval zijn.",
    "trend.not_comparable": "Deze ronde is niet te vergelijken met de vorige, want de vragen zijn veranderd.",
    "trend.not_shown": (
        "Of er iets veranderde, is niet te zeggen. Er zijn te weinig antwoorden in een van beide rondes."
    ),
    "trend.partly.one": "{themes} is niet te vergelijken, want de vragen zijn veranderd.",
    "trend.partly.many": "{themes} zijn niet te vergelijken, want de vragen zijn veranderd.",
    "trend.value": "{total} (was {before})",
    "trend.word.rise": "gestegen",
    "trend.word.fall": "gedaald",
    "trend.word.unclear": "kan toeval zijn",
    "trend.word.not_comparable": "andere vragen",
    "trend.word.not_shown": "",
    "trend.notice": "Geen vergelijking met de vorige ronde",
    "returning.none": "Geen van de {invited} genodigden was ook de vorige keer uitgenodigd.",
    "returning.one": "1 van de {invited} genodigden was ook de vorige keer uitgenodigd.",
    "returning.many": "{number} van de {invited} genodigden waren ook de vorige keer uitgenodigd.",
    "returning.all": "Alle {invited} genodigden waren ook de vorige keer uitgenodigd.",
    "response.one-has-most": "Meer dan de helft van de genodigden werkt bij één organisatie.",
    "composition": "Er deden andere mensen mee dan vorige keer. Vergelijk voorzichtig.",
}

_ACTIONS = {
    "actions": "Acties",
    "actions.intro": "Kies samen één tot drie acties. Schrijf erbij wie het doet en wanneer het klaar is.",
    "actions.card.new": "Nieuwe actie",
    "actions.card": "Actie {number}",
    "actions.what": "Wat",
    "actions.who": "Wie",
    "actions.ready": "Klaar op",
    "actions.first-step": "Eerste stap",
}

NL = Lexicon(
    code="nl",
    decimal=",",
    conjunction="en",
    months=(
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    numbers=(
        "één",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien",
        "twintig",
    ),
    halves=("voorjaar", "najaar"),
    groups={
        "total": GroupName("het hele netwerk", "het hele netwerk"),
        "library": GroupName("bibliotheek", "de bibliotheek"),
        "welfare": GroupName("welzijn", "welzijn"),
        "rest": GroupName("overige partners", "de overige partners", plural=True),
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
