import fc from 'fast-check';
import { expect } from 'vitest';
import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../src/contract/lists.ts';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import { isTicketNumber, ticketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { mergeTickets } from '../../src/tickets/merge-tickets.ts';
import { moveTicket } from '../../src/tickets/move-ticket.ts';
import { agentNotes, agentReplies } from '../support/agent-writes.ts';
import { newToken, newUploadId } from '../support/customer.ts';
import { aTicket, EXPIRED, newKey } from '../support/requests.ts';
import type { RealService } from './real-service.ts';
import {
  ask,
  DAY,
  END_OF_SUPPORT,
  HOUR,
  isReachable,
  type Model,
  type ModelTicket,
  promisedTogether,
  settle,
} from './ticket-model.ts';

type Command = fc.AsyncCommand<Model, RealService>;

/** What one step does to the model and to the service, and what must come of it. */
type Step = (model: Model, real: RealService) => Promise<void>;

/** A command from a step; it runs only where the model says it can. */
function command(name: string, step: Step, check: (model: Model) => boolean = () => true): Command {
  return {
    check,
    run: async (model, real) => {
      await step(model, real);
      await real.expectLike(model);
    },
    toString: () => name,
  };
}

const anySeed = fc.nat();
const anyText = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .map((text) => `x${text.replace(/\p{Cc}/gu, '')}`);
/** Mostly hours, sometimes weeks: over the due-soon bound, over the quiet time, over the life of a token. */
const anyJump = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constantFrom(14 * 24, 15 * 24, 29 * 24, 31 * 24));

function pick<Thing>(things: readonly Thing[], seed: number): Thing {
  return things[seed % things.length] as Thing;
}

const hasTickets = (model: Model) => model.tickets.length > 0;
const hasReachable = (model: Model) => model.tickets.some((ticket) => isReachable(ticket, model));
const reachable = (model: Model) => model.tickets.filter((ticket) => isReachable(ticket, model));

/** Whole uploads of a ticket's token that no message has claimed. */
function free(model: Model, ticket: ModelTicket): Model['uploads'] {
  return model.uploads.filter(
    ({ token, claimed, received, content }) => token === ticket.token && !claimed && received === content.length,
  );
}

const submit = anyText.map((text) =>
  command(`submit ${JSON.stringify(text)}`, async (model, real) => {
    const [token, key] = [newToken(), newKey()];
    const body = aTicket({ description: text, ticketToken: token });
    const { status, bytes } = await real.send('/tickets', body, key);
    if (model.now >= END_OF_SUPPORT) return void expect(status).toBe(403);
    expect(status).toBe(201);
    const receipt = JSON.parse(bytes) as TicketReceipt;
    expect(receipt.number).toBe(ticketNumber(model.nextSequence));
    expect(isTicketNumber(receipt.number)).toBe(true);
    model.nextSequence += 1;
    model.tickets.push({
      number: receipt.number,
      token,
      merged: [],
      answered: [{ key, path: '/tickets', body, bytes }],
      status: 'new',
      waitingSince: model.now,
      isPromised: true,
      closedAt: null,
      changedAt: model.now,
      messages: [{ from: 'customer', text, files: [] }],
      seen: 1,
    });
  }),
);

const submitInVain = fc.constant(
  command('submit without support', async (_, real) => {
    expect((await real.send('/tickets', aTicket(EXPIRED), newKey())).status).toBe(403);
  }),
);

const repeat = fc.tuple(anySeed, anySeed).map(([which, what]) =>
  command(
    'repeat something acknowledged',
    async (model, real) => {
      const ticket = pick(model.tickets, which);
      const { key, path, body, bytes } = pick(ticket.answered, what);
      const again = await real.send(path, body, key, ticket.token);
      if (path === '/tickets' || isReachable(ticket, model)) expect(again.bytes).toBe(bytes);
      else expect(again.status).toBe(404);
    },
    hasTickets,
  ),
);

const repeatOtherwise = fc.tuple(anySeed, anySeed).map(([which, what]) =>
  command(
    'use a key again for something else',
    async (model, real) => {
      const ticket = pick(reachable(model), which);
      const { key, bytes } = pick(ticket.answered, what);
      const other = await real.send(`/tickets/${ticket.number}/messages`, { text: `nie to ${key}` }, key, ticket.token);
      expect(other.status).toBe(422);
      expect(other.bytes).not.toBe(bytes);
    },
    hasReachable,
  ),
);

