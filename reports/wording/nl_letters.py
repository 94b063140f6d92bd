"""The Dutch of letters and cards with a personal link."""

LETTERS = {
    "letters.title": "Brieven voor {network}",
    "letters.title.cards": "Kaartjes voor {network}",
    "letters.kicker": "Uitnodiging",
    "letters.greeting": "Beste {name},",
    "letters.ask": (
        "Je werkt samen in {network}. We willen weten hoe de samenwerking gaat en wat er beter moet. "
        "Wil je de vragenlijst invullen? Dat kan tot en met {day}."
    ),
    "letters.how": "Zo vul je in",
    "letters.how.scan": "Scan de QR-code met de camera van je telefoon. Of typ het adres over, zonder spaties.",
    "letters.how.code": "Druk op ‘Begin’. Je krijgt een code. Schrijf die hieronder op, en laat hem aan niemand zien.",
    "letters.how.stop": "Stoppen mag. Op hetzelfde apparaat ga je zo verder, op een ander met je code.",
    "letters.code": "Mijn code",
    "letters.link": "Adres",
    "letters.qr": "QR-code met je persoonlijke link: {link}",
    "letters.before": (
        "Deze link is alleen voor jou. Vraagt de eerste pagina om een code die je nooit kreeg? Dan was iemand anders "
        "je voor. Vul dan niets in, en vraag {adviser} om een nieuwe uitnodiging."
    ),
    "letters.privacy": (
        "Niemand ziet jouw antwoorden op de stellingen, ook de adviseur niet. Antwoorden via een brief of kaartje "
        "tellen alleen mee in het totaal van het hele netwerk. En dat alleen als genoeg mensen met een eigen "
        "e-mailadres antwoorden."
    ),
    "letters.meeting": "Op {day} praten jullie samen over de resultaten.",
    "letters.questions": "Vragen? Mail {adviser}: {address}",
    "letters.card": "Vul in tot en met {day}",
    "letters.card.code": "Mijn code (krijg je na ‘Begin’)",
}
