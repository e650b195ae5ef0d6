whoknows 1
story Sally and Anne

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
  Sally leaves
  - Anne moves it => in (marble) = box
  Sally enters
  expect Sally believes in (marble) = basket
  expect Anne knows Sally believes in (marble) = basket
