story Through the wall
# Law 5, half: who hears that something is told, not what, takes the others to know which.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the parlour

things
  box: the safe, the trunk, the bank

facts
  letters = box: the letters are in {value}
    starts the safe

at first
  Ada knows only letters
  Bruno does not consider letters = the bank

scene Through the wall
  at the parlour
  with Ada, Bruno, Cora
  - The clock strikes
  Ada lies to Bruno: letters = the trunk (half heard by Cora)
  expect Bruno believes letters = the trunk
  expect Cora knows letters = the safe
  # Cora takes him to know which; she knows which it is; so:
  expect Cora believes Bruno believes letters = the safe
  expect Bruno believes Cora believes Bruno believes letters = the safe
  expect Ada knows Bruno believes letters = the trunk
  expect not (Cora knows Bruno knows letters = the safe)
