whoknows 1
story Othello
# After William Shakespeare, retold as a ledger in our own words.
# One man says a thing that is not so, and five honest people help him without knowing it: the wife who
# finds the handkerchief, the lieutenant who picks it up, the woman who is jealous of it, the fool who
# pays for everything, and Desdemona, who pleads for a friend. The books show that nobody in it is stupid:
# everybody draws the right conclusion from what has reached them. Watch who has a wrong idea of whom.
# Nobody but Iago has the plot in their head at all, so nobody can fear it; Emilia holds the one fact that
# would end it, and does not know that it is one; Cassio, laughing about Bianca, is heard to laugh about
# Desdemona; and Desdemona learns what she is accused of when it is too late, and never by whom.

cast
  Othello (he): a general in the service of Venice
  Desdemona (she): a senator's daughter, newly his wife
  Iago (he): his ensign, whom everybody calls honest
  Emilia (she): Iago's wife, who waits on Desdemona
  Cassio (he): the lieutenant
  Bianca (she): a woman of Cyprus who loves Cassio
  Roderigo (he): a rich fool who wants Desdemona
  Brabantio (he): Desdemona's father
  Montano (he): who governed Cyprus before
  Lodovico (he): a kinsman of Brabantio's, with letters from Venice
  officers = Othello, Cassio, Iago, Montano

places
  the street in Venice
  the council chamber
  the guardroom
  the garden
  Emilia's room
  Cassio's lodging
  the yard
  the dark street
  the bedchamber

things
  document: the letter in Roderigo's pocket

facts
  married: Desdemona has married Othello behind her father's back
    or else: Desdemona is still in her father's house
  hate: Iago hates Othello
    or else: Iago is Othello's man
    starts yes
  the plot: Iago means to ruin Othello with a lie about his wife
    or else: Iago means well
  the affair: Desdemona deceives Othello with Cassio
    or else: Desdemona is true to Othello
  lieutenant = Cassio, Iago, nobody: Othello's lieutenant is {value}
    starts Cassio
  egged on: the fight on the watch was Iago's doing
    or else: the fight on the watch was Cassio's own fault
  pleading: Desdemona pleads with Othello for Cassio
  holder = Desdemona, Emilia, Iago, Cassio, Bianca, the floor: the handkerchief is with {value}
    starts Desdemona
  gift: Desdemona gave the handkerchief to Cassio
    or else: Desdemona never gave the handkerchief to anybody
  handed over: Emilia found the handkerchief and gave it to Iago
  found: Cassio found the handkerchief in his own room
  planted: Iago left the handkerchief in Cassio's room
  use = a copy, a trap, a whim: Iago wanted the handkerchief for {value}
    lasting
    starts a trap
  dotes: Bianca dotes on Cassio, and says that he will marry her
  slander: somebody has slandered Desdemona to Othello
  his anger: Othello is angry with Desdemona, whatever the cause
  the order: Othello wants Cassio dead, by Iago's hand
  the sentence: Othello means to kill Desdemona
  the ambush: Iago has set Roderigo on to kill Cassio
  slayer = Othello, Desdemona: {value} killed Desdemona
    lasting

secrets
  married: kept by Othello, Desdemona, Cassio from everyone, who assume not
  the affair: kept by Desdemona, Cassio from everyone, who assume not
  gift: kept by Desdemona, Cassio from everyone, who assume not
  hate: kept by Iago, Roderigo from everyone, who assume not
  the plot: kept unsuspected by Iago from everyone
  use: kept by Iago from everyone
  the ambush: kept by Iago, Roderigo from everyone, who assume not

at first
  Iago believes not the affair
  Emilia believes not the affair

rules
  love tokens: whoever believes gift infers the affair
  two halves: whoever believes (handed over and found) infers planted, the plot
  a true wife: whoever believes planted infers not gift

