"""Pages of news: the story is found, what else is there is left out, and the day it was published is read."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.claims.block import Kind
from hustings.claims.story import numbered, read_page, read_story

HEADLINE = "Begum holds Poplar and Limehouse"
FIRST = "Apsana Begum held Poplar and Limehouse for Labour with 18,535 votes, a majority of 12,560."
SECOND = "Turnout was 53.4 per cent. Freddie Downing, for the Conservatives, had 4,738."
CARD = "Ilford: 33%"
LONG = " ".join([SECOND] * 12)


def read(body: str, head: str = "") -> list[str]:
    return [one.text for one in read_page(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>").blocks]


def test_a_page_of_news_is_read_without_all_that_stands_about_its_story() -> None:
    assert read(f"""
<div id="cookie-banner"><p>We and our 842 partners store cookies</p></div>
<div role="banner"><p>99p a week</p></div>
<header class="site-header"><h1>The Daily Count</h1><nav><ul><li>12 sections</li></ul></nav></header>
<ol class="breadcrumbs"><li>News</li><li>Election 2024</li></ol>
<main id="main-content">
  <h1>{HEADLINE}</h1>
  <article class="article has-sidebar">
    <header><p class="standfirst">A night in the East End</p><p>By our reporter</p></header>
    <div class="articleBody"><p>{FIRST}</p>
      <aside><p>Read: 7 seats to watch</p></aside>
      <div class="ad-slot ad-slot--mpu"><div><p>Win 1,000 pounds</p></div><p>today</p></div>
      <p>{SECOND}</p>
      <div class="newsletter-signup"><form><p>Join 26,000 readers</p></form></div>
      <section data-x="1" class="relatedLinks"><ul><li>Turnout was 99.9% there</li></ul></section>
      <figure class="image"><img class="promo" src="a.png"><figcaption>At the count</figcaption></figure>
      <div hidden><p>4 hidden words</p></div><button>Share 31</button>
    </div>
    <footer><p>Filed under Tower Hamlets</p></footer>
  </article>
  <section class="comments"><article><p>31 comments</p></article></section>
  <section><h2>Elsewhere</h2><article><h3>Stratford: 41%</h3></article><article><h3>Ilford: 33%</h3></article></section>
</main>
<footer><p>Company number 1,234,567</p></footer><script>var votes = 99;</script>
""") == [
        HEADLINE,
        "A night in the East End",
        "By our reporter",
        FIRST,
        SECOND,
        "At the count",
        "Filed under Tower Hamlets",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Cards that lead to other stories are no story, however many.
        (
            f"<div><p>{FIRST}</p><p>{LONG}</p></div>" + f"<article><p>{CARD}</p></article>" * 2,
            [FIRST, LONG, CARD, CARD],
        ),
        # A live blog has an article for each entry.
        (
            f"<main>{''.join(f'<article><p>{one}</p></article>' for one in (FIRST, SECOND) * 3)}</main>",
            [FIRST, SECOND] * 3,
        ),
        # A story is one though what leads to others is longer.
        (f"<article><p>{LONG}</p></article>{f'<p>{LONG}</p>' * 4}", [LONG]),
        (f"<div role='main'><p>{FIRST}</p></div>", [FIRST]),
        (f"<main><p>{FIRST}</p></main><p>Elsewhere, 12%</p>", [FIRST]),
        (f"<p>{FIRST}</p>", [FIRST]),
        # One form from top to bottom, as pages of councils are.
        (f"<form id='aspnetForm'><div><p>{FIRST}</p></div></form>", [FIRST]),
        # Where all is called as furniture is, nothing is left out for it.
        (f"<div class='modal'><p>{FIRST}</p></div>", [FIRST]),
        (f"<div class='share-of-vote-story'><p>{FIRST}</p></div>", [FIRST]),
    ],
    ids=["cards", "live", "links", "role", "main", "plain", "form", "names", "story"],
)
def test_the_story_is_found_in_pages_of_many_makes(body: str, expected: list[str]) -> None:
    assert read(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        f"<head><title>1</title><body><p>{FIRST}",
        f"<title>1</title><p>{FIRST}<nav><p>2<div></nav>",
        f"<div class=related><p>3</div><p>{FIRST}</p></div></nav></b>",
        f"<main><div class=related><p>3</main><p>{FIRST}",
        f"<nav>1<nav>2</nav>3</nav><svg><title>4</title></svg><p>{FIRST}",
    ],
)
def test_elements_need_not_be_closed_nor_closed_in_order(body: str) -> None:
    assert [one.text for one in read_story(f"<html>{body}").blocks] == [FIRST]


def test_cells_that_span_columns_and_rows_keep_their_place() -> None:
    story = read_page("""<table><tr><th colspan=2>Party</th><th>Votes</th></tr>
