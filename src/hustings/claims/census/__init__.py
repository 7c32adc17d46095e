"""Figures of the census and of how many live where: of which place, which answer, and whether they are right."""
