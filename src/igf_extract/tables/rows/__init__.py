"""Rows of the tables: one file for each group of tables, each a function from the corpus to rows."""
