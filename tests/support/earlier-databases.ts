/**
 * Databases as builds of November 2026 wrote them, field by field. Nothing here comes from the code under test: what lies
 * in browsers does not change with it.
 */

const DIRECTORY = '/zarzadzanie/';

const DRAFT = {
  topic: 'configuration',
  subject: 'Darmowa dostawa od 200 zł',
  description: 'Gdzie ustawić próg tylko dla paczkomatów?',
  email: 'biuro@ksiegarnia-zuraw.pl',
  phone: '',
  facts: [],
  files: [],
  diagnostics: [],
  changedAt: Date.parse('2026-11-22T08:50:00Z'),
};

const BODY =
  '{"supportNumber":"7KcWt9Ru","installUrl":"https://www.ksiegarnia-zuraw.pl","topic":"configuration","subject":"Zażółć","description":"Opis","contact":{"email":"biuro@ksiegarnia-zuraw.pl"},"ticketToken":"ttttttttttttttttttttttttttttttttttttttttttt"}';

const ENTRY = {
  key: 'kkkkkkkkkkkkkkkkkkkkkk',
  token: 'ttttttttttttttttttttttttttttttttttttttttttt',
  body: BODY,
  draft: { ...DRAFT, subject: 'Zażółć', description: 'Opis' },
  directory: DIRECTORY,
  createdAt: Date.parse('2026-11-22T08:55:00Z'),
  earlier: [],
};

const TICKET = {
  receipt: {
    number: '1000015',
    status: 'new',
    channel: 'panel',
    receivedAt: '2026-11-22T08:00:00Z',
    answerBy: '2026-11-25T08:00:00Z',
  },
  token: 'ttttttttttttttttttttttttttttttttttttttttttt',
  subject: 'Wcześniejsze',
  directory: DIRECTORY,
  isSeen: true,
};

const FILE = { id: '1-2-3-4', name: 'zrzut.png', type: 'image/png', bytes: 4 };

const keptFile = () => ({ id: FILE.id, blob: new Blob(['abcd']), keptAt: Date.parse('2026-11-22T08:50:00Z') });

/** The second text of a tab, kept apart from the panel's. */
const APART = `${DIRECTORY}#0.4711`;

const REPLY = {
  number: '1000015',
  directory: DIRECTORY,
  draft: 'Jeszcze jedno pytanie',
  files: [FILE],
  pending: {
    kind: 'message',
    key: 'rrrrrrrrrrrrrrrrrrrrrr',
    body: '{"text":"Dziękuję, działa"}',
    text: 'Dziękuję, działa',
    files: [],
    createdAt: Date.parse('2026-11-22T08:55:00Z'),
  },
};

/** A change of status, as the first builds with threads froze it: without a word of files. */
const STATUS = {
  number: '1000022',
  directory: DIRECTORY,
  draft: '',
  pending: {
    kind: 'status',
    key: 'ssssssssssssssssssssss',
    body: '{"status":"solved"}',
    text: 'solved',
    createdAt: Date.parse('2026-11-22T08:55:00Z'),
  },
};

export const EARLIER = { DIRECTORY, DRAFT, ENTRY, TICKET, FILE, APART, REPLY, STATUS };

type Rows = Record<string, Record<string, unknown>>;

/** `pomoc` of the first version: drafts without files, no leases. */
export async function writeFirstPomoc(): Promise<void> {
  const { files: _files, diagnostics: _diagnostics, ...draft } = DRAFT;
  await write('pomoc', 1, {
    drafts: { [DIRECTORY]: draft },
    outbox: { [ENTRY.key]: { ...ENTRY, draft } },
    tickets: { [TICKET.receipt.number]: TICKET },
    shops: {},
  });
}

/** `pomoc` of the second version: with files, and a tab that keeps a text of its own. */
export async function writePomoc(): Promise<void> {
  await write('pomoc', 2, {
    drafts: {
      [DIRECTORY]: { ...DRAFT, files: [FILE], apart: undefined },
      [APART]: { ...DRAFT, subject: 'Druga sprawa', description: 'Zupełnie inna', apart: APART },
    },
    outbox: { [ENTRY.key]: ENTRY },
    tickets: { [TICKET.receipt.number]: TICKET },
    shops: {},
    leases: { [ENTRY.key]: { holder: 'a-page-long-gone', until: 0 } },
    files: { [FILE.id]: keptFile() },
  });
}

/** `pomoc-replies`: what was written in threads, and beside it the bytes of its files. */
export async function writePomocReplies(): Promise<void> {
  await write('pomoc-replies', 1, {
    replies: { [REPLY.number]: REPLY, [STATUS.number]: STATUS, [FILE.id]: keptFile() },
  });
}

/** What is left in `pomoc-replies`. */
export async function readPomocReplies(): Promise<unknown[]> {
  const database = await finished(indexedDB.open('pomoc-replies'));
  const rows = await finished(database.transaction('replies').objectStore('replies').getAll());
  database.close();
  return rows;
}

export async function deletePomocReplies(): Promise<void> {
  await finished(indexedDB.deleteDatabase('pomoc-replies'));
}

async function write(name: string, version: number, rows: Rows): Promise<void> {
  await finished(indexedDB.deleteDatabase(name));
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const [store, kept] of Object.entries(rows)) {
      const objects = request.result.createObjectStore(store);
      for (const [key, value] of Object.entries(kept)) objects.put(value, key);
    }
  };
  (await finished(request)).close();
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
