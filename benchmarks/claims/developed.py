"""Patterns that the checker may be developed against."""

from benchmarks.claims.template import Pattern as Story

PATTERNS = (
    Story(
        "held-with-majority",
        "{Parties1} won {seat} at the {election} with a majority of [maj]. {name1} took [v1: votes], [s1] of the vote.",
    ),
    Story(
        "share-moved-by",
        "{seat} voted on {date}. {Poss1} share of the vote <c1:rose|fell> by [c1: percentage points] to [s1].",
    ),
    Story("turnout-was", "Turnout in {seat} at the {election} was [turnout]. {name1} ({adj1}) won with [v1: votes]."),
    Story(
        "beat-by",
        "{name1} beat {name2} by [maj: votes] to win {seat} at the {election}.",
    ),
    Story(
        "votes-to-votes",
        "In {seat}, {adj1} candidate {name1} won the {election} by [v1: votes] to [v2]. "
        "It was {any2} who came [place2].",
    ),
    Story(
        "trio-in-one-sentence",
        "At the {election} in {seat} {name1} polled [v1: votes] to the [v2] of {name2}, a majority of [maj].",
    ),
    Story(
        "n-vote-majority",
        "{Any1} took {seat} with a [maj:-vote] majority at the {election}. {Any2} finished [place2] on [s2].",
    ),
    Story(
        "came-third-with",
        "The {election} in {seat} was won by {name1} of {parties1}.\n\n"
        "{namex} ({partyx}) came [placex] with [vx: votes], or [sx: per cent] of the vote.",
    ),
    Story(
        "pronoun-follows",
        "{name1} is the MP for {seat} after the {election}. {He1} received [v1: votes]. "
        "{His1} majority was [maj]. Turnout was [turnout].",
    ),
    Story(
        "from-to-share",
        "{seat} went to the polls on {date}. {Any1} <c1:climbed|slipped> from [o1] to [s1], "
        "<c1:a rise|a fall> of [c1: points].",
        ("same",),
    ),
    Story(
        "share-up-comma",
        "{seat}, {election}: {name1} ({adj1}) [v1: votes], [s1], <c1:up|down> [c1: points]; "
        "{name2} ({adj2}) [v2: votes], [s2], <c2:up|down> [c2: points].",
    ),
    Story(
        "swing-from-to",
        "{Any1} won {seat} at the {election}. There was a swing of [swing: percentage points] "
        "from {loser} to {gainer}.",
    ),
    Story(
        "n-point-swing",
        "{name1} won {seat} in {year} by [maj: votes], on a [swing:-point] swing from {loser} to {gainer}.",
    ),
    Story(
        "front-matter-general",
        "---\ntitle: How {seat} voted\ndate: {iso}\n---\n\n"
        "{name1} won {seat} for {any1} at the general election, with [v1: votes] and a majority of [maj].",
        ("general",),
    ),
    Story(
        "front-matter-by-election",
        "---\ndate: {iso}\n---\n\nVoters in {seat} chose {name1} of {parties1} in the by-election. "
        "{He1} won with [s1] of the vote and a majority of [maj: votes]. Turnout was [turnout].",
        ("by-election",),
    ),
    Story(
        "list-of-candidates",
        "Result for {seat}, {date}:\n\n- {name1} ({party1}) [v1]\n- {name2} ({party2}) [v2]\n"
        "- {name3} ({party3}) [v3]\n\nMajority: [maj]. Turnout: [turnout].",
    ),
    Story(
        "table-votes-share",
        "## {seat}, {date}\n\n| Candidate | Party | Votes | % |\n| --- | --- | ---: | ---: |\n"
        "| {name1} | {party1} | [v1] | [s1:1bare] |\n| {name2} | {party2} | [v2] | [s2:1bare] |\n"
        "| {name3} | {party3} | [v3] | [s3:1bare] |\n",
    ),
    Story(
        "table-with-change",
        "# {seat}: {election}\n\n| Party | Candidate | Votes | Share | Change |\n| --- | --- | --- | --- | --- |\n"
        "| {party1} | {name1} | [v1] | [s1] | [c1:signed] |\n| {party2} | {name2} | [v2] | [s2] | [c2:signed] |\n",
        ("same",),
    ),
    Story(
        "ahead-of",
        "{name1} finished [maj: votes] ahead of {name2} in {seat} on {date}. {Any2} took [s2] and {any3} [s3].",
    ),
    Story(
        "brackets-after-names",
        "{name1} ([v1]) defeated {name2} ([v2]) and {name3} ([v3]) in {seat} at the {election}.",
    ),
    Story(
        "gain-from",
        "{Any1} gained {seat} from {oldparty} at the {election}. {name1} won [v1: votes] and has a majority of [maj].",
        ("gain",),
    ),
    Story(
        "old-majority-overturned",
        "{name1} overturned a majority of [oldmaj] to take {seat} from {oldparty} at the {election}. "
        "{His1} own majority is [maj].",
        ("gain",),
    ),
    Story(
        "hold-increased",
        "{Any1} held {seat} at the {election}. The majority was [maj: votes], against [oldmaj] in {oldyear}.",
        ("hold",),
    ),
    Story(
        "passive-won-by",
        "{seat} was won by {parties1} in {year}. A total of [v1: votes] were cast for {name1}, "
        "and [v2] for {name2} of {parties2}.",
    ),
    Story(
        "turnout-moved",
        "On {date} [turnout] of electors in {seat} voted, turnout <tc:up|down> [tc: percentage points] on {oldyear}.",
        ("same",),
    ),
    Story(
        "per-cent-words",
        "{Nick1} won [s1: per cent] of the vote in {seat} at the {election}, {nick2} [s2: per cent] "
        "and {nick3} [s3: per cent].",
    ),
    Story(
        "whole-per-cent",
        "With [s1:0 per cent] of the vote {any1} won {seat} in {year}. {Any2} had [s2:0 per cent].",
    ),
    Story(
        "majority-as-share",
        "{name1} won {seat} for {any1} in {year} with a majority of [maj], or [majs] of the vote.",
    ),
    Story(
        "possessive-votes",
        "{Poss1} {name1} won {seat} at the {election}. {name1}'s [v1: votes] were [maj] more than {name2}'s [v2].",
    ),
    Story(
        "electorate",
        "{seat} had an electorate of [electorate] at the {election}. {name1} won with [v1: votes] on a turnout of "
        "[turnout].",
    ),
    Story(
        "several-claims",
        "On {date} {name1} held off {name2} in {seat} by [maj: votes]. {Poss1} share was [s1], "
        "<c1:up|down> [c1: points]. {Poss2} was [s2], <c2:up|down> [c2: points].",
    ),
    Story(
        "who-clause",
        "{name1}, who won {seat} with [v1: votes] at the {election}, beat {name2}, who polled [v2]. "
        "In [place3] place was {name3} with [v3].",
    ),
    Story(
        "pp-short",
        "{seat} ({date}): {adj1} [s1] (<c1:up|down> [c1:pp]), {adj2} [s2] (<c2:up|down> [c2:pp]).",
    ),
    Story(
        "lost-share-declared",
        "{seat} kept its name but not its boundaries in {year}. {Poss1} share there <d1:rose|fell> by "
        "[d1: points], from [e1] in {oldyear} to [s1].",
        ("notional",),
    ),
    Story(
        "second-share-declared",
        "At the {election} {name2} came second in {seat} with [s2]. {Any2} had won [e2] in {seat} in {oldyear}, "
        "so the party's share was <d2:up|down> [d2: percentage points].",
        ("notional",),
    ),
    Story(
        "notional-named",
        "{Any1} won {seat} at the {election} with [s1] of the vote, <c1:up|down> [c1: points] on the notional result "
        "of {oldyear}.",
        ("notional",),
    ),
    Story(
        "pushed-into-third",
        "{Any1} won {seat} in {year} with a majority of [maj]. {Any3} were pushed into [place3], with [s3:pc].",
    ),
    Story(
        "spoilt-and-field",
        "There were [field:word] candidates in {seat} at the {election}. {name1} won [v1] of the [valid] valid votes "
        "and [s1:%] of them.",
    ),
)
