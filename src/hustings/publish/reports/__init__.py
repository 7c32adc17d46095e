"""What the command line prints, each report gathered once and shown as text, Markdown, CSV or JSON."""
