"""Follow-up questions, completed from earlier turns. Start at `rewriting.py`."""

from __future__ import annotations

from qa.followups.previous import Wants
from qa.followups.rewriting import Standalone, about_claim, standalone

__all__ = ["Standalone", "Wants", "about_claim", "standalone"]
