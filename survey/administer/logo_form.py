"""The form by which a logo is given."""

from typing import Any

from wtforms import FileField

from survey.forms import StaffForm
from survey.i18n import later


class LogoForm(StaffForm):
    """One file."""

    file = FileField(later("Logo"))

    def given(self) -> bytes:
        """Return what is in the file; nothing when none was chosen."""
        fields: Any = self
        sent = fields.file.data
        if not hasattr(sent, "read"):
            return b""
        with sent.stream as file:
            return file.read()
