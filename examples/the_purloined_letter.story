whoknows 1
story The Purloined Letter
# After Edgar Allan Poe, retold as a ledger. A letter is taken before its owner's eyes, by a man who
# knows that she sees it and that she cannot speak, since a third is in the room who must not learn of
# it: his power lies in what the two know of each other. The police look into everything that is shut
# and find nothing, because plain sight (`seen by c if …`) asks more of the eye than that a thing lie
# open: one must know what it looks like now. Dupin, who thinks about what the Minister thinks of the
# Prefect, sees it, puts another in its place, and the Minister goes on believing what has long ceased
# to be so. What happened comes in the order of time, mostly `off the page`; the reader gets it in the
# order in which it is told at Dupin's fireside.

cast
  the Queen (she): an exalted person
  the King (he): another, from whom the letter is to be kept
  the Minister (he): a courtier, a mathematician and a poet
  the Prefect (he): of the police
  Dupin (he): a reader of minds
  the Narrator (he): his friend
  court = the Queen, the King, the Minister
  fireside = Dupin, the Narrator

places
  the boudoir
  the hotel: where the Minister lives
  the street
  the prefecture
  Dupin's library

things
  document: the description, the cheque, the copy
  container: the table, the drawer, the chair legs, the cushions, the bindings, the card-rack, the pocket, the safe

facts
  shame: the letter would ruin the Queen in the eyes of the King
    or else: the letter is of no importance
    starts yes
  taken: the Minister has taken the Queen's letter
    or else: nobody has taken the Queen's letter
  holder = the Queen, the Minister, Dupin, the Prefect: the letter is in the hands of {value}
  the hold: the Minister can make the Queen do as he likes
    or else: the Minister has no hold over the Queen
  face = the small red seal, the large black seal: what one sees of the letter is {value}
    starts the small red seal
  shut (container): one has to open {container} to see what is in it
    starts shut (drawer)
    starts shut (chair legs)
    starts shut (cushions)
    starts shut (bindings)
    starts shut (safe)
  room of (container) = place: {container} is in {value}
    starts room of (table) = boudoir
    starts room of (drawer) = hotel
    starts room of (chair legs) = hotel
    starts room of (cushions) = hotel
    starts room of (bindings) = hotel
    starts room of (card-rack) = hotel
    starts room of (safe) = prefecture
  knows its face (who: character): {who} would know the letter by its red seal
  probes (who: character): {who} opens whatever can be opened
  sees through (who: character): {who} knows the letter whatever it looks like
  copied: a copy stands where the letter stood
  hiding place = container: the letter is in {value}
    seen by c if at (c) = room of (container) and not copied and ((shut (container) and probes (c)) or (not shut (container) and (sees through (c) or (knows its face (c) and face = the small red seal))))
  searched: the police have searched the Minister's rooms
  on purpose: the Minister stays out at night to let them search
  fool: the Minister is a poet, and so next door to a fool
  in the open: the Minister hid the letter by not hiding it
  Dupin's doing: it is Dupin who has the letter back from him
    or else: Dupin has nothing to do with it
  shot staged: the man with the musket was paid by Dupin
  reward = number: the Prefect gives {value} francs for the letter

rules
  lost: whoever believes holder = the Minister infers hiding place is not the table

secrets
  shame: kept by the Queen from everyone, who assume not
  taken: kept by the Queen, the Minister from everyone
  searched: kept by the Prefect from the Minister, the King
  on purpose: kept unsuspected by the Minister from everyone
  in the open: kept unsuspected by the Minister from everyone, who assume not

at first
  the Prefect believes fool

# --- eighteen months that the reader will hear of ---------------------------------------------------

