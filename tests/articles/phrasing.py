"""How a story is read by the tests: its words without its tables, its numbers, and what no story may say."""

import re

WRONG = [
    (r"\bNone\b(?! [Oo]f )|\bnan\b|\binf\b|\{|\}", "an empty slot"),
    (r"  +", "two spaces"),
    (r" [,.;:]", "a space before a stop"),
    (r"\.\.|,,|,\.", "two stops"),
    (r"\b1 (votes|seats|candidates|members|voters)\b", "a plural of one"),
    (r"\b(one) (votes|seats|candidates|deposits)\b", "a plural of one"),
    (r"\ba (independent|elect|Alliance|SNP|SDLP|UUP)", "a for an"),
    (r"\bthe the\b|\bThe the\b", "two articles"),
    (r"(rose|fell|swing|change)[^.|]{0,40} by [\d.]+( per cent|%)", "percent for points"),
    (r"(Conservatives|Democrats|Greens|Liberals|Unionists)'s\b", "a possessive of a plural"),
]


NUMBER = re.compile(r"(?<![\w.,])[−+]?\d[\d,]*(?:\.\d+)?(?=%|st\b|nd\b|rd\b|th\b|[^\w]|$)")
DATES = re.compile(
    r"\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
)
# The census names its bands of age by their ends.
AGES = re.compile(r"\b\d{1,2}-\d{1,2} \(age\)")


def prose(story: str) -> str:
    """A story's words: sources and corrections quote their publishers, and tables have rules of their own."""
    body = story.partition("\n---\n")[2].partition("## Corrections and notes")[0].partition("## Sources")[0]
    return "\n".join(line for line in body.splitlines() if not line.startswith("|"))
