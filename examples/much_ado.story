whoknows 1
story Much Ado About Nothing
# After William Shakespeare, retold as a ledger. Two people are made to overhear, each in an orchard, that
# the other is dying of love: the lies are staged for the listener, and the second, unknown to those who
# tell it, has meanwhile come true. A third performance, at a window, is staged for two men who take one
# woman for another; a confession in the street is overheard by the watch, who cannot get it told in time;
# a bride dies and does not. What it shows: staged scenes and who is fooled in them to the third mind, a
# remark misheard and one heard by halves, masks and mistaken women, a lie that works on some of those who
# stand by, a scene the audience never sees (the window) and gets from a drunkard, and how long a truth
# that the constable has in his pocket takes to reach the one man who should have listened to him.

cast
  Don Pedro (he): Prince of Arragon
  Don John (he): his bastard brother
  Claudio (he): a young lord of Florence
  Benedick (he): a young lord of Padua
  Leonato (he): governor of Messina
  Antonio (he): his brother
  Hero (she): his daughter
  Beatrice (she): his niece
  Margaret (she): waits on Hero
  Ursula (she): waits on Hero
  Borachio (he): follows Don John
  Conrade (he): follows Don John
  Dogberry (he): the constable
  Verges (he): his second
  George (he): a watchman
  Hugh (he): another watchman
  the servant (he): Antonio's man
  the Friar (he)
  the Sexton (he)
  the merry mask (he) is Benedick in disguise
  the moody mask (he) is Claudio in disguise
  the woman at the window (she) is Margaret in disguise
  the veiled niece (she) is Hero in disguise
  bachelors = Don Pedro, Claudio, Benedick
  matchmakers = Don Pedro
  the watch = George, Hugh

places
  Leonato's house
  the alley
  the hall
  the orchard
  the garden under her window
  the street
  the church
  the gaol
  the tomb

things
  document: his sonnet, her verses

facts
  suitor = Claudio, Don Pedro: Don Pedro's wooing of Hero is for {value}
    lasting
  Claudio's love: Claudio would marry Hero
  betrothed: Claudio and Hero are promised to each other
  his love: Benedick loves Beatrice
    or else: Benedick loves nobody
  her love: Beatrice loves Benedick
    or else: Beatrice loves nobody
  the jest on him: what Benedick overhears in the orchard is a play put on for him
  the jest on her: what Beatrice overhears in the orchard is a play put on for her
  at her window (who: character): {who} talked with Borachio at Hero's window the night before the wedding
  faithless: Hero has a lover
    or else: Hero is true
  the plot: Don John paid Borachio to make Hero seem faithless
  in irons: Borachio and Conrade are in the gaol
  shamed: Hero has been cast off in the church
  the friar's plan: Hero is hidden, and given out for dead
  the challenge: Benedick has challenged Claudio
  married (who: character): Claudio is married to {who}
  fled: Don John has fled from Messina
  taken: Don John has been taken

secrets
  suitor: kept by Don Pedro from everyone
  faithless: kept by Hero from everyone
  his love: kept by Benedick from everyone
  her love: kept by Beatrice from everyone
  the jest on him: kept unsuspected by matchmakers from Benedick
  the jest on her: kept unsuspected by Hero, Ursula from Beatrice
  the plot: kept unsuspected by Don John, Borachio from everyone
  the veiled niece: kept by Hero, Leonato, Antonio, the Friar, Beatrice, Benedick, Margaret, Ursula from everyone
  the woman at the window: kept by Margaret, Borachio, Don John from everyone
  the friar's plan: kept unsuspected by Leonato, the Friar from Claudio, Don Pedro

rules
  all one play: whoever believes the jest on him infers not her love
  all one play again: whoever believes the jest on her infers not his love
  the window: whoever believes at her window (Hero) infers faithless

