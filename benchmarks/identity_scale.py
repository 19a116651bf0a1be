"""Time and memory of who is who on generated participations: how both grow with the corpus. One core.

usage: python benchmarks/identity_scale.py [ENTRIES ...]        (default 10000 100000)

Persons: invented names of syllables and frequent names mixed, so that namesakes occur as often as in a growing corpus; each
person takes part about six times, in variant spellings. Each size has a process of its own. Prints one line a size: entries,
processor time and its growth over the size before (10.0 for ten times the entries is linear), peak memory of corpus and result.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from igf_extract.identity import resolve
from igf_extract.model import Entry, EntryKey

GIVEN = "Maria Ahmed Li Wei Anna John Fatima Carlos Elena Kofi Grace Ivan Priya Hans Yuki Amina Jose Olga Peter Lan".split()
GROUPS = ["government", "civil_society", "private_sector", "technical_community", "academia"]
REGIONS = ["african", "asia_pacific", "eastern_european", "grulac", "weog"]
KINDS = ["Institute", "Foundation", "Network", "Centre for Digital Policy", "University", "Ltd", "Association"]
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


def word(rng: random.Random, least: int = 2, most: int = 4) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(least, most))).capitalize()


def written(rng: random.Random, given: str, family: str) -> str:
    choice = rng.random()
    if choice < 0.6:
        return f"{given} {family}"
    if choice < 0.75:
        return f"{family.upper()} {given}"
    if choice < 0.85:
        return f"Dr. {given} {family}"
    return f"{given[0]}. {family}" if choice < 0.95 else f"{given} {word(rng)} {family}"


def corpus(count: int, seed: int = 1) -> list[Entry]:
    """``count`` entries of about ``count / 6`` persons and ``count / 60`` organisations, eight entries a session."""
    rng = random.Random(seed)
    bodies = [f"{word(rng)} {word(rng)} {rng.choice(KINDS)}" for _ in range(max(10, count // 60))]
    families = [word(rng) for _ in range(max(20, int(count**0.75)))]
    people = [
        (
            rng.choice(GIVEN) if rng.random() < 0.5 else word(rng),
            rng.choice(families),
            rng.choice(bodies),
            rng.choice(GROUPS),
            rng.choice(REGIONS),
        )
        for _ in range(max(10, count // 6))
    ]
    out = []
    for number in range(count):
        given, family, body, group, region = rng.choice(people)
        session = f"s{number // 8}"
        full = rng.random() < 0.7
        out.append(
            Entry(
                key=EntryKey(session, 0, number % 8),
                session=session,
                year=2006 + number % 20,
                role="speaker",
                name=written(rng, given, family),
                organization=body if rng.random() < 0.7 else None,
                stakeholder_group=group if full else None,
                regional_group=region if full else None,
            )
        )
    return out


def measure(count: int) -> tuple[float, float, str]:
    """Seconds of processor time, peak MiB, and what was found."""
    entries = corpus(count)
    started = time.process_time()
    found = resolve(entries)
    seconds = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return seconds, memory, f"{len(found.persons):,} persons  {len(found.organizations):,} organisations  {len(found.links):,} links"


def main() -> None:
    before: tuple[int, float] | None = None
    for count in [int(size) for size in sys.argv[1:]] or [10_000, 100_000]:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            seconds, memory, figures = pool.submit(measure, count).result()
        growth = f"  {seconds / before[1]:.1f} times for {count / before[0]:g} times" if before else ""
        before = count, seconds
        print(
            f"{count:>9,} entries {seconds:8.1f} s {seconds / count * 1e6:5.0f} µs an entry {memory:6.0f} MiB  {figures}{growth}",
            flush=True,
        )


if __name__ == "__main__":
    main()
