"""Show it: what the record and the measures say, in the forms a reader takes."""
