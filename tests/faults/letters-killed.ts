import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { importShops } from '../../src/shops/import-shops.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { type Engine, openStore, type Store } from '../../src/store/open.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { type ChildService, startService, temporaryHome } from '../support/child-service.ts';
import { aTicket } from '../support/requests.ts';
import { NOW, sampleShops } from '../support/service.ts';
import { type Accepted, type SmtpChild, startSmtpChild } from '../support/smtp-child.ts';
import { startDatabaseUnderTest } from './database-under-test.ts';
import { postTicket } from './post-ticket.ts';
import { readMailPlan, tellOutcome } from './tell-outcome.ts';

interface Plan {
  engine: Engine;
  /** events that owe a letter each: the first half are tickets, the others replies of agents to them */
  letters: number;
  /** how often one of two services is killed */
  kills: number;
  /** how often the SMTP server is */
  crashes: number;
  /** with one service only, which is killed last: before it starts again pauses and leases are moved into the past */
  isHurried?: boolean;
}

/** What became of the letters. */
export interface Outcome extends Omit<Plan, 'isHurried'> {
  /** events that owe a letter */
  events: number;
  /** letters that the server has, each once or more often */
  arrived: number;
  /** events without a row, or rows that are sent and not there */
  lost: number;
  /** how often a letter came once more with the `Message-ID` that it had before, and how often the worst one came */
  doubles: number;
  mostCopies: number;
  /** letters under an id that their row does not have */
  strangeIds: number;
  /** rows that were never sent */
  unsent: number;
  /** most tries of one letter */
  mostTries: number;
  seconds: number;
  integrity: string;
  wrong: string[];
}

/** How long letters may take to go once all is well again: a lease is 3 minutes, a third try comes after 5. */
const PATIENCE_MS = 20 * 60_000;

/**
 * Two services on one database send what events owe, while services and the SMTP server are killed with SIGKILL again and
 * again. Then what the server wrote down is compared with the events.
 */
