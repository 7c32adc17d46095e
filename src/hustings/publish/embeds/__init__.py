"""Parts of pages for other people's pages: a result table in a frame that fits itself, and how it is placed."""
