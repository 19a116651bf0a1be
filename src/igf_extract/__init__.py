"""igf-extract: raw texts of Internet Governance Forum sessions become normalized tables.

>>> import igf_extract
>>> summary = igf_extract.extract("raw", "output")      # doctest: +SKIP
>>> tables = igf_extract.load("output")                 # doctest: +SKIP
>>> tables.sessions.groupby("year").size()              # doctest: +SKIP
"""

from igf_extract.door import extract, load, parse, parse_file
from igf_extract.settings import Settings

__all__ = ["Settings", "__version__", "extract", "load", "parse", "parse_file"]

__version__ = "0.1.0"
