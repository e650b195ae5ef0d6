whoknows 1
story Oedipus the King
# After Sophocles, retold as a ledger in our own words.
# A king looks for a murderer and is him. Nothing new happens: all of it was done years ago, and the play is
# only who learns of it, in which order. The seer has it from the god. The reader has it from the seer, who
# is not believed on the stage. The shepherd, who was there both times, knows the king for the murderer and
# not for the child. Jocasta has it one question before the king does, and will not help him ask it; and the
# elders of Thebes have it in the same moment as he. The rules do the inferring: each of these minds has it
# as soon as the halves meet in it and not before, and `why does Oedipus believe parricide` reads them back.
# What happened years earlier stands where the play tells of it, or off the page. The books also show a
# loose end: whether it was one man or a band he sends for the shepherd to ask, and never asks.

cast
  Oedipus (he): king of Thebes, who came as a stranger
  Jocasta (she): the queen, widow of the king before him
  Creon (he): her brother
  Teiresias (he): a blind seer
  the Priest (he)
  the Elder (he): he speaks for the people
  the Corinthian (he): a messenger, once a herdsman
  the Shepherd (he): once a slave of Laius's house
  the Servant (she): she waits on the queen
  Laius (he): king of Thebes once
  Polybus (he): king of Corinth
  citizens = the Priest, the Elder

places
  the palace steps
  the palace
  Delphi
  Corinth
  the mountain
  where three roads meet

facts
  plague: there is a plague in Thebes
  the answer: the god wants the killer of Laius found and driven out
  cursed: Oedipus has cursed the killer of Laius, whoever he be
  killer = Oedipus, Creon, a stranger: {value} killed Laius
    lasting
  band: it was a band of robbers that set on Laius
    or else: it was one man that set on Laius
  spot = the three roads, the border: Laius died at {value}
    lasting
  old man: Oedipus once killed an old man in a wagon, where three roads meet
  the warning: Oedipus was told at Delphi that he would kill his father and marry his mother
  the first oracle: Laius was told that a child of his would kill him
  exposed: Jocasta's child was put out on the mountain to die
  given: it was the Shepherd who was given Jocasta's child to put out
  taken: Oedipus is the foundling whom the Corinthian had from the Shepherd
  father = Polybus, Laius, a slave: the father of Oedipus is {value}
    lasting
    starts Laius
  mother = Merope, Jocasta, a slave woman: the mother of Oedipus is {value}
    lasting
    starts Jocasta
  spared: the Shepherd gave the child away alive
  parricide: Oedipus has killed his father
  wed: Oedipus is married to Jocasta
  incest: Oedipus is married to his mother
  bribed: Creon has paid Teiresias to accuse the king
  king = Laius, Oedipus, Creon: the king of Thebes is {value}
    starts Laius
  blinded: Oedipus has put out his own eyes
    seen by c if at (c) = at (Oedipus)

secrets
  father: kept unsuspected by Teiresias from everyone, who assume Polybus
  mother: kept unsuspected by Teiresias from everyone, who assume Merope
  the first oracle: kept by Laius, Jocasta from everyone, who assume not
  exposed: kept by Laius, Jocasta, the Shepherd from everyone, who assume not
  bribed: kept by Creon, Teiresias from everyone, who assume not

rules
  the three roads: whoever believes (old man and spot = three roads and not band) infers killer = Oedipus
  the child: whoever believes (given and taken) infers father = Laius, mother = Jocasta
  the oracle kept: whoever believes (father = Laius and the first oracle) infers killer = Oedipus
  the father: whoever believes (father = Laius and killer = Oedipus) infers parricide
  the mother: whoever believes (mother = Jocasta and wed) infers incest

at first
  Oedipus believes killer is not Oedipus

at first
  Oedipus and Jocasta believe killer is not Oedipus

at first
  Oedipus and Jocasta believe killer is not Oedipus

at first
  Oedipus and Jocasta believe killer is not Oedipus

at first
  Oedipus and Jocasta believe killer is not Oedipus

at first
  Oedipus and Jocasta believe killer is not Oedipus

at first
  Oedipus and Jocasta believe killer is not Oedipus

at first
  Oedipus and Jocasta believe killer is not Oedipus

scene At Delphi
  when the day before The suppliants
  at Delphi
  with Creon
  off the page
  - The god answers, through the priestess => the answer

