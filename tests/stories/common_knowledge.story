story Everybody saw everybody see
# Laws 3 and 5: common knowledge holds among open witnesses, and a whisper is not enough.

cast
  Ada (she)
  Bruno (he)
  Cora (she)
  friends = Ada, Bruno, Cora

places
  the square

facts
  news: the war is over
  joke: the emperor has no clothes

scene The square
  at the square
  with Ada, Bruno, Cora
  - Ada reads it aloud => news
  expect it is common knowledge among Ada, Bruno, Cora that news
  expect Cora knows (it is common knowledge among Ada, Bruno that news)
  Ada tells Bruno: joke (only Ada, Bruno)
  Bruno tells Cora: joke (only Bruno, Cora)
  Cora tells Ada: joke (only Cora, Ada)
  expect everyone in friends believes joke
  expect not (it is common knowledge among friends that joke)
  expect Bruno does not believe Ada believes Cora believes joke
  - A child shouts it => joke
  expect it is common knowledge among friends that joke
