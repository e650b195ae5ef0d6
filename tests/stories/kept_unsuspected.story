story The quiet thief
# Law 11: keepers are taken to know their secret, unless it is kept unsuspected.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the house

facts
  thief = Ada, Bruno, Cora: {value} took it
    lasting
    starts Bruno
  will: there is a second will
    starts yes
  debt: Ada is in debt
    starts yes

secrets
  thief: kept unsuspected by Bruno from everyone, who wonder
  will: kept by Bruno from everyone, who assume not
  debt: kept by Ada from everyone

scene At breakfast
  at the house
  with Ada, Bruno, Cora
  expect Bruno knows thief = Bruno
  expect Ada wonders thief
  expect Ada considers thief = Ada
  # Unsuspected: nobody thinks that anybody knows.
  expect Cora believes Bruno wonders thief
  expect Bruno knows Cora believes Bruno wonders thief
  # Assumed not: so does, they think, everybody, Bruno too.
  expect Cora believes not will
  expect Cora believes Bruno believes not will
  expect Bruno knows will
  expect Bruno knows Cora believes not will
  # Not thought of at all.
  expect Cora is unaware of debt
  expect Cora does not believe not debt
  Cora hears: will
  expect Cora believes Bruno knows will
  expect Ada believes not will
  Ada tells Cora: debt
  expect Cora knows debt
  expect Cora knows Ada knows debt
  expect Bruno believes Cora believes Ada believes debt