scene The prince will woo
  when 6 June 1598, 17:00
  at the orchard
  with Don Pedro, Claudio
  - Claudio looked on her before the war, and looks again => Claudio's love (only Claudio)
  - The prince will put on a mask tonight, and woo her in Claudio's name => suitor = Claudio (only Don Pedro)
  Claudio tells Don Pedro: Claudio's love (unnoticed: Borachio)
  Don Pedro tells Claudio: suitor = Claudio (heard by the servant as: suitor = Don Pedro) (unnoticed: Borachio)
  expect it is common knowledge among Don Pedro, Claudio that suitor = Claudio
  expect the servant believes Don Pedro believes suitor = Don Pedro
  expect the servant believes Claudio believes suitor = Don Pedro
  expect Borachio knows Claudio knows suitor = Claudio
  expect Borachio knows Don Pedro knows Claudio knows suitor = Claudio
  expect Don Pedro does not believe Borachio knows suitor = Claudio

scene What the servant heard
  when an hour later
  at Leonato's house
  with Antonio, the servant
  The servant tells Antonio: suitor = Don Pedro
  Leonato enters
  Antonio tells Leonato: suitor = Don Pedro
  expect Leonato believes Antonio believes Don Pedro believes suitor = Don Pedro
  expect Don Pedro does not believe Leonato believes suitor = Don Pedro

scene What Borachio heard
  when the same time
  at the alley
  with Don John, Conrade
  Borachio enters
  Borachio tells Don John: suitor = Claudio, Claudio's love
  expect Don John knows Conrade knows Don Pedro knows suitor = Claudio
  expect Claudio does not believe Don John knows suitor = Claudio
  Don John, Conrade, Borachio leave for the hall

scene The masked ball
  when 6 June 1598, 21:00
  at the hall
  with Don Pedro, Don John, Leonato, Hero, Beatrice, Borachio, the merry mask, the moody mask
  Don Pedro tells Hero: suitor = Claudio (half heard by Leonato) (missed by Don John, Borachio, Beatrice, the merry mask, the moody mask)
  expect Hero knows suitor = Claudio
  expect Leonato believes Hero knows suitor
  expect Leonato believes suitor = Don Pedro
  Don Pedro, Hero, Leonato leave
  Beatrice tells the merry mask: not her love (only the merry mask)
  expect Beatrice does not know the merry mask is Benedick
  expect Benedick knows Beatrice does not know the merry mask is Benedick
  Beatrice, the merry mask leave
  Don John infers: the moody mask is Claudio
  expect Claudio does not believe Don John knows the moody mask is Claudio
  Don John lies to the moody mask: suitor = Don Pedro
  expect Claudio believes suitor = Don Pedro
  expect Don John knows Claudio believes suitor = Don Pedro
  expect Claudio believes Don John believes suitor = Don Pedro
  expect Don Pedro believes Claudio knows suitor = Claudio
  Don John, Borachio leave

scene The match is made
  when an hour later
  at the hall
  with Don Pedro, Claudio, Hero, Leonato, Beatrice
  Don Pedro tells Leonato: suitor = Claudio, Claudio's love
  Don Pedro tells Claudio: suitor = Claudio
  - Leonato gives, Claudio takes, and Hero whispers in his ear => betrothed
  Claudio quits bachelors
  expect it is common knowledge among Claudio, Hero, Leonato that suitor = Claudio
  expect Claudio believes Don John believes suitor = Don Pedro
  Beatrice leaves
  Claudio, Leonato join matchmakers
  Hero joins matchmakers
  - There is a week to fill, and the prince will fill it: two orchards, two audiences of one => the jest on him, the jest on her
  expect everyone in matchmakers knows the jest on him
  expect Benedick is unaware of the jest on him
  expect Don Pedro does not believe Beatrice considers his love

scene A medicine for Don John
  when later that night
  at the alley
  with Don John
  Borachio enters
  - Borachio knows how to use Margaret, and what to charge for it => the plot
  expect it is common knowledge among Don John, Borachio that the plot
  expect nobody in matchmakers considers the plot
  expect the reader knows Don John knows the plot

