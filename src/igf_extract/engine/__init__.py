"""Runs the pipeline over many documents: in this process or in several, in the order of the input, and never losing one."""

from igf_extract.engine.run import run

__all__ = ["run"]
