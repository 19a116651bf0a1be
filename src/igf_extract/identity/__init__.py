"""Who is who: one id for one person and one organisation over all documents. Door: ``resolve``."""
