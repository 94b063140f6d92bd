"""The English of the research dataset: what its variables and their values are called."""

from typing import Final

DATASET: Final = {
    "dataset": "Netwerkspiegel: published results",
    "dataset.network": "Network (code)",
    "dataset.round": "Which round of this network",
    "dataset.half_year": "Half year in which the round closed",
    "dataset.questionnaire": "Questionnaire",
    "dataset.version": "Version of the questionnaire",
    "dataset.policy": "Version of the rules of calculation",
    "dataset.groups": "Groups of the round: rest is everybody who is in no other group",
    "dataset.invited": "Number of people who were invited",
    "dataset.sent_in": "Number of those people who sent in",
    "dataset.by_code": "Number of people who sent in besides, by a code or on paper",
    "dataset.organisations": "Number of organisations in the network",
    "dataset.answered": "Number of organisations that filled in anything on their own behalf",
    "dataset.role": "How the task is divided: {of}",
    "dataset.reach": "Together, and perhaps counted twice: {of}",
    "dataset.reach.organisations": "Number of organisations in the sum. {of}",
    "dataset.reach.counted": "Of which counted. {of}",
    "dataset.reach.estimated": "Of which estimated. {of}",
    "dataset.reach.left_out": "Number of organisations whose number is not shown. {of}",
    "dataset.reach.unknown": "Number of organisations that do not know. {of}",
    "dataset.theme_mean": "Average: {of}",
    "dataset.share": "Share: {of}",
    "dataset.dont_know": "Don’t know: {of}",
    "dataset.item_word": "In a word: {of}",
    "dataset.kind": "How exact. {of}",
    "dataset.high": "Upper limit. {of}",
    "dataset.n": "Number of answers. {of}",
    "dataset.basis": "Statements and scoring: compare only what is equal in this. {of}",
    "dataset.scoring": "average of what was answered, if at least two thirds were; reversed: {reversed}",
    "dataset.scoring.none": "none",
    "dataset.value.exact": "exact",
    "dataset.value.at_least": "this or higher",
    "dataset.value.at_most": "this or lower",
    "dataset.value.between": "from here to the upper limit",
    "dataset.value.withheld": "not shown",
    "dataset.unknown.at_most": "few (less than 10%)",
    "dataset.unknown.between": "some (10% to 30%)",
    "dataset.unknown.at_least": "many (more than 30%)",
    "codebook.name": "name",
    "codebook.label": "label",
    "codebook.kind": "type",
    "codebook.decimals": "decimals",
    "codebook.values": "values",
    "codebook.missing": "missing",
    "codebook.kind.text": "text",
    "codebook.kind.number": "number",
    "codebook.kind.note": "explanation",
    "codebook.lacking.never": "never empty",
    "codebook.lacking.not_asked": "empty: not asked in this round",
    "codebook.lacking.withheld": "not shown: {code} in .sav, empty in CSV; empty in both: not asked in this round",
    "codebook.lacking.withheld_code": "not shown: {code}; empty: not asked in this round",
    "codebook.lacking.no_limit": "empty: there is no upper limit; there is one only where _kind is 4",
    "codebook.lacking.no_answers": "empty: not shown, or not asked in this round",
    "codebook.lacking.no_group": (
        "not shown: {code} in .sav, empty in CSV; empty in both: not asked, or no group in this round"
    ),
    "codebook.lacking.no_part": "empty: in this round, organisations filled in nothing on their own behalf",
    "codebook.lacking.no_number": "empty: there is no number to show, or it was not asked in this round",
    "codebook.note.pandas": (
        'To read it in pandas: pd.read_csv("onderzoek.csv", sep=";", decimal=",", encoding="utf-8-sig", '
        'dtype=dict(version=str, policy=str)), or pyreadstat.read_sav("onderzoek.sav", user_missing=True).'
    ),
    "codebook.note.r": (
        'To read it in R: read.csv2("onderzoek.csv", fileEncoding = "UTF-8-BOM", colClasses = c(version = '
        '"character", policy = "character")), or haven::read_sav("onderzoek.sav", user_na = TRUE).'
    ),
    "codebook.note.people": (
        "A row is a round of a network. invited and sent_in count people; organisations and answered count "
        "organisations."
    ),
    "codebook.note.missing": (
        "What is not shown is 9. In .sav, 9 is declared as missing. In CSV the figure itself is empty then, and "
        "the 9 stands only in _kind and in columns of codes. What was not asked is empty everywhere."
    ),
    "codebook.note.groups": (
        "Per group there are averages, and no shares: those can seldom be shown, and would be thousands of "
        "columns. They are in the figures (CSV and JSON) of each report. Who is rest depends on groups: compare "
        "only rounds with the same groups."
    ),
    "codebook.note.sums": (
        "The columns reach_ add up organisations. Somebody can be counted at two of them. A number below five is "
        "not shown and not in the sum: left_out says for how many organisations. A sum is then the least that it "
        "can be."
    ),
    "codebook.note.empty": (
        "The columns follow from the questionnaires, and not from what is in them. So they are the same each year"
        " and for every organisation, and programs keep working. Therefore there are columns with nothing in "
        "them."
    ),
}
