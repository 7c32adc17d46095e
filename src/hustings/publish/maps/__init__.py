"""Maps of a general election: a hexagon or an outline for each seat, coloured by who won or by any figure."""

from hustings.publish.maps.draw import hexes, outlines
from hustings.publish.maps.map import Map
from hustings.publish.maps.places import Focus

__all__ = ["Focus", "Map", "hexes", "outlines"]
