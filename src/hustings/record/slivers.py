"""How small a part of a place is no more than a sliver, or too small to be named in a sentence."""

# A part under this, of a seat's addresses or of a borough's people, is an artefact of outlines or a handful of homes:
# lists leave it out, and a borough's seats are those of which more lies in it.
LEAST_PART = 0.005
# Of what a seat was made of, parts from this are named in a sentence.
NAMED_PART = 0.02
# The words of SQL for a row of authority_part that is more than a sliver.
LIES_IN = f"people >= 1 and (population_of_constituency >= {LEAST_PART} or population_of_authority >= {LEAST_PART})"