scene In the boudoir
  when June 1840
  at the boudoir
  with the Queen
  off the page
  - The Queen breaks a small red seal and reads => hiding place = the table, holder = the Queen, knows its face (the Queen)
  The King enters
  - The drawer sticks, and she leaves the letter lying with its address upwards
  The Queen withholds shame from the King
  The Minister enters
  - The Minister looks at the handwriting, and then at her face => knows its face (the Minister) (only the Queen, the Minister)
  The Minister infers: shame
  The Queen infers: the Minister knows shame
  - The Minister lays a letter of his own beside hers, and talks of business
  - The Minister takes leave, and the wrong letter with it => taken, the hold, holder = the Minister, hiding place = the pocket (only the Queen, the Minister)
  The Minister leaves
  The Queen withholds taken from the King
  expect it is common knowledge among the Queen, the Minister that taken
  expect the Minister knows the Queen knows taken
  expect the Queen knows the Minister knows the Queen knows taken
  expect the King is unaware of taken
  expect the Queen knows the King does not believe taken
  expect the Minister knows the Queen knows the King does not know taken
  expect the King does not know holder = the Minister
  expect the King does not believe the Queen believes taken
  expect the Queen knows the Minister knows shame
  expect the reader is unaware of taken

scene A letter among the papers
  when 2 days later
  at the hotel
  with the Minister
  off the page
  - The Minister turns it inside out, soils it, and seals it in black => face = the large black seal, sees through (the Minister) (only the Minister)
  - He pushes it into a card-rack under the mantelpiece, half torn, where every caller may see it => hiding place = the card-rack, in the open (only the Minister)
  expect the Minister knows hiding place = the card-rack
  expect the Minister knows the Queen does not know hiding place
  expect the Queen believes face = the small red seal
  expect the Queen knows the Minister believes holder = the Minister

scene The commission
  when July 1840
  at the prefecture
  with the Queen, the Prefect
  off the page
  The Queen tells the Prefect: taken, the hold
  The Queen tells the Prefect: holder = the Minister
  The Queen tells the Prefect: the Minister knows the Queen knows taken
  The Queen tells the Prefect: the King does not know taken
  The Queen withholds shame from the Prefect
  The Queen writes the description: face = the small red seal
  The Queen shows the Prefect the description
  - The Prefect learns it by heart => knows its face (the Prefect)
  - She promises more than he has ever earned => reward = 100000
  expect the Prefect knows taken
  expect the Prefect knows the Minister knows the Queen knows taken
  expect the Prefect believes face = the small red seal
  expect the Queen knows the Prefect believes face = the small red seal
  expect the Prefect does not know hiding place
  expect the Minister does not believe the Prefect believes taken
  expect not (the Prefect knows shame)

scene A man who is never at home
  when July 1840
  at the street
  with the Minister
  hidden the Prefect
  off the page
  The Minister sees: at (the Prefect) = the street (only the Minister)
  - The Minister goes out for the night, and all his servants with him (staged for the Prefect)
  - He means them to have the house to themselves => on purpose (only the Minister)
  expect the Minister knows at (the Prefect) = the street
  expect the Prefect believes the Minister does not believe at (the Prefect) = the street
  expect the Minister knows the Prefect does not believe on purpose

scene Every inch of it
  when August 1840
  at the hotel
  with the Prefect
  off the page
  - The Prefect's men take needles to the cushions and a lens to the joints of the chairs => searched, probes (the Prefect)
  # The card-rack is before him, and a black seal on a dirty letter is not what he looks for.
  expect the Prefect knows hiding place is not the drawer
  expect the Prefect knows hiding place is not the chair legs
  expect the Prefect knows hiding place is not the cushions
  expect the Prefect knows hiding place is not the bindings
  The Prefect comes to believe: hiding place is not the card-rack
  expect the Prefect believes hiding place is not the card-rack
  expect the Prefect considers hiding place = the pocket
  - He has everything put back as it was => not probes (the Prefect)

