"""Conversations are bounded, apart from each other, and safe across threads."""

from __future__ import annotations

import threading
from dataclasses import replace

from qa.conversations import Conversations
from qa.types import Turn
from tests.qa.test_serialize import ANSWER


def turn(number: int) -> Turn:
    return Turn(f"question {number}", replace(ANSWER, id=str(number)))


def test_unknown_conversation_has_no_turns() -> None:
    assert Conversations().turns("nothing") == ()


def test_turns_come_oldest_first_and_apart() -> None:
    conversations = Conversations()
    for number in range(3):
        conversations.append("a", turn(number))
    conversations.append("b", turn(9))
    assert [t.question for t in conversations.turns("a")] == [f"question {n}" for n in range(3)]
    assert [t.question for t in conversations.turns("b")] == ["question 9"]


def test_oldest_turns_go_first() -> None:
    conversations = Conversations(max_turns=2)
    for number in range(5):
        conversations.append("a", turn(number))
    assert [t.answer.id for t in conversations.turns("a")] == ["3", "4"]


def test_the_longest_unused_conversation_goes_first() -> None:
    conversations = Conversations(max_conversations=2)
    conversations.append("a", turn(1))
    conversations.append("b", turn(2))
    conversations.turns("a")
    conversations.append("c", turn(3))
    assert len(conversations) == 2
    assert conversations.turns("b") == ()
    assert conversations.turns("a")


def test_ids_fit_the_contract_and_differ() -> None:
    ids = {Conversations.new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(i) == 16 and i.replace("-", "").replace("_", "").isalnum() for i in ids)


def test_many_threads_lose_nothing() -> None:
    conversations = Conversations(max_turns=1000)

    def append_many(number: int) -> None:
        for _ in range(50):
            conversations.append("a", turn(number))

    threads = [threading.Thread(target=append_many, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(conversations.turns("a")) == 400
