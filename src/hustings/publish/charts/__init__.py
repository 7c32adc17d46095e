"""Charts: each a function from the record to a `Chart`, whose figures are a report's and whose colours the record's."""

from hustings.publish.charts.arrows import arrows
from hustings.publish.charts.chart import Canvas, Chart
from hustings.publish.charts.flow import flow
from hustings.publish.charts.history import history
from hustings.publish.charts.render import kept, rendered, save
from hustings.publish.charts.result import result
from hustings.publish.charts.scatter import scatter
from hustings.publish.charts.seats import seats
from hustings.publish.charts.swing import swing
from hustings.publish.charts.turnout import majority, turnout
from hustings.publish.charts.waterfall import waterfall

__all__ = [
    "Canvas",
    "Chart",
    "arrows",
    "flow",
    "history",
    "kept",
    "majority",
    "rendered",
    "result",
    "save",
    "scatter",
    "seats",
    "swing",
    "turnout",
    "waterfall",
]