const reply = fc.tuple(anySeed, anyText, fc.nat({ max: 2 })).map(([which, text, files]) =>
  command(
    `reply ${JSON.stringify(text)} with up to ${files} files`,
    async (model, real) => {
      const ticket = pick(reachable(model), which);
      const claimed = free(model, ticket).slice(0, files);
      const body = { text, attachments: claimed.map(({ id }) => id) };
      const [path, key] = [`/tickets/${ticket.number}/messages`, newKey()];
      const { status, bytes } = await real.send(path, body, key, ticket.token);
      expect(status).toBe(201);
      ticket.answered.push({ key, path, body, bytes });
      ticket.messages.push({ from: 'customer', text, files: body.attachments });
      for (const upload of claimed) upload.claimed = true;
      ask(ticket, model.now);
      settle(ticket, ticket.status === 'new' ? 'new' : 'in-progress', ticket.waitingSince ?? model.now, model.now);
    },
    hasReachable,
  ),
);

const beginUpload = fc.tuple(anySeed, fc.integer({ min: 1, max: 3 })).map(([which, parts]) =>
  command(
    `begin an upload of ${parts} parts`,
    async (model) => {
      const { token } = pick(model.tickets, which);
      const content = Buffer.alloc(ATTACHMENTS.partBytes * (parts - 1) + 100, `plik ${which}\n`);
      const startedAt = model.now;
      model.uploads.push({ id: newUploadId(), token, content, received: 0, startedAt, claimed: false });
    },
    hasTickets,
  ),
);

const sendPart = fc.tuple(anySeed, fc.boolean()).map(([which, again]) =>
  command(
    `send ${again ? 'the last part again' : 'the next part'}`,
    async (model, real) => {
      const upload = pick(model.uploads, which);
      const { partBytes } = ATTACHMENTS;
      const isRepeat = (again && upload.received > 0) || upload.received === upload.content.length;
      const start = isRepeat ? Math.floor((upload.received - 1) / partBytes) * partBytes : upload.received;
      if (upload.received === 0) upload.startedAt = model.now;
      const end = Math.min(start + partBytes, upload.content.length);
      expect(await real.putPart(upload, start, end)).toBe(200);
      upload.received = Math.max(upload.received, end);
    },
    ({ uploads }) => uploads.length > 0,
  ),
);

const claimInVain = anySeed.map((which) =>
  command(
    'reply with a file that is not there',
    async (model, real) => {
      const ticket = pick(reachable(model), which);
      const body = { text: 'z plikiem', attachments: [newUploadId()] };
      const { status } = await real.send(`/tickets/${ticket.number}/messages`, body, newKey(), ticket.token);
      expect(status).toBe(422);
    },
    hasReachable,
  ),
);

const answer = fc
  .tuple(anySeed, anyText, fc.constantFrom('waiting-for-customer', 'in-progress', 'solved'))
  .map(([which, text, status]) =>
    command(
      `answer, ${status}`,
      async (model, real) => {
        const ticket = pick(model.tickets, which);
        const action = { number: ticket.number, actor: 'agent:1', author: null };
        expect(await agentReplies(real.deps(), action, { text, status })).toMatchObject({ outcome: 'done' });
        ticket.messages.push({ from: 'agent', text, files: [] });
        settle(ticket, status, null, model.now);
      },
      hasTickets,
    ),
  );

const note = anySeed.map((which) =>
  command(
    'leave a note',
    async (model, real) => {
      const ticket = pick(model.tickets, which);
      await agentNotes(real.deps(), { number: ticket.number, actor: 'agent:1', author: null }, 'notatka');
      ticket.changedAt = model.now;
    },
    hasTickets,
  ),
);

/** Where agents may move a ticket, as a picture of arrows rather than the table of the policy. */
const ARROWS =
  'new>in-progress new>solved new>closed in-progress>waiting-for-customer in-progress>solved in-progress>closed ' +
  'waiting-for-customer>in-progress waiting-for-customer>solved waiting-for-customer>closed solved>in-progress ' +
  'solved>closed closed>in-progress';

const agentMove = fc.tuple(anySeed, fc.constantFrom(...TICKET_STATUSES)).map(([which, to]) =>
  command(
    `an agent moves to ${to}`,
    async (model, real) => {
      const ticket = pick(model.tickets, which);
      const action = { number: ticket.number, actor: 'agent:1', author: null };
      const { outcome } = await moveTicket(real.deps(), action, to);
      if (ticket.status === to) return expect(outcome).toBe('moved');
      const isOwed = ticket.waitingSince !== null && to === 'waiting-for-customer';
      const isAllowed = ARROWS.split(' ').includes(`${ticket.status}>${to}`) && !isOwed;
      expect(outcome).toBe(isAllowed ? 'moved' : 'not-allowed');
      const isOver = to === 'solved' || to === 'closed';
      if (isAllowed) settle(ticket, to, isOver ? null : ticket.waitingSince, model.now);
      return undefined;
    },
    hasTickets,
  ),
);

