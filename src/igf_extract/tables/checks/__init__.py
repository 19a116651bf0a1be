"""Checks of a written output, by what they look at: files, keys, values, quotes."""
