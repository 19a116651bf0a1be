"""From documents to Parquet tables, and back into notebooks.

Writing: ``merge.merge``, ``build.build``, ``publish.publish``. Reading: ``load.load``, ``validate.validate``, ``diff.diff``.
What the tables are: ``schema.TABLES``; for people, ``dictionary.markdown``. Nothing is imported here, so that a command that
needs only the schema does not wait for pandas.
"""
