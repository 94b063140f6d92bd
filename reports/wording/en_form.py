"""The English of what kind of network it is, now and as needed."""

FORM = {
    "form": "What kind of network are you?",
    "form.depth": "How do you work together?",
    "form.steering": "Who steers the network?",
    "form.purpose": "What is the network mainly for now?",
    "form.phase": "In which phase is the network?",
    "form.text.further": (
        "You want to go further. More people choose working together or one plan as needed in two years than for now."
    ),
    "form.text.lighter": (
        "It may be lighter. Fewer people choose working together or one plan as needed in two years than for now. "
        "That is a good choice too."
    ),
    "form.text.unclear": "Do you want to go further, or may it be lighter? That cannot be said from the answers.",
    "form.advice": "For ‘{purpose}’ this form fits: {step}",
    "form.advice.lighter": "At the same time you choose a lighter form. Talk about how that goes together.",
    "form.advice.none": "There is no one purpose that stands out. Talk first about what the network is for.",
    "form.light": "No form is wrong. A light form can be enough.",
}
