story One of four
# Tellings of what is not, each narrowing, until one is left; and one telling too many.

cast
  Ada (she)
  Bruno (he)
  Cora (she)
  Dev (he)
  Eve (she)

places
  the station

facts
  spy = Ada, Bruno, Cora, Dev: {value} is the spy
    lasting

scene The questioning
  at the station
  with Eve, Bruno
  - Eve sharpens her pencil
  Bruno tells Eve: spy is not Bruno
  expect Eve believes spy is not Bruno
  expect Eve believes (spy = Ada or spy = Cora or spy = Dev)
  expect Eve wonders spy
  Bruno tells Eve: spy is not Ada
  Bruno tells Eve: spy is not Dev
  expect Eve believes spy = Cora
  expect Bruno does not believe spy = Cora
  expect Eve believes Bruno believes spy = Cora
  Bruno tells Eve: spy is not Cora
  # CORE, "defined, if odd": at one rank the last word stands alone.
  expect Eve does not consider spy = Cora
  expect Eve considers spy = Bruno
