"""The whole site as files: every page, its data, feeds and search index, in a folder that any web host serves."""
