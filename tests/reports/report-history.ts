import fc from 'fast-check';
import { openPanelTicket, replyFromPanel } from '../../src/channels/panel.ts';
import type { CustomerStatus, ReplyStatus, TicketStatus } from '../../src/contract/lists.ts';
import { hashToken } from '../../src/identity/token.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { findTicket, insertTicket } from '../../src/store/tickets.ts';
import { autoCloseTickets } from '../../src/tickets/auto-close.ts';
import { changeStatus } from '../../src/tickets/change-status.ts';
import { mergeTickets } from '../../src/tickets/merge-tickets.ts';
import { moveTicket } from '../../src/tickets/move-ticket.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { newToken } from '../support/customer.ts';
import { aTicket, newKey, ZURAW } from '../support/requests.ts';
import { HASH_KEY, type Service } from '../support/service.ts';

/** One thing that somebody tries after some time; whether it makes sense then, only the service knows. */
export type Deed = { minutes: number; ticket: number } & (
  | {
      do: 'open';
      channel: 'panel' | 'form' | 'phone' | 'email';
      topic: 'running' | 'outage' | 'installation' | 'N8' | 'N10';
    }
  | { do: 'write' }
  | { do: 'answer'; status: ReplyStatus }
  | { do: 'move'; status: TicketStatus }
  | { do: 'say'; status: CustomerStatus }
  | { do: 'merge'; into: number }
  | { do: 'tidy' }
);

const when = {
  minutes: fc.oneof(fc.constant(0), fc.nat(600), fc.constantFrom(71 * 60, 72 * 60, 73 * 60)),
  ticket: fc.nat(20),
};

export const anyHistory: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    fc.record({
      ...when,
      do: fc.constant('open' as const),
      channel: fc.constantFrom('panel', 'form', 'phone', 'email'),
      topic: fc.constantFrom('running', 'outage', 'installation', 'N8', 'N10'),
    }),
    fc.record({ ...when, do: fc.constant('write' as const) }),
    fc.record({
      ...when,
      do: fc.constant('answer' as const),
      status: fc.constantFrom('waiting-for-customer', 'in-progress', 'solved'),
    }),
    fc.record({
      ...when,
      do: fc.constant('move' as const),
      status: fc.constantFrom('in-progress', 'waiting-for-customer', 'solved', 'closed'),
    }),
    fc.record({ ...when, do: fc.constant('say' as const), status: fc.constantFrom('solved', 'in-progress') }),
    fc.record({ ...when, do: fc.constant('merge' as const), into: fc.nat(20) }),
    fc.record({ ...when, do: fc.constant('tidy' as const) }),
  ),
  { minLength: 30, maxLength: 60 },
);

/** A wait as the naive model has it. Milliseconds since 1970. */
export interface ModelWait {
  channel: string;
  isPromised: boolean;
  from: number;
  to: number | null;
  answered: boolean;
}

/** A ticket as the naive model has it: what came, and every wait of it; the last one may be open. */
export interface ModelTicket {
  number: string;
  token: string;
  channel: string;
  topic: string;
  /** one more installation, after the one that support covers (C1, N6) */
  isSecond: boolean;
  at: number;
  waits: ModelWait[];
  /** no letter is promised anything, but what a promised ticket brought along is */
  isPromised: boolean;
  /** part of another ticket, or another is part of it */
  isMerged: boolean;
  mergedInto: ModelTicket | null;
}

