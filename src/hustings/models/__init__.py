"""What may happen: results that were never counted, each marked as what it is by its basis."""

from hustings.models.two_party_swing import PROPORTIONAL, RULES, UNIFORM, swung

__all__ = ["PROPORTIONAL", "RULES", "UNIFORM", "swung"]
