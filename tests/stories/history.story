story Who said what
# History formulas: once true, for ever; and they count what was said, not what was believed.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the hall
  the garden

facts
  moon: the moon is up
  where = here, there: it is {value}

scene The hall
  at the hall
  with Ada, Bruno
  expect not (Bruno was told moon)
  Ada lies to Bruno: moon (not believed)
  expect Bruno was told moon
  expect Ada has said moon to Bruno
  expect Ada has said moon
  expect not (Ada has said moon to Cora)
  expect not (Bruno has said moon)
  expect not (Cora was told moon)
  expect Bruno does not believe moon
  Ada tries to tell Bruno: where = here (stopped by Bruno)
  expect not (Bruno was told where = here)
  expect Bruno knows Ada has said moon to Bruno

scene The garden
  at the garden
  with Bruno, Cora
  Bruno mentions: where = there
  expect Cora was told where = there
  expect Bruno has said where = there to Cora
  Cora learned: moon (somehow)
  expect Cora was told moon
  expect Cora believes moon
  expect Bruno does not believe Cora believes moon
  Cora forgets: moon
  expect Cora was told moon
  expect Cora does not believe moon
