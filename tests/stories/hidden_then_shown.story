story In the cupboard
# A scene opens with somebody hidden; an event shows them.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the bedroom
  the stairs

facts
  affair: Ada and Bruno are lovers
  caught: Cora has shown herself

scene The bedroom
  at the bedroom
  with Ada, Bruno
  hidden Cora
  expect Cora knows at (Ada) = the bedroom
  expect Ada does not believe at (Cora) = the bedroom
  - Ada kisses Bruno => affair
  expect Cora knows affair
  expect Ada does not believe Cora believes affair
  - The cupboard door flies open => at (Cora) = the bedroom, caught
  expect Ada knows at (Cora) = the bedroom
  # That she has been there all along is nothing they saw:
  expect Ada does not believe Cora believes affair
  - Bruno takes Ada by the hand => affair
  expect it is common knowledge among Ada, Bruno that affair
  expect Bruno knows Cora knows affair
