"""What partners wait for does not load what only the worker needs."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["survey", "survey.public.lost_link", "survey.cli.work", "survey.work.client"])
def test_the_pages_do_not_load_the_library_of_the_worker(module: str) -> None:
    program = f"import sys, {module}; print([name for name in ('dbos', 'smtplib', 'pandas') if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
