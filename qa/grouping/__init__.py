"""Candidates to claims: equal values merged, and how the different ones stand to each other."""

from __future__ import annotations

from qa.grouping.candidates import Candidate, Group, Relation, Step
from qa.grouping.merging import group
from qa.grouping.relating import relate

__all__ = ["Candidate", "Group", "Relation", "Step", "group", "relate"]
