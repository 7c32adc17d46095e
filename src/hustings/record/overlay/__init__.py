"""What a user adds to the record: files of their own, kept in a folder of their own, never in the package."""