scene The wedding
  when 9 October 1570, in the evening
  at the street in Venice
  with Othello, Desdemona, Cassio
  off the page
  - Othello and Desdemona are married, and Cassio, who carried the messages, stands by => married
  - Friends are all that she and Cassio ever were, and he has had no present of her => not the affair, not gift (only Desdemona, Cassio)

scene Under the window
  when later that night
  at the street in Venice
  with Iago, Roderigo
  Iago learned: married (somehow)
  Iago tells Roderigo: hate, married
  expect Roderigo knows Iago knows married
  expect Desdemona believes Iago does not believe married
  Brabantio enters
  Iago, Roderigo tell Brabantio: married
  expect Brabantio believes Roderigo believes married
  expect Othello does not believe Brabantio believes married

scene Before the council
  when later that night
  at the council chamber
  with Othello, Brabantio, Lodovico
  Brabantio tells Lodovico: married
  Desdemona, Iago, Emilia enter
  Othello, Desdemona tell Brabantio: married
  expect it is common knowledge among Othello, Desdemona, Brabantio, Iago that married
  expect Brabantio knows Desdemona knows Brabantio knows married
  expect Othello does not believe Iago believes hate
  - Left alone, Iago thinks of a way => the plot (only Iago)
  expect Othello does not consider the plot
  expect the reader knows Othello does not consider the plot

scene The watch
  when 8 November 1570, at night
  at the guardroom
  with Iago, Cassio, Montano
  - Iago has Cassio drink and Roderigo provoke him, and Montano is hurt in the fight => egged on (only Iago, Roderigo)
  Othello enters
  Othello asks Montano, Iago: egged on?
  Iago lies to Othello: not egged on
  - Othello takes Cassio's rank from him => lieutenant = nobody
  Cassio quits officers
  expect everyone in officers but Iago believes not egged on
  expect it is common knowledge among Iago, Roderigo that egged on
  expect Roderigo does not believe Othello believes egged on
  expect Cassio believes Othello believes Iago believes not egged on
  expect Iago knows Cassio believes Iago believes not egged on

scene Her promise
  when the next morning
  at the garden
  with Desdemona, Cassio, Emilia
  Cassio tells Desdemona: lieutenant = nobody
  - Desdemona promises Cassio to plead for him until Othello gives way => pleading
  Iago, Othello enter
  Cassio leaves
  Iago lies to Iago: the affair (only Iago) (staged for Othello) (not believed by Othello)
  expect Othello believes Iago does not believe Othello considers the affair
  Desdemona tells Othello: pleading
  Desdemona, Emilia leave
  expect Desdemona knows Othello knows pleading
  expect Othello does not believe the affair

scene The drop
  when later that morning
  at the garden
  with Othello, Iago
  Iago asks Othello: pleading?
  Iago lies to Othello: the affair (not believed)
  - With that it is begun => slander (only Iago)
  Othello suspects: the affair
  expect Othello has only a hunch of the affair
  expect Othello believes Iago believes the affair
  expect Iago knows Othello believes Iago believes the affair
  Desdemona, Emilia enter
  - Her handkerchief falls, and nobody minds it => holder = the floor (missed by Othello, Desdemona, Emilia)
  Othello, Desdemona leave
  expect Othello believes Desdemona believes holder = Desdemona
  Emilia sees: holder = the floor
  - Emilia picks it up: he has so often asked for it => holder = Emilia
  - Iago takes it from her => holder = Iago, handed over
  Emilia asks Iago: use?
  Iago withholds use from Emilia
  expect Emilia knows Iago knows use
  expect Emilia wonders use
  expect Iago knows Emilia does not know use
  expect Emilia knows Desdemona does not believe holder = Iago
  expect nobody but Iago considers the plot

scene In Cassio's room
  when later that morning
  at Cassio's lodging
  with Iago
  - Iago lets it fall where Cassio will find it => holder = the floor, planted

scene What Cassio found
  when later that day
  at Cassio's lodging
  with Cassio
  - Cassio finds a handkerchief, and cannot think whose it is => holder = Cassio, found
  expect Cassio does not believe planted
  expect Iago does not know holder = Cassio

