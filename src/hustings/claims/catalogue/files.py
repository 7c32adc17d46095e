"""The files of the catalogue, beside the record's own."""

FACTS, CONTESTS = "fact.parquet", "told_contest.parquet"
CANDIDATES, NAMES = "told_candidate.parquet", "told_name.parquet"
