"""Charts: each a function from the record to a `Chart`, whose figures are a report's and whose colours the record's."""
