whoknows 1
story Romeo and Juliet
# After William Shakespeare, retold as a ledger. Everybody acts rightly on a picture of everybody else
# that is a day old. A letter holds what was put into it and tells nobody until it is read: Friar
# Laurence goes on believing that Romeo knows, Juliet goes to sleep believing it, and Romeo, who has been
# told by a friend who saw the funeral, believes what the whole town believes. The reader alone knows
# all of it, and can say nothing. At the end another letter is read, by the Prince, of somebody who can
# no longer be asked.

cast
  Romeo (he): a Montague
  Juliet (she): a Capulet
  Friar Laurence (he)
  Friar John (he)
  the Nurse (she)
  Capulet (he): Juliet's father
  Lady Capulet (she)
  Tybalt (he): her nephew
  Paris (he): a kinsman of the Prince
  Mercutio (he)
  Benvolio (he)
  Balthasar (he): Romeo's man
  Peter (he): the servant who cannot read
  the Page (he): Paris's boy
  the Prince (he)
  Capulets = Juliet, Capulet, Lady Capulet, Tybalt, the Nurse
  parents = Capulet, Lady Capulet
  the masker is Romeo in disguise

places
  the street
  Capulet's hall
  the orchard
  the cell
  Juliet's chamber
  Mantua
  the sealed house: where the searchers of the town shut up whoever may have the plague
  the churchyard

things
  document: the list of guests, the friar's letter, Romeo's letter

facts
  feast: Capulet gives a feast tonight
  loves (who: character, whom: character): {who} loves {whom}
  meeting place = the cell, the orchard, the square: they are to be married at {value}
  married: Romeo and Juliet are married
    or else: Romeo and Juliet are not married
  promised: Juliet is promised to Paris
    or else: Juliet is promised to nobody
  hurt: Mercutio is badly hurt
    or else: Mercutio has no more than a scratch
  killed Tybalt: Romeo has killed Tybalt
  banished: Romeo is banished
    or else: Romeo is free to come and go
  hates: Juliet wants Romeo dead
  obeys: Juliet will marry Paris on Thursday
    or else: Juliet will not marry Paris
  asleep: Juliet only sleeps, and will wake in the vault
    or else: it is no sleep that Juliet sleeps
  delivered: the friar's letter has reached Romeo
    or else: the friar's letter has reached nobody
  poison: Romeo has bought poison

rules
  breath: whoever believes asleep infers not dead (Juliet)
  the post: whoever believes delivered infers (Romeo knows asleep)

secrets
  married: kept by Romeo, Juliet, Friar Laurence, the Nurse from everyone
  asleep: kept unsuspected by Friar Laurence, Juliet from everyone

scene A list
  when day 1, 15:00
  at the street
  with Peter, Romeo, Benvolio
  - Capulet is to have company => feast (only Capulet)
  Capulet writes the list of guests: feast (off the page)
  - Peter, who cannot read, asks the first gentleman he meets
  Romeo reads the list of guests
  Romeo tells Peter: feast
  expect Peter knows feast
  expect Peter knows Romeo knows feast
  expect Romeo knows Benvolio knows feast
  expect Capulet does not believe Romeo believes feast

scene The feast
  when day 1, 21:00
  at Capulet's hall
  with Capulet, Lady Capulet, Tybalt, Juliet, the Nurse, Paris
  the masker, Benvolio enter
  Tybalt infers: the masker is Romeo
  Tybalt tells Capulet: the masker is Romeo (only Tybalt, Capulet)
  - Capulet will have no blood at his table
  Tybalt leaves
  - The masker and Juliet touch hands, and do not ask for names (only Juliet, the masker)
  expect Tybalt knows the masker is Romeo
  expect Tybalt knows Capulet knows the masker is Romeo
  expect Juliet does not know the masker is Romeo
  expect Romeo does not believe Capulet believes the masker is Romeo
  expect Romeo knows Juliet does not believe the masker is Romeo
  Benvolio, the masker leave for the orchard
  - The Nurse asks among the guests who he was
  The Nurse comes to believe: the masker is Romeo
  The Nurse tells Juliet: the masker is Romeo (only the Nurse, Juliet)
  expect Juliet knows the masker is Romeo
  expect Romeo does not believe Juliet believes the masker is Romeo
  expect Tybalt does not believe Juliet believes the masker is Romeo
  - And so it has begun, too late to be undone => loves (Juliet, Romeo) (only Juliet)

