"""What the gate costs at a closing: all themes of a round, in networks of several sizes, with every insider.

``python -m bench.gate`` prints the figures; ``--record`` adds them to bench/RECORD.md.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from statistics import median
from typing import Final

from bench.telling import Target, record
from questionnaires import catalogue
from reports.answers import answer_frame
from reports.disclosure.gate import Level, settle
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results.tables import theme_cells
from survey.demo.patterns import generate
from survey.demo.places import measured_places
from survey.services.planning import DEFAULT_QUESTIONNAIRE, default_plan, group_of

#: Respondents per network, and how many networks of each size.
SIZES: Final = (10, 20, 30, 40)
NETWORKS: Final = 10


def main() -> int:
    """Measure, print, and add to the record when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.gate", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add the figures to bench/RECORD.md")
    arguments = parser.parse_args()
    text = _measured()
    print(text)
    if arguments.record:
        record("gate", text, "python -m bench.gate --record")
    return 0


def _measured() -> str:
    lines = [f"All themes of a round, {NETWORKS} invented networks of each size: seconds of one processor"]
    found = {size: list(_rounds(size)) for size in SIZES}
    for size, rounds in found.items():
        seconds = [each for each, _ in rounds]
        taken_back = sum(levels for _, levels in rounds)
        lines.append(
            f"  {size:>3} respondents: {median(seconds):.2f} (most {max(seconds):.2f}); themes taken back: {taken_back}"
        )
    dearest = max(seconds for seconds, _ in found[40])
    lines += ["", Target("a network of 40, the dearest", dearest, 1, "s").line]
    lines.append(Target("a network of 40, the aim", median(each for each, _ in found[40]), 0.05, "s").line)
    return "\n".join(lines)


def _rounds(size: int) -> Iterator[tuple[float, int]]:
    """Give for each network the processor time, and how many themes lost something."""
    for number in range(NETWORKS):
        themes = _themes(size, number)
        before = time.process_time()
        levels = [settle(theme, theme_cells) for theme in themes]
        yield time.process_time() - before, sum(level > Level.FULL for level in levels)


def _themes(size: int, number: int) -> list[ThemeAnswers]:
    questionnaire = catalogue.latest(DEFAULT_QUESTIONNAIRE)
    (place,) = measured_places(1, size)
    people = [person for organisation in place.organisations(first_person=number) for person in organisation.people]
    plan = default_plan(person.kind for person in people)
    answers = generate(place.pattern, people, questionnaire, round_number=1, seed=(1, number))
    rows = [(group_of(plan, person.kind), answer) for person, answer in zip(people, answers, strict=True)]
    frame = answer_frame(rows[:size], questionnaire)
    return [ThemeAnswers.of(theme, frame, [group["id"] for group in plan]) for theme in questionnaire.themes]


if __name__ == "__main__":
    sys.exit(main())
