"""One table of what the record holds and what a user added; where both speak, the record does."""

from hustings.record.schema import TABLES

# The columns that say whose row it is: an added row is shown where the record has none of that contest,
# area, party... A division's votes are of the division, so that they join the counts the record holds.
OWNERS: dict[str, tuple[str, ...]] = {
    "candidacy": ("contest_id",),
    "baseline": ("contest_id",),
    "division_vote": ("division_id",),
}


def united(table: str, held: str, added: str) -> str:
    """SQL of the rows `held`, then those `added` of owners that the record has nothing of, each key once.

    `held` and `added` are what may follow `from`.
    """
    declared = TABLES[table]
    columns = ", ".join(f'"{column}"' for column in declared.names)
    key = ", ".join(f'"{part}"' for part in declared.key)
    owner = OWNERS.get(table, declared.key)
    same = " and ".join(f'added."{part}" = held."{part}"' for part in owner)
    return (
        f"select {columns} from {held} union all select {columns} from ("
        f"select distinct on ({key}) {columns} from {added} as added "
        f"where not exists (from {held} as held where {same}))"
    )