<tr><td rowspan="2">Poplar</td><td><p>Labour</p></td><td><p>18,535</p></td></tr>
<tr><td>Green<td>5,975<table><tr><td>in</td></tr></table></tr>
<tr><td>Bow</td></tr></table><table><tr><td>other</table>""")
    assert [(one.text, one.table, one.row, one.column) for one in story.blocks if one.kind is Kind.CELL] == [
        *(("Party", 1, 0, 0), ("Votes", 1, 0, 2)),
        *(("Poplar", 1, 1, 0), ("Labour", 1, 1, 1), ("18,535", 1, 1, 2)),
        *(("Green", 1, 2, 1), ("5,975", 1, 2, 2), ("in", 2, 0, 0)),
        ("Bow", 1, 3, 0),
        ("other", 3, 0, 0),
    ]


def test_a_table_that_but_lays_out_a_page_has_paragraphs() -> None:
    assert [one.kind for one in read_page(f"<table><tr><td><p>{FIRST}</p></td></tr></table>").blocks] == [
        Kind.PARAGRAPH
    ]


META, DATA = '<meta property="article:published_time" content="{}">', '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (META.format("2024-07-05T01:12:00+01:00"), date(2024, 7, 5)),
        (META.format("2024-07-05"), date(2024, 7, 5)),
        ('<meta name="DC.date.issued" content="2024-07-05">', date(2024, 7, 5)),
        ('<meta itemprop="datePublished" content="2024-07-05T00:00Z">', date(2024, 7, 5)),
        ('<meta property="article:modified_time" content="2024-07-09">', None),
        (DATA.format('{"@type": "NewsArticle", "datePublished": "2024-07-05T01:12:00Z"}'), date(2024, 7, 5)),
        (
            DATA.format(
                '{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, '
                '{"@type": ["ReportageNewsArticle"], "headline": "</b>", "datePublished": "2024-07-05"}]}'
            ),
            date(2024, 7, 5),
        ),
        (DATA.format('{"@type": "Organization", "datePublished": "2024-07-05"}'), None),
        (DATA.format("{broken") + DATA.format("[" * 100_000), None),
        (DATA.format('{"@type": "NewsArticle", "datePublished": 20240705}'), None),
        (
            '<time datetime="2024-01-01">today</time><article><time datetime="2024-07-05">5 July</time></article>',
            date(2024, 7, 5),
        ),
        ('<time datetime="2024-01-01">today</time>', None),
        ("<article><time>5 July</time></article>", None),
        (META.format("2024-02-31"), None),
        (META.format("5 July 2024"), None),
        # What search engines are told is believed before what is shown, and the first before others.
        (META.format("2024-07-05") + META.format("2019-12-12"), date(2024, 7, 5)),
        ('<article><time datetime="2019-12-12">then</time></article>' + META.format("2024-07-05"), date(2024, 7, 5)),
    ],
)
def test_the_day_a_page_was_published_is_the_storys(page: str, expected: date | None) -> None:
    assert read_page(page).dated == expected
    assert read_story(f"<!doctype html>{page}").dated == expected


def test_a_story_whose_lines_are_its_paragraphs() -> None:
    story = numbered(read_page(f"<h1>{HEADLINE}</h1><p>{FIRST}</p><table><tr><td>18,535"))
    assert story.source == f"{HEADLINE}\n{FIRST}\n18,535"
    assert [story.place(one.places[0]) for one in story.blocks] == [(1, 1), (2, 1), (3, 1)]
    assert all(story.source[one.places[0] : one.places[-1] + 1] == one.text for one in story.blocks)


@pytest.mark.parametrize(
    "piece", ["<div>", "<nav>", "<article>", "</div>", "<td rowspan=9 colspan=999>", "<a>", "<p class=x>"]
)
def test_a_page_of_one_element_again_and_again_takes_no_long(piece: str) -> None:
    assert len(read_page(f"<table>{piece * 50_000}x").blocks) <= 1


@pytest.mark.parametrize(
    "declared", ["<![foo]>", "<![if !IE]>", "<![1]>", "<![]]]>", "<!x y>", "<?php x?>", "<!doctype x>"]
)
def test_a_declaration_of_any_name_is_no_text(declared: str) -> None:
    assert [one.text for one in read_page(f"<p>{FIRST}{declared}</p>").blocks] == [FIRST]


@pytest.mark.parametrize("piece", ["<!--", "<a b='", "<![", "<?"])
def test_what_is_opened_again_and_again_and_never_closed_takes_no_long(piece: str) -> None:
    """Each looked through to the end of the page would take hours."""
    assert read_page(f"<p>{FIRST}</p>{piece * 300_000}").blocks[0].text == FIRST


PIECES = [
    *("<![", "<![x]>", "<?", "<!"),
    *("<div>", "</div>", "<div class=related>", "<article>", "</article>", "<main>", "</main>", "<nav>", "</nav>"),
    *("<table>", "</table>", "<tr>", "<td rowspan=2>", "</td>", "<h1>", "</h1>", "<header>", "</header>", "<form>"),
    *("<head>", "<title>", "<p>", "</p>", "<br>", "<blockquote>", "</blockquote>", "&amp;", "&#163;", "18,535 ", "x\n"),
    *("<script>", "</script>", "<!--", "-->", "<time datetime=2024-07-05>", "<", ">", '<meta property="'),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_no_page_is_too_odd(source: str) -> None:
    story = read_page(source)
    for block in story.blocks:
        assert len(block.text) == len(block.places) > 0
        assert list(block.places) == sorted(block.places)
        assert all(0 <= place < len(source) for place in block.places)
    lines = numbered(story)
    assert [one.text for one in lines.blocks] == lines.source.split("\n")[: len(lines.blocks)]
