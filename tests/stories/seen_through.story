story A lie seen through
# Law 7: a hearer who knows better, and knows that the teller does, takes nothing from a lie.

cast
  Ada (she)
  Bruno (he)
  Cora (she)
  Dev (he)

places
  the street
  the kitchen

facts
  broken: the vase is broken

scene The vase
  at the street
  with Ada, Bruno
  - Ada drops the vase => broken

scene The lie
  at the kitchen
  with Ada, Bruno, Cora
  Ada lies to Cora: not broken
  expect Cora believes not broken
  expect Cora believes Ada believes not broken
  expect Bruno knows broken
  expect Bruno knows Ada knows broken
  expect Bruno knows Cora believes not broken
  expect Cora believes Bruno believes not broken
  expect Bruno knows Cora believes Bruno believes not broken
  expect Ada knows Bruno knows Ada knows broken

scene The truth
  at the kitchen
  with Bruno, Cora, Dev
  Bruno tells Cora: Ada knows broken
  expect Cora believes broken
  expect Cora believes Ada believes broken
  expect Dev knows Ada knows broken

scene The second lie
  at the kitchen
  with Ada, Cora
  # What she has from hearsay is not above hearsay: she can be talked round again.
  Ada lies to Cora: not broken
  expect Cora believes not broken
