"""Text in several languages, as a definition carries it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError, core_schema

from questionnaires.context import FileContext


class Text(dict[str, str]):
    """One text per language code, never empty: ``{"nl": "Ons doel", "en": "Our purpose"}``."""

    def in_language(self, language: str) -> str:
        """Return the text in ``language``; a definition is complete in every language it declares.

        Raises
        ------
        KeyError
            When the definition does not declare this language.
        """
        return self[language]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(cls._read)

    @classmethod
    def _read(cls, written: object, info: core_schema.ValidationInfo) -> "Text":
        """Read the texts as written; ``context`` may say in which languages they must be."""
        problems = list(_problems(written, FileContext.of(info).languages))
        if problems:
            raise ValidationError.from_exception_data(cls.__name__, problems)
        return cls({language: text.strip() for language, text in cast(Mapping[str, str], written).items()})


def _problems(written: object, languages: Sequence[str]) -> Iterator[InitErrorDetails]:
    if not isinstance(written, Mapping) or not written:
        yield InitErrorDetails(type=PydanticCustomError("no_languages", "no languages"), input=written)
        return
    texts = cast(Mapping[str, object], written)
    for language, text in texts.items():
        problem = _problem(language, text, languages)
        if problem:
            yield InitErrorDetails(type=problem, loc=(language,), input=text)
    for language in languages:
        if language not in texts:
            missing = PydanticCustomError("missing_language", "missing", {"language": language})
            yield InitErrorDetails(type=missing, input=written)


def _problem(language: str, text: object, languages: Sequence[str]) -> PydanticCustomError | None:
    if languages and language not in languages:
        return PydanticCustomError("unknown_language", "unknown")
    if text is None or (isinstance(text, str) and not text.strip()):
        return PydanticCustomError("empty_text", "empty")
    if not isinstance(text, str):
        return PydanticCustomError("not_in_quotes", "no text")
    return None
