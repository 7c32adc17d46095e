"""What a whole number or a place is of: the words about it, each cue with sentences it must catch and must leave."""

from __future__ import annotations

from typing import NamedTuple

from hustings.claims.lexemes import Unit
from hustings.claims.topic import MOVED, PARTS, SOFT, WHOLE, WINS, YEAR, Topic


class Cue(NamedTuple):
    """Words that tell what a figure is of.

    `before` must end where the figure begins, or a few words before it, and `after` begin where it ends; either may
    be blank. `catches` and `leaves` are sentences with the figure in square brackets.
    """

    topic: Topic
    units: frozenset[Unit]
    before: str
    after: str
    catches: tuple[str, ...]
    leaves: tuple[str, ...]


CUES = (
    Cue(
        Topic.WINNERS,
        WHOLE,
        rf"(?:{WINS})[^.;]*\bby\s+$",
        r"\s+(?:votes\s+)?to\s+\d",
        ("She won by [15,801] to 14,978.", "beating the MP by [15,801] votes to 14,978"),
        ("She won by [823] votes.",),
    ),
    Cue(
        Topic.SECONDS,
        WHOLE,
        r"\bby\s+[\d,]+\s+(?:votes\s+)?to\s+$",
        "",
        ("He won by 15,801 to [14,978] votes.",),
        ("The majority fell from 2,000 to [1,689].",),
    ),
    Cue(
        Topic.MAJORITY_CHANGE,
        WHOLE | PARTS,
        rf"\bmajority\b[^.;,]*?\b{MOVED}\b[^.;,]*?\bby{SOFT}",
        "",
        (
            "Her majority fell by [29,966] votes.",
            "increasing her majority by [11] per cent",
            "The majority was cut by [12%].",
        ),
        ("Her majority fell to [1,689].", "He won by [1,689] votes.", "a majority of [1,689]"),
    ),
    Cue(
        Topic.MAJORITY_CHANGE,
        WHOLE | PARTS,
        rf"\b{MOVED}\b\s+(?:her|his|their|its|the|labour's|the party's)?\s*majority\s+by{SOFT}",
        "",
        ("increasing her majority by nearly [11] per cent", "He cut the majority by [3,000] votes."),
        ("He won the majority of [3,000] votes.",),
    ),
    Cue(
        Topic.MAJORITY,
        WHOLE,
        rf"\b(?:majority|majorities|margin|lead)\b(?!\s+of\s+the\b)(?:(?:[^.;,\d]|{YEAR}){{0,40}}\b(?:of|to|was|is|"
        rf"by|at|from|:))?{SOFT}",
        "",
        (
            "with a majority of just [1,689]",
            "a majority in 2019 of [10,235]",
            "Her majority was [37,524].",
            "by a margin of [11,634]",
            "majority: [15]",
        ),
        ("Her share was [37,524].", "the majority of the [400] pupils who marched and"),
    ),
    Cue(
        Topic.MAJORITY,
        WHOLE,
        r"\bmajority\b[^.;\d]*\bfrom\b[^.;]*\d\s+to\s+$",
        "",
        ("Her majority rose from 24,317 to [35,393].",),
        ("Turnout rose from 60 to [62].",),
    ),
    Cue(
        Topic.MAJORITY,
        WHOLE,
        "",
        r"[\s-](?:vote\s+)?(?:majority|margin|lead)\b(?!\s*:)",
        ("overturned a [10,057] majority", "a [1,689] vote majority", "a [528]-vote margin"),
        ("[10,057] votes and a majority", "Second: Masroor, [14,207] Majority: 1,689"),
    ),
    Cue(
        Topic.GAP,
        WHOLE,
        "",
        r"\s+(?:votes\s+)?(?:ahead|behind|clear|short|adrift|more than|fewer than|in front)\b",
        ("She was only [528] votes behind Streeting.", "[15] votes ahead of the Conservative"),
        ("[528] votes were rejected.",),
    ),
    Cue(
        Topic.GAP,
        WHOLE,
        rf"{WINS}(?:[^.;\d]|\b(?:19|20)\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)?\b(?= [A-Z]))*\bby{SOFT}",
        r"(?!\s+(?:of (?:the|its|their)\b|people|voters|residents|constituents|electors))",
        ("She won by just [1,689] votes.", "eking out a victory by just [1,689] votes", "He held the seat by [15]."),
        ("Her share fell by [15].", "She was backed by [400] teachers.", "elected by [26,877] of the people"),
    ),
    Cue(
        Topic.GAP,
        WHOLE,
        "",
        r"(?:-|\s)(?:votes?\s+)?(?:victory|win\b|triumph|cushion|advantage|edge\b|gap\b|to spare|separat|apart|"
        r"in it\b|between|"
        r"the difference|divided)",
        ("a [1,689]-vote victory", "with [15] votes to spare", "[528] votes separated the two"),
        ("[528] votes and a win",),
    ),
    Cue(
        Topic.GAP,
        WHOLE,
        rf"\b(?:gap|difference|cushion|advantage|winning margin)\b(?:[^.;,\d(]|{YEAR}){{0,80}}?\b(?:was|of|is|"
        rf"at){SOFT}|"
        rf"\b(?:gap|difference) between\b.*\bwas{SOFT}",
        "",
        ("The gap between them was [528].", "a cushion of [1,689] votes"),
        ("What made the difference, and [528] people voted.",),
    ),
    Cue(
        Topic.INVALID,
        WHOLE,
        "",
        r"\s*(?:(?:votes|ballots|papers|ballot papers)\s+(?:(?:were|had been)\s+)?(?:rejected|spoil(?:ed|t)|"
        r"invalid)|(?:rejected|spoil(?:ed|t)|invalid)\b)",
        ("There were [320] rejected papers.", "[320] ballots were spoilt.", "[320] spoilt ballots"),
        ("[320] votes for the Greens, and rejected",),
    ),
    Cue(
        Topic.ELECTORATE,
        WHOLE,
        rf"\b(?:electorate|registered voters|electors)\b[^.;,\d]{{0,20}}?{SOFT}",
        "",
        ("The electorate was [81,439].", "an electorate of [81,439]"),
        ("Of the electorate, her [15,896] votes",),
    ),
    Cue(
        Topic.ELECTORATE,
        WHOLE,
        "",
        r"\s+(?:people\s+(?:were\s+)?)?(?:registered|eligible|electors\b|on the register|entitled to vote|"
        r"voters were registered)",
        ("[81,439] people were registered to vote.", "[81,439] electors"),
        ("[81,439] votes",),
    ),
    Cue(
        Topic.VALID,
        WHOLE,
        "",
        r"\s*(?:valid votes|(?:valid\s+)?votes (?:were |had been )?(?:cast|counted|polled)(?! for)|(?:people|"
        r"voters)\s+voted|(?:people|voters)\s+cast|ballots\b(?! were (?:rej|spo)))",
        ("[46,647] valid votes", "[46,647] votes were cast.", "[46,967] people voted."),
        ("[320] ballots were rejected.", "[15,896] votes for Ali"),
    ),
    Cue(
        Topic.VALID,
        WHOLE,
        r"\b(?:valid votes|votes cast|total votes?|total vote)\s*(?::|were|was|of|came to)?\s*$",
        "",
        ("Valid votes: [46,647].", "total votes were [46,647]"),
        ("Her votes: [15,896]",),
    ),
    Cue(
        Topic.OTHERS,
        WHOLE,
        "",
        r"\s+(?:other|rival)\s+(?:candidates|contenders|hopefuls|challengers)\b|\s+(?:rivals|challengers)\b",
        ("running against [10] other candidates", "[ten] rivals"),
        ("[11] candidates", "[10] other voters"),
    ),
    Cue(
        Topic.CANDIDATES,
        WHOLE,
        "",
        r"(?:-|\s+)(?:candidates?\b|contenders\b|hopefuls\b|people (?:are |were )?st(?:ood|anding)|"
        r"names on the ballot)",
        ("There were [11] candidates.", "[eleven] contenders", "a field of [11] candidates"),
        ("[11] votes", "[11] other candidates"),
    ),
    Cue(
        Topic.SEATS_CHANGE,
        WHOLE,
        r"\b(?:gain(?:ed|ing|s)?|pick(?:ed|ing) up|los(?:t|e|es|ing)|shed(?:ding)?|up|down|(?:gain|loss) of)"
        r"(?:\s+(?:by|a|an|net|another|just|only|about|around|nearly|almost|over|some|the))*\s*$",
        r"\s+(?:seats|MPs|constituencies)\b",
        ("Labour gained [209] seats.", "The Conservatives lost [244] seats.", "a net loss of [39] seats"),
        ("Labour won [411] seats.", "down to [nine] seats in all, from 48"),
    ),
    Cue(
        Topic.SEATS_CHANGE,
        WHOLE,
        "",
        r"\s+(?:more|fewer)\s+(?:seats|MPs)\b|\s+(?:seats|MPs)\s+(?:more|fewer|up|down|from|off)\b",
        ("Labour took [209] seats more than in 2019.", "won [60] seats from the Conservatives", "[209] more MPs"),
        ("Labour won [411] seats.",),
    ),
    Cue(
        Topic.SEATS,
        WHOLE,
        r"(?<!\bof )(?<!\bof the )(?<!\bof all )(?<!\bof its )(?<!\bof their )$",
        r"(?:\s+of\s+(?:the\s+|its\s+|their\s+|all\s+)?[\d,]+)?(?:\s+(?:Scottish|Welsh|English|Northern Irish))?\s+"
        r"(?:seats|MPs|constituencies)\b",
        ("Labour won [411] seats.", "[nine] MPs", "[37] of the 57 Scottish seats"),
        ("[411] votes", "37 of the [57] Scottish seats"),
    ),
    Cue(
        Topic.PLACE,
        frozenset({Unit.ORDINAL}),
        r"\b(?:came|come|coming|comes|finish(?:ed|es|ing)?|in|into|placed|pushed (?:in)?to|finished in|"
        r"beaten into|distant|close|a|"
        r"followed in|secured|took)\s+(?:a\s+)?(?:distant\s+|close\s+|poor\s+|narrow\s+)?$",
        r"(?!\s*(?:-|time|term|general|consecutive|successive|year|century|attempt|ever|place in the|round|"
        r"generation|class|half|ward"
        r"|week|day|month|recount|count|from (?:left|right)|referendum|by-election|largest|biggest|highest|lowest|"
        r"most|choice|"
        r"preference|woman|man|mp|person|of the|in a|vote|world|quarter|world war))",
        ("Masroor came [second] with 10,210 votes.", "finished in [third] place", "in [fourth]"),
        ("for the [first] time in 27 years", "a [second] term", "in the [second] round", "pictured [second] from left"),
    ),
    Cue(
        Topic.PLACE,
        frozenset({Unit.ORDINAL}),
        r"\b(?:for|to|in|into|at|with)\s+$",
        r"\s+place\b",
        ("good for [eighth] place", "content with [third] place", "Labour slumped to [fourth] place"),
        ("for the [first] time", "to [second] base"),
    ),
    Cue(
        Topic.VOTES,
        WHOLE,
        "",
        r",?\s+(?:people\s+|voters\s+)?(?:backed|voted for|chose|supported|went for|opted for|plumped for|(?:were|"
        r"was) for)\b|"
        r"\s+(?:supporters|backers)\b",
        ("[6,436] people backed her.", "Fewer, [2,922], went for Khan.", "of those [15,369] were for Smith"),
        ("[6,436] people voted.",),
    ),
    Cue(
        Topic.VOTES,
        WHOLE,
        r"\bvotes?\s+(?:came to|to|was|were|stood at|fell to|rose to|of)\s+$",
        "",
        ("The Tory vote came to [23,364].", "the Labour vote to [9,781]"),
        ("The turnout came to [23,364].",),
    ),
    Cue(
        Topic.PLACE,
        frozenset({Unit.ORDINAL}),
        r"\b(?:were|was|are|is|runner-up|party|candidate)\s+(?:in\s+)?(?:a\s+)?(?:distant|close)?\s*$",
        r"\s+(?:place|with|on|behind|ahead)\b|\s*[.,;]",
        ("Reform UK were [third].", "The party was [second] with 20%."),
        ("She was [first] elected in 2010.", "he was [first] to declare"),
    ),
)
