"""Common given names with the gender that mostly goes with them.

Used as a hint only: that two capitalised words are a person, and that "she" is not "Peter".
Names that both genders bear are left out. Written from general knowledge.
"""

from __future__ import annotations

from qa.attribution.types import Gender

_MALE = """
    aaron abdul abdullah adam adrian ahmad ahmed alan albert alberto aleksandar alejandro alex
    alexander alfred ali allan amir anatoly anders andre andreas andrew andrey antonio anthony
    antony anton arnold arthur ashraf barack bashar ben benjamin bernard bill bob boris brad
    brandon brian bruce bruno carl carlos charles chris christian christopher claude conor craig
    cyril damien dan daniel darren dave david dennis derek diego dmitri dmitry dominic donald doug
    douglas duncan ed eduardo edward edwin elon emil emmanuel enrique eric erik ernest ethan
    eugene evan fabio felipe felix fernando francesco francis francisco francois frank fred
    frederick gabriel gareth gary gavin geir geoff geoffrey george gerald gerard giorgio giovanni
    glenn gordon graham greg gregory guillermo gustav guy hamid hans harold harry harvey hassan
    hector henri henry herbert hiroshi howard hugh hugo hussein hamza ian ibrahim igor isaac ivan
    jack jacob jacques jake james jamal jan jason javier jean jeff jeffrey jeremy jerome jerry jim
    jimmy joe joel johan johannes john jon jonathan jorge jose joseph josh joshua juan julian
    justin karl keith ken kenneth kevin khaled klaus kofi kurt kyle lars larry lawrence leo leon
    leonard lewis liam lloyd louis luca lucas luigi luis luke magnus mahmoud malcolm manuel marc
    marcel marco marcus mario mark markus martin mathew matt matteo matthew maurice max michael
    miguel mike mikhail miles milo mitch mohamed mohammad mohammed muhammad mustafa narendra
    nathan neil nicholas nicolas nigel nick nikolai noah norman oleg oliver omar oscar otto owen
    pablo patrick paul pavel pedro pete peter phil philip philippe phillip pierre rafael rajiv
    ralph randy ravi ray raymond ricardo richard rick rob robert roberto rodrigo roger roland ron
    ronald ross roy rudolf rupert russell ryan salman samuel scott sean sebastian sergei sergey
    sergio seth simon stanley stefan stephen steve steven stuart sven tariq ted terry theodore
    thomas tim timothy tobias todd tom tomas tony travis trevor umar viktor victor vincent
    vladimir volodymyr walter warren wayne werner wilhelm will william winston wolfgang xavier
    yasser yuri yusuf zachary idris silas otis cole conrad
    """
_FEMALE = """
    abigail ada adele agnes aisha alexandra alexandria alice alicia alison allison amanda amber
    amelia amina amy ana anastasia angela angelina anita ann anna anne annette annie antonia
    audrey barbara beatrice beatriz becky bella bernadette beth betty beverly bianca brenda
    bridget camila camilla carla carmen carol carolina caroline carolyn catherine cathy cecilia
    celia charlotte chiara chloe christina christine cindy claire clara claudia colleen cristina
    cynthia daniela debbie deborah denise diana diane dolores donna dora doris dorothy edith
    eileen elaine eleanor elena elisabeth elizabeth ella ellen elsa emily emma erica erin esme
    esther eva evelyn farah fatima fiona florence frances francesca gabriela gabrielle gail
    georgia geraldine gina giulia gloria grace greta gwen hana hannah harriet heather heidi helen
    helena hilary hillary holly ida inga ingrid irene irina irma isabel isabella ivana jacinda
    jacqueline jane janet janice jeanne jennifer jenny jessica jill jo joan joanna joanne
    josephine joyce juanita judith judy julia juliana julie kamala karen karin karla kate
    katherine kathleen kathryn kathy katie katrina kayla kelly kerry kirsten kirsi kristen kristin
    lara laura lauren layla leah leila lena leticia lillian linda lina lisa liz lola lorraine
    louise lucia lucy luisa lydia lynn madeleine margaret margarita margot maria mariam mariana
    marie marianne marilyn marina marion marjorie martha mary maureen maya meera megan melanie
    melissa mercedes meredith mia michaela michelle miriam molly monica nadia nancy naomi natalia
    natalie natasha nicole nina nora norma olga olivia pamela patricia patty paula pauline
    penelope petra phoebe pia priscilla priya rachel ramona rania rebecca regina renee rita
    roberta rosa rosalind rose rosemary ruth sabrina sally samantha samira sandra sara sarah
    sharon sheila shirley silvia simone sofia sonia sophia sophie stella stephanie susan susanne
    suzanne svetlana sylvia tamara tania tara tatiana teresa theresa tina ursula valentina valerie
    vanessa vera veronica victoria viola violet virginia vivian wendy yasmin yolanda yvette yvonne
    zahra zainab zoe rana anouk sheikha mette astrid solveig ilse
    """

GIVEN_NAMES: dict[str, Gender] = {
    **dict.fromkeys(_MALE.split(), "male"),
    **dict.fromkeys(_FEMALE.split(), "female"),
}