scene Under the window
  when day 1, 23:00
  at the orchard
  with Juliet
  hidden Romeo
  - He has forgotten another name already => loves (Romeo, Juliet) (only Romeo)
  Juliet tells Juliet: loves (Juliet, Romeo)
  expect Romeo knows loves (Juliet, Romeo)
  expect Juliet does not believe Romeo believes loves (Juliet, Romeo)
  expect Romeo knows Juliet does not believe Romeo believes loves (Juliet, Romeo)
  Romeo tells Juliet: loves (Romeo, Juliet)
  Romeo tells Juliet: Romeo knows loves (Juliet, Romeo)
  expect Juliet knows Romeo knows loves (Juliet, Romeo)
  expect Juliet knows Romeo knows Juliet knows loves (Romeo, Juliet)
  expect the Nurse does not believe loves (Romeo, Juliet)

scene The Nurse's errand
  when day 2, 12:00
  at the street
  with Romeo, the Nurse, Peter
  - Romeo has settled it with the friar => meeting place = the cell (only Romeo, Friar Laurence)
  Romeo tells the Nurse: meeting place = the cell (half heard by Peter)
  expect the Nurse knows meeting place = the cell
  expect Peter does not know meeting place
  expect Peter knows the Nurse knows meeting place
  expect the Nurse knows Peter does not know meeting place
  The Nurse leaves for the orchard

scene The wedding
  when day 2, 15:00
  at the cell
  with Friar Laurence, Romeo
  The Nurse tells Juliet: meeting place = the cell (only the Nurse, Juliet)
  Juliet enters
  - Friar Laurence marries Romeo and Juliet => married
  expect it is common knowledge among Romeo, Juliet, Friar Laurence that married
  expect Capulet is unaware of married
  The Nurse infers: married
  Romeo, Juliet leave

scene The fight
  when day 2, 16:00
  at the street
  with Mercutio, Benvolio, Tybalt
  Romeo enters
  Romeo withholds married from Tybalt
  - Tybalt wants to fight, and Romeo will not, and cannot say why
  - Tybalt thrusts under Romeo's arm => hurt (missed by Romeo)
  expect Mercutio believes Romeo believes hurt
  expect not (Romeo believes hurt)
  Romeo asks Mercutio: hurt?
  Mercutio tells Romeo: hurt
  Mercutio dies
  - Romeo follows Tybalt and kills him => killed Tybalt
  Tybalt dies
  Romeo leaves for the cell
  The Prince enters
  Benvolio tells the Prince: killed Tybalt
  - The Prince gives sentence => banished
  expect the Prince knows killed Tybalt
  expect Benvolio knows the Prince knows killed Tybalt
  expect Romeo is unaware of banished
  expect Romeo believes Benvolio does not believe married

scene Bad news twice
  when day 2, 18:00
  at Juliet's chamber
  with Juliet
  The Nurse learned: dead (Tybalt), killed Tybalt, banished (somehow)
  The Nurse enters
  The Nurse tells Juliet: dead (Tybalt) (heard by Juliet as: dead (Romeo))
  expect Juliet believes dead (Romeo)
  expect the Nurse believes Juliet believes dead (Tybalt)
  expect not (the Nurse believes Juliet believes dead (Romeo))
  The Nurse tells Juliet: not dead (Romeo)
  The Nurse infers: loves (Juliet, Romeo)
  The Nurse tells Juliet: dead (Tybalt), killed Tybalt, banished
  expect Juliet knows not dead (Romeo)
  expect Juliet knows killed Tybalt

