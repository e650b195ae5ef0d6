whoknows 1
story Twelfth Night
# After William Shakespeare, retold as a ledger. A woman goes as a man; a woman falls in love with that man;
# the brother thought drowned is taken for him, and he for the brother; and a steward, alone with a letter
# and three people behind a box-tree, is told by it what he has been telling himself all along. What it
# shows: disguises (what is done under a name is held of the name until it is known whose it is), people
# taken for each other, a forged letter read before hidden watchers, a wish that becomes a belief by being
# said, groups that are joined and left, and at the end one sentence after which everything said to the
# boy was said to her.

cast
  Viola (she): a gentlewoman of Messaline, shipwrecked
  Sebastian (he): her twin
  the Captain (he)
  Antonio (he): another captain, no friend of Orsino's
  Orsino (he): Duke of Illyria
  Valentine (he)
  Olivia (she): a countess, in mourning
  Malvolio (he): her steward
  Maria (she): her gentlewoman
  Sir Toby (he): her uncle
  Sir Andrew (he): his purse
  Fabian (he)
  Feste (he): her fool
  the priest (he)
  Cesario (he) is Viola in disguise
  Roderigo (he) is Sebastian in disguise
  Sir Topas (he) is Feste in disguise
  Orsino's men = Valentine
  her house = Olivia, Malvolio, Maria, Sir Toby, Feste, Fabian
  jesters = Maria, Sir Toby, Sir Andrew

places
  the shore
  the palace
  Olivia's hall
  the street
  the kitchen
  the garden
  the dark room

things
  document: the dropped letter, Malvolio's letter

facts
  Orsino's love: Orsino is in love with Olivia
    starts yes
  Viola's love: Viola is in love with Orsino
  Olivia's heart = her brother, Cesario, Orsino, Malvolio: Olivia's heart belongs to {value}
    starts her brother
    lasting
  the ring: Cesario left a ring with Olivia
  her wish: Olivia wants to see Malvolio smiling and in yellow stockings
  the trick: the letter in the garden is Maria's, and a trick
  stockings: Malvolio goes in yellow stockings
  mad (who: character): {who} is out of {who}'s wits
    or else: {who} is in {who}'s right mind
  fencer (who: character): {who} is the devil with a sword
    or else: {who} has never fought anybody
  purse (who: character): {who} has Antonio's purse
  thankless (who: character): {who} has disowned Antonio
  married (who: character): {who} is married to Olivia

secrets
  Viola's love: kept by Viola from everyone
  Olivia's heart: kept by Olivia from everyone
  her wish: kept by Olivia from everyone
  the trick: kept unsuspected by jesters from Malvolio, Olivia

rules
  it is only a letter: whoever believes the trick infers Olivia's heart is not Malvolio
  and not a word true: whoever believes the trick infers not her wish

scene The shore
  when 6 October 1601, 9:00
  at the shore
  with Viola, the Captain
  Viola suspects: dead (Sebastian)
  The Captain tells Viola: not dead (Sebastian)
  expect Viola does not suspect dead (Sebastian)
  Viola asks the Captain: Orsino's love?
  The Captain tells Viola: Orsino's love
  - She will serve the duke, and not as herself
  Viola tells the Captain: Cesario is Viola
  expect the Captain knows Cesario is Viola
  expect Viola knows the Captain knows Cesario is Viola

scene The other shore
  when the same time
  at the street
  with Roderigo, Antonio
  Roderigo comes to believe: dead (Viola)
  Roderigo tells Antonio: dead (Viola)
  expect Antonio does not know Roderigo is Sebastian
  Sebastian tells Antonio: Roderigo is Sebastian
  expect Antonio knows Roderigo is Sebastian
  expect Antonio knows Sebastian believes dead (Viola)
  expect Viola does not believe Sebastian believes dead (Viola)

scene In a man's clothes
  when 3 days later
  at the palace
  with Orsino, Valentine, Cesario
  Viola joins Orsino's men
  Orsino tells Cesario: Orsino's love
  - Whoever she woos, herself would be his wife => Viola's love (only Viola)
  expect Orsino does not know Cesario is Viola
  expect Viola knows Orsino does not know Cesario is Viola
  expect Orsino is unaware of Viola's love
  expect somebody in Orsino's men knows Viola's love
  Cesario leaves for Olivia's hall

