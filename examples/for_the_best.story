whoknows 1
story For the Best
# The first story: the one the project was started from, retold as a ledger.
# A secret kept for years, who is kept out of it, what is never said, what it costs, and how it ends.

cast
  Iruka (he): a teacher
  Kakashi (he): a jounin who hides his face, and most else
  Kotetsu (he): a friend of Iruka's
  the Pupil (he): a former student, as close as family
  friends = Kotetsu
  students = the Pupil

places
  the bar
  the office
  Kakashi's apartment
  Iruka's home

facts
  the fling: Iruka and Kakashi once spent a night together
  the affair: Iruka and Kakashi go on meeting, in secret
    or else: it was one night and no more
  seen his face (who: character): {who} has seen Kakashi's face
    or else: {who} has never seen Kakashi's face
  love: Iruka loves Kakashi
  why he lingers = celebration, distraction, chance: Kakashi lingers on that night each year out of {value}
  remembers the date (who: character): {who} remembers the date
  wants more: Iruka wants what they have to be seen in daylight
  wants out: Iruka means to end it
  over: it is over between them
  best: ending it is for the best
  strain (who: character) = number: {who} is under a strain of {value}

secrets
  the affair: kept by Iruka, Kakashi from friends, students, who assume not
  love: kept by Iruka from everyone
  wants out: kept by Iruka from everyone

scene The night he was picked up
  when 3 May 2010
  at the bar
  with Iruka, Kakashi, Kotetsu
  through Iruka
  - Kakashi takes Iruka home => the fling
  Iruka, Kakashi leave for Kakashi's apartment

scene The question
  when the next day
  at the office
  with Iruka, Kotetsu
  through Iruka
  Kotetsu asks Iruka: seen his face (Iruka)?
  Iruka tells Kotetsu: not seen his face (Iruka)
  expect Kotetsu knows the fling
  expect Kotetsu knows not seen his face (Iruka)
  expect Kotetsu believes not the affair
  expect Iruka knows Kotetsu knows the fling
  expect Kotetsu knows Iruka knows Kotetsu knows the fling
  expect Iruka knows Kotetsu believes not seen his face (Iruka)
  expect Kakashi does not know Kotetsu believes not seen his face (Iruka)
  expect the Pupil is unaware of the fling

scene It does not stay one night
  when 2 weeks later
  at Kakashi's apartment
  with Iruka, Kakashi
  through Iruka
  - They meet again, and again, after dark => the affair, seen his face (Iruka)
  - Iruka falls in love => love (only Iruka)
  Kakashi infers: love (off the page)
  expect nobody in friends, students considers the affair
  expect not (Iruka knows Kakashi knows love)
  expect Kotetsu believes not seen his face (Iruka)
  expect Kakashi knows Iruka knows the affair
  expect Iruka knows Kakashi knows Iruka knows the affair
  expect Kotetsu does not know not seen his face (Iruka)
  expect Iruka believes Kotetsu believes not seen his face (Iruka)
  expect Kakashi knows love
  expect Iruka does not believe Kakashi believes love
  expect the reader knows love

scene The date comes round
  when every year from 3 May 2011 to 3 May 2014
  at Kakashi's apartment
  with Iruka, Kakashi
  through Iruka
  - Iruka has not forgotten => remembers the date (Iruka) (only Iruka)
  - Kakashi takes his time that night
  Iruka wonders: why he lingers
  Iruka withholds remembers the date (Iruka) from Kakashi
  - Another year unsaid => strain (Iruka) += 1, wants more (only Iruka)
  expect Iruka wonders why he lingers
  expect Kakashi does not know remembers the date (Iruka)
  expect Iruka believes Kakashi does not believe remembers the date (Iruka)

scene Friends and an old joke
  when September 2014
  at the office
  with Iruka, Kotetsu
  through Iruka
  Kotetsu mentions: the fling
  Iruka withholds the affair from Kotetsu
  expect Kotetsu believes (the fling and not the affair)
  expect Kotetsu does not believe Iruka believes the affair
  expect Iruka knows Kotetsu believes not the affair
  expect Iruka knows Kotetsu believes Iruka believes the fling
  expect strain (Iruka) = 4

scene The decision
  when October 2014
  at Iruka's home
  with Iruka
  through Iruka
  - Iruka makes up his mind => wants out (only Iruka)

scene He stops picking fights
  when November 2014
  at Kakashi's apartment
  with Iruka, Kakashi
  through Iruka
  Kakashi infers: wants out (off the page)
  Iruka infers: Kakashi knows wants out
  Iruka infers: Kakashi knows love
  Kakashi infers: Iruka knows Kakashi knows wants out (off the page)
  Iruka tries to tell Kakashi: wants out (stopped by Kakashi)
  - Nobody says it => strain (Iruka) += 1, strain (Kakashi) += 1
  expect Kakashi knows wants out
  expect Iruka knows Kakashi knows wants out
  expect Kakashi knows Iruka knows Kakashi knows wants out
  expect Kakashi was not told wants out
  expect the reader knows Iruka believes Kakashi knows wants out

scene The last night
  when 28 November 2014
  at Kakashi's apartment
  with Iruka, Kakashi
  through Iruka
  Iruka tries to tell Kakashi: wants out (stopped by Kakashi)
  Iruka tries to tell Kakashi: wants out (stopped by Kakashi)
  Iruka tells Kakashi: wants out
  - Iruka ends it, and Kakashi lets him => over
  expect it is common knowledge among Iruka, Kakashi that over
  expect Kakashi was told wants out
  expect it is common knowledge among Iruka, Kakashi that wants out
  Iruka leaves for Iruka's home

scene The way home
  when later that night
  at Iruka's home
  with Iruka
  through Iruka
  Iruka tells Iruka: best
  expect not (Iruka believes best)
  expect Kotetsu is unaware of over
  expect the reader knows wants out
  expect Kotetsu believes not the affair
  expect nobody in friends, students considers over
  expect Iruka knows Kotetsu does not know over
