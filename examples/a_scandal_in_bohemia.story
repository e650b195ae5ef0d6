whoknows 1
story A Scandal in Bohemia
# After Arthur Conan Doyle, retold as a ledger, as somebody typed it who had read nothing but the guide:
# Holmes sees through one disguise, wears two, and is seen through by somebody who wears a fourth.

cast
  Holmes (he): a consulting detective
  Watson (he): his friend, who tells it
  the King (he): the King of Bohemia, about to be married
  Irene (she): Irene Adler, who has left the opera
  Norton (he): Godfrey Norton, a barrister
  the ostler (he)
  the parson (he)
  the housekeeper (she)
  Count von Kramm is the King in disguise
  the groom is Holmes in disguise
  the clergyman is Holmes in disguise
  the lounger is Watson in disguise
  the young man is Irene in disguise

places
  Baker Street
  the mews
  the church
  Serpentine Avenue
  the sitting room
  the corner

things
  document: her letter

facts
  the photograph: Irene has the photograph of the King and herself
    starts yes
  the threat: Irene means to send it to the family of his bride
    starts yes
  hiding place = the panel, the trunk, the bank: the photograph is in {value}
    starts the panel
  the case: Holmes is after the photograph, for the King
  the errand: the visitor comes on behalf of another man
  warned: Irene has been told that the King would hire Holmes
    starts yes
  Norton's part = her lawyer, her friend, her lover: Norton is {value}
    starts her lover
  courting: Norton calls at Briony Lodge every day
    starts yes
  married: Irene is married to Norton
  the plan: Holmes will be carried in, and Watson will raise a false alarm of fire
  brawl staged: the fight in the street is paid for
  hurt: the clergyman is hurt
  fire: the house is on fire
  the trick: the alarm of fire is a trick, to make Irene run for the photograph
  flight: Irene and Norton have gone abroad for good

secrets
  the photograph: kept by the King, Irene from everyone, who assume not
  the threat: kept by the King, Irene from everyone, who assume not
  hiding place: kept by Irene from everyone, who wonder
  the case: kept by Holmes, Watson, the King from Irene, Norton, who assume not
  warned: kept by Irene from everyone, who assume not
  Norton's part: kept by Irene, Norton from everyone, who wonder
  courting: kept by Irene, Norton, the ostler from everyone, who assume not

rules
  weddings: whoever believes married infers Norton's part = her lover
  stage blood: whoever believes brawl staged infers not hurt
  smoke: whoever believes the trick infers not fire
  second thoughts: whoever believes (the trick and warned) infers the case

scene The masked visitor
  when 20 March 1888, 19:45
  at Baker Street
  with Holmes, Watson
  through Watson
  - Holmes holds the unsigned note to the light, and it is Bohemian paper
  Count von Kramm enters
  Count von Kramm lies to Holmes: the errand (not believed by Holmes)
  Holmes infers: Count von Kramm is the King
  Holmes tells Count von Kramm: Count von Kramm is the King
  - The visitor tears the mask from his face and throws it down
  The King tells Holmes: the photograph
  The King tells Holmes: the threat
  Holmes asks the King: hiding place?
  The King tells Holmes: the King does not know hiding place
  - Holmes takes the business on, and the gold for expenses => the case
  The King leaves
  expect Holmes believes Irene does not consider the case

scene Among the horses
  when 21 March 1888, 9:00
  at the mews
  with the groom, the ostler
  through Holmes
  The ostler tells the groom: courting
  Holmes wonders: Norton's part

scene The wedding
  when 21 March 1888, 12:00
  at the church
  with Irene, Norton, the parson
  through Holmes
  The groom enters
  - Norton drags the idling groom to the altar, for want of a witness
  - The parson marries Irene and Norton => married
  Irene, Norton, the groom leave
  expect Irene does not know the groom is Holmes

