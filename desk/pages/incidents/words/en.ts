import type { pl } from './pl.ts';

const tickets = (count: number) => `${count}\u00a0${count === 1 ? 'ticket' : 'tickets'}`;

/** In English: the page of incidents. */
export const en: typeof pl = {
  lead: 'Shops see this in their panels, above the form. Tickets linked to a problem get one answer when it is solved.',
  add: 'New notice',
  back: 'All notices',
  groups: { running: 'Running', coming: 'Announced', ended: 'Ended' },
  none: { running: 'Nothing runs now.', coming: 'Nothing is announced.', ended: 'Nothing has ended yet.' },
  kinds: { incident: 'Incident', advisory: 'Advisory', update: 'New version' },
  kindHints: {
    incident: 'something is broken now; shops may add a ticket',
    advisory: 'a hole or a danger; shops may add a ticket',
    update: 'news of a release; no tickets are added',
  },
  tickets,
  solved: 'solved',
  since: (moment) => `since ${moment}`,
  until: (moment) => `until ${moment}`,
  versions(from, to) {
    if (from === null && to === null) return 'all versions';
    if (from === to) return `version ${from}`;
    return `versions ${[from !== null && `from ${from}`, to !== null && `to ${to}`].filter(Boolean).join(' ')}`;
  },
  notLoaded: 'This could not be loaded. We will try again.',
  gone: 'There is no such notice.',
  more: 'Show more',
  form: {
    title: 'New notice',
    kind: 'Kind',
    name: 'Title',
    text: 'What happens and what to do',
    english: 'In English',
    englishMore: 'Optional: panels in English show these words, otherwise the Polish ones.',
    englishName: 'Title in English',
    englishText: 'Text in English',
    versions: 'Which shops it is about',
    fromVersion: 'From version',
    toVersion: 'To version',
    versionsHint: 'Included; “10.5” leaves 10.5.1 out. An empty field is no bound.',
    since: 'From when',
    sinceHint: 'Polish time. Empty: at once.',
    until: 'Until when',
    untilHint: 'Polish time. Empty: until further notice.',
    preview: 'What shops will see',
    audience: (versions) =>
      `About: ${versions}; also shops whose version is not known: better to say too much than nothing.`,
    nothingYet: 'Title and text will stand here.',
    publish: 'Publish',
    publishing: 'Publishing…',
    discard: 'Clear',
    errors: {
      title: 'A title is one line of 3 to 120 characters.',
      text: 'The text has 1 to 1000 characters.',
      english: 'English needs both a title (3–120 characters) and a text (up to 1000), or nothing.',
      fromVersion: 'A version is numbers and dots, such as 10.4.2.',
      toVersion: 'A version is numbers and dots, not older than the first one.',
      since: 'There is no such moment.',
      until: 'The end must come after the beginning.',
    },
  },
  end: 'End without an answer',
  endTitle: 'End this notice?',
  endMore: 'Shops will see it no longer. Its tickets stay linked, and still wait for an answer.',
  endNow: 'End',
  cancel: 'Cancel',
  englishWords: 'In English',
  solve: 'Solve and answer all',
  solving: 'Sending…',
  solution: 'Solution',
  solutionText: 'Answer for all linked tickets',
  solutionHint:
    'Each ticket gets it from you as an answer and is solved. Where the customer added something nobody has read, the answer arrives, but the ticket stays in progress and its promise runs on.',
  solutionNeeded: 'Write what to answer: 1 to 20,000 characters.',
  solveTitle: 'Solve this problem?',
  solveMore(waiting) {
    if (waiting === 0) return 'No linked ticket waits: nobody will get the answer. The notice ends.';
    return `${tickets(waiting)} will get the answer. The notice ends, and no new ticket can be linked. This cannot be undone.`;
  },
  solveNow: (waiting) => (waiting === 0 ? 'Close the problem' : `Answer ${tickets(waiting)}`),
  by: (name, moment) => `${name}, ${moment}`,
  progress: (done, all) => `The answer is in ${done} of ${all} tickets.`,
  kept: (count) =>
    `${tickets(count)} ${count === 1 ? 'stays' : 'stay'} in progress: the customer wrote something nobody has read yet.`,
  over: (count) => `${tickets(count)} ${count === 1 ? 'was' : 'were'} over before, and left as they were.`,
  linked: 'Linked tickets',
  noneLinked: 'No ticket is linked to this problem.',
  history: 'History',
  historyActions: { 'notice.added': 'published', 'notice.ended': 'ended', 'notice.solved': 'solved' },
  failures: {
    unanswered: 'No connection. Your text is kept – press again, nothing will be repeated.',
    conflict: 'Somebody has solved this problem already. This is how it stands now.',
    'invalid-request': 'The service did not take this. Check the versions and dates.',
    'not-found': 'There is no such notice any more.',
  },
  refused: 'The service did not take the change.',
};
