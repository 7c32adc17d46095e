"""Figures of local elections in a story: of mayors, councils and wards."""
