"""Stories of a contest, a borough or an election in words: chosen by the facts, each figure with basis and baseline."""