scene The plan
  when 21 March 1888, 16:00
  at Baker Street
  with Watson
  through Watson
  The groom enters
  Holmes tells Watson: the groom is Holmes
  Holmes tells Watson: married
  - Holmes has settled it in the cab, and bought a smoke rocket => the plan (only Holmes)
  Holmes tells Watson: the plan
  - Holmes goes into his bedroom, and a mild clergyman comes out
  Holmes tells Watson: the clergyman is Holmes
  Holmes, Watson leave for Serpentine Avenue

scene The fight in the street
  when 21 March 1888, 19:00
  at Serpentine Avenue
  with the clergyman, the lounger
  through Watson
  Irene enters
  - Loafers come to blows over her carriage door, and the clergyman runs between => brawl staged (only Holmes, Watson)
  The clergyman lies to Irene: hurt
  - Irene has him carried in and laid on her sofa
  Irene, the clergyman leave for the sitting room
  expect Irene believes hurt

scene The alarm of fire
  when 21 March 1888, 19:10
  at the sitting room
  with the clergyman, Irene, the lounger
  through Watson
  - The clergyman wants air, the window is opened, and he lifts his hand (only the clergyman, the lounger)
  - A smoke rocket comes in at the window => the trick (only Holmes, Watson)
  The lounger lies to Irene: fire
  The lounger leaves for the corner
  - Irene runs to the panel above the bell-pull and half draws the photograph out => hiding place = the panel (unnoticed: the clergyman)
  The clergyman tells Irene: not fire
  - Irene puts it back, glances at the rocket, and goes out quickly
  Irene leaves
  The clergyman leaves for the corner
  expect Holmes knows hiding place = the panel
  expect Irene does not know Holmes knows hiding place

scene She begins to think
  when 21 March 1888, 19:15
  at the sitting room
  with Irene
  off the page
  Irene infers: the trick
  Irene infers: the clergyman knows hiding place
  Irene suspects: the clergyman is Holmes
  - Irene gets into her walking clothes, a man's, and goes out after him
  Irene leaves for Baker Street

scene At the corner
  when 21 March 1888, 19:20
  at the corner
  with Holmes, Watson
  through Watson
  Holmes tells Watson: hiding place = the panel
  Holmes tells Watson: Irene does not consider the case
  Holmes, Watson leave for Baker Street

scene Good night
  when 21 March 1888, 20:00
  at Baker Street
  with the clergyman, Watson, the young man
  through Watson
  - The clergyman stops at a certain door and feels for the key
  Irene infers: the clergyman is Holmes (off the page)
  # "Good night, Mister Sherlock Holmes."
  The young man tells Holmes: the clergyman is Holmes
  - Holmes has heard that voice before, and cannot put a name on it
  expect Holmes does not know the young man is Irene
  expect Holmes believes Irene does not consider the case

scene The flight
  when 22 March 1888, 4:00
  at the sitting room
  with Irene, Norton
  off the page
  - Irene empties the panel, and leaves another picture there => hiding place = the trunk
  - Irene tells her husband she will let the King alone => not the threat
  - Irene and Norton set out for the boat train => flight
  Irene writes her letter: the clergyman is Holmes, the trick, warned, the case
  Irene writes her letter: the young man is Irene
  Irene writes her letter: married, flight
  Irene writes her letter: the photograph, not the threat
  Irene, Norton leave

scene The King is fetched
  when 22 March 1888, 8:00
  at Baker Street
  with Holmes, Watson, the King
  through Watson
  Holmes tells the King: hiding place = the panel
  Holmes tells the King: married
  Holmes, Watson, the King leave for the sitting room

scene The empty house
  when 22 March 1888, 8:30
  at the sitting room
  with Holmes, Watson, the King, the housekeeper
  through Watson
  The housekeeper tells Holmes: flight
  intended WK310: she was in the house all night, and heard the carriage
  - Holmes tears back the panel: a letter, and a picture of Irene alone
  The King, Watson, Holmes see: hiding place is not the panel
  Holmes, Watson, the King read her letter
  - The King offers a ring, and Holmes asks for the picture instead
  expect Holmes knows the young man is Irene
  expect the King knows not the threat
  expect Holmes does not know hiding place
