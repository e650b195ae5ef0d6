story The combination
# CORE: a picture that was settled goes stale when things change behind its back.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the bank
  the vault

facts
  digit = one, two, three: the lock opens at {value}
    starts one
    lasting

secrets
  digit: kept by Ada from everyone, who wonder

scene In the bank
  at the bank
  with Ada, Bruno
  expect Bruno believes Ada knows digit
  expect Bruno does not believe Ada believes digit = one
  expect Ada knows Bruno wonders digit

scene In the vault
  at the vault
  with Bruno
  - Bruno sets the lock anew => digit = two
  expect Bruno knows digit = two
  # In the truth she did not perceive it; inside his mind a keeper stays in sight of her secret.
  expect Ada believes digit = one
  expect Bruno believes Ada believes digit = two
  expect not (Bruno knows Ada knows digit)

scene The half heard word
  at the bank
  with Ada, Bruno, Cora
  Ada tells Cora: digit = one
  expect Cora believes digit = one
  expect Bruno believes digit = two
