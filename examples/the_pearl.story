whoknows 1
story The Pearl
# A small fair-play mystery: four at dinner, one thief. Who can still be suspected, by whom, and when?

cast
  Ada (she)
  Bruno (he)
  Cora (she)
  Dev (he)
  the Inspector (she)

places
  the dining room
  the library
  the conservatory
  the hall

facts
  thief = Ada, Bruno, Cora, Dev: {value} took the pearl
    lasting
  in sight (who: character): {who} was in company when it went

rules
  alibis: whoever believes in sight (someone) infers thief is not someone

secrets
  thief: kept unsuspected by Bruno from everyone, who wonder

scene The lights go out
  when 6 November 1926, 21:00
  at the library
  with Bruno
  - Bruno pockets the pearl => thief = Bruno (off the page)

scene In the hall
  when 6 November 1926, 21:00
  at the hall
  with Ada, Cora
  - Ada and Cora hold hands in the dark => in sight (Ada), in sight (Cora)
  expect Ada considers thief = Bruno
  expect Ada does not consider thief = Cora
  expect Ada knows Cora does not consider thief = Ada
  expect it is common knowledge among Ada, Cora that thief is not Ada
  expect Ada knows Cora considers thief = Bruno
  expect Bruno does not know in sight (Ada)

scene In the conservatory
  when 6 November 1926, 21:00
  at the conservatory
  with Dev
  - Dev is talking to the gardener all the while => in sight (Dev) (off the page)

scene The questions
  when an hour later
  at the dining room
  with the Inspector, Ada, Bruno, Cora, Dev
  through the Inspector
  Ada tells the Inspector: in sight (Cora)
  Cora tells the Inspector: in sight (Ada)
  Bruno lies to the Inspector: in sight (Bruno) (not believed)
  expect the Inspector considers thief = Bruno
  expect the Inspector considers thief = Dev
  expect the Inspector does not consider thief = Ada
  expect Ada knows the Inspector does not consider thief = Cora
  expect Bruno knows the Inspector considers thief = Bruno
  expect Bruno knows Ada knows the Inspector does not consider thief = Ada
  expect the Inspector wonders thief
  expect Dev does not consider thief = Cora

scene What Dev was doing
  when later
  at the conservatory
  with the Inspector, Dev
  through the Inspector
  Dev tells the Inspector: in sight (Dev)
  expect the Inspector believes thief = Bruno
  expect the Inspector knows thief
  expect Dev considers thief = Bruno
  expect Dev knows the Inspector does not consider thief = Dev
  expect Ada considers thief = Dev
  expect the Inspector believes Ada considers thief = Dev
  expect Bruno does not know the Inspector knows thief
  expect the reader knows thief = Bruno
  fair thief by What Dev was doing
