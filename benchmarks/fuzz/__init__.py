"""What must hold of any text that is checked, and texts made to break it."""