scene In the cell
  when day 2, 21:00
  at the cell
  with Romeo
  Friar Laurence learned: killed Tybalt, banished (somehow)
  Friar Laurence enters
  Friar Laurence tells Romeo: banished
  The Nurse enters
  The Nurse tells Romeo: Juliet knows killed Tybalt
  The Nurse tells Romeo: Juliet knows banished
  The Nurse tells Romeo: loves (Juliet, Romeo)
  expect Romeo knows Juliet knows killed Tybalt
  The Nurse, Romeo leave

scene A father decides
  when day 2, 23:00
  at Capulet's hall
  with Capulet, Lady Capulet, Paris
  - Capulet gives his daughter to Paris, for Thursday => promised
  expect it is common knowledge among Capulet, Lady Capulet, Paris that promised
  expect Juliet is unaware of promised
  expect Capulet does not believe Juliet believes married

scene Morning
  when day 3, 6:00
  at Juliet's chamber
  with Juliet, Romeo
  Romeo leaves for Mantua
  Lady Capulet enters
  Juliet mentions: loves (Juliet, Romeo) (heard by Lady Capulet as: hates)
  expect Lady Capulet believes hates
  expect Lady Capulet believes Juliet believes hates
  expect Juliet does not believe hates
  Lady Capulet tells Juliet: promised
  Juliet withholds married from Lady Capulet
  Capulet enters
  Juliet tells Capulet: not obeys
  Capulet leaves
  Lady Capulet leaves
  The Nurse enters
  The Nurse asks Juliet: obeys?
  Juliet lies to the Nurse: obeys
  expect the Nurse believes obeys
  expect Juliet knows the Nurse believes obeys
  Juliet leaves for the cell

scene The draught
  when day 3, 12:00
  at the cell
  with Friar Laurence, Paris
  Juliet enters
  Paris tells Friar Laurence: promised
  Friar Laurence withholds married from Paris
  expect Friar Laurence knows Paris does not believe married
  Paris leaves
  Juliet tells Friar Laurence: promised
  - Friar Laurence gives her a draught: two and forty hours like death, and then to wake
  Juliet leaves for Capulet's hall

scene A good daughter
  when day 3, 16:00
  at Capulet's hall
  with Capulet, Lady Capulet, the Nurse
  Juliet enters
  Juliet lies to Capulet: obeys
  expect everyone in parents believes obeys
  expect Juliet knows Capulet believes obeys
  expect Capulet believes Juliet believes obeys
  expect Capulet believes Lady Capulet believes obeys

scene She drinks
  when day 3, 23:00
  at Juliet's chamber
  with Juliet
  Juliet infers: Friar Laurence knows asleep
  - Juliet drinks => asleep (only Juliet, Friar Laurence)
  Friar Laurence writes the friar's letter: asleep, not obeys
  - Friar John takes the letter, and goes to find a brother to walk with => at (Friar John) = the sealed house (only Friar John)
  Friar Laurence comes to believe: delivered
  Juliet comes to believe: delivered
  expect Friar Laurence believes Romeo believes asleep
  expect Juliet believes Romeo believes asleep
  expect Romeo does not believe asleep
  expect the reader knows asleep

scene A funeral
  when day 4, 6:00
  at Juliet's chamber
  with the Nurse
  hidden Juliet
  - The Nurse draws the curtain
  The Nurse infers: dead (Juliet)
  Capulet, Lady Capulet, Paris, Friar Laurence, Balthasar enter
  The Nurse tells Capulet: dead (Juliet)
  expect everyone in parents believes dead (Juliet)
  expect Friar Laurence knows not dead (Juliet)
  expect Friar Laurence knows Capulet believes dead (Juliet)
  expect Capulet believes Friar Laurence believes dead (Juliet)
  expect Friar Laurence knows Paris believes Capulet believes dead (Juliet)
  expect Balthasar believes dead (Juliet)
  Friar Laurence withholds asleep from Capulet
  Balthasar leaves for Mantua

