"""The desk on the web: the same pages as the site of files, and the record's numbers for programs."""
