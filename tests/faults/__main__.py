"""`python -m tests.faults SEED i/n` runs a shard of the full run, and prints what was done and found.

A round is a pure function of seed and number; `python -m tests.faults SEED 17` runs round 17 alone.
"""

import logging
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

from tests.faults.rounds import Verdict, run
from tests.faults.schedule import OF_CONNECTIONS, ROUNDS, round_of


def main(seed: str, shard: str) -> int:
    """Run the rounds of a shard; 1 if anything is wrong."""
    verdicts, failed = [], []
    for number in _numbers(shard):
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            Path(folder).chmod(0o755)  # PostgreSQL runs as another user
            try:
                verdict = run(round_of(seed, number), Path(folder), _say)
            except Exception:  # noqa: BLE001 - told at the end; the other rounds go on
                failed.append(number)
                _say(f"round {number} of seed {seed} FAILED\n{traceback.format_exc()}")
                continue
        verdicts.append(verdict)
        if not verdict.good:
            failed.append(number)
        _say(_line(number, verdict))
    _say(_table(verdicts))
    _say(f"rounds with something wrong, seed {seed}: {failed or 'none'}")
    return 1 if failed else 0


def _numbers(shard: str) -> list[int]:
    first, _, count = shard.partition("/")
    return list(range(ROUNDS))[int(first) - 1 :: int(count)] if count else [int(first)]


def _line(number: int, verdict: Verdict) -> str:
    worst = max((seconds or 0.0 for _, seconds in verdict.acts), default=0.0)
    said = (
        f"round {number}: {sum(verdict.strikes.values())} proxy faults, {len(verdict.acts)} others,"
        f" {verdict.commands} commands, {verdict.acknowledged} acknowledged, {verdict.events} events,"
        f" refused {dict(verdict.refusals)}, worst recovery {worst:.1f} s, {verdict.seconds:.0f} s"
    )
    lines = [said]
    lines += [f"  WRONG {each.kind}: {each.what}" for each in verdict.violations]
    lines += [f"  a writer ended with {status}:\n{words}" for status, words in verdict.ended]
    return "\n".join(lines)


def _table(verdicts: list[Verdict]) -> str:
    """Counts by kind over all rounds, and the worst recovery of each."""
    struck = sum((Counter(verdict.strikes) for verdict in verdicts), Counter())
    acts = [each for verdict in verdicts for each in verdict.acts]
    lines = ["", f"{sum(struck.values())} faults of requests"]
    apis = Counter({api: 0 for api, _ in struck})
    fates = Counter({fate: 0 for _, fate in struck})
    for (api, fate), number in struck.items():
        apis[api] += number
        fates[fate] += number
    lines += [f"{number:6}  {api.name}" for api, number in apis.most_common()]
    lines += [f"{number:6}  {fate}" for fate, number in fates.most_common()]
    of_processes = sum(act not in OF_CONNECTIONS for act, _ in acts)
    lines.append(f"{of_processes} faults of processes, {len(acts) - of_processes} of connections")
    for act, number in Counter(act for act, _ in acts).most_common():
        worst = max(seconds or 0.0 for each, seconds in acts if each == act)
        lines.append(f"{number:6}  {act}: acknowledged again after {worst:.1f} s at worst")
    total = sum(len(verdict.violations) for verdict in verdicts)
    events = sum(verdict.events for verdict in verdicts)
    acknowledged = sum(verdict.acknowledged for verdict in verdicts)
    lines.append(f"{acknowledged} commands acknowledged, {events} events, {total} violations")
    return "\n".join(lines)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    logging.basicConfig(level=logging.CRITICAL)
    sys.exit(main(sys.argv[1], sys.argv[2]))
