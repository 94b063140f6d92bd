"""A server of reports with every kind of block, for tests that need no round and no database."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Final

from werkzeug.serving import make_server

from survey import create_app
from tests.browser.whole_answers import read_whole
from tests.factories import make_config
from tests.report_pages import serve
from tests.unit.reports.every_block import every_block

EVERY: Final = "/proefrapport/every"
SAMPLE: Final = "/voorbeeldrapport?taal=nl"
PAGES: Final = (EVERY, SAMPLE)
TABLET: Final = (768, 1024)
DESK: Final = (1280, 800)


@contextmanager
def serving_reports(folder: Path) -> Iterator[str]:
    """Serve a report with every kind of block, the same with a long name, and the public sample."""
    app = create_app(make_config(f"sqlite:///{folder}/none.db", folder))
    serve(app, {"every": every_block(), "long": every_block(network="Taalnetwerk Samenwerkende Gemeenten " * 6)})
    server = make_server("127.0.0.1", 0, read_whole(app.wsgi_app), threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
