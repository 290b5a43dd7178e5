"""What the pronouns and the gaps of a follow-up stand for."""

from __future__ import annotations

import pytest

from qa.followups import standalone
from tests.qa.followups.turns import asked, turn

BID = ("How much did Vantor offer for Kelby Foods?", "$2.1bn")
HAUL = ("What did police find in the house in Glenroy?", "80 kilos of cocaine")
SHOT = ("who shot Senator Blake", "a former aide")
RUNOFF = ("who is running in Ostrava's mayoral runoff", "Jan Kubik and Eva Mala")
VAN = ("When will Zentra launch its electric van?", "next autumn")
BURNT = ("how many cars were set on fire in Lagny", "46")
SPEND = ("how much will the city of Aldport spend on schools", "40 million")
VOTES = ("how many votes did Arno Keller get in the first round", "38 percent")
CASES = ("How many measles cases were reported in Tarnow?", "212")
RICE = ("Why is the price of rice rising in Dhara?", "export bans")
TREATY = ("how many states signed the treaty of Amsel", "94")
OPEN = ("Is the Sund bridge open again?", "No")
CUTS = ("will there be job cuts at Lumen Air", "400")
FINAL = ("When does the women's cup final start?", "at 6 p.m.")
BUG = ("How many patients caught the hospital bug in Reims?", "19")
CONSUL = ("Who was kidnapped in Puerto Sol?", "a consul")
TRAM = ("who was driving the tram that derailed in Ober", "a trainee")


@pytest.mark.parametrize(
    ("earlier", "typed", "completed"),
    [
        (BID, "was it accepted?", "Was Vantor's offer for Kelby Foods accepted?"),
        (HAUL, "how much was it worth?", "How much was the cocaine worth in the house in Glenroy?"),
        (SHOT, "why did he do it?", "Why did the former aide shoot Senator Blake?"),
        (
            RUNOFF,
            "which of them is older?",
            "Which of Jan Kubik and Eva Mala is older in Ostrava's mayoral runoff?",
        ),
        (VAN, "how far can it drive", "How far can Zentra's electric van drive?"),
        (TRAM, "was he hurt", "Was the trainee hurt in Ober?"),
        (BURNT, "who did it", "Who set cars on fire in Lagny?"),
        (SPEND, "and on roads?", "How much will the city of Aldport spend on roads?"),
        (VOTES, "and in the second?", "How many votes did Arno Keller get in the second round?"),
        (CASES, "and deaths?", "How many measles deaths were reported in Tarnow?"),
        (RICE, "and wheat?", "Why is the price of wheat rising in Dhara?"),
        (TREATY, "did France sign?", "Did France sign the treaty of Amsel?"),
        (OPEN, "why not?", "Why is the Sund bridge not open again?"),
        (FINAL, "when is it?", "When is the women's cup final?"),
        (BUG, "where did it come from", "Where did the hospital bug in Reims come from?"),
        (CONSUL, "is he still alive?", "Is the consul still alive in Puerto Sol?"),
        (CUTS, "how many?", "How many job cuts will there be at Lumen Air?"),
    ],
)
def test_what_a_follow_up_leaves_out(earlier: tuple[str, str], typed: str, completed: str) -> None:
    assert asked(typed, earlier) == completed


def test_she_stays_she() -> None:
    lead = turn("Who will lead the Vega telescope project?", "Hana Ito")
    replaced = standalone("who did she replace?", [lead])
    second = turn(replaced.question, "Paul Brandt")
    kept = type(second)("who did she replace?", second.answer)
    assert standalone("what is her background", [lead, kept]).question == (
        "What is Hana Ito's background?"
    )


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("whos says", "Who said that 17 died in the bus crash near Ravno?"),
        ("wat caused it", "What caused the bus crash near Ravno?"),
        ("how mnay childrn", "How many children died in the bus crash near Ravno?"),
    ],
)
def test_careless_spelling(typed: str, completed: str) -> None:
    assert asked(typed, ("how mnay died in the bus crash near Ravno", "17")) == completed


def test_who_says_so_without_an_answer_asks_about_the_question() -> None:
    assert asked("says who?", ("how many voted no in the Lisk referendum", None)) == (
        "Who says how many voted no in the Lisk referendum?"
    )
