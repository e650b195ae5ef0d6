story A hunch
# DESIGN §1: a hunch is no belief; telling outranks it, and it gives way to nothing weaker.

cast
  Ada (she)
  Bruno (he)

places
  the yard

facts
  guilty: the gardener did it
  where = well, shed: it is in the {value}

scene The yard
  at the yard
  with Ada, Bruno
  - Nobody looks
  Ada suspects: guilty
  expect Ada suspects guilty
  expect Ada has only a hunch of guilty
  expect Ada does not believe guilty
  expect Ada considers guilty
  expect Ada considers not guilty
  expect Ada does not know guilty
  expect Bruno does not suspect guilty
  expect Bruno does not believe Ada suspects guilty
  Ada suspects: where = well
  expect Ada suspects where = well
  Bruno tells Ada: where = shed
  expect Ada believes where = shed
  expect Ada does not suspect where = well
  Ada suspects: where = well
  expect Ada believes where = shed
  - Bruno finds the knife on him => guilty
  expect Ada knows guilty
  expect Ada suspects guilty
  expect not (Ada has only a hunch of guilty)
