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

export const EARLIER = { DIRECTORY, DRAFT, ENTRY, TICKET, FILE, APART };

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
