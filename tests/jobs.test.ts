import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runJobs, startJobs } from '../src/jobs.ts';
import { updateIncident } from '../src/store/incidents.ts';
import { toInstantText } from '../src/store/instants.ts';
import { agentReplies } from './support/agent-writes.ts';
import { anIncident } from './support/an-incident.ts';
import { aCustomer, PNG, upload } from './support/customer.ts';
import { FIRST_SETTINGS, NOW, type Service, service } from './support/service.ts';
import { aStoredLetter } from './support/stored-letter.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

const NO_DESK = { firstSettings: FIRST_SETTINGS, isOpenAtDesk: () => false };

function deps() {
  const lines: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line) => lines.push(line) });
  return {
    store: api.store,
    now: () => api.clock.now,
    logger,
    closeAfterDays: 14,
    keepLettersDays: 30,
    hasScanner: false,
    ...NO_DESK,
    lines,
  };
}

test('quiet tickets are closed and forgotten uploads swept, each said in the log once', async () => {
  const customer = await aCustomer(api);
  const action = { number: customer.number, actor: 'operator', author: null };
  await agentReplies(deps(), action, { text: 'Proszę.', status: 'solved' });
  await upload(api, PNG);
  api.clock.now = api.clock.now.add({ hours: 24 * 15 });
  const jobs = deps();
  await runJobs(jobs);
  await runJobs(jobs);
  expect((await customer.read()).status).toBe('closed');
  expect(jobs.lines.map((line) => JSON.parse(line)).map(({ job, count }) => [job, count])).toEqual([
    ['ticketsClosed', 1],
    ['uploadsSwept', 1],
  ]);
});

test('letters as they came go after 30 days, but for those that wait for somebody or that nobody could read', async () => {
  const fates = ['opened', 'joined', 'bounce', 'set-aside', 'waits', 'unreadable', 'stored'] as const;
  for (const fate of fates) await aStoredLetter(api.store, { fate });
  api.clock.now = api.clock.now.add({ hours: 24 * 30 });
  const kept = async () => {
    await runJobs(deps());
    const rows = api.store.selectFrom('mails').select('fate').where('raw', 'is not', null).orderBy('id');
    return (await rows.execute()).map(({ fate }) => fate);
  };
  expect(await kept()).toEqual(fates);
  api.clock.now = api.clock.now.add({ seconds: 1 });
  expect(await kept()).toEqual(['waits', 'unreadable', 'stored']);
  expect(await api.store.selectFrom('mails').selectAll().execute()).toHaveLength(fates.length);
});

test('a job that fails is logged, and the others go on', async () => {
  await upload(api, PNG);
  api.clock.now = api.clock.now.add({ hours: 25 });
  const jobs = deps();
  await api.store.schema.alterTable('tickets').renameTo('elsewhere').execute();
  await runJobs(jobs);
  const lines = jobs.lines.map((line) => JSON.parse(line));
  expect(lines.map(({ job, level }) => [job, level])).toEqual([
    ['ticketsBack', 50],
    ['ticketsClosed', 50],
    ['uploadsSwept', 30],
  ]);
});

test('stopping waits for what is under way', async () => {
  await upload(api, PNG);
  api.clock.now = api.clock.now.add({ hours: 25 });
  await startJobs(deps()).stop();
  expect(await api.store.selectFrom('uploads').selectAll().execute()).toEqual([]);
});

test('of a solved problem no ticket is begun any more once it stops; the next start answers the rest', async () => {
  const problem = await anIncident(api);
  const customers = [await aCustomer(api, { notice: `${problem}` }), await aCustomer(api, { notice: `${problem}` })];
  await updateIncident(api.store, problem, { solved_at: toInstantText(NOW), solution: 'Poprawka jest w 10.5.1.' });
  const answered = async () => (await Promise.all(customers.map((one) => one.read()))).map(({ status }) => status);
  await startJobs(deps()).stop();
  expect(await answered()).toEqual(['new', 'new']);
  await runJobs(deps());
  expect(await answered()).toEqual(['solved', 'solved']);
});
