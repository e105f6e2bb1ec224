/**
 * Whether what is shown stands before a room: a view may then leave out what only a hand at the desk needs, and show its key. One window
 * shows one talk.
 */
class Talking {
  now = $state(false);
}

export const talking = new Talking();
