"""The English of what was agreed before."""

ACTIONS = {
    "previous": "What you agreed before",
    "previous.intro": "You agreed this before. Look together: what went well, and what goes on to the next time?",
    "previous.empty": "You wrote down no actions yet. You can after this meeting.",
    "previous.one.done": "You agreed one action. It is done.",
    "previous.one.not": "You agreed one action. It is not done yet.",
    "previous.done.none": "Of the {all} actions none is done yet.",
    "previous.done.one": "Of the {all} actions one is done.",
    "previous.done.many": "Of the {all} actions {count} are done.",
    "previous.done.all": "All {all} actions are done.",
    "previous.status.open": "open",
    "previous.status.open.late": "open, the agreed day has passed",
    "previous.status.busy": "in progress",
    "previous.status.busy.late": "in progress, the agreed day has passed",
    "previous.status.done": "done",
    "previous.status.stopped": "stopped",
    "previous.theme": "Topic",
    "previous.owner": "Organisation",
    "previous.person": "Who",
    "previous.helpers": "Who helps",
    "previous.first-step": "First step",
    "previous.ready": "Ready on",
    "previous.proof": "How we see that it worked",
    "previous.note": "How it went",
    "actions.summary": "Choose one to three actions together.",
    "actions.summary.2": "Choose one or two new actions together.",
    "actions.summary.1": "Choose one new action together.",
    "actions.summary.full": "Three actions run already.",
    "actions.intro.2": (
        "One action runs already. Choose one or two new ones together. Write down who does it and when it is ready."
    ),
    "actions.intro.1": (
        "Two actions run already. Choose one new one together. Write down who does it and when it is ready."
    ),
    "actions.intro.full": (
        "Three actions run already. Finish or stop one first. Then there is room for a new one: "
        "write it on an empty card."
    ),
    "cards.first-step": "First step, within two weeks",
    "cards.note": "How it goes after 6 and 12 weeks",
}
