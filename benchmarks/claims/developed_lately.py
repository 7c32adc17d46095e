"""Patterns held back until the checker had been scored on them; it has been developed against them since."""

from benchmarks.claims.template import Pattern as Story

PATTERNS = (
    Story(
        "headline-and-standfirst",
        "# {Nick1} triumph in {seat}\n\n*{name1} sees off {name2}*\n\nThe {adj1} hopeful attracted "
        "[v1: supporters] at the {election}. That is [maj] more than {last2} could muster.",
    ),
    Story(
        "picture-caption",
        "*Pictured: {name1}, who carried the day for {any1} in {seat} at the {election}. A tally of [v1: votes] put "
        "{him1} [maj] beyond the reach of {name2} ([v2]).*",
    ),
    Story(
        "at-a-glance",
        "## At a glance: {seat}, {date}\n\n* **Elected:** {name1} ({party1})\n* **Votes:** [v1]\n"
        "* **Majority:** [maj] over {name2}\n* **Turnout:** [turnout]\n* **Electorate:** [electorate]\n",
    ),
    Story(
        "table-of-ballots",
        "How {seat} divided at the {election}:\n\n| Standing for | Name | Ballots | Per cent |\n"
        "| :-- | :-- | --: | --: |\n| {party1} | {name1} | [v1] | [s1:1bare] |\n"
        "| {party2} | {name2} | [v2] | [s2:1bare] |\n| {partyx} | {namex} | [vx] | [sx:1bare] |\n",
    ),
    Story(
        "table-parties-across",
        "### {seat}, {date}\n\n| | {party1} | {party2} | {party3} |\n| --- | ---: | ---: | ---: |\n"
        "| Votes received | [v1] | [v2] | [v3] |\n| Share of poll | [s1] | [s2] | [s3] |\n",
    ),
    Story(
        "table-then-and-now",
        "**Then and now in {seat}: general elections**\n\n| Party | {oldyear} | {year} |\n|---|---|---|\n"
        "| {party1} | [o1] | [s1] |\n| {party2} | [o2] | [s2] |\n",
        ("same", "general"),
    ),
    Story(
        "table-since-last",
        "{seat} at the {election}, by numbers\n\n| Measure | Figure | Points since {oldyear} |\n| --- | --- | --- |\n"
        "| {adj1} share | [s1] | [c1:signed] |\n| {adj2} share | [s2] | [c2:signed] |\n"
        "| Turnout | [turnout] | [tc:signed] |\n",
        ("same",),
    ),
    Story(
        "table-old-map-new-map",
        "{seat}: same name, new boundaries\n\n| Party | {oldyear}, old boundaries | {year}, new boundaries | Change |\n"
        "|---|---|---|---|\n| {party1} | [e1] | [s1] | [d1:signed] |\n| {party2} | [e2] | [s2] | [d2:signed] |\n",
        ("notional",),
    ),
    Story(
        "live-blog",
        "# Live: {election}\n\n**4.10am: {seat}.** It goes to {nick1}, whose candidate {name1} has [v1]. "
        "{Nick2} must make do with [v2], and {nick3} with [v3].",
    ),
    Story(
        "who-came-where",
        "Who came where in {seat} at the {election}? {name1} ({party1}) was [place1], {name2} ({party2}) [place2] and "
        "{namex} ({partyx}) [placex].\n\nThe winner had [v1: votes].",
    ),
    Story(
        "returning-officer",
        '"I declare {name1} duly elected," the returning officer told the hall in {seat}, after reading out '
        "[v1: votes] for the {adj1} candidate and [v2] for {name2}. "
        "The {election} there had been settled by [maj: votes].",
    ),
    Story(
        "dashes-around",
        "{name2} \N{EM DASH} [v2: votes], [s2] of the poll \N{EM DASH} had to give way in {seat} at the {election} to "
        "{name1} \N{EM DASH} [v1: votes], [s1].",
    ),
    Story(
        "adrift-in-points",
        "{Any2} ended up [majs: points] adrift of {any1} in {seat} when the {election} was over: it was [s1] plays "
        "[s2].",
    ),
    Story(
        "swing-at-the-expense",
        "At the expense of {loser}, {gainer} benefited from a swing of [swing: percentage points] when polling took "
        "place in {seat} on {date}.",
    ),
    Story(
        "swing-worked-out",
        "Allegiances shifted in {seat} at the {election}. The swing, {loser} to {gainer}, worked out at "
        "[swing: points], and {name1} emerged as MP with [v1: votes].",
    ),
    Story(
        "needle-moved",
        "Analysis: as swings go, the one in {seat} between {oldyear} and the {election} was worth [swing: points], "
        "towards {gainer} and away from {loser}.",
        ("same",),
    ),
    Story(
        "busier-or-quieter",
        "Polling stations in {seat} were <tc:busier|quieter> on {date} than in {oldyear}. Turnout "
        "<tc:edged ahead|fell back> by [tc: percentage points] and came in at [turnout].",
        ("same",),
    ),
    Story(
        "content-with-place",
        "In {seat} {any2} had to be content with [place2] place on {date}. Their [s2: per cent] was not enough "
        "against {poss1} [s1: per cent].",
    ),
    Story(
        "letter-to-the-editor",
        "SIR \N{EM DASH} Your readers in {seat} may care to recall that on {date} {name1} drew [v1: votes] against "
        "[v2] for {name2}, leaving [maj] between them.",
    ),
    Story(
        "pen-portrait",
        "**{name1}**, {adj1}, {seat}. Elected on {date} with [v1: votes], [s1] of the total. Majority: [maj].",
    ),
    Story(
        "old-map",
        "Like cannot be set against like in {seat}, whose borders moved before the {election}. On the old map {any1} "
        "polled [e1] in {oldyear}; on the new map it is [s1]. The party's <d1:climb|slide> amounts to "
        "[d1: points].",
        ("notional",),
    ),
    Story(
        "boundaries-notwithstanding",
        "Boundary changes notwithstanding, {poss2} vote in {seat} went from [e2], the figure declared in {oldyear}, "
        "to [s2] at the {election} \N{EM DASH} <d2:up|down> [d2: points].",
        ("notional",),
    ),
    Story(
        "had-they-been-in-force",
        "Had the new boundaries been in force in {oldyear}, {any1} would have had [o1: per cent] in {seat}, notional "
        "estimates say. The real thing, at the {election}, was <c1:better|worse> by [c1: points]: [s1: per cent].",
        ("notional",),
    ),
    Story(
        "no-defence",
        "A lead of [oldmaj] in {oldyear} proved no defence for {oldparty} in {seat}. {name1} claimed the seat for "
        "{any1} at the {election}, polling [v1], and now has [maj: votes] to spare.",
        ("gain",),
    ),
    Story(
        "reign-over",
        "{Poss2} reign in {seat} is over. {name1} wrested it away on {date}, [v1: votes] to [v2], "
        "which left {name2} [maj] short.",
        ("gain", "second from the old winner"),
    ),
    Story(
        "seat-stays",
        "{seat} stays {party1}. {name1} finished [maj: votes] to the good at the {election}.\n\n"
        "In {oldyear} the party's buffer in the seat had been [oldmaj].",
        ("hold",),
    ),
    Story(
        "people-have-spoken",
        "The people of {seat} have spoken, and their choice is {name1}. At the {election} the {adj1} contender banked "
        "[v1: votes], which equates to [s1]. Nearest challenger {name2} banked [v2], which equates to [s2].",
    ),
    Story(
        "tight-one",
        "It was tight in {seat}. {Parties1} edged out {parties2} on {date}, [v1] to [v2], so {name1} has a slender "
        "[maj: votes] in hand.",
        ("close",),
    ),
    Story(
        "cantered",
        "{name1} cantered to victory in {seat} in {year}, taking [s1: percent] of all votes. {Poss2} candidate was a "
        "speck in the distance with [s2: percent].",
        ("safe", "general"),
    ),
    Story(
        "papers-rejected",
        "Of the papers that came out of the boxes in {seat} on {date}, [spoilt] were rejected and [valid] counted. "
        "{name1} had [v1] of the good ones, {name2} [v2].",
    ),
    Story(
        "registered-first",
        "With [electorate: voters] registered in {seat}, the {election} brought [turnout: per cent] of them to the "
        "polls. The beneficiary was {name1}: [v1] plumped for the {adj1} candidate.",
    ),
    Story(
        "by-election-field",
        "After weeks of leaflets and loudhailers, {seat} has picked its MP. {name1} came through a field of "
        "[field:word] in the by-election on {date}, gathering [v1: votes]; {name2} was [place2], [maj] down.",
        ("by-election",),
    ),
    Story(
        "preferred-to",
        "By [s1] to [s2], {seat} preferred {name1} to {name2} at the {election}. Hardly a full house, though: turnout, "
        "at [turnout], saw to that.",
    ),
    Story(
        "slices",
        "In {seat} {poss1} slice of the cake <c1:grew|shrank> by [c1: points] at the {election}, while {poss2} "
        "<c2:grew|shrank> by [c2: points].",
    ),
    Story(
        "put-on-or-given-up",
        "{Any2} came away from {seat} with [s2] at the {election}, having <c2:put on|given up> "
        "[c2: percentage points]. The seat itself went to {name1}.",
    ),
    Story(
        "gulf",
        "The gulf in {seat} between {name1} and {namex} ({partyx}) was [leadx: votes]. So says the declaration from "
        "the {election}, in which {lastx} finished [placex:nth] with [vx].",
    ),
    Story(
        "bullets-in-bullets",
        "{seat}, {election}\n\n- **{name1}** ({adj1})\n  - Votes: [v1]\n  - Share: [s1]\n"
        "- **{name2}** ({adj2})\n  - Votes: [v2]\n  - Share: [s2]\n- **Gap:** [maj: votes]\n",
    ),
    Story(
        "slashes",
        "Result in from {seat} ({date}): {party1} [v1] / {party2} [v2] / {party3} [v3] / majority [maj] / turnout "
        "[turnout].",
    ),
    Story(
        "front-matter-handed",
        "---\nauthor: Politics desk\ndate: {iso}\nsection: News\n---\n\nResidents of {seat} handed {name1} "
        "[v1: votes], while {name2} had [v2] and {name3} [v3]. {Any1} can thus boast a majority of [maj].",
    ),
    Story(
        "beaten-and-victorious",
        "Beaten in {seat} on {date}: {name2} for {any2} ([v2]) and {name3} for {any3} ([v3]). Victorious: {name1} for "
        "{any1} ([v1]).",
    ),
    Story(
        "around-so-many",
        "Around [s1:0 per cent] of those who cast a vote in {seat} in {year} opted for {any1}, around "
        "[s2:0 per cent] for {any2}.",
    ),
    Story(
        "to-two-places",
        "{seat} in {year}, in percentages: {party1} [s1:2bare], {party2} [s2:2bare], {party3} [s3:2bare].",
        ("general",),
    ),
    Story(
        "lead-explained",
        "{name1}'s lead over {name2} in {seat}, [maj], is what remains when [v2] is taken from [v1], their totals at "
        "the {election}.",
    ),
    Story(
        "brought-home",
        "{namex} brought {anyx} home [placex] in {seat} on {date}. The party's [sx] of the vote was "
        "<cx:higher|lower> than before by [cx:pp].",
        ("same",),
    ),
    Story(
        "drawn-level",
        "Another [maj: votes] and {name2} would have drawn level with {name1} in {seat} at the {election}. As it was "
        "{he2} had [v2], which left {any2} as the nearly men and women of the night.",
        ("close",),
    ),
    Story(
        "swingometer",
        "Swingometer corner. {seat}, from the {oldelection} to the {election}: [swing:pp], {loser} to {gainer}.\n\n"
        "Result: {party1} [s1:1bare]%, {party2} [s2:1bare]%, {party1} lead [majs: points].",
        ("same",),
    ),
    Story(
        "factbox-lines",
        "FACTBOX: {seat}, {election}\n\nWinner: {name1} ({party1}), [v1:plain]\nSecond: {name2} ({party2}), "
        "[v2:plain]\nMajority: [maj:plain] ([majs])\nOn the roll: [electorate:plain]\nSpoilt papers: [spoilt]\n",
    ),
    Story(
        "elected-by",
        "Elected by [v1] of the people of {seat} at the {election}, {name1} enjoys a majority of [maj] over {name2}, "
        "whose own total was [v2]. {He1} sits for {parties1}.",
    ),
)
