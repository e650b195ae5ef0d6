story The ship has sailed
# Law 10: what was seen of a changing fact counts as told once one has left; a lasting one stays.

cast
  Ada (she)
  Bruno (he)

places
  the harbour
  the inn

facts
  ship = harbour, sea: the ship is at {value}
  name = Hope, Despair: the ship is called {value}
    lasting

scene At the harbour
  at the harbour
  with Ada
  - Ada watches the ship come in => ship = harbour, name = Hope
  expect Ada knows ship = harbour

scene At the inn
  at the inn
  with Ada, Bruno
  expect Ada believes ship = harbour
  Bruno tells Ada: ship = sea
  expect Ada believes ship = sea
  expect Bruno does not believe ship = sea
  Bruno tells Ada: name = Despair
  expect Ada believes name = Hope
  expect Ada believes Bruno believes name = Despair
  expect Bruno believes Ada believes name = Despair

scene Left in time
  at the harbour
  with Ada, Bruno
  - The ship is there for all to see => ship = harbour
  Bruno tells Ada: ship = sea (not believed by Ada)
  expect Ada believes ship = harbour
  Ada leaves for the inn
  Ada hears: ship = sea
  expect Ada believes ship = sea
  expect Bruno believes ship = harbour