scene The footpads
  when September 1840
  at the street
  with the Minister
  hidden the Prefect
  off the page
  - Two men who are no robbers turn the Minister's pockets out
  The Prefect sees: hiding place is not the pocket (staged for the Prefect)
  The Minister infers: searched
  The Minister infers: the Prefect knows taken
  expect the Prefect knows hiding place is not the pocket
  expect the Minister knows the Prefect knows searched
  expect the Minister knows the Prefect does not know hiding place
  expect the Prefect does not believe the Minister believes searched

# --- what the reader is told -----------------------------------------------------------------------

scene The Prefect's trouble
  when October 1840
  at Dupin's library
  with Dupin, the Narrator
  through the Narrator
  The Prefect enters
  The Prefect tells Dupin: taken, the hold
  The Prefect tells Dupin: holder = the Minister
  The Prefect tells Dupin: the Minister knows the Queen knows taken
  The Prefect tells Dupin: the King does not know taken
  expect Dupin knows the Minister knows the Queen knows taken
  expect the reader knows the Minister knows the Queen knows taken
  The Prefect tells Dupin: fool (not believed by Dupin)
  The Prefect tells Dupin: searched
  The Prefect tells Dupin: hiding place is not the drawer, hiding place is not the chair legs, hiding place is not the cushions
  The Prefect tells Dupin: hiding place is not the bindings, hiding place is not the pocket
  Dupin asks the Prefect: face?
  The Prefect reads the description (also Dupin, the Narrator)
  - The Prefect sighs, and asks for advice; Dupin advises him to search again
  The Prefect leaves
  expect the Prefect believes fool
  expect Dupin does not believe fool
  expect the Narrator believes fool
  expect Dupin knows the Prefect believes fool
  expect the Prefect knows Dupin does not believe fool
  expect Dupin knows the Prefect does not know hiding place
  expect Dupin believes face = the small red seal
  expect the reader knows searched
  expect the reader does not know hiding place

scene Odd and even
  when October 1840, evening
  at Dupin's library
  with Dupin, the Narrator
  through the Narrator
  Dupin infers: not fool (off the page)
  Dupin infers: the Minister knows searched (off the page)
  Dupin infers: on purpose (off the page)
  Dupin infers: in the open (off the page)
  Dupin infers: the Minister knows holder (off the page)
  Dupin infers: the Minister knows hiding place (off the page)
  Dupin infers: the Queen knows holder (off the page)
  Dupin infers: the Queen knows the Minister knows holder (off the page)
  Dupin infers: the Minister knows the Prefect does not believe in the open (off the page)
  expect Dupin knows in the open
  expect Dupin knows the Minister knows searched
  expect Dupin knows the Minister knows the Prefect knows searched
  expect the Narrator does not believe Dupin believes in the open
  expect the reader does not know in the open

scene Green spectacles
  when 3 days later
  at the hotel
  with the Minister
  off the page
  Dupin enters
  - Dupin complains of his eyes, and behind green glasses lets them go round the room
  - A torn letter in the card-rack: too dirty, too black a seal, folded against its first folds => sees through (Dupin) (only Dupin)
  Dupin sees: face = the large black seal (only Dupin)
  - Dupin leaves a gold snuff-box on the table
  Dupin leaves for Dupin's library
  expect Dupin knows hiding place = the card-rack
  expect Dupin knows the Minister knows hiding place = the card-rack
  expect the Minister does not believe Dupin believes hiding place = the card-rack
  expect Dupin knows the Minister does not believe Dupin believes hiding place = the card-rack
  expect Dupin knows the Prefect does not believe hiding place = the card-rack
  expect Dupin knows the Prefect believes face = the small red seal

scene A copy
  when the same evening
  at Dupin's library
  with Dupin
  off the page
  - Dupin cuts a seal out of bread, and folds a letter like the other
  Dupin writes the copy as the Minister: face = the large black seal
  Dupin writes the copy: Dupin's doing

