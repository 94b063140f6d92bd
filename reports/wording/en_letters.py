"""The English of letters and cards with a personal link."""

LETTERS = {
    "letters.title": "Letters for {network}",
    "letters.title.cards": "Cards for {network}",
    "letters.kicker": "Invitation",
    "letters.greeting": "Dear {name},",
    "letters.ask": (
        "You work together in {network}. We want to know how the collaboration is going and what has to be better. "
        "Will you fill in the questionnaire? You can until {day}."
    ),
    "letters.how": "How to fill in",
    "letters.how.scan": "Scan the QR code with the camera of your phone. Or type over the address, without spaces.",
    "letters.how.code": "Press ‘Begin’. You get a code. Write it down below, and show it to nobody.",
    "letters.how.stop": "You may stop. On the same device you just go on, on another one with your code.",
    "letters.code": "My code",
    "letters.link": "Address",
    "letters.qr": "QR code with your personal link: {link}",
    "letters.before": (
        "This link is for you only. Does the first page ask for a code that you never got? Then somebody else was "
        "there before you. Fill in nothing then, and ask {adviser} for a new invitation."
    ),
    "letters.privacy": (
        "Nobody sees your answers to the statements, not even the adviser. Answers by a letter or a card count in the "
        "total of the whole network only. And only when enough people with an e-mail address of their own answer."
    ),
    "letters.meeting": "On {day} you will talk about the results together.",
    "letters.questions": "Questions? Mail {adviser}: {address}",
    "letters.card": "Fill in until {day}",
    "letters.card.code": "My code (you get it after ‘Begin’)",
}
