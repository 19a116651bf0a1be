"""igf-extract: raw texts of Internet Governance Forum sessions become normalized tables."""

__version__ = "0.1.0"
