"""Common given names with the gender that mostly goes with them, None for both.

Used as a hint only: that two capitalised words are a person, and that "she" is not "Peter".
Written from general knowledge.
"""

from __future__ import annotations

from qa.attribution.types import Gender

_MALE = """
    aaron abdul abdullah abe adam adrian ahmad ahmed al alan albert alberto alejandro
    aleksandar alexander alfred ali allan amir anatoly anders andre andreas andrew andrey
    andriy angus anil ansel anthony anton antonio antony armando arnaud arnold arthur ashish
    ashraf barack barry bart bashar beau ben benjamin bernard bill blake bob boris boyd brad
    bradley brandon brendan brent brett brian bruce bruno bryan bryce byron caleb calvin carl
    carlos carlton cedric chad charles chester chris christian christopher chuck clarence
    claude clayton cliff clifford clint clyde cody cole colin connor conor conrad corey cory
    craig curt curtis cyril cyrus dale damien damon dan daniel danny darrell darren darryl
    daryl dave david dean demetrius denis dennis derek desmond devin dick diego dirk dmitri
    dmitry dmytro dominic don donald donnie donovan doug douglas duncan dustin dwayne dwight
    dylan ed eddie edgar eduardo edward edwin efrain eli elias elijah elliot elliott elon emil
    emmanuel enrique eric erik ernest ernesto ernie erwin ethan eugene evan everett ezra fabio
    felipe felix fernando fletcher floyd forrest francesco francisco francois frank franklin
    fred freddie frederick gabriel gareth garrett gary gavin geir gene geoff geoffrey george
    gerald gerard gerardo gerry gilbert gilberto giorgio giovanni glenn gordon graham greg
    gregory guillermo gus gustav gustavo guy hal hamid hamza hank hans harish harold harrison
    harry harvey hassan hector henri henry herb herbert herman hiroshi homer horace howard
    hubert hugh hugo humza hussein ian ibrahim idris igor imran ira isaac isaiah ivan jack
    jacob jacques jake jamal james jan jared jarrett jarrod jason jasper javier jay jed jeff
    jeffrey jens jeremiah jeremy jermaine jerome jerrod jerry jesse jim jimmy joe joel joey
    johan johannes john johnny jon jonah jonathan jorge jose joseph josh joshua josiah josue
    juan jude julian julio julius justin kareem karl keir keith ken kendrick kenneth kenny kent
    kevin khaled kirk klaus kofi kurt kwasi kyle lamar lamont lance landon larry lars lawrence
    leland leo leon leonard leroy lester levi lewis liam lionel lloyd lonnie lorenzo louie
    louis lowell luca lucas luigi luis luke luther lyle magnus mahmoud malcolm malik manuel
    marc marcel marco marcus mario mark markus marlon martin marty marvin mateusz mathew matt
    matteo matthew maurice max maxwell melvin merle merrick micah michael mickey miguel mike
    mikhail miles milo mitch mitchell mohamed mohammad mohammed morris moses muhammad murray
    mustafa mykhailo myron nadhim naftali narendra nate nathan nathaniel ned neil nelson
    nicholas nick nico nicolas nigel nikolai noah nolan norm norman olaf oleg oleksandr oleksiy
    oliver omar orville oscar osvaldo otis otto owen pablo patrick paul pavel pedro percy perry
    pete peter phil philip philippe phillip pierre preston quentin rafael rajiv ralf ralph
    ramiro ramon randall randolph randy raphael rashad rasheed raul ravi ray raymond recep
    reggie reginald reid rex rhett rhys ricardo rich richard richie rick rishi rob robert
    roberto rocco roderick rodney rodrigo roger rohan roland roman ron ronald ronnie rory ross
    roy rudolf rudy rufus rupert russell ryan sadiq sajid sal salman salvador sammy samuel
    sanjay santiago satya saul scott sean sebastian sergei sergey sergio serhiy seth shane
    shaun shawn sheldon sherman shinzo sid silas simon solomon spencer stan stanley stefan
    stephan stephen sterling steve steven stevie stuart sundar sven sylvester tad tariq ted
    tedros terrance terrell terrence theo theodore thomas tim timothy tobias toby todd tom
    tomas tommy tony travis trent trevor trey tristan troy truman ty tyler tyrone tyson umar
    vernon victor vikram viktor vince vincent virgil vivek vladimir volodymyr wade wallace
    walter warren wayne wendell werner wes wesley wilbur wilhelm will william willie winston
    wolfgang wyatt xavier yair yasser yuri yusuf zach zachariah zachary zack zane
    """
