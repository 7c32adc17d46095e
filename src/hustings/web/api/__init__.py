"""The HTTP API: the record's rows with their measures, as JSON, CSV, Parquet or a page, and no cap on how many."""
