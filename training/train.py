"""Trains the shipped model for names: human sentences and rendered templates in, one folder of a few megabytes out.

usage: train.py DATA_FOLDER OUTPUT_FOLDER [--pages FOLDER] [--steps 6000] [--silver 50000] [--replaced 20000] [--gentle 1500]
                [--seed 9] [--start MODEL] [--work FOLDER] [--prepare-only]

DATA_FOLDER holds the sentences (``*.jsonl``; the test file and the tweets are left out). Everything is drawn with one seed.
The last ``--gentle`` steps go on at a lower rate with other draws of the same kinds.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pages
import read
import render
import tokens

GENTLE_RATE = 0.0005  # of a model that is trained further
OTHER_DRAW = 4  # added to the seed for the gentle steps
HERE = Path(__file__).parent
Example = tuple[str, list[tuple[int, int, str]]]


def binary(nlp: Any, examples: Iterable[Example]) -> tuple[Any, int]:
    """The examples as a DocBin, and how many names could not be laid on word boundaries."""
    from spacy.tokens import DocBin
    from spacy.util import filter_spans

    store, lost = DocBin(), 0
    for text, spans in examples:
        doc = nlp.make_doc(text)
        found = [doc.char_span(a, b, label=label) for a, b, label in spans]
        lost += sum(span is None for span in found)
        if all(span is not None for span in found):
            doc.ents = filter_spans(found)
            store.add(doc)
    return store, lost


PAGES_SHARE = 0.25  # sentences with exchanged names that come from labelled pages


def exchanged(human: list[Example], pages: list[Example], count: int, rng: random.Random) -> list[Example]:
    """``count`` sentences with their names exchanged; a share of them from ``pages``, where there are any."""
    named = [example for example in human if example[1]]
    from_pages = int(count * PAGES_SHARE) if pages else 0
    drawn = [rng.choice(named) for _ in range(count - from_pages)] + [rng.choice(pages) for _ in range(from_pages)]
    return [render.replaced(*example, rng) for example in drawn]


def prepare(data: Path, work: Path, silver: int, replaced: int, seed: int, folder: Path | None = None) -> None:
    """Writes train.spacy and dev.spacy; ``folder``: labelled pages of which half a is used."""
    rng = random.Random(seed)
    nlp = tokens.blank()
    human = list(read.human(data))
    human += 2 * list(read.sentences(data / "uner_ewt_train.jsonl"))  # three times in all: the cleanest labels
    made = list(render.silver(HERE / "data", silver, seed))
    of_pages = pages.training_paragraphs(folder)
    changed = exchanged(human, of_pages, replaced, rng)
    everything = human + made + of_pages + changed
    rng.shuffle(everything)
    train, lost = binary(nlp, everything)
    train.to_disk(work / "train.spacy")
    held_out = list(read.sentences(data / "uner_ewt_dev.jsonl"))
    dev = rng.sample(held_out, min(400, len(held_out))) + list(render.silver(HERE / "data", 300, seed + 1))
    binary(nlp, dev)[0].to_disk(work / "dev.spacy")
    print(
        f"{len(human)} human, {len(made)} rendered, {len(of_pages)} paragraphs of pages, {len(changed)} with exchanged names; "
        f"{lost} names not on word boundaries",
        file=sys.stderr,
    )


def config(work: Path, steps: int, seed: int) -> Path:
    """The configuration with this run's tokenizer settings written into a blank pipeline to start from."""
    text = (HERE / "config.cfg").read_text(encoding="utf-8").replace("6000", str(steps)).replace("seed = 7\n", f"seed = {seed}\n")
    path = work / "config.cfg"
    path.write_text(text, encoding="utf-8")
    return path


def train(work: Path, path: Path, start: Path | None = None) -> Any:
    """Runs the training loop and gives the pipeline with the averaged weights; ``start``: a pipeline to go on from, gently."""
    import spacy
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as loop

    settings = spacy.util.load_config(
        path, overrides={"paths.train": str(work / "train.spacy"), "paths.dev": str(work / "dev.spacy")}, interpolate=False
    )
    if start is not None:
        settings["components"] = {name: {"source": str(start)} for name in ("tok2vec", "ner")}
        settings["training"]["optimizer"]["learn_rate"]["initial_rate"] = GENTLE_RATE
    nlp = init_nlp(settings)
    tokens.with_tokenizer(nlp)
    (work / "model").mkdir(exist_ok=True)
    loop(nlp, work / "model", stdout=sys.stderr, stderr=sys.stderr)
    return spacy.load(work / "model" / "model-last")


def go_on(work: Path, args: argparse.Namespace, steps: int) -> Any:
    """The pipeline of ``train`` after ``steps`` more at a lower rate, on half as many paragraphs of another draw."""
    folder, seed = work / "gentle", args.seed + OTHER_DRAW
    folder.mkdir(exist_ok=True)
    prepare(args.data, folder, args.silver // 2, args.replaced * 2 // 5, seed, args.pages)
    return train(folder, config(folder, steps, seed), work / "model" / "model-last")


def arguments() -> argparse.Namespace:
    """What the command line says; the defaults are those of the shipped model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--silver", type=int, default=50000)
    parser.add_argument("--replaced", type=int, default=20000)
    parser.add_argument("--gentle", type=int, default=1500, help="steps at a lower rate at the end; none with --start")
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--start", type=Path, help="a trained pipeline to go on from")
    parser.add_argument("--work", type=Path)
    parser.add_argument("--pages", type=Path, help="a folder of labelled pages (docs, gold); half a is used beside those of tests/labelled")
    parser.add_argument("--prepare-only", action="store_true")
    return parser.parse_args()


def main() -> int:
    """Prepares the corpora, trains, and leaves the pipeline in OUTPUT_FOLDER."""
    args = arguments()
    if not (args.data / "uner_ewt_train.jsonl").is_file():
        print(
            f"error: {args.data} does not hold the labelled sentences (uner_ewt_train.jsonl and others); try: make train DATA=folder "
            "(training/README.md says what they are)",
            file=sys.stderr,
        )
        return 2
    work = args.work or Path(tempfile.mkdtemp(prefix="igf-train-"))
    work.mkdir(parents=True, exist_ok=True)
    prepare(args.data, work, args.silver, args.replaced, args.seed, args.pages)
    if args.prepare_only:
        return 0
    nlp = train(work, config(work, args.steps, args.seed), args.start)
    gentle = 0 if args.start else args.gentle
    if gentle:
        nlp = go_on(work, args, gentle)
    nlp.meta["training"] = {
        "seed": args.seed,
        "steps": args.steps,
        "gentle": gentle,
        "rendered": args.silver,
        "exchanged": args.replaced,
        "pages": args.pages is not None and args.pages.is_dir(),
        "start": args.start.name if args.start else None,
    }
    nlp.to_disk(args.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