scene The embassy
  when later that day
  at Olivia's hall
  with Olivia, Maria, Malvolio, Cesario
  Cesario tells Olivia: Orsino's love (missed by Maria)
  Olivia tells Cesario: Olivia's heart = her brother (half heard by Maria)
  expect Maria knows Cesario knows Olivia's heart
  Cesario, Maria leave
  - Even so quickly may one catch the plague => Olivia's heart = Cesario (only Olivia)
  Olivia lies to Malvolio: the ring
  expect Malvolio believes Olivia believes the ring
  expect Viola believes Olivia's heart = her brother
  expect the reader knows Malvolio does not know Olivia's heart = Cesario
  Malvolio leaves for the street

scene The ring
  when half an hour later
  at the street
  with Cesario, Malvolio
  Malvolio tells Cesario: the ring (not believed by Cesario)
  Malvolio leaves
  Viola infers: Olivia's heart = Cesario
  expect Viola knows Olivia's heart = Cesario
  expect Viola knows Olivia knows Olivia's heart = Cesario
  expect Viola knows Olivia does not know Cesario is Viola
  expect Olivia does not believe Cesario knows Olivia's heart = Cesario
  expect Olivia does not consider Cesario is Viola
  expect the reader knows Olivia does not know Cesario is Viola

scene The kitchen
  when that night
  at the kitchen
  with Sir Toby, Sir Andrew, Feste, Maria
  Malvolio enters
  - He is told to go rub his chain with crumbs, and promises to tell
  Malvolio leaves
  - Maria can write very like her lady => the trick
  Feste leaves
  Fabian joins jesters
  Sir Toby tells Fabian: the trick (only Sir Toby, Fabian, Maria)
  expect everyone in jesters knows the trick
  expect Sir Andrew knows Malvolio does not know the trick
  Maria writes the dropped letter as Olivia: Olivia's heart = Malvolio, her wish
  expect it is common knowledge among Maria, Sir Toby that the trick

scene Patience on a monument
  when the next day
  at the palace
  with Orsino, Cesario
  Cesario tries to tell Orsino: Viola's love (stopped by Cesario)
  Cesario withholds Cesario is Viola from Orsino
  expect Orsino was not told Viola's love
  expect Viola knows Orsino does not know Viola's love

scene The box-tree
  when later
  at the garden
  with Malvolio
  hidden Sir Toby, Sir Andrew, Fabian
  Malvolio dreams: married (Malvolio)
  expect Malvolio does not believe married (Malvolio)
  Malvolio reads the dropped letter
  expect Malvolio believes Olivia believes her wish
  Malvolio mentions: her wish, Olivia believes her wish
  expect Malvolio believes Olivia's heart = Malvolio
  Malvolio tells Malvolio: Olivia's heart = Malvolio (convincingly)
  expect Sir Toby knows Malvolio believes Olivia's heart = Malvolio
  expect Fabian knows Sir Toby knows Malvolio believes her wish
  expect Sir Toby knows Malvolio believes Olivia believes her wish
  expect Malvolio does not believe Sir Toby believes Malvolio believes her wish
  expect nobody in jesters believes her wish
  expect Olivia does not know Malvolio believes her wish
  Malvolio leaves
  Maria enters
  Sir Toby tells Maria: Malvolio believes her wish
  expect Maria knows Sir Toby knows Malvolio believes her wish

scene The countess speaks
  when later that day
  at Olivia's hall
  with Olivia
  Cesario enters
  Olivia tells Cesario: Olivia's heart = Cesario
  Cesario tries to tell Olivia: Cesario is Viola (stopped by Cesario)
  expect Olivia knows Cesario knows Olivia's heart = Cesario
  expect Viola knows Olivia knows Cesario knows Olivia's heart = Cesario
  expect Olivia does not believe Viola believes Olivia's heart = Cesario
  expect Malvolio does not consider Olivia's heart = Cesario

scene The purse
  when the same time
  at the street
  with Sebastian, Antonio
  - Antonio will lodge at the Elephant, and lends him the purse => purse (Sebastian)
  expect Antonio knows Sebastian knows purse (Sebastian)
  expect Sebastian knows Antonio knows Sebastian knows purse (Sebastian)

scene Yellow stockings
  when 3 months later
  at the garden
  with Olivia, Maria
  Malvolio enters
  - He smiles, and shows his legs => stockings
  Malvolio mentions: her wish
  Olivia infers: mad (Malvolio)
  Maria lies to Olivia: mad (Malvolio) (only Maria, Olivia)
  expect Maria knows Olivia believes mad (Malvolio)
  expect Malvolio believes Olivia's heart = Malvolio
  expect Malvolio does not believe Olivia believes mad (Malvolio)
  expect Olivia is unaware of the trick
  expect Maria knows Olivia does not know the trick
  expect Olivia knows Malvolio believes her wish
  Olivia, Maria, Malvolio leave

