"""The English of a questionnaire on paper, for all that is not in the questionnaire itself."""

_COVER = {
    "paper.kicker": "Questionnaire on paper",
    "paper.title": "{title}, on paper",
    "paper.foot": "{title}, version {version}",
    "paper.network": "Network",
    "paper.organisation": "Name of your organisation",
    "paper.asked_by": "Who asks this",
    "paper.asked_by.both": "{coordinator}, coordinator of the network, with {adviser}, adviser at {support}",
    "paper.asked_by.adviser": "{adviser}, adviser at {support}",
    "paper.closes": "You can fill it in until",
    "paper.minutes": "Time",
    "paper.minutes.about": "about {minutes} minutes",
}

_PRIVACY = {
    "paper.privacy": "What happens with my answers?",
    "paper.privacy.seen": (
        "Somebody types this form over, and sees your answers then. That may be the adviser. Nobody else sees them. "
        "Do not put your name on it."
    ),
    "paper.privacy.total": (
        "We show an average from 5 people, and how answers are spread from 10. An answer on paper counts in the total "
        "of the whole network only, and only if enough people answer by a link of their own. Do you have a link "
        "yourself? Using it usually helps your network more. Do not do both."
    ),
    "paper.privacy.words": (
        "Your own words are read by one adviser, without your name, and only if you tick that. Who types this form "
        "over reads them too. Without the tick we erase them at the closing."
    ),
    "paper.privacy.closing": (
        "We cannot find your form by your name. As long as who typed it over still has it, that person can change or "
        "erase your answers for you, until the closing. After that nobody can find the answers back."
    ),
    "paper.privacy.profile": (
        "What an organisation fills in under ‘On behalf of my organisation’ the other partners do see. That is not in "
        "this form."
    ),
    "paper.privacy.limits": (
        "It is not entirely anonymous: when people work together, or know much about each other, they can sometimes "
        "work something out. Who types it over may know your handwriting."
    ),
    "paper.privacy.named": (
        "You fill in this form on behalf of your organisation. The other partners see these answers in the report, "
        "with the name of your organisation."
    ),
    "paper.privacy.named.apart": "Your own answers to the statements have nothing to do with this.",
    "paper.privacy.named.change": (
        "Until the closing your organisation can still change the answers. After that they stay as they are."
    ),
}

_HOW = {
    "paper.how": "How to fill this in",
    "paper.how.tick": "Put a cross in the box that fits, with a pen. Choose one box, except where more are allowed.",
    "paper.how.skip": "You do not want to say something? Skip the question.",
    "paper.how.wrong": "Wrong box? Strike out the whole box and draw a circle around the right one.",
    "paper.how.clear": "Write clearly. Please do not name any persons.",
}

_ASKED = {
    "paper.some": "You may tick more than one box.",
    "paper.at_most.one": "Tick at most 1 box.",
    "paper.at_most.many": "Tick at most {number} boxes.",
    "paper.each_row": "Tick one box on each line.",
    "paper.some_each_row": "You may tick more than one box on each line.",
    "paper.each_column": "Tick one box in each column.",
    "paper.some_each_column": "You may tick more than one box in each column.",
    "paper.roles.now": "Under ‘{part}’: {question} More than one cross is allowed.",
    "paper.roles.lead": "Under ‘{part}’: {question} Put one cross at each task.",
    "paper.part.now": "does it now",
    "paper.part.lead": "should lead",
    "paper.number": "Number",
    "paper.share": "This may be in the report",
    "paper.ticked_before": "Fill this in about the organisations that you ticked at question {number}.",
    "paper.ticked_blank": "Fill this in about the organisations that you wrote down at question {number}.",
    "paper.blank": "Organisation",
    "paper.box": "box: {label}",
    "paper.box.row": "box at {row}: {label}",
    "paper.box.blank": "box with an empty line",
    "paper.lines": "empty lines to write on",
    "paper.digits": "empty boxes for a number",
}

_CONDITIONS = {
    "paper.only_if": "Fill this in only if {condition}.",
    "paper.and": " and if ",
    "paper.or": ", or if ",
    "paper.either": " or ",
    "paper.not": "not ",
    "paper.if.equals": "your answer to question {place} is {no}{value}",
    "paper.if.in": "your answer to question {place} is {no}{value}",
    "paper.if.includes": "{value} is {no}ticked at question {place}",
    "paper.if.at_least": "your answer to question {place} is {no}{value} or more",
    "paper.if.answered": "question {place} is {no}filled in",
    "paper.if.kind.equals": "your organisation is {no}of this kind: {value}",
    "paper.if.kind.in": "your organisation is {no}of this kind: {value}",
    "paper.if.number.equals": "this is {no}round {value} of your network",
    "paper.if.number.in": "this is {no}round {value} of your network",
    "paper.if.number.at_least": "this is {no}round {value} or a later round of your network",
}

_BACK = {
    "paper.back": "Finished? How to hand this in",
    "paper.back.envelope": "Put all sheets in an envelope and seal it.",
    "paper.back.give": "Give or send the envelope to the person below.",
    "paper.back.before": (
        "See to it that the envelope is there well before {day}. Somebody has to type everything over. After that day "
        "your answers no longer count."
    ),
    "paper.back.in_time": "Ask before which day the envelope must be there. After that your answers no longer count.",
    "paper.back.to": "Hand in to",
    "paper.back.number": "Number of this form (written by the person who types it over)",
}

PAPER = _COVER | _PRIVACY | _HOW | _ASKED | _CONDITIONS | _BACK
