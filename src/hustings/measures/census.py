"""The census as both of its questionnaires can answer: wider answers than either asked for."""

import ibis.expr.types as ir

PLACE = ("kind", "area_id", "scope", "topic")


def harmonised(census: ir.Table, categories: ir.Table) -> ir.Table:
    """Wider answers that England and Wales and Scotland have both, a row an area and answer.

    count: the sum of the answers that belong to it; base: all who are counted; share: count / base, a fraction
    of 1. The questions differ, in words, in day and in how they were put: a wider answer makes the categories
    comparable, not the censuses one. Categories: table `census_category`, which says what belongs to what.
    """
    belonging = categories.filter(categories.harmonised.notnull()).select("scope", "topic", "category", "harmonised")
    joined = census.join(belonging, ["scope", "topic", "category"])
    summed = joined.group_by(*PLACE, "harmonised").aggregate(
        count=joined["count"].sum(), base=joined.base.max(), answers=joined.count()
    )
    return summed.mutate(share=summed["count"] / summed.base.nullif(0))
