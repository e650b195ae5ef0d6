story The toast
# Law 5, missed: present, did not perceive, and everybody thinks they did.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the hall

facts
  wedding: Ada and Bruno are to be married
  date = spring, summer, autumn: the wedding is in {value}

scene The toast
  at the hall
  with Ada, Bruno, Cora
  - Ada raises her glass and says it => wedding, date = spring (missed by Cora)
  expect Cora is unaware of wedding
  expect Cora does not believe date = spring
  expect Ada believes Cora believes wedding
  expect not (Ada knows Cora knows wedding)
  expect Bruno believes Ada believes Cora believes date = spring
  expect Bruno believes Cora believes Bruno believes date = spring
  expect Cora does not believe Bruno believes wedding
  Bruno tells Cora: wedding
  expect Cora knows wedding
  expect Cora believes Bruno believes wedding
  expect Cora does not believe date = spring
