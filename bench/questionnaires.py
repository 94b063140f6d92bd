"""Reading the questionnaires: what loading and checking the full instrument costs.

``python -m bench.questionnaires`` prints the figures; ``--record`` adds them to bench/RECORD.md. The floor is the same
files read as plain data with their places, in the same run, and nothing checked.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench import telling
from questionnaires import basing, catalogue, guide
from questionnaires.checking import check_file
from questionnaires.reading import read

FOLDER = Path(catalogue.__file__).parent
#: The full instrument: the personal part, the organisation profile, and the guide that both belong to.
INSTRUMENT = [FOLDER / "taalnetwerkspiegel.yaml", FOLDER / "organisatieprofiel.yaml"]
ALL = [
    *INSTRUMENT,
    FOLDER / "taalnetwerkspiegel-kort.yaml",
    FOLDER / "quickscan.yaml",
    guide.GUIDES / "taalnetwerk.yaml",
]
RUNS = 15
LIMIT_SECONDS = 0.5


def main() -> int:
    """Measure, print, and add to the record when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.questionnaires", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add the figures to bench/RECORD.md")
    arguments = parser.parse_args()
    text = _told()
    print(text)
    if arguments.record:
        telling.record("questionnaires", text, "python -m bench.questionnaires --record")
    return 0


def _told() -> str:
    floor = _seconds(lambda: [read(path) for path in INSTRUMENT])
    loaded = _seconds(lambda: [catalogue.load(path) for path in INSTRUMENT])
    checked = _seconds(lambda: [check_file(path) for path in INSTRUMENT])
    whole = _seconds(lambda: [check_file(path) for path in ALL])
    verdict = "ok" if checked <= LIMIT_SECONDS else "NOT MET"
    return "\n".join(
        [
            f"CPU in milliseconds, the median of {RUNS} runs; nothing is kept from one run to the next",
            f"  read as plain data (the floor)                    {1000 * floor:8.1f}",
            f"  load: read, check, put together                   {1000 * loaded:8.1f}  {loaded / floor:.2f} times",
            f"  check as the command does, with the words         {1000 * checked:8.1f}  {checked / floor:.2f} times",
            f"  check every file of ours, the guide too           {1000 * whole:8.1f}",
            f"  loading and checking the full instrument: {checked:.2f} s (at most {LIMIT_SECONDS} s)  {verdict}",
        ]
    )


def _seconds(work: Callable[[], object]) -> float:
    """Return the processor time of doing this anew."""
    taken: list[float] = []
    for _ in range(RUNS):
        basing.forget()
        guide.find_guide.cache_clear()
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return median(taken)


if __name__ == "__main__":
    sys.exit(main())
