"""Patterns held back after the first ones had been read: read scores of these, not the stories."""

from benchmarks.claims.template import Pattern as Story

PATTERNS = (
    Story(
        "agency-line",
        "RESULT {seat}, polled {date}: {name1} ({adj1}) [v1] ([s1:2%], [c1:2signed]); {name2} ({adj2}) [v2] "
        "([s2:2%], [c2:2signed]); {name3} ({adj3}) [v3] ([s3:2%]). Maj [maj] ([majs:2%]). Elec [electorate], "
        "T/O [turnout:2%].",
    ),
    Story(
        "sports-hall",
        "Cheers rang round the sports hall at 3.25am when the figures for {seat} from the {election} were read out. "
        "{name1} had done it, [v1: crosses] beside {his1} name to the [v2] beside that of {name2} of {parties2}."
        "\n\nIt gives {him1} a majority of [maj] to defend.",
    ),
    Story(
        "every-hundred",
        "Out of every 100 voters in {seat} at the {election}, [s1:0bare] wanted {name1} of {parties1} and [s2:0bare] "
        "{name2} of {parties2}. The rest had something else in mind.",
    ),
    Story(
        "sent-packing",
        "SENT packing! {Nick2} got a bloody nose in {seat} at the {election} as {name1} bagged a whopping "
        "[s1: per cent]. The margin? A cool [maj: votes].",
        ("safe",),
    ),
    Story(
        "council-notice",
        "The (Acting) Returning Officer has confirmed that {name1} will serve as Member of Parliament for the {seat} "
        "constituency following the {election}.\n\nThe number of votes given for each of the leading candidates was "
        "as follows: {name1}, [v1]; {name2}, [v2]; {name3}, [v3]. The electorate was [electorate] and the turnout "
        "[turnout].\n\nEnds. Notes to editors: the verification began at 10.15pm.",
    ),
    Story(
        "soft-spot",
        "Regular readers will know that this blog has a soft spot for {seat}. My old stamping ground gave {any1} [s1] "
        "and {any2} [s2] on {date}, so it is {name1} who gets the train to Westminster.",
    ),
    Story(
        "radio-bulletin",
        "Good morning, the news at seven. {name1} has been celebrating in {seat}. {He1} was declared the victor "
        "there in the {election} with [v1: votes] \N{EN DASH} that's [maj] more than {name2} of {parties2}.",
    ),
    Story(
        "blog-entry-hold",
        "**03:47** {party1} HOLD {seat}. {name1} [v1], {name2} [v2], {name3} [v3]. Majority [maj] (was [oldmaj] in "
        "{oldyear}). #GE{year}",
        ("general", "hold"),
    ),
    Story(
        "both-movements",
        "Two things happened in {seat} between {oldyear} and {year}. {Any1} went from [o1] to [s1]. {Any2} went from "
        "[o2] to [s2]. Put together they amount to a [swing:-point] swing, {loser} losing by it and {gainer} gaining.",
        ("same", "general"),
    ),
    Story(
        "shakes-hands",
        "{name1}, left, is congratulated by {name2} after defeating {him2} by [maj: votes] in the {seat} contest at "
        "the {election}. Photograph: staff",
    ),
    Story(
        "five-things",
        "**Five things to know about {seat}**\n\n1. Its choice at the {election} was {name1} ({party1}).\n"
        "2. {His1} [v1: votes] amounted to [s1] of the total.\n3. {name2} ({party2}) got [v2].\n"
        "4. That made for a majority of [maj].\n5. Turnout came to [turnout].\n",
    ),
    Story(
        "headline-strap-byline",
        "# {name1} is the choice of {seat}\n\n## {Nick1} [s1:0%], {nick2} [s2:0%] at {election}\n\n"
        "By our political staff\n\nThe winner's margin, [maj: votes], was announced shortly after 2am. The second "
        "candidate home, {name2}, had [v2].",
    ),
    Story(
        "empty-handed",
        "{name2} left the count in {seat} empty-handed after the {election}.\n\n{He2} had [v2: votes] to show for "
        "{his2} efforts, [s2] of all that were cast, and that was [maj] too few: {name1} had [v1].",
    ),
    Story(
        "found-to-number",
        "When the boxes from {seat} were emptied after the {election}, ballots marked for {name1} were found to number "
        "[v1], those for {name2} [v2] and those for {name3} [v3].",
    ),
    Story(
        "party-had-managed",
        "{name1}'s [s1] in {seat} at the {election} was [c1: percentage points] <c1:better|worse> than {his1} party "
        "had managed in {oldyear}, when [o1] was its portion.",
        ("same",),
    ),
    Story(
        "pc-string",
        "{seat}, {year} poll: {nick1} [s1:pc], {nick2} [s2:pc], {nick3} [s3:pc]; turnout [turnout:pc].",
    ),
    Story(
        "most-popular",
        "Of the [field:word] names on the ballot paper in {seat} on {date}, that of {namex} proved the [placex] most "
        "popular. The candidate for {anyx} persuaded [vx] people, or [sx] of those who voted.",
    ),
    Story(
        "cushion-after-each",
        "{Poss1} cushion in {seat} was [oldmaj: votes] after the {oldelection}. It was [maj: votes] after the "
        "{election}, when {name1} got the better of {name2}.",
        ("hold",),
    ),
    Story(
        "as-now-drawn",
        "As now drawn, {seat} would have split [o1] for {any1} and [o2] for {any2} in {oldyear}, if the notional "
        "results are to be believed. The split in {year} was [s1] to [s2], with turnout at [turnout].",
        ("notional",),
    ),
    Story(
        "changes-on-notional",
        "{seat}, {year}: {party1} [s1] ([c1:signed]), {party2} [s2] ([c2:signed]), {party3} [s3] ([c3:signed]). "
        "Changes are in percentage points and on the {oldyear} notionals.",
        ("notional",),
    ),
    Story(
        "existed-before",
        "A constituency called {seat} has existed before, but with other borders. The {seat} of {oldyear} gave {any1} "
        "[e1]; the {seat} of {year} gave the party [s1]. On the face of it that is <d1:an advance|a retreat> of "
        "[d1: points].",
        ("notional",),
    ),
    Story(
        "rough-comparison",
        "Comparisons with the old {seat} can only be rough. Still, {poss2} [s2] at the {election} looks "
        "<d2:healthier|sicklier> by [d2: percentage points] than the [e2] that the party was declared to have won in "
        "{oldyear}.",
        ("notional",),
    ),
    Story(
        "versus-declared",
        "{seat} (redrawn), {year} versus {oldyear} as declared: {party1} [s1] v [e1] ([d1:signed]); {party2} [s2] v "
        "[e2] ([d2:signed]).",
        ("notional",),
    ),
    Story(
        "green-benches",
        "{name1} will take {his1} place on the green benches after {his1} victory in the {seat} by-election of {date}. "
        "Of [valid] valid votes {he1} claimed [v1], while {name2} collected [v2]. The turnout was [turnout] "
        "\N{EN DASH} in {oldyear} it had been [oldturnout].",
        ("by-election",),
    ),
    Story(
        "forecasters-fooled",
        "By-elections make fools of forecasters. The one in {seat} on {date} produced a swing of "
        "[swing: percentage points], out of the column of {loser} and into that of {gainer}. {name1} ended it on "
        "[v1: votes] and {name2} on [v2].",
        ("by-election",),
    ),
    Story(
        "one-then-the-other",
        "History repeats itself less often than is supposed. In {oldyear} it was {oldparty} who came out on top in "
        "{seat}, by [oldmaj]; at the {election} it was {any1}, by [maj].",
        ("gain",),
    ),
    Story(
        "one-seat-two-stories",
        "One seat, two stories: {any1} \N{EM DASH} <c1:up|down> [c1:pp] to [s1] \N{EM DASH} and {any2} \N{EM DASH} "
        "<c2:up|down> [c2:pp] to [s2] \N{EM DASH} in {seat} on {date}.",
    ),
    Story(
        "not-everyone",
        "Not everyone in {seat} made the journey on {date}: [turnout: per cent] of an electorate of [electorate] cast "
        "a valid vote. Of those who did, [v1] chose {name1} ({adj1}) and [v2] chose {name2} ({adj2}).",
    ),
    Story(
        "stood-at-and-at",
        "Turnout stood at [oldturnout] in {seat} at the {oldelection} and at [turnout] at the {election}, "
        "<tc:an improvement|a decline> of [tc: points].",
        ("same",),
    ),
    Story(
        "questions-answered",
        "**Q. Who did {seat} elect at the {election}?**\nA. {name1}, {party1}.\n\n**Q. How big is the majority?**\n"
        "A. It is [maj: votes], or [majs] of all those cast.\n\n**Q. And who came [place2]?**\nA. {name2}, {party2}, "
        "on [v2: votes].\n",
    ),
    Story(
        "three-numbers",
        "Morning all. Three numbers to go with your coffee, all from {seat} and the {election}: [v1] (votes for "
        "{name1}), [v2] (votes for {name2}) and [maj] (the majority). Scroll down for the weather.",
    ),
    Story(
        "chgs-with",
        "{seat} result:\n\n{adj1}: [s1] ([c1:signed])\n{adj2}: [s2] ([c2:signed])\n{adj3}: [s3] ([c3:signed])\n\n"
        "Turnout: [turnout] ([tc:signed])\n\nPolled {date}. Chgs. w/ {oldyear}.",
        ("same",),
    ),
    Story(
        "spare-a-thought",
        "Spare a thought for {namex} ({partyx}), whose [vx: votes] in {seat} on {date} bought {himx} nothing better "
        "than [placex] place, all of [leadx] behind {name1}.",
    ),
    Story(
        "conceded",
        '"It was not to be," {name2} told supporters in {seat} on conceding the {election}. {His2} [s2: per cent] '
        "compared with [s1: per cent] for {name1}, whom {he2} wished well.",
    ),
    Story(
        "podium",
        "Gold in {seat} for {parties1}, silver for {parties2}, bronze for {parties3}: at the {election} they had "
        "[v1], [v2] and [v3: votes] respectively.",
    ),
    Story(
        "move-of",
        "On [o2] in {seat} after the {oldelection}, {any2} <c2:advanced|retreated> to [s2] at the {election}, a "
        "<c2:gain|loss> of [c2: percentage points] that left {name2} in [place2] place.",
        ("same",),
    ),
    Story(
        "beaten-by-score",
        "For {parties2} it was a seat to defend, and [oldmaj: votes] was the majority they brought to it. It did not "
        "last. {name2} was beaten [v1]\N{EN DASH}[v2] by {name1} ({party1}) when {seat} voted on {date}.",
        ("gain", "second from the old winner"),
    ),
    Story(
        "looking-back",
        "LOOKING BACK: It was on {date} that {seat} sent {name1} to the Commons. {He1} was the pick of [v1] people, "
        "[s1: per cent] of those who voted. A further [v2] had hoped for {name2} instead.",
    ),
    Story(
        "parish-newsletter",
        "Our thanks to all who staffed the polling stations on {date}. For the record, {name1} had [v1: votes] across "
        "the {seat} constituency, {name2} [v2] and {name3} [v3]. The next coffee morning is at 10.30am on Saturday.",
    ),
    Story(
        "not-a-nail-biter",
        "In North East Fife in 2017 it came down to two votes. There was no such drama in {seat} at the {election}, "
        "where {name1}'s majority ran to [maj] and {poss1} share of the vote to [s1].",
        ("safe",),
    ),
    Story(
        "few-are-like-walton",
        "Liverpool Walton gave Labour 85.7% in 2017. Few places are so much of one mind: {seat} gave {parties1} [s1], "
        "{parties2} [s2] and {parties3} [s3] at the {election}.",
    ),
    Story(
        "humbled",
        "{name1} said {he1} was humbled that [v1] people in {seat} had put their trust in {him1} on {date}. {He1} paid "
        "tribute to {name2}, whose score was [v2], and {name3}, whose score was [v3].",
    ),
    Story(
        "full-time",
        "Full time in {seat}, {election}: {nick1} [v1], {nick2} [v2]. Man or woman of the match: {name1}, with "
        "[majs: per cent] of the vote to spare and a turnout of [turnout: per cent] to shout about.",
    ),
    Story(
        "names-to-choose-from",
        "Given [field:word] names to choose from in the {election}, {seat} settled on {name1}. The {adj1} standard "
        "bearer finished on [s1], leaving {name2} [place2] on [s2] and {name3} [place3] on [s3].",
    ),
    Story(
        "changed-hands-again",
        "{seat} has changed hands. Its voters turned from {oldparty} to {any1} at the {election}, when {name1} "
        "prevailed by [maj: votes]; {poss1} share, [s1: per cent], was <c1:up|down> [c1: points] on the "
        "{oldelection}.",
        ("gain",),
    ),
    Story(
        "thinner-or-fatter",
        "Where did the votes go? In {seat} on {date} {poss3} share <c3:fattened|thinned> by [c3: percentage points], "
        "{poss2} <c2:fattened|thinned> by [c2: percentage points], and {name1} of {parties1} took the prize with "
        "[s1: per cent].",
    ),
)
