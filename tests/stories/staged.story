story The orchard
# Law 5, staged: the watched know of the watcher, who thinks himself unnoticed. Two deep.

cast
  Leonato (he)
  Claudio (he)
  Benedick (he)
  Hero (she)

places
  the orchard

facts
  beatrice: Beatrice loves Benedick

scene The arbour
  at the orchard
  with Leonato, Claudio, Benedick
  Leonato lies to Claudio: beatrice (staged for Benedick) (not believed by Claudio)
  expect Benedick believes beatrice
  expect Leonato does not believe beatrice
  expect Claudio does not believe beatrice
  expect Leonato knows Benedick believes beatrice
  expect Claudio knows Leonato knows Benedick believes beatrice
  expect Benedick believes Leonato believes beatrice
  # He thinks himself unnoticed:
  expect Benedick does not consider Leonato believes Benedick believes beatrice
  expect Leonato believes Benedick does not believe Leonato believes Benedick believes beatrice
  expect Claudio knows Benedick does not believe Claudio believes Benedick believes beatrice
  expect Hero does not believe beatrice
