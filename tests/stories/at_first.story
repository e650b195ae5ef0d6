story As it was
# Law 15: common from the start, but for what *at first* says, nested too, and *knows only*.

cast
  Ada (she)
  Bruno (he)
  Cora (she)
  Dev (he)

places
  the court

facts
  king: the old king lives
    starts yes
  heir = Ada, Bruno, Cora: {value} is the heir
    starts Cora
    lasting
  war: there is a war

at first
  Bruno believes not king
  Ada believes Bruno believes heir = Ada
  Cora believes Ada believes Bruno believes not king
  Dev knows only king
  Ada wonders war

scene The court
  at the court
  with Ada, Bruno, Cora, Dev
  expect Bruno believes not king
  # Others do not know that he differs.
  expect Ada believes Bruno believes king
  expect Ada believes Bruno believes heir = Ada
  expect Bruno knows heir = Cora
  expect Cora believes Ada believes Bruno believes not king
  expect Cora believes Bruno believes king
  expect Dev knows king
  expect Dev does not believe heir = Cora
  expect Ada believes Dev believes heir = Cora
  expect Ada wonders war
  expect Bruno is unaware of not war
  expect Bruno does not believe not war
  expect not (it is common knowledge among Ada, Bruno that king)
  expect it is common knowledge among Ada, Cora that king