scene Shut up
  when day 4, 8:00
  at the sealed house
  with Friar John
  off the page
  - The searchers nail up the door, and the letter is inside => not delivered (only Friar John)
  expect Friar John knows not delivered
  expect Friar Laurence believes delivered
  expect Friar John does not believe asleep

scene Mantua
  when day 4, 18:00
  at Mantua
  with Romeo
  through Romeo
  Romeo dreams: dead (Romeo)
  expect not (Romeo believes dead (Romeo))
  Balthasar enters
  Romeo asks Balthasar: delivered?
  Balthasar tells Romeo: dead (Juliet)
  expect Romeo believes dead (Juliet)
  expect Balthasar knows Romeo believes dead (Juliet)
  expect Romeo believes Balthasar believes dead (Juliet)
  expect Friar Laurence does not believe Romeo believes dead (Juliet)
  expect Friar Laurence believes Romeo believes not dead (Juliet)
  expect the reader knows Romeo believes dead (Juliet)
  - Romeo goes alone to a shop that is poor enough to sell => poison (only Romeo)
  Romeo writes Romeo's letter: married, dead (Juliet), poison
  Romeo, Balthasar leave for the churchyard

scene The letter comes back
  when day 5, 20:00
  at the cell
  with Friar Laurence
  Friar John enters
  Friar John shows Friar Laurence: not delivered
  expect Friar Laurence knows not delivered
  expect Friar John knows Friar Laurence knows not delivered
  expect the reader knows Friar Laurence knows not delivered
  Friar Laurence comes to believe: Romeo does not know asleep
  expect not (Friar Laurence believes Romeo believes asleep)
  expect Friar John does not believe asleep
  expect Juliet believes delivered
  Friar Laurence withholds asleep from Friar John
  Friar Laurence leaves for the churchyard

scene At the tomb
  when day 5, 21:00
  at the churchyard
  with Paris, Romeo
  hidden the Page, Balthasar
  - Paris takes Romeo for a robber of graves, and draws
  Paris dies (unnoticed: the Page) (missed by Balthasar)
  The Page leaves for the street
  Balthasar dreams: dead (Paris)
  expect not (Balthasar believes dead (Paris))
  expect Romeo believes dead (Paris)
  expect the Page knows Romeo knows dead (Paris)
  expect not (Romeo believes the Page believes dead (Paris))
  - Romeo opens the vault, and finds her as red as if she lived
  Romeo dies (only Romeo)
  expect the reader knows not dead (Juliet)

scene The lightning before death
  when day 5, 22:00
  at the churchyard
  with Juliet
  hidden Balthasar
  - Juliet wakes => not asleep (only Juliet)
  Friar Laurence enters
  Friar Laurence sees: not asleep
  Juliet sees: dead (Romeo)
  Friar Laurence sees: dead (Romeo)
  Friar Laurence convinces Juliet: not delivered
  expect Juliet knows Friar Laurence knows not delivered
  expect Juliet knows dead (Romeo)
  expect Juliet does not believe delivered
  expect it is common knowledge among Juliet, Friar Laurence that at (Juliet) = the churchyard
  - There is a noise, and the friar loses his courage
  Friar Laurence leaves
  Juliet dies
  expect Friar Laurence believes not dead (Juliet)
  expect Capulet believes dead (Juliet)

scene A glooming peace
  when day 6, 5:00
  at the churchyard
  with the Prince, Capulet, Lady Capulet
  Friar Laurence, Balthasar, the Page enter
  The Page tells the Prince: dead (Paris), Romeo knows dead (Paris)
  Friar Laurence tells the Prince: married, not delivered
  Friar Laurence sees: dead (Juliet)
  The Prince reads Romeo's letter
  The Prince shows Romeo's letter to Capulet
  expect the Prince knows married
  expect the Prince knows poison
  expect the Prince knows Capulet knows married
  expect Capulet knows the Prince knows married
  expect everyone in parents knows married
  expect Capulet knows dead (Juliet)
  expect Friar John does not believe married
  expect the Nurse believes dead (Juliet)
