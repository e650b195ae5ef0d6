story The empty drawer
# Law 11: what is in plain sight is seen by who comes in; what is expected and not there is missed.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the study
  the attic

things
  object: the letter
  container: the drawer, the chest, the shelf

facts
  in (object) = container: {object} is in {value}
    seen by c if at (c) = room of (container)
  room of (container) = place: {container} is in {value}
    starts room of (the drawer) = the study
    starts room of (the chest) = the attic
    starts room of (the shelf) = the attic

scene The letter
  at the study
  with Ada, Bruno
  - Ada puts it away => in (letter) = drawer
  Bruno leaves
  - Ada takes it out again and up the stairs => in (letter) = chest
  Ada leaves for the attic

scene The search
  at the study
  with Bruno, Cora
  # He expected it in the drawer, and it is not there: it is elsewhere, he cannot tell where.
  expect Bruno knows in (letter) is not drawer
  expect Bruno does not believe in (letter) = chest
  expect Bruno considers in (letter) = chest
  expect Bruno considers in (letter) = shelf
  # She has never heard of a letter, and misses none.
  expect Cora does not know in (letter) is not drawer

scene The attic
  at the attic
  with Ada
  Cora enters
  expect Cora knows in (letter) = chest
  expect Ada knows Cora knows Ada knows in (letter) = chest
  expect Bruno does not believe in (letter) = chest
  expect Cora does not believe Bruno believes in (letter) = chest
