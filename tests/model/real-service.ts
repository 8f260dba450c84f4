import { pino } from 'pino';
import { expect } from 'vitest';
import type { Ticket } from '../../src/contract/tickets/read-ticket.ts';
import { runJobs } from '../../src/jobs.ts';
import { type PartOptions, putPart } from '../support/customer.ts';
import { post } from '../support/requests.ts';
import { FIRST_SETTINGS, type Service, service } from '../support/service.ts';
import { isReachable, type Model, type ModelTicket, type ModelUpload, promised } from './ticket-model.ts';

/** The service under test, as the commands drive it and look at it. */
export interface RealService {
  deps: () => { store: Service['store']; now: () => Temporal.Instant };
  setClock: (epochMilliseconds: number) => void;
  send: (path: string, body: unknown, key: string | null, token?: string) => Promise<{ status: number; bytes: string }>;
  putPart: (upload: ModelUpload, start: number, end: number) => Promise<number>;
  runJobs: () => Promise<void>;
  /** everything in memory is gone, the database is opened anew */
  restart: () => Promise<void>;
  expectLike: (model: Model) => Promise<void>;
  discard: () => Promise<void>;
}

/** A service of the engine that this run of the tests is about. */
export async function realService(): Promise<RealService> {
  const api = await service();

  async function expectTicketLike(ticket: ModelTicket, model: Model): Promise<void> {
    for (const known of [ticket, ...ticket.merged]) await expectKnownAs(known, ticket, model);
  }

  /** The same, whichever of its numbers and tokens it is asked for by. */
  async function expectKnownAs(
    { number, token }: { number: string; token: string },
    ticket: ModelTicket,
    model: Model,
  ): Promise<void> {
    const headers = { Authorization: `Bearer ${token}` };
    const response = await api.app.request(`/api/v1/tickets/${number}`, { headers });
    if (!isReachable(ticket, model)) return void expect(response.status).toBe(404);
    expect(response.status).toBe(200);
    const { status, answerBy, seenMessages, messages } = (await response.json()) as Ticket;
    expect({ status, answerBy, seenMessages }).toEqual({
      status: ticket.status,
      answerBy: promised(ticket),
      seenMessages: ticket.seen,
    });
    const seen = messages.map(({ from, text, attachments }) => ({
      from,
      text,
      files: attachments.map(({ id }) => id),
    }));
    expect(seen).toEqual(ticket.messages);
    const unread = ticket.messages.slice(ticket.seen).filter(({ from }) => from === 'agent').length;
    const body = { tickets: [{ number, token }] };
    expect(await (await api.app.request('/api/v1/unread', post(body))).json()).toEqual({
      unread,
      ticket: unread > 0 ? number : null,
      closed: ticket.status === 'closed' ? [number] : [],
    });
  }

  return {
    deps: () => ({ store: api.store, now: () => api.clock.now }),
    setClock: (epochMilliseconds) => {
      api.clock.now = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds);
    },
    send: async (path, body, key, token) => {
      const headers = {
        ...(key && { 'Idempotency-Key': key }),
        ...(token && { Authorization: `Bearer ${token}` }),
      };
      const response = await api.app.request(`/api/v1${path}`, post(body, headers));
      return { status: response.status, bytes: await response.text() };
    },
    putPart: async ({ id, token, content }, start, end) => {
      const range = `bytes ${start}-${end - 1}/${content.length}`;
      const options: PartOptions = { id, bearer: token, range, name: 'plik.log' };
      return (await putPart(api, content.subarray(start, end), options)).status;
    },
    runJobs: () =>
      runJobs({
        store: api.store,
        now: () => api.clock.now,
        logger: pino({ level: 'silent' }),
        hasScanner: false,
        closeAfterDays: 14,
        keepLettersDays: 30,
        firstSettings: FIRST_SETTINGS,
        isOpenAtDesk: () => false,
      }),
    restart: () => api.restart(),
    expectLike: async (model) => {
      for (const ticket of model.tickets) await expectTicketLike(ticket, model);
      const waiting = await api.store.selectFrom('tickets').select('number').where('queue_waiting', '=', 1).execute();
      expect(waiting.map(({ number }) => number).toSorted()).toEqual(
        model.tickets
          .filter(({ waitingSince }) => waitingSince !== null)
          .map(({ number }) => number)
          .toSorted(),
      );
    },
    discard: api.discard,
  };
}
