"""Conversations: the turns so far, in memory only, bounded, safe across threads.

Nothing is written to disk. A conversation that was pushed out, or that another process
held, simply has no turns yet.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict, deque

from qa.types import Turn


class Conversations:
    """The latest turns of the latest conversations.

    At most `max_conversations` are kept (the longest unused goes first) and at most
    `max_turns` of each (the oldest goes first).
    """

    def __init__(self, max_conversations: int = 500, max_turns: int = 12) -> None:
        self._turns: OrderedDict[str, deque[Turn]] = OrderedDict()
        self._max_conversations = max_conversations
        self._max_turns = max_turns
        self._lock = threading.Lock()

    @staticmethod
    def new_id() -> str:
        """Make an id that cannot be guessed: 16 characters of A-Z, a-z, 0-9, - and _."""
        return secrets.token_urlsafe(12)

    def turns(self, conversation_id: str) -> tuple[Turn, ...]:
        """Give the turns kept, oldest first; none for an id that is not known."""
        with self._lock:
            kept = self._turns.get(conversation_id)
            if kept is None:
                return ()
            self._turns.move_to_end(conversation_id)
            return tuple(kept)

    def append(self, conversation_id: str, turn: Turn) -> None:
        """Add a turn to a conversation, which begins with it if it is not known."""
        with self._lock:
            kept = self._turns.setdefault(conversation_id, deque(maxlen=self._max_turns))
            kept.append(turn)
            self._turns.move_to_end(conversation_id)
            while len(self._turns) > self._max_conversations:
                self._turns.popitem(last=False)

    def __len__(self) -> int:
        with self._lock:
            return len(self._turns)
