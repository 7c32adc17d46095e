"""Patterns held back until the checker had been scored on them; it has been developed against them since."""

from benchmarks.claims.template import Pattern as Story

PATTERNS = (
    Story(
        "romped-home",
        "It was a comfortable night for {name1} in {seat}. The {adj1} candidate romped home at the {election}, "
        "piling up [v1: votes] and finishing [maj] clear of {name2}.",
        ("safe",),
    ),
    Story(
        "squeaked-in",
        "Just [maj: votes] separated {name1} and {name2} when the ballots were counted in {seat} at the {election}. "
        "Only [turnout: per cent] of voters turned up.",
        ("close",),
    ),
    Story(
        "dateline",
        "{SEAT}, {date} \N{EN DASH} {name1} has been elected the {adj1} MP for {seat}. "
        "{He1} secured [s1: percent] of the ballots cast, while {last2}, standing for {any2}, managed [s2: percent].",
    ),
    Story(
        "support-collapsed",
        "Support for {nick2} <c2:surged|collapsed> in {seat} in {year}: the party's vote share <c2:jumped|tumbled> "
        "[c2: points] to [s2].",
        ("general",),
    ),
    Story(
        "scored-added",
        "The {election} in {seat} saw {nick1} <c1:add|shed> [c1: percentage points]. Their candidate, {name1}, "
        "collected [v1] votes.",
    ),
    Story(
        "runner-up",
        "{name2} was the runner-up in {seat} at the {election}, picking up [v2: votes]. The winner, {name1}, had [v1].",
    ),
    Story(
        "winning-margin",
        "The winning margin in {seat} in {year} was [maj: votes]. {Parties1} topped the poll on [s1], "
        "with {parties2} on [s2] and {parties3} on [s3].",
        ("general",),
    ),
    Story(
        "by-election-shock",
        "The by-election in {seat} on {date} drew [field:word] candidates. It ended with {name1} of {parties1} "
        "in Parliament: [v1] people backed {him1}. Fewer, [v2], went for {name2}.",
        ("by-election",),
    ),
    Story(
        "to-swung",
        "{seat} swung to {gainer} from {loser} by [swing: points] at the {election}. {name1} goes to Westminster with "
        "a cushion of [maj: votes].",
    ),
    Story(
        "swing-required-none",
        "A swing from {loser} to {gainer} of [swing:pp] was recorded in {seat} when it voted on {date}.",
    ),
    Story(
        "dated-only",
        "---\nlayout: story\ndate: {iso}\n---\n# {seat}\n\n{name1} ({adj1}) was returned for {seat}. The majority "
        "stands at [maj].\n\nFor {name2} ({adj2}) there were [v2: votes], [s2] of those cast.",
    ),
    Story(
        "front-matter-share",
        "---\npublishDate: {iso}\n---\n\n{Nick1} carried {seat} with [s1]. {Nick2} trailed on [s2]; "
        "the gap was [maj: votes].",
    ),
    Story(
        "semicolon-list",
        "{seat} declared as follows on {date}: {name1}, {party1}, [v1]; {name2}, {party2}, [v2]; {name3}, {party3}, "
        "[v3]; {name4}, {party4}, [v4].",
    ),
    Story(
        "numbered-list",
        "### {election}: {seat}\n\n1. {name1}, {party1}: [v1] ([s1])\n2. {name2}, {party2}: [v2] ([s2])\n"
        "3. {name3}, {party3}: [v3] ([s3])\n",
    ),
    Story(
        "table-short",
        "{seat} at the {election}\n\n| | Votes | Vote share (%) |\n|---|---|---|\n"
        "| {name1} ({adj1}) | [v1] | [s1:1bare] |\n"
        "| {name2} ({adj2}) | [v2] | [s2:1bare] |\n| Majority | [maj] | |\n",
    ),
    Story(
        "table-plus-minus",
        "**{seat}**, {date}\n\n| Party | Votes | % | +/- |\n|:--|--:|--:|--:|\n"
        "| {party1} | [v1] | [s1:1bare] | [c1:signed] |\n"
        "| {party2} | [v2] | [s2:1bare] | [c2:signed] |\n| {party3} | [v3] | [s3:1bare] | [c3:signed] |\n",
        ("same",),
    ),
    Story(
        "took-seat-off",
        "{name1} snatched {seat} from {oldparty} in {year}, turning a deficit into a lead of [maj: votes].",
        ("gain", "general"),
    ),
    Story(
        "wiped-out",
        "Gone is the [oldmaj:-vote] majority that {oldparty} had in {seat} in {oldyear}. At the {election} {any1} "
        "came first, [maj: votes] in front.",
        ("gain",),
    ),
    Story(
        "majority-cut-or-grown",
        "{Poss1} majority in {seat} went from [oldmaj] in {oldyear} to [maj] at the {election}.",
        ("hold",),
    ),
    Story(
        "share-before-after",
        "In {oldyear} {any1} had [o1: per cent] of the vote in {seat}. At the {election} it was [s1: per cent], "
        "<c1:an increase|a decrease> of [c1: percentage points].",
        ("same",),
    ),
    Story(
        "polling-participation",
        "Some [turnout] of the [electorate] people on the register in {seat} took part in the {election}. "
        "{name1} came out on top with [v1: votes].",
    ),
    Story(
        "turnout-compared",
        "Participation in {seat} <tc:improved|dropped> at the {election}: turnout was [turnout], compared with "
        "[oldturnout] in {oldyear}, <tc:up|down> [tc: points].",
        ("same",),
    ),
    Story(
        "lost-out",
        "{name2} lost out to {name1} in {seat} on {date} despite [v2: votes]; {last1} got [v1], which makes for a "
        "majority of [maj].",
    ),
    Story(
        "difference-between",
        "The difference between {name1} ([v1]) and {name2} ([v2]) at the {election} in {seat} was [maj: votes].",
    ),
    Story(
        "subtract",
        "{Adj1} [v1], {adj2} [v2], majority [maj]: that was how {seat} ended up at the {election}.",
    ),
    Story(
        "trailing-far-behind",
        "Further down the field in {seat} at the {election}, {namex} ({partyx}) was [placex:nth] with [vx: votes] "
        "([sx]), far from the [v1] of {name1}.",
    ),
    Story(
        "behind-winner",
        "{namex}, for {anyx}, ended [leadx: votes] behind {name1} in {seat} at the {election}. {Anyx} were [placex].",
    ),
    Story(
        "independent-or-other",
        "{name3} took [v3: votes] in {seat} in {year}, good for [place3] place and a share of [s3].",
        ("general",),
    ),
    Story(
        "quoted-speech",
        '"We are delighted," said {name1} in {seat} after the {election}. {He1} had every reason: [s1] of votes '
        "went to {him1} and only [s2] to {name2}.",
    ),
    Story(
        "nickname-order",
        "{Nick2} could not stop {nick1} in {seat} on {date}. The {adj1} vote came to [v1], the {adj2} vote to [v2].",
    ),
    Story(
        "rounded-shares",
        "{seat}, {election}. First {any1} on [s1:0%], then {any2} on [s2:0%]. Turnout [turnout:0%].",
    ),
    Story(
        "two-paragraphs",
        "{name1} represents {seat}, where {he1} won at the {election}.\n\nThe {adj1} MP was ahead of {his1} nearest "
        "rival, {name2}, by [maj: votes]. {His1} share of the vote was [s1], <c1:up|down> [c1: points].",
    ),
    Story(
        "margin-in-points",
        "{name1} was elected in {seat} in {year} with [s1] against [s2] for {name2}, a majority of [majs].",
        ("general",),
    ),
    Story(
        "redrawn-winner",
        "The redrawn {seat} returned {name1} in {year}. The {adj1} share was [s1]; in the old seat of {seat} it was "
        "[e1] in {oldyear}, which is <d1:a gain|a loss> of [d1: points].",
        ("notional",),
    ),
    Story(
        "redrawn-runner-up",
        "{Parties2} took [s2] of the vote in {seat} at the {election}, compared with [e2] when {seat} voted in "
        "{oldyear}: <d2:a rise|a drop> of [d2: percentage points].",
        ("notional",),
    ),
    Story(
        "notional-before",
        "{seat} was fought on new boundaries at the {election}. On notional figures {any1} had [o1] there in "
        "{oldyear}; now it was [s1], <c1:up|down> [c1: points].",
        ("notional",),
    ),
    Story(
        "ballots-counted",
        "A total of [valid: votes] were counted in {seat} at the {election}. Of those [v1] were for {name1} and "
        "[v2] for {name2}.",
    ),
    Story(
        "slumped-to-place",
        "{Any3} slumped to [place3] place in {seat} on {date}, polling [v3: votes] to the winner's [v1].",
    ),
)
