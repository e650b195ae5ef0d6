story The blow
# Law 18: who forgets everything since a scene holds what they held before it; others do not.

cast
  Ada (she)
  Bruno (he)

places
  the mill
  the ward

facts
  deed: the mill was set on fire
  love: Ada loves Bruno
  names = Smith, Jones: his name is {value}

scene Before
  at the mill
  with Ada, Bruno
  Bruno tells Ada: names = Smith
  expect Ada believes names = Smith

scene The fire
  at the mill
  with Ada, Bruno
  - Bruno lays the fire => deed
  Ada tells Bruno: love
  Bruno tells Ada: names = Jones
  expect Ada believes names = Jones

scene The ward
  at the ward
  with Ada, Bruno
  Ada forgets everything since The fire
  expect Ada does not believe deed
  expect Ada is unaware of deed
  expect Ada believes names = Smith
  expect Ada does not believe Bruno believes deed
  expect Bruno knows deed
  expect Bruno believes Ada believes deed
  expect Bruno believes love
  expect Ada knows at (Bruno) = the ward
  Bruno tells Ada: deed
  expect Ada knows deed
  Ada learned: love (somehow)
  expect Ada believes love
  expect Bruno does not believe Ada believes names = Smith
