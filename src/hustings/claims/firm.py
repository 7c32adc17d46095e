"""Whether a figure's words leave no doubt of what it is of: only then is another figure a wrong one."""

from __future__ import annotations

from hustings.claims.docket import Docket
from hustings.claims.expected import OF_SOMEBODY, PLACED, measures_of
from hustings.claims.names import Named
from hustings.claims.reading import Reading
from hustings.claims.topic import Topic
from hustings.claims.who import candidates_of

LEVELS = (Topic.SHARE, Topic.MAJORITY, Topic.GAP, Topic.TURNOUT, Topic.VOTES)
# What is as often printed in words as in figures.
SPELT = (Topic.PLACE, Topic.CANDIDATES, Topic.OTHERS, Topic.SEATS)
OF_PLACES = (Topic.SEATS, Topic.TURNOUT, Topic.SHARE, Topic.VOTES, Topic.SHARE_CHANGE)
# Below these a number is more likely a turn of phrase: one candidate, three seats.
SMALLEST: dict[Topic | None, int] = {Topic.CANDIDATES: 3, Topic.OTHERS: 2, Topic.VOTES: 10, Topic.GAP: 2}

# Votes of a whole country or region are no fewer.
MANY = 1000


def firm(reading: Reading, docket: Docket) -> bool:
    """Whether the words leave no doubt of what the figure is of, so that another figure is a wrong one."""
    if not (_of_a_result(reading) and _sure_when(reading, docket)):
        return False
    if reading.place is not None:
        if reading.told.topic is Topic.VOTES and reading.lexeme.value < MANY:
            return False
        somebody = bool(reading.subjects and reading.subjects[0].firm)
        return reading.told.topic in OF_PLACES and (reading.told.topic is Topic.TURNOUT or somebody)
    known = bool(reading.contests) and all(_known(key, docket) for key in reading.contests)
    return known and not reading.words.somewhere and _settled(reading, docket)


def _of_a_result(reading: Reading) -> bool:
    """Whether the words speak of the result of a poll for the Commons, and say what the figure measures."""
    topic, words = reading.told.topic, reading.words
    if words.elsewhere or words.supposed or (words.notional and topic in LEVELS):
        return False
    # What a party has now is what it won, less what has changed hands since.
    if topic is Topic.SEATS and (not words.won or words.now):
        return False
    return reading.told.sure and not reading.when.before and reading.lexeme.value >= SMALLEST.get(topic, 0)


def _sure_when(reading: Reading, docket: Docket) -> bool:
    """Whether the words leave no doubt of the election: they name it beside the figure, or speak of no other."""
    main = docket.main is not None and reading.when.years in ((), (docket.main.year,))
    if reading.when.said:
        return reading.when.sure or (main and not reading.words.another_time)
    return (main or (bool(reading.when.years) and reading.when.sure)) and not reading.words.another_time


def _settled(reading: Reading, docket: Docket) -> bool:
    """Whether it is plain whose a figure is, or of which contest."""
    topic = reading.told.topic
    if reading.lexeme.text[0].isalpha() and topic not in SPELT:
        return False
    if topic in PLACED:
        return len(reading.contests) == 1
    if set(measures_of(reading)) & OF_SOMEBODY:
        party = reading.subjects and reading.subjects[0].mention.kind is Named.PARTY
        # A party stands in every seat.
        near = reading.seat_near or reading.table or not party
        return _one_person(reading, docket) and reading.subjects[0].firm and near
    one = len(reading.contests) == 1 and reading.seat_near and not (reading.beside and not reading.seat_said)
    return one and _between(reading, docket)


def _between(reading: Reading, docket: Docket) -> bool:
    """Whether those that a swing or a lead is said to be between are the two that it is of."""
    if reading.words.apart and len(reading.subjects) != len(("ahead", "behind")):
        return False
    if reading.told.topic is Topic.SWING:
        return _of_the_first_two(reading, docket)
    return reading.told.topic is not Topic.GAP or _both_stood(reading, docket)


def _of_the_first_two(reading: Reading, docket: Docket) -> bool:
    """Whether the parties that a swing is said to be between came first and second: the catalogue has no other."""
    standing = [
        one for key in reading.contests for sub in reading.subjects for one in candidates_of(sub.mention, key, docket)
    ]
    return all(one.place <= len(("first", "second")) for one in standing)


def _both_stood(reading: Reading, docket: Docket) -> bool:
    """Whether all who are named beside a lead stood in the contest: one who did not leads elsewhere."""
    return all(candidates_of(one.mention, key, docket) for one in reading.subjects for key in reading.contests)


def _known(contest_id: str, docket: Docket) -> bool:
    """Whether a contest is of a seat that the story names, or of one that such a seat was drawn from."""
    seat = docket.contests[contest_id].seat
    drawn = {was for name in docket.named for key in docket.of_seat.get(name, ()) for was in docket.before.get(key, ())}
    return seat in docket.named or contest_id in drawn


def _one_person(reading: Reading, docket: Docket) -> bool:
    """Whether the likeliest subject is one candidate in each contest: independents may be several."""
    return bool(reading.subjects) and all(
        len(candidates_of(reading.subjects[0].mention, key, docket)) == 1 for key in reading.contests
    )
