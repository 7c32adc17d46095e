"""Which candidacies are one person's: published numbers, then links by probability, then corrections."""
