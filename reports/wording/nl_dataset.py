"""The Dutch of the research dataset: what its variables and their values are called."""

from typing import Final

DATASET: Final = {
    "dataset": "Netwerkspiegel: gepubliceerde uitkomsten",
    "dataset.network": "Netwerk (code)",
    "dataset.round": "Hoeveelste ronde van dit netwerk",
    "dataset.half_year": "Halfjaar waarin de ronde sloot",
    "dataset.questionnaire": "Vragenlijst",
    "dataset.version": "Versie van de vragenlijst",
    "dataset.policy": "Versie van de rekenregels",
    "dataset.groups": "Groepen van de ronde: rest is ieder die in geen andere groep is",
    "dataset.invited": "Aantal mensen dat is uitgenodigd",
    "dataset.sent_in": "Aantal van die mensen dat instuurde",
    "dataset.by_code": "Aantal mensen dat daarnaast met een code of op papier instuurde",
    "dataset.organisations": "Aantal organisaties in het netwerk",
    "dataset.answered": "Aantal organisaties dat iets invulde namens zichzelf",
    "dataset.role": "Hoe de taak verdeeld is: {of}",
    "dataset.reach": "Samen (iemand kan dubbel zijn geteld): {of}",
    "dataset.reach.organisations": "Aantal organisaties in de som. {of}",
    "dataset.reach.counted": "Waarvan geteld. {of}",
    "dataset.reach.estimated": "Waarvan geschat. {of}",
    "dataset.reach.left_out": "Aantal organisaties waarvan het getal niet te zien is. {of}",
    "dataset.reach.unknown": "Aantal organisaties dat het niet weet. {of}",
    "dataset.theme_mean": "Gemiddelde: {of}",
    "dataset.share": "Deel: {of}",
    "dataset.dont_know": "Weet ik niet: {of}",
    "dataset.item_word": "In een woord: {of}",
    "dataset.kind": "Hoe precies. {of}",
    "dataset.high": "Bovengrens. {of}",
    "dataset.n": "Aantal antwoorden. {of}",
    "dataset.basis": "Zinnen en telwijze: vergelijk alleen wat hierin gelijk is. {of}",
    "dataset.scoring": "gemiddelde van wat is ingevuld, als minstens twee derde is ingevuld; omgekeerd: {reversed}",
    "dataset.scoring.none": "geen",
    "dataset.value.exact": "precies",
    "dataset.value.at_least": "dit of hoger",
    "dataset.value.at_most": "dit of lager",
    "dataset.value.between": "van hier tot de bovengrens",
    "dataset.value.withheld": "niet getoond",
    "dataset.unknown.at_most": "weinig (minder dan 10%)",
    "dataset.unknown.between": "enige (10% tot en met 30%)",
    "dataset.unknown.at_least": "veel (meer dan 30%)",
    "codebook.name": "naam",
    "codebook.label": "omschrijving",
    "codebook.kind": "soort",
    "codebook.decimals": "decimalen",
    "codebook.values": "waarden",
    "codebook.missing": "ontbrekend",
    "codebook.kind.text": "tekst",
    "codebook.kind.number": "getal",
    "codebook.kind.note": "uitleg",
    "codebook.lacking.never": "nooit leeg",
    "codebook.lacking.not_asked": "leeg: niet gevraagd in deze ronde",
    "codebook.lacking.withheld": (
        "niet getoond: {code} in .sav, leeg in CSV; leeg in beide: niet gevraagd in deze ronde"
    ),
    "codebook.lacking.withheld_code": "niet getoond: {code}; leeg: niet gevraagd in deze ronde",
    "codebook.lacking.no_limit": "leeg: er is geen bovengrens; die is er alleen waar _kind 4 is",
    "codebook.lacking.no_answers": "leeg: niet getoond, of niet gevraagd in deze ronde",
    "codebook.lacking.no_group": (
        "niet getoond: {code} in .sav, leeg in CSV; leeg in beide: niet gevraagd, of geen groep in deze ronde"
    ),
    "codebook.lacking.no_part": "leeg: in deze ronde vulden organisaties niets in namens zichzelf",
    "codebook.lacking.no_number": "leeg: er is geen getal te zien, of in deze ronde is er niet naar gevraagd",
    "codebook.note.pandas": (
        'Lezen in pandas: pd.read_csv("onderzoek.csv", sep=";", decimal=",", encoding="utf-8-sig", '
        'dtype=dict(version=str, policy=str)), of pyreadstat.read_sav("onderzoek.sav", user_missing=True).'
    ),
    "codebook.note.r": (
        'Lezen in R: read.csv2("onderzoek.csv", fileEncoding = "UTF-8-BOM", colClasses = c(version = "character",'
        ' policy = "character")), of haven::read_sav("onderzoek.sav", user_na = TRUE).'
    ),
    "codebook.note.people": (
        "Een rij is een ronde van een netwerk. invited en sent_in tellen mensen; organisations en answered tellen"
        " organisaties."
    ),
    "codebook.note.missing": (
        "Wat niet is getoond, is 9. In .sav is 9 opgegeven als ontbrekend. In CSV is het cijfer zelf dan leeg. De 9"
        " staat daar alleen in _kind en in kolommen met codes. Wat niet is gevraagd, is overal leeg."
    ),
    "codebook.note.groups": (
        "Per groep staan hier gemiddelden, en geen aandelen: die zijn zelden te tonen, en het zouden duizenden "
        "kolommen zijn. Ze staan in de cijfers (CSV en JSON) van elk rapport. Wie rest is, hangt af van groups: "
        "vergelijk alleen rondes met dezelfde groepen."
    ),
    "codebook.note.sums": (
        "De kolommen reach_ tellen organisaties bij elkaar op. Iemand kan bij twee organisaties zijn geteld. Een "
        "getal onder de vijf is niet te zien en telt niet mee: left_out zegt bij hoeveel organisaties. Dan is een"
        " som het minste dat het kan zijn."
    ),
    "codebook.note.empty": (
        "De kolommen volgen uit de vragenlijsten, en niet uit wat erin staat. Zo zijn ze elk jaar en voor elke "
        "organisatie gelijk, en blijven programma’s werken. Daarom zijn er kolommen waar niets in staat."
    ),
}