scene The first orchard
  when 8 June 1598, 18:00
  at the orchard
  with Don Pedro, Claudio, Leonato
  hidden Benedick
  through Benedick
  Don Pedro lies to Leonato: her love (staged for Benedick)
  Leonato lies to Claudio: her love (staged for Benedick)
  Claudio lies to Don Pedro: Hero believes her love (staged for Benedick)
  expect Benedick believes her love
  expect Don Pedro does not believe her love
  expect the reader knows Benedick believes her love
  expect the reader does not believe her love
  expect Don Pedro knows Benedick believes her love
  expect Benedick believes Leonato believes her love
  expect Don Pedro knows Benedick believes Leonato believes her love
  expect Leonato knows Claudio knows Benedick believes her love
  expect Benedick does not believe Don Pedro believes Benedick believes her love
  expect Benedick believes Beatrice knows her love
  expect Benedick believes Hero believes her love
  Don Pedro, Claudio, Leonato leave
  - The world must be peopled => his love (only Benedick)
  expect Claudio does not believe his love
  expect the reader knows Claudio does not believe his love

scene Hero gives out the parts
  when 9 June 1598, 10:00
  at Leonato's house
  with Hero, Margaret, Ursula
  Hero tells Margaret, Ursula: the jest on her
  Ursula joins matchmakers
  expect Ursula knows Hero believes not his love
  Margaret leaves for the hall

scene Margaret's errand
  when 9 June 1598, 10:15
  at the hall
  with Margaret, Beatrice
  Margaret lies to Beatrice: Hero believes her love (not believed)

scene The second orchard
  when 9 June 1598, 10:30
  at the orchard
  with Hero, Ursula
  hidden Beatrice
  # what Hero thinks a lie has come true the night before
  Ursula asks Hero: his love? (staged for Beatrice)
  Hero lies to Ursula: his love (staged for Beatrice)
  expect Beatrice knows his love
  expect Hero does not know his love
  expect Hero believes Beatrice believes his love
  expect Hero does not believe Beatrice knows his love
  expect Beatrice believes Hero believes his love
  expect Hero knows Beatrice believes Hero believes his love
  expect Ursula knows Hero knows Beatrice believes his love
  expect Beatrice does not believe Hero believes Beatrice believes his love
  expect Benedick does not believe Beatrice believes his love
  Hero, Ursula leave
  - What fire is in her ears: contempt, farewell => her love (only Beatrice)
  expect Benedick knows her love
  expect Claudio does not believe her love
  expect Don Pedro believes Benedick believes her love
  expect Beatrice knows Benedick knows his love

scene A word in the prince's ear
  when 12 June 1598, 21:00
  at the hall
  with Don Pedro, Claudio
  Don John enters
  Don John lies to Claudio, Don Pedro: faithless (not believed)
  Claudio suspects: faithless
  expect Claudio has only a hunch of faithless
  expect Don Pedro does not suspect faithless
  Don John, Don Pedro, Claudio leave for the garden under her window

scene Her chamber window
  when 13 June 1598, 0:30
  at the garden under her window
  with Borachio, the woman at the window
  hidden Don John, Claudio, Don Pedro
  off the page
  Claudio takes the woman at the window for Hero
  Don Pedro takes the woman at the window for Hero
  Don John, Borachio infer: Claudio believes the woman at the window is Hero
  - The woman at the window bids Borachio a thousand times good night => at her window (the woman at the window)
  expect at her window (Margaret)
  expect not at her window (Hero)
  expect Claudio believes at her window (Hero)
  expect Claudio believes faithless
  expect Don John knows Claudio believes faithless
  expect Don John knows the woman at the window is Margaret
  expect Margaret knows at her window (Margaret)
  expect Margaret does not know Claudio believes faithless
  expect Claudio believes Hero knows faithless
  expect Hero does not believe Claudio believes faithless
  expect the reader does not know at her window (Margaret)
  Borachio infers: Claudio believes at her window (Hero)
  Borachio, the woman at the window leave
  Claudio tells Don Pedro: faithless
  expect Don Pedro believes Claudio believes faithless

