"""What reporting groups are called in sentences about them."""

from survey.i18n import _


def group_names() -> dict[str, str]:
    """Return each reporting group as a sentence begins with it."""
    return {
        "library": _("The library"),
        "welfare": _("The welfare organisation"),
        "rest": _("The group of other partners"),
    }
