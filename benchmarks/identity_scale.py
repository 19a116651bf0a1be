"""Time and memory of who is who on generated participations: how both grow with the corpus. One core.

usage: python benchmarks/identity_scale.py [ENTRIES ...]        (default 10000 100000)

Behind each size: the same corpus again with 1 % more entries, by the memory of the run before, as a share of a full run; and how
many parts of the corpus were compared again.

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

from igf_extract.identity import Memory, resolve
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


GROWING_AT_MOST = 300_000  # larger sizes are measured without the second run, which holds the corpus twice


def remember(count: int) -> tuple[float, bytes]:
    """Seconds of a run over all but the last 1 % of the entries, and what it remembers."""
    memory = Memory()
    entries = corpus(count)[: count - count // 100]
    started = time.process_time()
    resolve(entries, memory=memory)
    return time.process_time() - started, memory.to_bytes()


def grow(count: int, kept: bytes) -> tuple[float, str]:
    """Seconds of a run over all entries by that memory (reading it included), and what was compared again."""
    entries = corpus(count)
    started = time.process_time()
    memory = Memory.from_bytes(kept)
    resolve(entries, memory=memory)
    seconds = time.process_time() - started
    shares = [f"{memory.made[kind]:,} of {memory.made[kind] + memory.known[kind]:,} {kind}" for kind in ("persons", "organizations")]
    return seconds, " and ".join(shares)


def growing(count: int) -> str:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        whole, kept = pool.submit(remember, count).result()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        seconds, compared = pool.submit(grow, count, kept).result()
    return f"{'':>9} 1 % more {seconds:8.1f} s  {seconds / whole:.0%} of {whole:.1f} s; compared again: parts with {compared}"


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
        if count <= GROWING_AT_MOST:
            print(growing(count), flush=True)


if __name__ == "__main__":
    main()
