"""What a page over many networks is made of."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reports.benchmark import Edition, ThemeFigures
from reports.benchmark.edition import figure_key
from reports.standing import ThemeStanding


@dataclass(frozen=True)
class ComparedNetwork:
    """A network by one released round; ``key`` names it in addresses, ``under`` is the heading that it stands under."""

    key: str
    name: str
    closed_on: date
    themes: tuple[ThemeStanding, ...]
    under: str = ""

    @cached_property
    def by_theme(self) -> Mapping[str, ThemeStanding]:
        """Its themes by id."""
        return {each.theme: each for each in self.themes}


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme over many networks: its title, in which version it is compared, and the edition's figures of that one."""

    id: str
    title: str
    version: str
    figures: ThemeFigures | None = None

    def fits(self, standing: ThemeStanding | None) -> bool:
        """Whether a network's average of it may stand beside the others (disclosure rule R16)."""
        return standing is not None and standing.version == self.version


def themes_of(
    networks: Sequence[ComparedNetwork], titles: Mapping[str, str], edition: Edition | None
) -> tuple[Theme, ...]:
    """Return the themes of these networks, in the order of ``titles``, each in the version that is compared.

    Parameters
    ----------
    networks
        The networks that are shown.
    titles
        Every theme that there is, with its title.
    edition
        The edition whose figures stand beside them; only those of the same version do.
    """
    versions = reference_versions(networks)
    figures = {(each.theme.id, figure_key(each.theme)): each for each in edition.themes} if edition else {}
    return tuple(
        Theme(theme, title, versions[theme], figures.get((theme, versions[theme])))
        for theme, title in titles.items()
        if theme in versions
    )


def reference_versions(networks: Iterable[ComparedNetwork]) -> dict[str, str]:
    """Return for each theme the version that most networks have; of as many, the one that was asked last."""
    counted: dict[str, Counter[str]] = {}
    newest: dict[str, date] = {}
    for network in networks:
        for each in network.themes:
            counted.setdefault(each.theme, Counter())[each.version] += 1
            newest[each.version] = max(newest.get(each.version, date.min), network.closed_on)
    return {
        theme: max(versions, key=lambda version: (versions[version], newest[version], version))
        for theme, versions in counted.items()
    }