scene Under the penthouse
  when 13 June 1598, 1:30
  at the street
  with Borachio, Conrade
  hidden the watch
  Borachio tells Conrade: the plot, the woman at the window is Margaret
  Borachio tells Conrade: Claudio believes at her window (Hero)
  Borachio tells Conrade: at her window (the woman at the window)
  expect George knows the plot
  expect George knows at her window (Margaret)
  expect George knows Claudio believes at her window (Hero)
  expect Hugh knows George knows Conrade knows the plot
  expect Borachio does not believe George knows the plot
  expect George knows Borachio does not believe Hugh knows the plot
  expect the reader knows Claudio believes faithless
  George, Hugh mention: the plot
  - The watch comes out of the rain and takes them => in irons
  expect Borachio knows George knows in irons

scene What the constable makes of it
  when 13 June 1598, 7:00
  at the gaol
  with Dogberry, Verges, the watch
  George tells Dogberry: the plot (missed by Verges)
  expect George believes Verges knows the plot
  expect Verges does not know the plot

scene The tedious constable
  when 13 June 1598, 9:00
  at Leonato's house
  with Leonato, Dogberry, Verges
  Dogberry tries to tell Leonato: the plot (stopped by Leonato)
  expect Leonato does not consider the plot
  expect Dogberry knows Leonato does not know the plot

scene The wedding
  when 13 June 1598, 10:00
  at the church
  with Don Pedro, Don John, Claudio, Benedick, Leonato, the Friar, Hero, Beatrice
  Claudio tells Leonato, Hero: at her window (Hero) (not believed by Hero, Beatrice, Benedick, the Friar)
  Don Pedro tells Leonato: faithless (not believed by Hero, Beatrice, Benedick, the Friar)
  Don John lies to Leonato: faithless (not believed by Hero, Beatrice, Benedick, the Friar)
  expect Leonato believes faithless
  expect Hero knows Leonato believes faithless
  expect Hero knows Claudio believes Don John believes faithless
  expect Beatrice knows Leonato believes Claudio believes faithless
  Hero tells Leonato: not faithless (not believed by Claudio, Don Pedro, Leonato)
  expect Claudio believes Hero knows faithless
  - She falls as if dead => shamed
  Don Pedro, Don John, Claudio leave
  - Don John does not stop at the door => fled (only Don John)
  The Friar infers: not at her window (Hero), not faithless
  The Friar tells Leonato: not at her window (Hero), not faithless (convincingly)
  Benedick suspects: the plot
  expect Benedick has only a hunch of the plot
  expect Leonato knows not faithless
  expect the Friar knows Claudio believes faithless
  - The Friar would have her die to live: hidden, and mourned => the friar's plan
  expect it is common knowledge among Leonato, Hero, Beatrice, Benedick, the Friar that the friar's plan
  Leonato, the Friar, Hero leave for Leonato's house
  Benedick tells Beatrice: his love
  Beatrice tries to tell Benedick: her love (stopped by Beatrice)
  Beatrice tells Benedick: her love
  expect it is common knowledge among Benedick, Beatrice that (his love and her love)
  expect Hero does not believe his love
  expect Don Pedro does not believe Benedick believes Beatrice knows his love
  Beatrice tells Benedick: not faithless
  - Kill Claudio: and he will ask him to it => the challenge

