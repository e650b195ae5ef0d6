story A question
# Law 9: asking opens what was assumed, shows it, and leaves the asked a blank to all who hear.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the office

facts
  affair: they are lovers
  mood = gay, grim: the mood is {value}

secrets
  affair: kept by Bruno from Ada, Cora, who assume not

scene The question
  at the office
  with Ada, Bruno, Cora
  expect Ada believes not affair
  expect Ada does not wonder affair
  Ada asks Bruno: affair?
  expect Ada wonders affair
  expect Bruno knows Ada wonders affair
  expect Cora believes Bruno knows Ada wonders affair
  # Cora merely listens: she still assumes, and is taken to.
  expect Cora believes not affair
  expect Ada believes Cora believes not affair
  Bruno lies to Ada: not affair
  expect Ada believes not affair
  expect Ada believes Bruno believes not affair
  expect Bruno knows Ada believes not affair

scene The other question
  at the office
  with Ada, Bruno, Cora
  Bruno tells Cora: mood = gay
  Ada asks Cora: mood?
  # What was told is kept, by her who asks too, and what is known to have been told does not blank.
  expect Ada believes mood = gay
  expect Bruno believes Cora believes mood = gay
  expect Bruno believes Ada believes mood = gay
