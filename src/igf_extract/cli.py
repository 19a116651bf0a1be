"""The command line: parses options, calls the package, prints. Data goes to stdout, everything else to stderr."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import igf_extract
from igf_extract.settings import Settings, usable_cores

if TYPE_CHECKING:
    from igf_extract.model import Document

DONE, NOT_ALL_WELL, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="igf-extract",
    help="Raw texts of Internet Governance Forum sessions become normalized Parquet tables.",
    epilog="Exit codes: 0 done; 1 done, but not all is well; 2 wrong use.",
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: rich alone would take a third of the start-up time
    pretty_exceptions_enable=False,
)


class Half(StrEnum):
    """Which of the labelled documents: every second one in the order of names, from the first (a) or the second (b)."""

    A = "a"
    B = "b"


class Form(StrEnum):
    """How a description of the tables is written."""

    MARKDOWN = "md"
    JSON = "json"


Output = Annotated[Path, typer.Argument(metavar="OUTPUT", help="Folder with tables.", show_default=False)]
Model = Annotated[
    str | None,
    typer.Option("--model", help="Names in prose: any installed spaCy pipeline (name or path), or `none`. [default: the shipped model]"),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"igf-extract {igf_extract.__version__}")
        raise typer.Exit(DONE)


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")] = False,
) -> None:
    """Options before the command."""


@app.command()
def extract(
    raw: Annotated[list[Path], typer.Argument(metavar="RAW", help="Files and folders with texts.", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the tables; replaced in one step.")] = Path("output"),
    workers: Annotated[int, typer.Option("--workers", "-w", min=0, help="Processes; 0 takes every core.")] = 0,
    model: Model = None,
    decisions: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="CSV file of judgements about who is who.", show_default=False)
    ] = None,
    registry: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="Earlier output whose ids are kept. [default: OUTPUT itself]", show_default=False),
    ] = None,
    tolerate: Annotated[float, typer.Option(min=0, max=1, help="Share of unreadable documents above which the exit code is 1.")] = 0.2,
    fresh: Annotated[bool, typer.Option("--fresh", help="Read every text again, not only new and changed ones.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read texts, write the tables, show what was found."""
    settings = Settings(workers=workers or usable_cores(), model=model, decisions=decisions, registry=registry)
    try:
        with _progress() as progress:
            summary = igf_extract.extract(raw, output, settings=settings, progress=progress, cache=_cache(output, fresh))
    except KeyboardInterrupt:
        _stop("interrupted; the output was left as it was, and the next run goes on where this one stopped", INTERRUPTED)
    if as_json:
        typer.echo(json.dumps(summary.to_json(), indent=2))
    else:
        from rich.console import Console

        from igf_extract.report.console import show_summary

        show_summary(summary, Console())
    if summary.rejected_share > tolerate:
        _say(f"{summary.rejected_share:.0%} of the documents could not be read; the table problems says why (tolerated: {tolerate:.0%})")
        raise typer.Exit(NOT_ALL_WELL)


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="One text; a folder with tables for --person.", show_default=False)],
    session: Annotated[int | None, typer.Option(min=1, help="Only this session of the document.", show_default=False)] = None,
    person: Annotated[str | None, typer.Option(metavar="ID", help="What this person's id rests on.", show_default=False)] = None,
    organization: Annotated[
        str | None, typer.Option(metavar="ID", help="What this organisation's id rests on.", show_default=False)
    ] = None,
    model: Model = None,
) -> None:
    """Show how one text was read, line by line; or why entries were taken for one person or organisation."""
    from rich.console import Console

    if person is not None or organization is not None:
        _explain_who(file, person, organization)
        return

    from igf_extract.report.explain import explain as explain_document
    from igf_extract.report.show_explanation import show_explanation

    document = igf_extract.parse_file(file, settings=Settings(model=model))
    try:
        explanation = explain_document(document, session)
    except IndexError as error:
        _stop(str(error))
    show_explanation(explanation, Console())


def _explain_who(output: Path, person: str | None, organization: str | None) -> None:
    from rich.console import Console

    from igf_extract.report.show_who import show_who
    from igf_extract.report.who import who

    for kind, identity in (("person", person), ("organization", organization)):
        if identity is not None:
            show_who(who(output, kind, identity), Console())


@app.command()
def validate(output: Output) -> None:
    """Check finished tables; list what is off."""
    from igf_extract.tables.validate import validate as validate_tables

    failures = validate_tables(output)
    for failure in failures:
        typer.echo(str(failure))
    if failures:
        _say(f"{len(failures)} checks failed")
        raise typer.Exit(NOT_ALL_WELL)
    _say(f"{output}: every check passed")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder with label files (*.json).", show_default=False)],
    output: Output,
    half: Annotated[Half | None, typer.Option(help="Only every second labelled document.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Show how right finished tables are, field by field."""
    from igf_extract.report.evaluation.evaluate import evaluate as evaluate_tables
    from igf_extract.report.evaluation.show import show_evaluation

    evaluation = evaluate_tables(gold, output, half)
    if as_json:
        typer.echo(json.dumps(evaluation.as_json(), indent=2, ensure_ascii=False))
    else:
        from rich.console import Console

        show_evaluation(evaluation, Console())
    if evaluation.absent:
        _say(f"{len(evaluation.absent)} labelled documents are not in {output}; was it made from their texts?")
        raise typer.Exit(NOT_ALL_WELL)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder with tables.", show_default=False)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder with tables.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print the difference as JSON.")] = False,
) -> None:
    """Show rows gained, lost and changed between two outputs."""
    from igf_extract.tables.diff import diff as diff_tables

    difference = diff_tables(old, new)
    if as_json:
        typer.echo(json.dumps(difference.as_json(), indent=2, ensure_ascii=False))
        return
    for line in difference.lines():
        typer.echo(line)
    if not difference:
        _say("no difference")


@app.command()
def schema(form: Annotated[Form, typer.Option("--format", help="Markdown or JSON.")] = Form.MARKDOWN) -> None:
    """Print the data dictionary."""
    from igf_extract.tables.dictionary import dictionary, markdown

    typer.echo(markdown() if form is Form.MARKDOWN else json.dumps(dictionary(), indent=2, ensure_ascii=False))


def _cache(output: Path, fresh: bool) -> Path | None:
    """The folder ``.<output>.cache`` beside the output; None where nothing can be written there."""
    folder = output.resolve()
    cache = folder.with_name(f".{folder.name}.cache")
    if fresh:
        shutil.rmtree(cache, ignore_errors=True)
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return cache if os.access(cache, os.W_OK) else None


@contextmanager
def _progress() -> Iterator[Callable[[Document], None] | None]:
    """A line that counts documents, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,.0f} documents"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda document: bar.update(task, advance=1, description=document.source[-50:])


def _say(message: str) -> None:
    typer.echo(message, err=True)


def _stop(message: str, code: int = WRONG_USE) -> NoReturn:
    _say(f"error: {message}")
    sys.exit(code)


def main() -> None:
    """Runs the command line. What a user can put right ends in one line and exit code 2; a traceback is a fault of ours."""
    try:
        app(prog_name="igf-extract")
    except OSError as error:
        _stop(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except Exception as error:
        if not type(error).__module__.startswith("igf_extract."):
            raise
        _stop(str(error))


if __name__ == "__main__":
    main()
