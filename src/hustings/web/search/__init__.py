"""Search by a server: what the command line finds, for programs and for readers without scripts."""