scene The oath
  when later that day
  at the garden
  with Othello, Iago
  Othello asks Iago: the affair?
  Iago lies to Othello: gift, Iago knows holder = Cassio
  expect Othello believes the affair
  expect Othello believes Cassio believes the affair
  expect Othello believes Desdemona believes Cassio believes gift
  expect Iago knows Othello believes Desdemona believes the affair
  - They kneel and swear, and Iago has the rank he wanted => the order, lieutenant = Iago
  expect it is common knowledge among Othello, Iago that the order
  expect Desdemona believes Othello believes not the affair

scene The handkerchief is asked for
  when later that day
  at the garden
  with Desdemona, Emilia
  Desdemona infers: holder is not Desdemona
  Desdemona asks Emilia: holder?
  Emilia lies to Desdemona: Emilia does not know holder
  expect Desdemona believes Emilia does not know handed over
  Othello enters
  Othello asks Desdemona: holder = Desdemona?
  Desdemona lies to Othello: holder = Desdemona (not believed)
  - He goes out in a rage => his anger
  Othello leaves
  expect Othello believes Desdemona believes gift
  expect Desdemona believes Othello does not believe gift
  expect Emilia knows Desdemona knows his anger
  Emilia withholds handed over from Desdemona

scene Work to be copied
  when later that day
  at the garden
  with Cassio, Bianca
  - Bianca has come to look for him, and everybody may know why => dotes
  - Cassio gives her the handkerchief, to copy the work => holder = Bianca
  expect Bianca knows Cassio does not know planted

scene The yard
  when the next day
  at the yard
  with Othello, Iago
  Iago lies to Othello: Iago knows Cassio believes the affair
  expect Othello believes Iago knows Cassio believes the affair
  expect Iago knows Cassio does not believe the affair
  Othello leaves

scene What Cassio laughs at
  when later that day
  at the yard
  with Iago, Cassio
  hidden Othello
  Iago asks Cassio: dotes? (missed by Othello)
  Cassio tells Iago: dotes (heard by Othello as: the affair, gift)
  # Iago knows who is listening, and the listener knows that he knows; Cassio suspects nothing of either
  Iago infers: Othello believes Cassio believes the affair
  Othello infers: Iago knows Othello believes Cassio believes the affair
  expect Othello does not believe dotes
  expect Cassio knows Iago knows dotes
  expect Cassio believes Othello does not believe the affair
  expect Othello believes Iago believes Cassio believes the affair
  expect Othello believes Cassio does not believe Othello believes gift
  expect Iago knows Cassio does not believe Othello believes the affair
  Bianca enters
  - Bianca throws the handkerchief in his face: let him find another to copy it => holder = Cassio
  Bianca, Cassio leave
  Othello sees: holder = Cassio
  Othello infers: gift
  expect Cassio does not believe Othello believes holder = Cassio
  expect Othello believes Bianca knows holder = Cassio
  expect Iago believes Othello believes gift
  - Othello will have her dead before the night is over => the sentence (only Othello)
  Othello tells Iago: the sentence
  expect Iago knows the sentence
  expect it is common knowledge among Othello, Iago that the sentence
  expect Desdemona is unaware of the sentence

scene The letters from Venice
  when later that day
  at the yard
  with Othello, Iago
  Lodovico, Desdemona enter
  Desdemona tells Lodovico: pleading (heard by Othello as: the affair)
  - He strikes her before everybody => his anger
  Othello, Desdemona leave
  Lodovico wonders: his anger
  expect Desdemona believes Othello believes pleading
  expect Lodovico does not consider the sentence
  expect Lodovico believes Desdemona knows his anger

