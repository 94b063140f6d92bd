"""The English of the conversation: what to talk about, what to do, and how to lead the meeting."""

from typing import Final

_TALK: Final = {
    "talk": "To talk about",
    "talk.intro": (
        "Choose one topic together to start with. First take a minute of silence, "
        "then talk in threes and after that with everybody."
    ),
    "talk.intro.scan": (
        "Choose one topic together to start with. First take a minute of silence, "
        "then talk in pairs and after that with everybody."
    ),
    "talk.few": (
        "There are no figures to choose a topic by. There is no need: together you know most. "
        "You could start with this one."
    ),
    "talk.reason.few": "First ask each other: what makes you see it this way?",
    "talk.reason.attention": "This topic needs attention.",
    "talk.reason.divided.one": (
        "Opinions differ about one sentence. First ask each other: what makes you see it this way?"
    ),
    "talk.reason.divided.many": (
        "Opinions differ about {sentences}. First ask each other: what makes you see it this way?"
    ),
    "talk.summary": "Talk together about {themes}.",
    "suggestions.intro": "You could do this. Choose what fits, make something else of it, or leave it.",
    "suggestions.title": "Actions for {theme}",
    "suggestions.weeks.one": "about 1 week",
    "suggestions.weeks.many": "about {number} weeks",
    "owner.coordinator": "the coordinator",
    "owner.municipality": "the municipality",
    "owner.library": "the library",
    "owner.welfare": "welfare",
    "owner.everyone": "all partners",
    "owner.adviser": "the adviser",
}

#: Steps of a meeting, and of the talk after a quick scan: a term and what happens then.
_GUIDANCE: Final = {
    "guidance.meeting": "How to lead the conversation, in 90 minutes",
    "guidance.meeting.1": "0–10 minutes",
    "guidance.meeting.1.text": "Tell why you do this and what the rules are.",
    "guidance.meeting.2": "10–25 minutes",
    "guidance.meeting.2.text": "Everybody reads alone and writes down one thing that they knew and one surprise.",
    "guidance.meeting.3": "25–45 minutes",
    "guidance.meeting.3.text": (
        "Talk in threes, from different organisations. Where is the biggest difference? "
        "Use the questions of the two topics."
    ),
    "guidance.meeting.4": "45–60 minutes",
    "guidance.meeting.4.text": "Talk with everybody. What do we see? No solutions yet.",
    "guidance.meeting.5": "60–80 minutes",
    "guidance.meeting.5.text": "Choose at most three actions together. Each organisation has one vote.",
    "guidance.meeting.6": "80–90 minutes",
    "guidance.meeting.6.text": (
        "Write on the cards who does it and when it is ready. Take the first step within two weeks. "
        "Agree when you will look again."
    ),
    "guidance.meeting.7": "Note",
    "guidance.meeting.7.text": "Talk about averages yourself for five minutes at most.",
    "guidance.scan": "How to lead the conversation, in 20 minutes",
    "guidance.scan.1": "1 minute",
    "guidance.scan.1.text": "Everybody looks in silence.",
    "guidance.scan.2": "4 minutes",
    "guidance.scan.2.text": "Talk in pairs. What surprises you?",
    "guidance.scan.3": "10 minutes",
    "guidance.scan.3.text": "Talk with everybody about the topic that was chosen. Use its questions.",
    "guidance.scan.4": "5 minutes",
    "guidance.scan.4.text": "Fill in one action card together.",
    "guidance.theme": "On {theme}",
    "guidance.lead.low": "First ask what works already. Then ask what is in the way now.",
    "guidance.lead.mid": "Ask what is needed for a next step. Keep it small.",
    "guidance.lead.high": "Ask what works well here. What could you use elsewhere too?",
    "guidance.lead.divided": "First let both sides tell what they see. Do not ask who filled in what.",
    "guidance.lead.unknown": "Ask who does know something about it. Let that partner tell.",
    "guidance.lead.none": "Ask everybody for an example. Do not ask who filled in what.",
}

GUIDE: Final = _TALK | _GUIDANCE