scene The duel
  when an hour later
  at the street
  with Sir Toby, Fabian, Sir Andrew, Cesario
  Sir Toby lies to Sir Andrew: fencer (Cesario) (only Sir Toby, Sir Andrew, Fabian)
  Sir Toby lies to Cesario: fencer (Sir Andrew) (missed by Sir Andrew)
  expect Sir Toby knows Sir Andrew believes fencer (Cesario)
  expect Viola believes fencer (Sir Andrew)
  expect Fabian knows Sir Toby knows Cesario believes fencer (Sir Andrew)
  Antonio enters
  Antonio takes Cesario for Sebastian
  expect Viola does not know Antonio believes Cesario is Sebastian
  Antonio asks Cesario: purse (Cesario)?
  Cesario tells Antonio: not purse (Cesario) (not believed by Antonio)
  - The boy knows nobody of that name, and lets him be led away => thankless (Cesario)
  Antonio tells Cesario: thankless (Sebastian)
  expect Antonio believes thankless (Sebastian)
  expect not thankless (Sebastian)
  Viola infers: Antonio believes Cesario is Sebastian
  expect Viola knows Antonio believes Cesario is Sebastian
  expect Antonio does not believe Viola believes Antonio believes Cesario is Sebastian
  expect Sebastian does not know Antonio believes thankless (Sebastian)

scene The wrong man
  when the same time
  at Olivia's hall
  with Sebastian, the priest
  Olivia enters
  Olivia takes Sebastian for Cesario
  Sebastian wonders: mad (Olivia)
  - The priest joins their hands in the chantry => married (Sebastian)
  expect Olivia believes married (Cesario)
  expect Sebastian knows married (Sebastian)
  expect Sebastian does not know Olivia believes married (Cesario)
  expect the reader knows Olivia believes married (Cesario)
  expect Viola does not consider married (Cesario)
  expect not married (Viola)

scene The dark room
  when the same time
  at the dark room
  with Malvolio
  hidden Maria, Sir Toby
  Sir Topas enters
  Sir Topas lies to Malvolio: mad (Malvolio) (not believed by Malvolio)
  expect Malvolio does not know Sir Topas is Feste
  expect Malvolio believes Sir Topas believes mad (Malvolio)
  expect Malvolio does not believe Feste believes mad (Malvolio)
  Sir Topas leaves
  Malvolio writes Malvolio's letter: not mad (Malvolio), her wish
  Sir Toby tells Maria: Malvolio does not believe mad (Malvolio)
  - Sir Toby will marry her for it
  Sir Toby quits jesters

scene One face, one voice, one habit
  when later that day
  at Olivia's hall
  with Orsino, Valentine, Antonio, Cesario
  Olivia enters
  Antonio tells Orsino: thankless (Sebastian)
  Viola infers: not married (Cesario)
  Olivia tells Orsino: married (Cesario)
  expect Orsino believes married (Cesario)
  expect Orsino believes Cesario knows married (Cesario)
  expect Olivia knows Orsino believes married (Cesario)
  Cesario tells Orsino: not married (Cesario) (not believed by Orsino, Olivia)
  expect Viola knows Orsino believes married (Cesario)
  The priest enters
  Sebastian enters
  Viola sees: not dead (Sebastian)
  Sebastian asks Cesario: dead (Viola)?
  Viola convinces Sebastian, Orsino, Olivia, Antonio: Cesario is Viola
  expect Orsino knows Cesario is Viola
  expect Sebastian knows not dead (Viola)
  Sebastian tells Olivia, Orsino: married (Sebastian)
  expect Olivia knows married (Sebastian)
  expect Orsino knows Olivia knows Cesario is Viola
  expect Viola knows Olivia's heart = Cesario
  Viola tells Orsino: Viola's love
  expect Orsino knows Viola's love
  Olivia forgets: mad (Malvolio)
  expect Olivia does not believe mad (Malvolio)
  Feste, Fabian enter
  Feste shows Olivia Malvolio's letter
  Fabian tells Olivia: the trick
  Malvolio enters
  Olivia tells Malvolio: the trick, not her wish
  expect Malvolio knows the trick
  expect Malvolio knows Olivia knows the trick
  expect Malvolio does not believe her wish
  Malvolio quits her house
  Malvolio leaves
