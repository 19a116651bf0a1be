"""How right the tables are: an output held against label files, field by field."""
