import { expect } from 'vitest';
import type { Queue } from '../../src/contract/desk/read-queue.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { AgentRole } from '../../src/contract/lists.ts';
import { addAgent } from '../../src/identity/add-agent.ts';
import { CHEAP_PASSWORDS } from './cheap-passwords.ts';
import { newKey, post } from './requests.ts';
import type { Service } from './service.ts';

const PASSWORD = 'konik na biegunach';

/** An agent at the desk, signed in. */
export class DeskAgent {
  readonly #api: Service;
  readonly #cookie: string;
  readonly id: string;
  readonly name: string;

  constructor(api: Service, cookie: string, id: string, name: string) {
    this.#api = api;
    this.#cookie = cookie;
    this.id = id;
    this.name = name;
  }

  /** Asks the desk's API for something, as its page does. */
  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = {
      'Sec-Fetch-Site': 'same-origin',
      ...(init.headers as Record<string, string>),
      Cookie: this.#cookie,
    };
    return Promise.resolve(this.#api.app.request(`/api/desk${path}`, { ...init, headers }));
  }

  tell(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.ask(path, post(body, headers));
  }

  /** Proves again who they are, by the password: they have nothing else. */
  async prove(): Promise<void> {
    expect((await this.tell('/proof', { way: 'password', password: PASSWORD })).status).toBe(204);
  }

  answer(number: string, text: string, otherwise: object = {}, key = newKey()): Promise<Response> {
    const body = { text, status: 'waiting-for-customer', seenMessages: 1, ...otherwise };
    return this.tell(`/tickets/${number}/replies`, body, { 'Idempotency-Key': key });
  }

  note(number: string, text: string, key = newKey()): Promise<Response> {
    return this.tell(`/tickets/${number}/notes`, { text }, { 'Idempotency-Key': key });
  }

  async queue(query = ''): Promise<Queue> {
    const response = await this.ask(`/queue${query}`);
    expect(response.status).toBe(200);
    return (await response.json()) as Queue;
  }

  async ticket(number: string): Promise<DeskTicket> {
    const response = await this.ask(`/tickets/${number}`);
    expect(response.status).toBe(200);
    return (await response.json()) as DeskTicket;
  }
}

/** Adds an agent, or an admin, and signs him in through the API. */
export async function aDeskAgent(
  api: Service,
  name = 'Ola Nowak',
  email = 'ola@shopgold.pl',
  role: AgentRole = 'agent',
): Promise<DeskAgent> {
  await addAgent(api.store, { email, name, role, password: PASSWORD }, api.clock.now, CHEAP_PASSWORDS);
  const response = await api.app.request('/api/desk/session', post({ email, password: PASSWORD }));
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const agent = new DeskAgent(api, cookie, '', name);
  const { agents } = (await (await agent.ask('/agents')).json()) as { agents: { id: string; name: string }[] };
  return new DeskAgent(api, cookie, agents.find((other) => other.name === name)?.id ?? '', name);
}

/** The tickets of one section, in order. */
export function numbersIn(queue: Queue, section: string): string[] {
  return queue.sections.find((one) => one.section === section)?.tickets.map(({ number }) => number) ?? [];
}