_FEMALE = """
    abigail ada adele adriana agnes aimee aisha alana alejandra aleksandra alexa alexandra
    alexandria alice alicia alina alisa alison allie allison alma alyssa amanda amara amber
    amelia amina amy ana anastasia anastasiya angela angelica angelina angie anita ann anna
    annabel annabelle annalena anne annette annie anouk antonia ariana arianna arlene astrid
    audrey ava barbara beatrice beatriz becky belinda bella bernadette bernice bertha bessie
    beth bettina betty beverley beverly bianca blanca bonnie brenda brianna bridget britney
    brittany caitlin camila camilla candace candice carla carly carmen carol carolina caroline
    carolyn carrie cassandra cassie catalina catherine cathy cecilia celeste celia charlene
    charlotte cheri cheryl chiara chloe christina christine ciara cindy claire clara clare
    clarissa claudia colleen connie corinne cristina crystal cynthia daisy daniela danielle
    daphne darlene dawn deanna deb debbie deborah debra deirdre delia denise denisse desiree
    diana diane dianna dianne dina dolores donna dora doris dorothy edith edna eileen elaine
    eleanor elena elisabeth elise eliza elizabeth ella ellen ellie eloise elsa elsie emilia
    emily emma erica erika erin esme estelle esther ethel eugenia eunice eva eve evelyn farah
    fatima faye felicia fiona flora florence frances francesca freda gabriela gabrielle gail
    gayle genevieve georgia georgina geraldine gertrude gillian gina ginny giorgia giulia
    gladys glenda gloria grace greta guadalupe gwen gwendolyn gwyneth hailey haley halle hallie
    hana hannah harriet hattie hazel heather heidi helen helena henrietta hilary hillary holly
    ida ilona ilse imani imelda imogen inez inga ingrid irene irina irma iryna isabel isabella
    isabelle ivana ivy jacinda jaclyn jacqueline jada jana jane janelle janet janette janice
    janine jasmine jayne jeanette jeanine jeanne jeannie jenna jennifer jenny jessica jill jo
    joan joanna joanne jocelyn jodi johanna jolene joni josephine josie joyce juana juanita
    judith judy julia juliana julie juliet juliette justine kaitlin kaitlyn kamala kara karen
    kari karin karla katarina kate katelyn kateryna katharine katherine kathleen kathryn kathy
    katie katja katrin katrina kayla kellie kellyanne kemi kendra ketanji kimberly kirsi
    kirsten kirsty krista kristalina kristen kristi kristie kristin kristina kristine krystal
    lana lara latoya laura lauren laurie layla lea leah leanne leila lena leona leticia letitia
    libby lila lillian lily lina linda lisa liz liza lois lola lorena loretta lori lorraine
    louise lucia lucille lucinda lucy luisa lydia lynda lynette lynne mabel madeleine madeline
    maggie malala mallory mandy marcella marcia margaret margarita margie margot marguerite
    maria mariah mariam mariana marianne maribel marie marilyn marina marisol marissa marjorie
    marlene marsha marta martha martina mary matilda maura maureen mavis maxine maya meera meg
    megan melanie melinda melissa mercedes meredith mette mia michaela michelle mildred millie
    mindy miranda miriam molly mona monica muriel myra nadia nadine nancy naomi natalia natalie
    natasha nell nellie nichole nicole nikki nina noelle nora noreen norma nyla olena olga
    olivia pam pamela patricia patty paula pauline peggy penelope petra phoebe pia polly
    priscilla priya rachael rachel ramona rana rania raquel rebecca regina renee rhonda rita
    roberta robyn rosa rosalie rosalind rosanna rose roseanne rosemarie rosemary rosie roxanne
    ruby ruth sabrina sadie sally salma samantha samira sandra sara sarah selena serena shari
    sharon shauna sheena sheikha sheila shelley shelly sheri sherri sherry shirley silvia
    simona simone sofia solveig sonia sonja sonya sophia sophie soraya stefanie stella
    stephanie sue susan susana susanne susie suzanne suzy svetlana sylvia tabitha tamara tamika
    tammy tania tara taryn tatiana teresa terri thelma theresa tiffany tina tonya tricia trisha
    trudy tulsi una ursula valentina valerie vanessa velma vera verna veronica vicki vickie
    vicky victoria viola violet virginia vivian wanda wendy willa wilma winifred yasmin yesenia
    yolanda yulia yvette yvonne zahra zainab zelda zoe
    """
_BOTH = """
    alex alexis angel ariel ashley aubrey avery bailey billie blair bobbie cameron carey casey
    charlie courtney dana devon drew emerson finley francis frankie harper jackie jaime
    jamie jayden jean jessie jody jordan kai kay kelly kelsey kendall kerry kim kris lee lesley
    leslie lindsay lindsey logan loren lynn mackenzie marion micky nicky noel pat payton peyton
    quinn reagan reese riley robbie robin rowan sam sasha shannon sidney skyler stacey stacy
    taylor terry tracey tracy whitney winnie
    """

# East Asian family names, which come first: "Cha Woo-jin" is "Cha" for short.
FAMILY_FIRST = frozenset(
    """
    ahn bae cha chang chen cheng cho choi chung deng dong duan feng gao guo han he hong hu huang
    hwang jang jeon jeong jiang jin jung kang kim kwon lee li liang lim lin liu luo ma moon nam
    nguyen noh oh pan park peng pham qin ryu seo shen shi shin sohn song su sun tan tang tran tsai
    wang wei wu xi xiao xie xu yang yao ye yi yin yoo yoon yu yuan zeng zhang zhao zheng zhou zhu
    """.split()
)

GIVEN_NAMES: dict[str, Gender | None] = {
    **dict.fromkeys(_MALE.split(), "male"),
    **dict.fromkeys(_FEMALE.split(), "female"),
    **dict.fromkeys(_BOTH.split()),
}
