"""An address of a page that asks for what there is not."""


class Unreadable(Exception):
    """What is wrong with an address and how to mend it, as a sentence for the page."""