const merge = fc.tuple(anySeed, anySeed).map(([which, intoWhich]) =>
  command(
    'merge two tickets',
    async (model, real) => {
      const [duplicate, survivor] = [pick(model.tickets, which), pick(model.tickets, intoWhich)];
      const { outcome } = await mergeTickets(
        real.deps(),
        { number: duplicate.number, actor: 'agent:1' },
        { into: survivor.number, isSamePerson: true },
      );
      if (duplicate === survivor || survivor.status === 'closed') return expect(outcome).toBe('not-allowed');
      expect(outcome).toBe('changed');
      model.tickets = model.tickets.filter((ticket) => ticket !== duplicate);
      survivor.merged.push(duplicate, ...duplicate.merged);
      survivor.answered.push(...duplicate.answered);
      if (survivor.seen === survivor.messages.length) survivor.seen += duplicate.seen;
      survivor.messages.push(...duplicate.messages);
      survivor.isPromised = promisedTogether(survivor, duplicate);
      const waits = [survivor.waitingSince, duplicate.waitingSince].filter((since) => since !== null);
      const isOpen = duplicate.waitingSince === null || survivor.status === 'new';
      settle(
        survivor,
        isOpen ? survivor.status : 'in-progress',
        waits.length > 0 ? Math.min(...waits) : null,
        model.now,
      );
      return undefined;
    },
    hasTickets,
  ),
);

const customerMove = fc.tuple(anySeed, fc.constantFrom('solved', 'in-progress')).map(([which, to]) =>
  command(
    to === 'solved' ? 'the customer calls it solved' : 'the customer reopens',
    async (model, real) => {
      const ticket = pick(reachable(model), which);
      const [path, key, body] = [`/tickets/${ticket.number}/status`, newKey(), { status: to }];
      const { status, bytes } = await real.send(path, body, key, ticket.token);
      const from: TicketStatus = ticket.status;
      const wasOver = from === 'solved' || from === 'closed';
      const isAllowed = from === to || (to === 'solved' ? from !== 'closed' : wasOver);
      expect(status).toBe(isAllowed ? 200 : 409);
      if (isAllowed) ticket.answered.push({ key, path, body, bytes });
      if (isAllowed && from !== to && to === 'in-progress') ask(ticket, model.now);
      if (isAllowed && from !== to) settle(ticket, to as TicketStatus, to === 'solved' ? null : model.now, model.now);
    },
    hasReachable,
  ),
);

const see = fc.tuple(anySeed, fc.nat({ max: 20 })).map(([which, messages]) =>
  command(
    `see ${messages} messages`,
    async (model, real) => {
      const ticket = pick(reachable(model), which);
      expect((await real.send(`/tickets/${ticket.number}/seen`, { messages }, null, ticket.token)).status).toBe(204);
      ticket.seen = Math.max(ticket.seen, Math.min(messages, ticket.messages.length));
    },
    hasReachable,
  ),
);

const jump = anyJump.map((hours) =>
  command(`${hours} hours pass`, async (model, real) => {
    model.now += hours * HOUR;
    real.setClock(model.now);
  }),
);

const tidy = fc.constant(
  command('the jobs run', async (model, real) => {
    await real.runJobs();
    for (const ticket of model.tickets) {
      const closesByItself = ticket.status === 'solved' || ticket.status === 'waiting-for-customer';
      if (closesByItself && ticket.changedAt <= model.now - 14 * DAY) settle(ticket, 'closed', null, model.now);
    }
    model.uploads = model.uploads.filter(({ claimed, startedAt, received, content }) => {
      const kept = received === content.length ? DAY : 2 * HOUR;
      return claimed || received === 0 || startedAt >= model.now - kept;
    });
  }),
);

const restart = fc.constant(command('the service restarts', (_, real) => real.restart()));

/** Everything that can happen, what is common more often. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  submit,
  submit,
  submitInVain,
  repeat,
  repeatOtherwise,
  reply,
  reply,
  beginUpload,
  sendPart,
  sendPart,
  claimInVain,
  answer,
  answer,
  note,
  agentMove,
  agentMove,
  merge,
  customerMove,
  customerMove,
  see,
  jump,
  jump,
  tidy,
  restart,
];
