story Footprints
# Law 12: rules run to their end in every perspective, and overrule only what is weaker.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the garden
  the hall

facts
  prints (who: character): the prints are {who}'s
  outside (who: character): {who} was outside
  lying (who: character): {who} lies
  culprit = Ada, Bruno, Cora: {value} did it
    lasting

rules
  boots: whoever believes prints (someone) infers outside (someone)
  guilt: whoever believes outside (someone) infers culprit = someone
  liars: whoever believes culprit = someone infers lying (someone)

scene The garden
  at the garden
  with Ada, Cora
  Ada, Cora see: prints (Bruno)
  expect Ada believes outside (Bruno)
  expect Ada believes culprit = Bruno
  expect Ada believes Cora believes lying (Bruno)
  expect Cora believes Ada believes Cora believes culprit = Bruno
  expect Bruno does not believe outside (Bruno)
  expect Ada believes Bruno does not believe culprit = Bruno

scene In the hall
  at the hall
  with Ada, Bruno, Cora
  Bruno tells Ada: not outside (Bruno)
  # Told is weaker than inferred.
  expect Ada believes outside (Bruno)
  expect Bruno believes Ada believes not outside (Bruno)

scene The alibi
  at the garden
  with Cora
  Cora sees: not outside (Bruno)
  expect Cora believes not outside (Bruno)
