"""How fast we are beside our peers, both run side by side: `python -m benchmarks`."""
