"""The record as files for others' tools: tables, workbooks, databases, and the formats of the field."""
