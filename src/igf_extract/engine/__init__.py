"""Runs the pipeline over many documents: in this process or in several, in the order of the input, and never losing one."""

from igf_extract.engine.run import run
from igf_extract.engine.run_key import run_key
from igf_extract.engine.store import Store

__all__ = ["Store", "run", "run_key"]
