story What cannot be told
# What the file leaves open is neither so nor not so; the answers are written by --bless.

cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the room

facts
  coin = heads, tails: the coin shows {value}
  bet: there is a bet

scene The toss
  at the room
  with Ada, Bruno, Cora
  - The coin is tossed
  #? coin = heads => undetermined
  #? Ada knows coin = heads => no
  #? Ada believes (coin = heads or coin = tails) => yes
  #? Ada considers coin = heads => yes
  #? Ada wonders coin => no
  Ada asks Bruno: coin?
  #? Ada wonders coin => yes
  #? Cora believes Bruno believes coin = heads => no
  #? Cora considers Bruno believes coin = heads => yes
  #? Cora believes Bruno wonders coin => no
  Bruno tells Ada: coin = heads (half heard by Cora)
  #? Cora believes Ada knows coin => yes
  #? Cora believes Ada believes coin = heads => no
  #? Cora believes (coin = heads implies Ada knows coin = heads) => yes
  #? Ada knows coin => no
  expect Ada believes coin = heads