scene What Emilia swears
  when later that day
  at Emilia's room
  with Othello, Emilia
  Othello asks Emilia: the affair?
  Emilia tells Othello: not the affair
  expect Othello believes the affair
  expect Emilia knows not the affair
  Desdemona enters
  Othello tells Desdemona: the affair (heard by Desdemona as: his anger) (not believed by Emilia)
  expect Desdemona believes Emilia believes his anger
  expect Emilia believes Desdemona does not believe Othello believes not the affair
  Othello leaves
  Iago enters
  Emilia suspects: slander
  Emilia tells Iago: slander
  expect Desdemona does not consider the affair
  expect Emilia does not believe Iago believes the plot
  expect Emilia knows not the affair
  expect Iago believes Emilia believes slander
  expect Emilia has only a hunch of slander
  expect the reader knows Emilia does not know use
  expect Desdemona does not believe Othello believes the affair

scene What is told to Roderigo
  when later that day
  at the dark street
  with Iago, Roderigo
  - Iago talks Roderigo into waiting here for Cassio with a sword => the ambush
  Iago leaves
  Roderigo writes the letter in Roderigo's pocket: hate, egged on, the ambush (off the page)

scene The ambush goes wrong
  when later that day, 23:00
  at the dark street
  with Roderigo, Cassio
  hidden Iago
  - Roderigo strikes and is struck down, and somebody wounds Cassio from behind in the leg, but he will live => not dead (Cassio) (missed by Cassio)
  Othello enters
  Othello infers: dead (Cassio)
  Othello leaves for the bedchamber
  Lodovico enters
  - Iago finishes Roderigo in the dark before he can speak (only Iago, Roderigo)
  Roderigo dies
  expect Iago knows Cassio does not believe the plot
  expect Othello believes dead (Cassio)
  expect Cassio does not consider the ambush
  expect Iago believes Lodovico does not believe the ambush

scene The bedchamber
  when later that day, 23:30
  at the bedchamber
  with Othello, Desdemona
  Othello tells Desdemona: gift, the affair, dead (Cassio)
  expect Desdemona knows Othello believes gift
  expect Desdemona believes not the affair
  expect Desdemona does not know the plot
  Desdemona tells Othello: not gift, not the affair
  expect Othello believes the affair
  expect Desdemona believes Othello believes Cassio believes the affair
  expect the reader knows Desdemona knows Othello believes the affair
  - Othello smothers her => slayer = Othello
  Emilia enters
  Desdemona lies to Emilia: slayer = Desdemona
  expect Emilia believes slayer = Desdemona
  expect Othello knows Emilia believes Desdemona believes slayer = Desdemona
  Desdemona dies
  expect Desdemona does not consider the plot

scene The truth comes out
  when later that day
  at the bedchamber
  with Othello, Emilia
  Othello tells Emilia: slayer = Othello
  Othello tells Emilia: the affair, gift, Iago knows gift (not believed)
  expect Emilia knows slayer = Othello
  expect Emilia knows Othello believes gift
  Montano, Iago enter
  Emilia tells Othello, Montano: handed over
  Iago lies to Othello: not handed over (not believed)
  expect Othello knows handed over
  expect Othello knows Emilia knows handed over
  Othello wonders: planted, the plot
  expect Othello does not believe the plot
  - Iago stabs his wife and runs
  Emilia dies
  Iago leaves
  Lodovico, Cassio enter
  Lodovico reads the letter in Roderigo's pocket
  Lodovico tells Othello, Cassio, Montano: hate, egged on, the ambush
  expect Othello does not believe planted
  Cassio tells Othello: not gift, found
  expect Cassio knows Othello believes found
  expect Othello knows planted
  Othello comes to believe: not gift, not the affair
  expect it is common knowledge among Lodovico, Montano that egged on
  expect Othello knows the plot
  expect Cassio does not believe Othello believes the affair
  Othello tells Lodovico: the order, slayer = Othello
  Othello dies
  expect Desdemona is unaware of the plot
  expect the reader knows Desdemona does not believe handed over
  expect Lodovico knows Othello knows slayer = Othello
  expect Brabantio does not consider dead (Desdemona)
