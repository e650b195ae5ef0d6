story The count
# Numbers: stated or zero at first, shifted by what is seen, compared, known in part.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the tavern
  the road

facts
  coins (who: character) = number: {who} has {value} coins
    starts coins (Cora) = 7
  wolves = number: there are {value} wolves
    starts open

scene The game
  at the tavern
  with Ada, Bruno
  expect coins (Ada) = 0
  expect coins (Cora) = 7
  expect Ada knows coins (Cora) = 7
  - Ada wins a round => coins (Ada) += 3, coins (Bruno) -= 3
  expect Ada knows coins (Ada) = 3
  expect Bruno knows Ada knows coins (Bruno) = -3
  expect coins (Ada) > coins (Bruno)
  expect Ada knows coins (Ada) >= 2
  expect coins (Cora) >= 4
  - Ada wins again => coins (Ada) += 3 (missed by Bruno)
  expect Ada knows coins (Ada) = 6
  expect Bruno believes coins (Ada) = 3
  expect Ada believes Bruno believes coins (Ada) = 6
  expect Cora is unaware of coins (Ada) = 6

scene The wolves
  at the road
  with Ada, Bruno
  Bruno tells Ada: wolves >= 2
  expect Ada believes wolves >= 1
  expect Ada considers wolves = 5
  expect Ada does not consider wolves = 1
  expect Ada wonders wolves
  Bruno tells Ada: wolves < 4
  expect Ada believes (wolves = 2 or wolves = 3)
  Bruno tells Ada: wolves is not 3
  expect Ada believes wolves = 2
  expect Ada does not know wolves = 2
