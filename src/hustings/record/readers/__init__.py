"""What was published, read as it stands: one module a publication, nothing mended here."""
