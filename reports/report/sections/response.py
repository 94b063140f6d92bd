"""Wie antwoordde: how many of the invited answered, and what that means for the figures."""

from reports.disclosure.policy import K
from reports.report.parts import Block, Notice, Paragraph, Section, Units
from reports.report.source import Source
from reports.results import Response
from reports.wording import response
from reports.wording.sentences import by_code, is_low


def section(source: Source) -> Section:
    """Make the section: the response as a sentence and as boxes, with a warning when it is low."""
    say, counts = source.words.say, source.results.response
    sentence = response(source.words, counts)
    blocks: list[Block] = [Paragraph(sentence, "lead")]
    if 0 < counts.invited >= counts.sent_in:
        alt = source.words.counted("response.units", counts.sent_in, invited=counts.invited)
        blocks.append(Units(counts.sent_in, counts.invited, alt))
    if more := by_code(source.words, counts):
        blocks.append(Paragraph(more))
    if any(cell.n is not None and cell.n < counts.sent_in + counts.by_code for cell in source.shown.values()):
        blocks.append(Paragraph(say("response.fewer")))
    if counts.one_has_most:
        blocks.append(Paragraph(say("response.one-has-most")))
    if counted(counts) < K:
        blocks.append(Paragraph(say("response.too-few", k=K)))
    elif is_low(counts):
        blocks.append(Notice(say("response.low.title"), say("response.low.text"), "attention"))
    return Section("response", say("response"), tuple(blocks), sentence)


def counted(response: Response) -> int:
    """Return whose number has to reach the minimum: the invited who sent in; where nobody was invited, all who did."""
    return response.sent_in if response.invited else response.sent_in + response.by_code
