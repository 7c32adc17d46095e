"""Pages of the site: each a value with its place, template and figures, rendered to files or served."""
