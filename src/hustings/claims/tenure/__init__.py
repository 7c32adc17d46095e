"""Days of polls, and how long members have sat and parties have held a seat."""
