"""Why each number of a seat page is what it is: formula, inputs, the row it was read from, corrections."""
