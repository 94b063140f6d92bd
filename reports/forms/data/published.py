"""What leaves the system as data about one round, as one document."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict

from reports.benchmark import ShownEdition, shown
from reports.profile import ProfileResults
from reports.profile.facts import Voice
from reports.report import ReportInput
from reports.results import Results
from reports.stored import StoredDocument


class InvalidPublishedRound(ValueError):
    """A text that is not a PublishedRound document of this format."""


@dataclass(frozen=True, slots=True)
class PublishedRound(StoredDocument):
    """The published figures of a round and the facts that organisations shared, and no sentence that anybody typed.

    Not here: what people wrote in their own words (disclosure rule R8), the sentences beside organisations' voices,
    actions, of which every text is typed by staff and may hold a name, and when and where the meeting is. Names of
    organisations are here, for what they said they said by name (R11).
    """

    invalid: ClassVar = InvalidPublishedRound
    unreadable: ClassVar = "This is not a readable published round."
    leaves_out_absent: ClassVar = True

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    network: str
    results: Results
    profile: ProfileResults | None = None
    #: The results of the round before, where its report is published too.
    previous: Results | None = None
    #: What is told of the other networks, as the report took them.
    edition: ShownEdition | None = None
    #: Tells this document from others that hold results.
    document: Literal["published-round"] = "published-round"
    #: Of the text; raised when an older reader would misread it.
    format: Literal[1] = 1

    @classmethod
    def schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of the text."""
        # Named, for a dataclass with slots is another class than the one that this is written in.
        return without_place_for_sentences(super(PublishedRound, cls).schema())


def published(given: ReportInput) -> PublishedRound:
    """Return what of a report's input may leave as data."""
    profile = without_sentences(given.profile) if given.profile else None
    edition = shown(given.edition) if given.edition else None
    return PublishedRound(given.network, given.results, profile, given.previous, edition)


def published_json(given: ReportInput) -> bytes:
    """Return the published round as canonical JSON: the same round is the same bytes, at any time."""
    return published(given).to_json().encode()


def without_sentences(profile: ProfileResults) -> ProfileResults:
    """Return a profile in which voices have their choice only; a voice of which nothing is left goes."""
    voices = (replace(voice, sentence=None) for voice in profile.voices if voice.choice is not None)
    return replace(profile, voices=tuple(voices))


def without_place_for_sentences(schema: dict[str, Any]) -> dict[str, Any]:
    """Take the sentences of voices out of the schema of a document that holds a profile of the kind above."""
    voice = schema["$defs"][Voice.__name__]
    del voice["properties"]["sentence"]
    voice["description"] = "How an organisation looks at a theme."
    return schema