export async function killSenders(plan: Plan): Promise<Outcome> {
  const { kills, crashes } = plan;
  const home = temporaryHome();
  const database = await startDatabaseUnderTest(plan.engine);
  const smtp = await startSmtpChild(join(home.folder, 'accepted'));
  const begun = performance.now();
  const services: ChildService[] = [];
  const start = () =>
    startService(home.folder, {
      DATABASE_URL: database.url,
      RATE_LIMITS: 'off',
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}?starttls=off`,
      MAIL_FROM: 'pomoc@shopgold.pl',
    });
  const store = await openStore(database.url);
  try {
    await importShops(store, sampleShops(), NOW);
    services.push(...(await Promise.all(plan.isHurried ? [start()] : [start(), start()])));
    const owing = oweAll(store, services, plan);
    for (let fault = 0; fault < kills + crashes; fault++) {
      await pause(Math.random() * (plan.isHurried ? 300 : 4000));
      const isCrash = (fault * crashes) % (kills + crashes) < crashes;
      if (isCrash) await smtp.crash();
      else {
        const place = fault % services.length;
        await services[place]?.end('SIGKILL');
        if (plan.isHurried) await passTime(store);
        services[place] = await start();
      }
    }
    await owing;
    await untilAllSent(store);
    for (const service of services.splice(0)) await service.end('SIGTERM');
    const figures = await judge(store, smtp, plan);
    const seconds = Math.round((performance.now() - begun) / 1000);
    await store.destroy();
    const { integrity } = await database.inspect();
    const wrong = [...figures.wrong, ...(integrity === 'ok' ? [] : [integrity])];
    return { ...figures, seconds, integrity, wrong };
  } finally {
    for (const service of services) await service.end('SIGKILL');
    await store.destroy();
    await smtp.stop();
    await database.discard();
    home.discard();
  }
}

/** Makes the events: tickets over HTTP, sent again until they are answered, and replies as an operator's command writes them. */
async function oweAll(store: Store, services: readonly ChildService[], { letters, isHurried }: Plan): Promise<void> {
  const numbers: string[] = [];
  for (let place = 0; place < letters; place++) {
    // A hurried run is too short for replies, which wait for their reader first.
    if (isHurried || place < letters / 2) numbers.push(await openOne(services, place));
    else await replyTo(store, numbers[place - Math.ceil(letters / 2)] ?? '');
    await pause(Math.random() * (isHurried ? 20 : 200));
  }
}

async function openOne(services: readonly ChildService[], place: number): Promise<string> {
  const ticket = aTicket({ topic: 'security', contact: { email: `klient-${place}@sklep.example` } });
  const submission = { key: randomUUID(), subject: '', body: JSON.stringify(ticket) };
  for (let attempt = place; ; attempt++) {
    const port = services[attempt % services.length]?.port ?? 0;
    const answer = await postTicket(port, submission);
    if (answer?.status === 201) return (JSON.parse(answer.body) as { number: string }).number;
    if (answer && answer.status !== 503) throw new Error(`${answer.status} ${answer.body}`);
    await pause(50);
  }
}

async function replyTo(store: Store, number: string): Promise<void> {
  const deps = { store, now: () => Temporal.Now.instant() };
  const action = { number, actor: 'operator', author: 'Jan' };
  await agentReplies(deps, action, { text: 'Sprawdź ustawienia dostawy.', status: 'waiting-for-customer' });
}

/** While nobody sends: what waits for a next try or for the end of a lease need not. */
async function passTime(store: Store): Promise<void> {
  const past = { due_at: toInstantText(NOW), lease_until: null };
  await store.updateTable('deliveries').set(past).where('state', '=', 'due').execute();
}

async function untilAllSent(store: Store): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 200) {
    const due = await store.selectFrom('deliveries').select('id').where('state', '=', 'due').limit(1).execute();
    if (due.length === 0) return;
    await pause(200);
  }
}

async function judge(store: Store, smtp: SmtpChild, plan: Plan) {
  const { engine, letters, kills, crashes } = plan;
  const events = await store
    .selectFrom('audit')
    .select('id')
    .where('action', 'in', ['ticket.opened', 'ticket.answered'])
    .execute();
  const rows = await store.selectFrom('deliveries').selectAll().execute();
  const accepted = smtp.accepted();
  const copies = new Map<string, number>();
  for (const { id, to } of accepted) copies.set(nameOf({ id, to }), (copies.get(nameOf({ id, to })) ?? 0) + 1);
  const ours = new Set(rows.map(({ message_id, recipient }) => nameOf({ id: `<${message_id}>`, to: recipient })));
  const owed = new Set(rows.map(({ event_id }) => event_id));
  const isThere = (row: (typeof rows)[number]) => copies.has(nameOf({ id: `<${row.message_id}>`, to: row.recipient }));
  const figures = {
    engine,
    letters,
    kills,
    crashes,
    events: events.length,
    arrived: copies.size,
    lost:
      events.filter(({ id }) => !owed.has(id)).length +
      rows.filter((row) => row.state === 'sent' && !isThere(row)).length,
    doubles: accepted.length - copies.size,
    mostCopies: Math.max(0, ...copies.values()),
    strangeIds: [...copies.keys()].filter((name) => !ours.has(name)).length,
    unsent: rows.filter(({ state }) => state !== 'sent').length,
    mostTries: Math.max(0, ...rows.map(({ tries }) => tries)),
  };
  const wrong = [
    ...(figures.events === letters ? [] : [`${figures.events} events of ${letters}`]),
    ...(figures.arrived === letters ? [] : [`${figures.arrived} letters of ${letters} events`]),
    ...(figures.lost === 0 ? [] : [`${figures.lost} lost`]),
    ...(figures.strangeIds === 0 ? [] : [`${figures.strangeIds} under another id`]),
    ...(figures.unsent === 0 ? [] : [`${figures.unsent} not sent`]),
  ];
  return { ...figures, wrong };
}

function nameOf({ id, to }: Accepted): string {
  return `${id} ${to}`;
}

if (import.meta.main) tellOutcome({ ...(await killSenders(readMailPlan())) });
