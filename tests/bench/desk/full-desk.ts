import { addAgent } from '../../../src/identity/add-agent.ts';
import { type Engine, openStore } from '../../../src/store/open.ts';
import { startPostgresServer } from '../../support/postgres-server.ts';
import { makeTemplate } from '../../support/pristine-postgres.ts';
import { post } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';
import { fillDesk } from './fill-desk.ts';
import { COMMON_WORD, type Filling, numberInTheMiddle, RARE } from './invent-tickets.ts';

const PASSWORD = 'konik na biegunach';

/** A service whose database is full, and how its first agent asks it. */
export interface FullDesk {
  api: Service;
  filling: Filling;
  ask: (path: string) => Promise<string>;
}

/** Fills a new database, and signs its first agent in. */
export async function fullDesk(size: Pick<Filling, 'tickets' | 'waiting'>): Promise<FullDesk> {
  const started = performance.now();
  const api = await service();
  const agents: string[] = [];
  for (let index = 1; index <= 6; index++) {
    const added = await addAgent(
      api.store,
      { email: `agent${index}@shopgold.pl`, name: `Agent ${index}`, role: 'agent', password: PASSWORD },
      NOW,
    );
    if (added.outcome === 'added') agents.push(added.id);
  }
  const filling = { ...size, agents };
  await fillDesk(api.url, filling);
  const signedIn = await api.app.request(
    '/api/desk/session',
    post({ email: 'agent1@shopgold.pl', password: PASSWORD }),
  );
  const Cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const ask = async (path: string) => {
    const response = await api.app.request(`/api/desk${path}`, {
      headers: { Cookie, 'Sec-Fetch-Site': 'same-origin' },
    });
    const body = await response.text();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${body}`);
    return body;
  };
  process.stderr.write(`${size.tickets} tickets made in ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  return { api, filling, ask };
}

/** What an agent does all day, by name; each is the address of one question. */
export async function questions({ ask, filling }: FullDesk): Promise<Record<string, string>> {
  const { sections } = JSON.parse(await ask('/queue')) as { sections: { section: string; next: string }[] };
  const later = (section: string) => `/queue?cursor=${sections.find((one) => one.section === section)?.next}`;
  const { next } = JSON.parse(await ask('/tickets')) as { next: string };
  const search = (words: string) => `/search?q=${encodeURIComponent(words)}`;
  const filters = {
    mine: 'assignee=me',
    'nobody’s': 'assignee=none',
    'a common channel': 'channel=panel',
    'a rare channel': `channel=${RARE.channel}`,
    'a common topic': 'topic=configuration',
    'a rare topic': `topic=${RARE.topic}`,
    'a common status': 'status=in-progress',
    'a shop': `shop=${RARE.shopId}`,
    'a rare topic, nobody’s': `topic=${RARE.topic}&assignee=none`,
  };
  const filtered = (path: string) =>
    Object.entries(filters).map(([name, query]) => [
      `${path === '/queue' ? 'queue' : 'all'}, ${name}`,
      `${path}?${query}`,
    ]);
  return {
    'queue, first page': '/queue',
    'queue, second page of outages': later('outages'),
    'queue, second page due soon': later('due-soon'),
    'queue, second page of what was promised': later('promised'),
    'queue, second page of the rest': later('queue'),
    ...Object.fromEntries(filtered('/queue')),
    'all, first page': '/tickets',
    'all, second page': `/tickets?cursor=${next}`,
    ...Object.fromEntries(filtered('/tickets')),
    'all, closed': '/tickets?status=closed',
    'one ticket': `/tickets/${numberInTheMiddle(filling)}`,
    'search, a rare word': search(RARE.word),
    'search, a common word': search(COMMON_WORD),
    'search, two common words': search(`${COMMON_WORD} zamówienia`),
    'search, common and rare': search(`sklep ${RARE.word}`),
    'search, a rare word begun': search(RARE.word.slice(0, 6)),
    'search, a common word begun': search(COMMON_WORD.slice(0, 5)),
    'search, three letters': search('zam'),
    'search, one letter': search('p'),
    'search, nothing': search('zzyzx'),
    'search, an e-mail': search(RARE.email),
    'search, a ticket’s number': search(numberInTheMiddle(filling)),
    'search, a support number': search('S0000007'),
  };
}

/** Makes an engine ready for services of this process. @returns what ends it */
export async function startEngine(engine: Engine): Promise<() => Promise<void>> {
  if (engine === 'sqlite') return async () => {};
  const server = await startPostgresServer();
  process.env.POMOC_TEST_POSTGRES = server.url('postgres');
  await makeTemplate(server.url('postgres'), async (template) => (await openStore(template)).destroy());
  return async () => {
    delete process.env.POMOC_TEST_POSTGRES;
    await server.stop();
  };
}
