story Behind the curtain
# Law 5, unnoticed: the hidden see and reckon with each other; nobody reckons with them.

cast
  Claudius (he)
  Gertrude (she)
  Hamlet (he)
  Polonius (he)
  Horatio (he)

places
  the closet
  the terrace

facts
  poison: there was poison in the cup
  plan: Hamlet is to be sent away

scene Behind the curtain
  at the closet
  with Claudius, Gertrude
  hidden Polonius, Horatio
  expect Gertrude does not believe at (Polonius) = the closet
  expect Polonius knows at (Horatio) = the closet
  - Claudius confesses it to his wife => poison
  expect Polonius knows poison
  expect Polonius knows Gertrude knows Claudius knows poison
  expect Polonius knows Horatio knows poison
  expect Horatio believes Polonius believes Horatio believes poison
  expect Gertrude does not believe Polonius believes poison
  expect Polonius believes Gertrude does not believe Polonius believes poison
  expect Polonius believes Claudius does not consider Horatio believes poison
  expect not (it is common knowledge among Polonius, Gertrude that poison)
  expect it is common knowledge among Polonius, Horatio that poison
  expect nobody but Claudius, Gertrude, Polonius, Horatio knows poison

scene On the terrace
  at the terrace
  with Claudius, Gertrude, Hamlet
  - Claudius whispers behind his hand => plan (unnoticed: Hamlet)
  expect Hamlet knows Claudius knows plan
  expect Hamlet knows Gertrude does not believe Hamlet believes plan
  expect Claudius does not consider Hamlet believes plan
  expect Hamlet believes Claudius believes Gertrude believes plan
