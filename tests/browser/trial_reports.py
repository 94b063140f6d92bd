"""A server of reports with every kind of block, for tests that need no round and no database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Final

from werkzeug.serving import make_server

from reports.report import Column, Report, Section, Table
from reports.report.values import texts
from survey import create_app
from tests.browser.whole_answers import read_whole
from tests.factories import make_config
from tests.report_pages import serve
from tests.unit.reports.every_block import every_block

EVERY: Final = "/proefrapport/every"
#: A table of sixteen organisations against each other.
WIDE_TABLE: Final = "/proefrapport/wide"
SAMPLE: Final = "/voorbeeldrapport?taal=nl"
PAGES: Final = (EVERY, SAMPLE)
TABLET: Final = (768, 1024)
DESK: Final = (1280, 800)


def of_many(organisations: int) -> Report:
    """Return a report with the table of so many organisations against each other."""
    names = [f"{place}. Bibliotheek Merenland" for place in range(1, organisations + 1)]
    columns = tuple(map(Column, ["Organisatie", *map(str, range(1, organisations + 1))]))
    table = Table("matrix", "Contact", columns, tuple(texts(name, *["(maand)"] * organisations) for name in names))
    return replace(every_block(), sections=(Section("wide", "Organisaties", (table,)),))


@contextmanager
def serving_reports(folder: Path) -> Iterator[str]:
    """Serve a report with every kind of block, the same with a long name, and the public sample."""
    app = create_app(make_config(f"sqlite:///{folder}/none.db", folder))
    long = every_block(network="Taalnetwerk Samenwerkende Gemeenten " * 6)
    serve(app, {"every": every_block(), "long": long, "wide": of_many(16)})
    server = make_server("127.0.0.1", 0, read_whole(app.wsgi_app), threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