scene The suppliants
  when year 40, in the morning
  at the palace steps
  with Oedipus, the Priest, the Elder
  - People kneel on the steps with branches: the city is dying => plague
  expect Oedipus knows the Priest knows plague
  Creon enters
  Creon tells Oedipus: the answer, band
  expect it is common knowledge among Oedipus, the Priest, the Elder, Creon that the answer
  expect Creon believes Oedipus believes band
  expect the reader believes band
  - Oedipus calls a curse down on the man who did it => cursed
  expect the Elder knows Oedipus knows cursed
  expect the Shepherd knows killer
  expect the Shepherd believes Oedipus does not know killer
  expect Teiresias knows Oedipus does not know mother
  expect everyone in citizens believes Oedipus believes father = Polybus

scene The seer
  when later that day
  at the palace steps
  with Oedipus, the Elder
  Teiresias enters
  Teiresias learned: killer = Oedipus (somehow)
  - Oedipus begs the seer to help him find the man
  Teiresias withholds killer = Oedipus, mother = Jocasta from Oedipus
  Oedipus infers: bribed
  Oedipus tells Teiresias: bribed (not believed)
  expect Teiresias knows Oedipus does not know killer
  Teiresias tells Oedipus: killer = Oedipus (not believed by Oedipus, the Elder)
  Teiresias tells Oedipus: mother = Jocasta, parricide (half heard by the Elder) (not believed by Oedipus)
  expect the reader knows killer = Oedipus
  expect the reader knows Oedipus does not believe killer = Oedipus
  expect the reader knows Oedipus believes mother = Merope
  expect Oedipus does not consider killer = Oedipus
  expect Oedipus believes Teiresias believes killer = Oedipus
  expect Teiresias knows Oedipus does not believe parricide
  expect the Elder does not believe Oedipus believes mother = Jocasta

scene The quarrel
  when later that day
  at the palace steps
  with Oedipus, Creon, the Elder
  Oedipus tells Creon: bribed (not believed)
  Creon tells Oedipus: not bribed (not believed by Oedipus)
  expect Creon believes Oedipus believes bribed
  expect Oedipus believes Creon believes bribed
  Jocasta enters
  Creon leaves
  Oedipus tells Jocasta: Teiresias believes killer = Oedipus
  expect Jocasta does not believe killer = Oedipus
  expect Jocasta knows Teiresias believes killer = Oedipus
  # she means to comfort him, with an oracle that did not come true: the place is in it by the way
  Jocasta tells Oedipus: the first oracle, exposed, spot = three roads
  expect Oedipus knows spot = three roads
  Oedipus asks Jocasta: killer?
  expect Oedipus considers killer = Oedipus
  expect Jocasta does not know Oedipus knows old man
  Oedipus tells Jocasta: the warning, old man
  Jocasta tells Oedipus: band
  Jocasta tells Oedipus: killer is not Oedipus (not believed)
  expect Oedipus knows Jocasta knows old man
  expect Jocasta does not believe killer = Oedipus
  expect Oedipus believes Jocasta does not believe killer = Oedipus
  expect the reader knows Jocasta does not know killer = Oedipus
  expect the reader knows killer = Oedipus
  expect Oedipus does not know killer

scene Where three roads meet
  when 16 years before The suppliants
  at where three roads meet
  with Oedipus, Laius, the Shepherd
  through Oedipus
  - The god has told Oedipus what he would do, and he has turned away from Corinth => the warning (only Oedipus)
  - An old man in a wagon strikes at Oedipus, who kills him and his people => old man
  - The old man is the king of Thebes, and one slave gets away => killer = Oedipus, spot = three roads, not band (only the Shepherd, Laius)
  - Nobody there can know what else it is; the god does => parricide (only Teiresias)
  Laius dies
  expect Oedipus does not know killer
  expect the Shepherd knows Oedipus does not know killer = Oedipus
  expect the reader knows old man

scene What the slave said
  when a month after Where three roads meet
  at the palace
  with the Shepherd, Jocasta, Creon, the Elder, the Priest
  off the page
  The Shepherd tells Jocasta: spot = three roads
  The Shepherd lies to Jocasta: band
  expect it is common knowledge among Jocasta, Creon, the Elder that spot = three roads
  expect Jocasta believes the Shepherd believes band
  expect the Shepherd knows Creon believes Jocasta believes band

scene A stranger is made king
  when 2 months after What the slave said
  at the palace
  with Oedipus, Jocasta, Creon, Teiresias, the Elder, the Priest, the Shepherd
  off the page
  - Oedipus, who has freed the city of the Sphinx, is given the throne and the queen => king = Oedipus, wed
  - Nor can anybody here know what else it is => incest (only Teiresias)
  - The Shepherd knows the face, and asks leave to go far away (missed by Oedipus)
  expect the Shepherd knows Oedipus does not believe killer = Oedipus
  expect the Shepherd knows Jocasta does not know killer = Oedipus

