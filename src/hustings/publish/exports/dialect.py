"""How two formats spell the same elements: NIST SP 1500-100 version 2, and Civics, which grew from its first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from hustings.publish.exports.election_report import Identifier

Element = ET.Element
XSI = "http://www.w3.org/2001/XMLSchema-instance"
# What XML 1.0 has no place for, should a published name hold it.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Dialect:
    """A format's namespace and spellings, and whether things of one kind stand in a collection."""

    namespace: str
    object_id: str
    language: str
    collections: bool

    def root(self, tag: str) -> Element:
        """The outermost element."""
        spaces = {"xmlns": self.namespace} if self.namespace else {}
        return Element(tag, spaces | {"xmlns:xsi": XSI})

    def thing(self, parent: Element, tag: str, key: str, kind: str = "") -> Element:
        """An element that others refer to by its key, of a kind where the schema has several."""
        named = {self.object_id: key} | ({"xsi:type": kind} if kind else {})
        return ET.SubElement(parent, tag, named)

    def group(self, parent: Element, tag: str) -> Element:
        """Where the elements of a tag stand: their own collection, or the parent itself."""
        return ET.SubElement(parent, f"{tag}Collection") if self.collections else parent

    def words(self, parent: Element, tag: str, text: str) -> None:
        """A text that says its language."""
        say(ET.SubElement(parent, tag), "Text", text, {self.language: "en"})

    def identifiers(self, parent: Element, key: str, identifiers: Iterable[Identifier]) -> None:
        """The names others know a thing by; in Civics its key too, called stable."""
        found = [*identifiers]
        if self.collections:
            found.append(Identifier("other", key, "stable"))
            parent = ET.SubElement(parent, "ExternalIdentifiers")
        for one in found:
            own = ET.SubElement(parent, "ExternalIdentifier")
            say(own, "Type", one.kind)
            if one.other:
                say(own, "OtherType", one.other)
            say(own, "Value", one.value)


NIST = Dialect("NIST_V2_election_results_reporting.xsd", "ObjectId", "Language", collections=False)
CIVICS = Dialect("", "objectId", "language", collections=True)


def say(parent: Element, tag: str, text: object, attributes: dict[str, str] | None = None) -> None:
    """An element that holds a text."""
    ET.SubElement(parent, tag, attributes or {}).text = NO_XML.sub("", str(text))
