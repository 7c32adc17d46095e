"""What was found, told: to people, to editors and pipelines, and to other programs."""
