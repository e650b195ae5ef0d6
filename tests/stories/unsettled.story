story The order of the envelopes
# CORE: settled on a value, then the value changes behind their back: sure of one of the old values.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the study
  the garden

facts
  prize = gold, silver, lead: the prize is in the {value} box
    starts open

scene The whisper
  at the study
  with Ada, Bruno, Cora
  Cora hears: prize is not lead
  Ada tells Bruno: prize = gold (half heard by Cora)
  expect Cora believes Bruno knows prize
  expect Cora does not believe Bruno believes prize = gold
  expect Cora believes Bruno believes prize is not lead

scene The change
  at the garden
  with Cora
  - Cora puts it elsewhere => prize = lead
  expect Cora knows prize = lead
  expect Cora believes Bruno does not consider prize = lead
  expect Cora does not believe Bruno believes prize = silver
  expect Cora believes Bruno believes (prize = gold or prize = silver)
  expect Bruno believes prize = gold