scene The snuff-box
  when the next day
  at the hotel
  with the Minister
  off the page
  Dupin enters
  - A musket goes off in the street, and the Minister runs to the window => shot staged (only Dupin)
  - Dupin puts his copy where the letter was => copied, hiding place = the pocket, holder = Dupin, Dupin's doing, not the hold (only Dupin)
  - The Minister comes back from the window and talks of lunatics
  Dupin leaves
  expect Dupin knows holder = Dupin
  expect the Minister believes holder = the Minister
  expect the Minister believes hiding place = the card-rack
  expect Dupin knows the Minister believes holder = the Minister
  expect Dupin knows the Minister believes hiding place = the card-rack
  expect the Queen believes holder = the Minister
  expect Dupin knows the Queen believes the Minister believes holder = the Minister
  expect the Minister believes the Queen believes holder = the Minister
  expect the Minister is unaware of Dupin's doing

scene The cheque
  when November 1840
  at Dupin's library
  with Dupin, the Narrator, the Prefect
  through the Narrator
  The Prefect tells Dupin: holder = the Minister
  expect Dupin knows the Prefect believes holder = the Minister
  expect Dupin knows the Narrator believes holder = the Minister
  expect the Narrator believes Dupin believes holder = the Minister
  expect the reader believes holder = the Minister
  - The Prefect would give fifty thousand of his own => reward = 50000
  Dupin asks the Prefect: reward?
  The Prefect writes the cheque: reward = 50000
  The Prefect shows the cheque to Dupin
  - Dupin unlocks his desk and hands the letter across the table => holder = the Prefect
  expect the Prefect knows Dupin knows holder = the Prefect
  expect Dupin knows the Narrator knows the Prefect knows holder = the Prefect
  expect the Prefect does not know in the open
  expect the Prefect does not believe copied
  expect the reader knows holder = the Prefect
  expect the reader does not believe copied
  The Prefect leaves

scene Put back
  when an hour later
  at the boudoir
  with the Queen, the Prefect
  off the page
  - The Prefect lays the letter in her hand => holder = the Queen, not the hold
  expect the Queen knows holder = the Queen
  expect the Queen knows not the hold
  expect the Queen knows the Minister believes holder = the Minister
  expect the Prefect knows the Queen knows holder = the Queen
  expect the Minister believes the Queen believes the hold
  expect Dupin does not know holder = the Queen
  expect the King is unaware of taken
  expect the King believes not shame

scene How it was done
  when 2 hours later
  at Dupin's library
  with Dupin, the Narrator
  through the Narrator
  Dupin tells the Narrator: not fool
  Dupin tells the Narrator: in the open, on purpose
  Dupin tells the Narrator: the Minister knows searched
  Dupin tells the Narrator: shot staged, copied, Dupin's doing
  Dupin tells the Narrator: not the hold
  Dupin tells the Narrator: the Minister believes holder = the Minister
  Dupin tells the Narrator: the Minister does not know Dupin's doing
  expect the reader knows copied
  expect the reader knows the Minister believes holder = the Minister
  expect the reader knows Dupin knows the Minister believes holder = the Minister
  expect the Narrator knows the Minister knows searched
  expect the Narrator does not believe fool
  expect the Prefect believes fool
  fair the hold by How it was done

scene What the Minister goes on believing
  when December 1840
  at the hotel
  with the Minister
  off the page
  - He looks at the card-rack, and is content
  expect the Minister believes the hold
  expect the Minister believes hiding place = the card-rack
  expect the Minister believes the Queen believes holder = the Minister
  expect the Minister believes the Prefect does not believe hiding place = the card-rack
  expect the Queen knows the Minister believes the Queen believes the hold
  expect Dupin knows the Minister does not believe Dupin believes in the open
  expect the Narrator knows the Minister believes holder = the Minister
  expect the Minister was not told Dupin's doing
  expect the Minister does not know whether the hold
  expect not (it is common knowledge among the Queen, the Minister that not the hold)