scene The death of Polybus
  when the day before The suppliants
  at Corinth
  with Polybus, the Corinthian
  off the page
  Polybus dies

scene The news from Corinth
  when an hour after The quarrel
  at the palace steps
  with Jocasta, the Elder
  The Corinthian enters
  The Elder tells the Corinthian: king = Oedipus
  The Corinthian tells Jocasta: dead (Polybus)
  Oedipus enters
  Jocasta tells Oedipus: dead (Polybus), not parricide
  expect Oedipus believes not parricide
  expect Jocasta knows Oedipus believes not parricide
  expect the reader knows Oedipus does not know parricide
  Oedipus tells the Corinthian: the warning
  # he too means it for comfort
  The Corinthian tells Oedipus: taken, father is not Polybus, mother is not Merope
  expect Oedipus knows taken
  expect Oedipus does not know given
  expect Jocasta knows mother = Jocasta
  expect Jocasta knows father = Laius
  expect Jocasta knows parricide
  expect Jocasta knows incest
  expect Jocasta knows Oedipus does not know incest
  expect the reader knows Jocasta knows Oedipus does not know parricide
  expect Oedipus does not believe Jocasta believes incest
  Oedipus asks Jocasta: given?
  Jocasta withholds given, incest from Oedipus
  Jocasta tries to tell Oedipus: the first oracle (stopped by Oedipus)
  Jocasta leaves for the palace
  Oedipus infers: Jocasta believes father = a slave
  expect not (Oedipus knows Jocasta believes father = a slave)
  expect the Elder believes Oedipus does not know given

scene The shepherd
  when 2 hours after The quarrel
  at the palace steps
  with Oedipus, the Elder, the Corinthian
  The Shepherd enters
  expect the Shepherd does not believe the Corinthian believes killer = Oedipus
  The Corinthian tells the Shepherd: taken
  expect the Shepherd knows incest
  expect the Shepherd knows Oedipus does not know incest
  Oedipus asks the Shepherd: given?
  The Shepherd withholds given from Oedipus
  The Shepherd tells Oedipus: given, the first oracle, exposed
  expect Oedipus knows mother = Jocasta
  expect Oedipus knows parricide
  expect Oedipus knows incest
  expect it is common knowledge among Oedipus, the Shepherd, the Elder that given
  expect it is common knowledge among Oedipus, the Shepherd, the Elder that incest
  expect the Shepherd knows Oedipus knows incest
  expect Oedipus knows the Elder knows incest
  expect Oedipus does not believe killer is not Oedipus
  expect Creon does not believe incest

scene The child with pinned feet
  when 2 days before The mountain
  at the palace
  with Laius, Jocasta, the Shepherd
  off the page
  - An oracle has said it, and the child is handed to the Shepherd to be put out => the first oracle, exposed, given

scene The mountain
  when 38 years before The suppliants
  at the mountain
  with the Shepherd, the Corinthian
  - The Shepherd, who was to leave the child to die, gives it to a herdsman from the other side => spared
  expect the Corinthian does not know given
  expect Jocasta does not believe the Shepherd believes spared

scene A child for Corinth
  when 3 days after The mountain
  at Corinth
  with Polybus, the Corinthian
  off the page
  - The king and queen of Corinth have no child; this one has pinned feet, and is named for them => taken
  The Corinthian infers: father is not Polybus, mother is not Merope
  expect Jocasta is unaware of taken
  expect the Shepherd does not believe the Corinthian believes taken

scene In the palace
  when 2 hours after The quarrel
  at the palace
  with Jocasta, the Servant
  through the Servant
  - The queen locks her door, and calls on Laius by name
  Jocasta dies
  Oedipus enters
  Oedipus sees: dead (Jocasta)
  - With the pins of her dress he puts out his eyes => blinded
  expect it is common knowledge among Oedipus, the Servant that blinded
  Oedipus infers: Jocasta knows incest

scene The gate is opened
  when 3 hours after The quarrel
  at the palace steps
  with the Elder, Creon
  The Servant enters
  The Servant tells the Elder: dead (Jocasta), blinded
  Oedipus enters
  - Creon takes the rule into his hands => king = Creon
  Oedipus comes to believe: not bribed
  Oedipus tells Creon: parricide, incest
  expect Creon knows Oedipus knows parricide
  expect Oedipus does not believe Creon believes bribed
  expect Teiresias is unaware of dead (Jocasta)
  expect the Elder knows Creon knows incest
  expect it is common knowledge among Oedipus, Creon, the Elder that blinded
  # the one thing he sent for the shepherd to ask is never asked
  expect Oedipus believes band
  expect Oedipus believes the Elder believes band
  expect the Shepherd does not believe Oedipus believes band
