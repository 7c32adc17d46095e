"""From published files to the record's tables, corrected, checked and written as Parquet."""