/** Lives a history through the use cases, and writes down beside them who waited when. */
export async function live(api: Service, history: readonly Deed[]): Promise<ModelTicket[]> {
  const deps = { store: api.store, now: () => api.clock.now };
  const tickets: ModelTicket[] = [];
  let rows = 0;
  let isInstalled = false;
  for (const deed of history) {
    api.clock.now = api.clock.now.add({ minutes: deed.minutes });
    const at = api.clock.now.epochMilliseconds;
    if (deed.do === 'open') {
      rows += 1;
      const opened = await open(api, deed, rows);
      tickets.push({
        ...opened,
        channel: deed.channel,
        topic: deed.topic,
        isSecond: isInstalled && deed.topic === 'installation' && ['panel', 'form'].includes(deed.channel),
        at,
        waits: [waitOf({ channel: deed.channel, isPromised: deed.channel !== 'email' }, at)],
        isPromised: deed.channel !== 'email',
        isMerged: false,
        mergedInto: null,
      });
      continue;
    }
    const chosen = tickets[deed.ticket % Math.max(1, tickets.length)];
    if (!chosen) continue;
    const about = survivorOf(chosen);
    const { number } = chosen;
    const statusBefore = (await findTicket(api.store, about.number))?.status;
    const open_ = about.waits.find(({ to }) => to === null);
    const end = (answered: boolean) => {
      if (open_) Object.assign(open_, { to: at, answered });
    };
    const begin = () => {
      if (!open_) about.waits.push(waitOf(about, at));
    };
    const customer = {
      number,
      caller: { kind: 'token' as const, tokenHash: hashToken(chosen.token) },
      idempotencyKey: newKey(),
    };
    const agent = { number, actor: 'agent:7', author: 'Ola' };
    if (deed.do === 'merge') {
      const into = survivorOf(tickets[deed.into % tickets.length] ?? chosen);
      const { outcome } = await mergeTickets(deps, agent, { into: into.number });
      if (outcome === 'changed' && into !== about) join(about, into);
    } else if (deed.do === 'tidy') await autoCloseTickets(deps, 5);
    else if (deed.do === 'write') {
      if ((await replyFromPanel(deps, customer, { text: 'Jeszcze jedno.' })).outcome === 'done') begin();
    } else if (deed.do === 'answer') {
      await agentReplies(deps, agent, { text: 'Już.', status: deed.status });
      end(true);
    } else if (deed.do === 'move') {
      const { outcome } = await moveTicket(deps, agent, deed.status);
      if (outcome === 'moved' && ['solved', 'closed'].includes(deed.status)) end(false);
    } else {
      const { outcome } = await changeStatus(deps, customer, { status: deed.status });
      if (outcome === 'done' && deed.status === 'solved') end(false);
      if (outcome === 'done' && deed.status === 'in-progress' && statusBefore !== 'in-progress') begin();
    }
    const isSolved = (await findTicket(api.store, about.number))?.status === 'solved';
    isInstalled ||= isSolved && about.topic === 'installation' && !about.isSecond;
  }
  return tickets;
}

function survivorOf(ticket: ModelTicket): ModelTicket {
  return ticket.mergedInto ? survivorOf(ticket.mergedInto) : ticket;
}

/** Who waited in one thread waits in the other, and since the earlier of the two if he waited in both. */
function join(from: ModelTicket, into: ModelTicket): void {
  Object.assign(from, { isMerged: true, mergedInto: into });
  into.isMerged = true;
  const moved = from.waits.find(({ to }) => to === null);
  if (!moved) return;
  into.isPromised ||= from.isPromised;
  from.waits = from.waits.filter((wait) => wait !== moved);
  const there = into.waits.find(({ to }) => to === null);
  const { channel, isPromised } = into;
  if (there) Object.assign(there, { from: Math.min(there.from, moved.from), isPromised });
  else into.waits.push({ ...moved, channel, isPromised });
}

function waitOf({ channel, isPromised }: Pick<ModelWait, 'channel' | 'isPromised'>, from: number): ModelWait {
  return { channel, isPromised, from, to: null, answered: false };
}

/** Opens a ticket; calls and mails, which nobody can send to the public API, are written as their channels would. */
async function open(
  api: Service,
  { channel, topic }: Extract<Deed, { do: 'open' }>,
  row: number,
): Promise<{ number: string; token: string }> {
  const token = newToken();
  if (channel === 'panel' || channel === 'form') {
    const opened = await openPanelTicket(
      { store: api.store, hashKey: HASH_KEY, now: () => api.clock.now },
      {
        request: aTicket({ topic, ticketToken: token }),
        idempotencyKey: newKey(),
        origin: channel === 'panel' ? ZURAW.installUrl : null,
        caller: { kind: 'nobody' },
        language: 'pl',
        address: null,
      },
    );
    if (opened.outcome === 'refused') throw new Error(opened.code);
    return { number: opened.number, token };
  }
  const at = toInstantText(api.clock.now);
  const ticket = aTicketRow(500_000 + row, {
    channel,
    topic,
    covered: topic.startsWith('N') ? 0 : 1,
    scope_rule: topic.startsWith('N') ? topic : null,
    token_hash: hashToken(token),
    received_at: at,
    waiting_since: at,
    changed_at: at,
    promised: channel === 'email' ? 0 : 1,
    answer_by: channel === 'email' ? null : toInstantText(api.clock.now.add({ hours: 72 })),
  });
  await insertTicket(api.store, ticket);
  return { number: ticket.number, token };
}
