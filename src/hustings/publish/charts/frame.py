"""The words around a drawing: title, subtitle, notes and source, in lines that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hustings.errors import UnusableInput
from hustings.publish.charts.chart import MARGIN, Body, Canvas, Chart
from hustings.publish.charts.style import FONT

if TYPE_CHECKING:
    from altair import LayerChart

TITLE, TITLE_NARROW, SUBTITLE, TEXT, SMALL = 19, 17, 13, 13, 12
FOOT_GAP = 14
LINE = 1.35
# Widths of letters in ems by the kind of letter, as in DejaVu Sans: a reader's own system font sets them, and
# this is the widest in use.
LETTERS = {
    **dict.fromkeys(" .,:;'|!ijl()[]", 0.34),
    **dict.fromkeys("frt-", 0.41),
    **dict.fromkeys("mwMW@%\N{BLACK UP-POINTING TRIANGLE}\N{BLACK DOWN-POINTING TRIANGLE}", 0.95),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ&+\N{MINUS SIGN}", 0.73),
}
OTHER_LETTER = 0.62
BOLD = 1.13


def framed(chart: Chart, body: Body, canvas: Canvas) -> LayerChart:
    """The drawing with its words, in the colours and type of the page."""
    alt = altair()
    tokens = canvas.tokens
    whole: LayerChart = alt.layer(
        *body.layers,
        _foot(chart, body, canvas),
        width=canvas.inner - body.left,
        height=body.height,
        title=_title(chart, canvas),
        background=tokens.page,
        padding=MARGIN,
        description=chart.alt,
        config=alt.Config(
            font=FONT,
            aria=False,
            view=alt.ViewConfig(stroke=None, clip=False),
            text=alt.MarkConfig(color=tokens.ink, fontSize=TEXT),
            axis=alt.AxisConfig(
                labelColor=tokens.muted,
                titleColor=tokens.muted,
                labelFontSize=SMALL,
                titleFontSize=SMALL,
                titleFontWeight="normal",
                gridColor=tokens.rule,
                tickColor=tokens.rule,
                domain=False,
                labelFlush=False,
            ),
        ),
    )
    return whole


def altair() -> Any:
    """The drawing library, or one sentence on how to get it."""
    try:
        import altair as alt
    except ImportError:
        raise UnusableInput("charts need what is not installed; run pip install 'hustings[charts]'") from None
    return alt


def _title(chart: Chart, canvas: Canvas) -> Any:
    size = TITLE_NARROW if canvas.narrow else TITLE
    return altair().TitleParams(
        text=wrap(chart.title, canvas.inner, size, bold=True),
        subtitle=wrap(chart.subtitle, canvas.inner, SUBTITLE),
        anchor="start",
        frame="bounds",
        fontSize=size,
        fontWeight="bold",
        color=canvas.tokens.ink,
        subtitleFontSize=SUBTITLE,
        subtitleColor=canvas.tokens.muted,
        lineHeight=round(size * 1.2),
        subtitleLineHeight=round(SUBTITLE * LINE),
        subtitlePadding=5,
        offset=14,
    )


def _foot(chart: Chart, body: Body, canvas: Canvas) -> Any:
    """Notes and source under the drawing."""
    alt = altair()
    lines = [line for words in (*chart.notes, chart.source) for line in wrap(words, canvas.inner, SMALL)]
    text = alt.Chart(alt.InlineData(values=[{}])).mark_text(
        text=lines,
        align="left",
        baseline="top",
        color=canvas.tokens.muted,
        fontSize=SMALL,
        lineHeight=round(SMALL * LINE),
    )
    return text.encode(x=alt.value(-body.left), y=alt.value(body.height + body.below + FOOT_GAP))


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """A text in lines no wider than so many pixels, broken between words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and wide(longer, size, bold=bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """About how many pixels wide a text is, rather more than less."""
    ems = sum(LETTERS.get(letter, OTHER_LETTER) for letter in text)
    return ems * size * (BOLD if bold else 1)
