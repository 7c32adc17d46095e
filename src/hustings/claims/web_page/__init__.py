"""Stories on the web: asked for at addresses that were checked, within bounds, and read as text."""