scene The examination
  when 13 June 1598, 12:00
  at the gaol
  with Dogberry, Verges, the Sexton, the watch, Borachio, Conrade
  George tells the Sexton: the plot, the woman at the window is Margaret
  # the town says so
  The Sexton comes to believe: dead (Hero), fled
  The Sexton tells Dogberry: dead (Hero), fled
  expect Borachio believes dead (Hero)
  expect Verges knows the Sexton knows the plot
  expect the Sexton knows Borachio knows George knows the plot

scene The governor's answer
  when 13 June 1598, 15:00
  at the street
  with Don Pedro, Claudio
  Leonato, Antonio enter
  Leonato lies to Claudio, Don Pedro: dead (Hero)
  Leonato tells Claudio: not faithless (not believed)
  expect Claudio believes dead (Hero)
  expect Leonato knows Claudio believes dead (Hero)
  expect Claudio believes Leonato believes dead (Hero)
  expect Claudio believes faithless
  Leonato, Antonio leave
  Benedick enters
  Benedick tells Claudio: the challenge
  Benedick learned: fled (somehow)
  Benedick tells Don Pedro: fled
  Benedick leaves
  Dogberry, Borachio enter
  Leonato enters
  Borachio tells Don Pedro, Claudio: the plot
  Borachio convinces Don Pedro, Claudio, Leonato: the woman at the window is Margaret, not at her window (Hero), not faithless
  expect Claudio knows the plot
  expect Claudio knows the woman at the window is Margaret
  expect Claudio does not believe at her window (Hero)
  expect Don Pedro knows Claudio knows the plot
  expect Leonato knows Claudio believes dead (Hero)
  expect Leonato knows Claudio knows not faithless

scene The tomb
  when 14 June 1598, 5:00
  at the tomb
  with Claudio, Don Pedro
  - Claudio hangs his epitaph there, and the prince bids the torches be put out
  expect Claudio believes Don Pedro believes dead (Hero)
  expect Hero does not know Claudio knows the plot

scene The verses
  when 14 June 1598, 6:00
  at Leonato's house
  with Benedick, Ursula
  off the page
  Benedick writes his sonnet: his love
  Benedick leaves
  Beatrice enters
  Beatrice writes her verses: her love
  Beatrice leaves

scene The second wedding
  when 14 June 1598, 9:00
  at the church
  with Don Pedro, Claudio, Benedick, Beatrice, Leonato, Antonio, the Friar, Margaret, Ursula
  The veiled niece enters
  expect Claudio does not know the veiled niece is Hero
  - Claudio swears himself, unseen, to the veiled niece => married (the veiled niece)
  expect Claudio knows married (the veiled niece)
  expect Claudio does not believe married (Hero)
  expect Leonato knows married (Hero)
  expect Leonato knows Claudio does not know married (Hero)
  expect Leonato knows Claudio believes dead (Hero)
  Hero tells Claudio, Don Pedro: the veiled niece is Hero
  expect Claudio knows married (Hero)
  expect Claudio knows not dead (Hero)
  The Friar tells Claudio, Don Pedro: the friar's plan
  expect Claudio knows Leonato knows married (Hero)
  expect Leonato knows Claudio knows Hero knows married (Hero)
  expect Benedick believes Leonato believes her love
  Leonato tells Benedick: the jest on him
  Hero tells Beatrice: the jest on her
  # so each of them, for the length of a breath, believes what the jest implied
  expect Benedick does not believe her love
  expect Beatrice does not believe his love
  Claudio shows Beatrice his sonnet
  Hero shows Benedick her verses
  - Their own hands against their hearts, and he stops her mouth => his love, her love
  expect Benedick knows Beatrice knows (his love and her love)
  expect Beatrice knows Benedick knows Beatrice knows his love
  expect Don Pedro knows Hero knows Claudio knows her love
  Benedick quits bachelors
  expect nobody in bachelors but Don Pedro knows his love
  The servant enters
  - Armed men have brought Don John back to Messina => taken (only the servant)
  The servant tells Don Pedro: taken
  expect Benedick knows Don Pedro knows taken
