whoknows 1
story Sally and Anne
# The smallest story in which somebody is wrong: two children, a marble, and a walk.

cast
  Sally (she)
  Anne (she)

places
  the room

things
  thing: the marble
  container: the basket, the box

facts
  in (thing) = container: {thing} is in {value}

scene The marble
  at the room
  with Sally, Anne
  - Sally puts the marble away => in (marble) = basket
  expect it is common knowledge among Sally, Anne that in (marble) = basket
  expect Sally knows Anne knows Sally knows in (marble) = basket
  Sally leaves
  - Anne moves it => in (marble) = box
  expect Anne knows in (marble) = box
  expect Anne knows Sally does not know in (marble) = box
  expect Sally believes Anne believes in (marble) = basket
  expect Anne knows Sally believes Anne believes in (marble) = basket
  expect the reader knows Sally believes in (marble) = basket
  Sally enters
  expect Sally believes in (marble) = basket
  expect Anne knows Sally believes in (marble) = basket
  expect Sally does not know whether in (marble) = basket
  expect Anne believes Sally believes Anne believes in (marble) = basket
  expect not (it is common knowledge among Sally, Anne that in (marble) = box)
