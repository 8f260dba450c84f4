import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DeskPerson, listDeskPeople } from '../../../src/contract/desk/people.ts';
import { addAgent } from '../../../src/identity/add-agent.ts';
import { makeRecoveryCodes } from '../../../src/identity/recovery-codes.ts';
import { findAgent } from '../../../src/store/agents.ts';
import { CHEAP_PASSWORDS } from '../../support/cheap-passwords.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { post } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

const PASSWORD = 'zielony czajnik';
const OLD_PASSWORD = 'konik na biegunach';
const OLA = 'ola@shopgold.pl';
const NOBODY = { email: 'nikt@shopgold.pl', name: 'Nikt', role: 'agent' } as const;
const EWA = { email: 'Ewa@shopgold.pl', name: 'Ewa Wilk', role: 'agent' } as const;

let api: Service;
let ola: DeskAgent;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api, 'Ola Nowak', OLA, 'admin');
});
afterEach(() => api.discard());

const ask = (path: string, body?: object) => (body ? ola.tell(path, body) : ola.ask(path));
const people = async () => listDeskPeople.answer.parse(await (await ask('/people')).json()).people;
const person = async (name: string) => (await people()).find((one) => one.name === name) as DeskPerson;
const useCode = (code: string, email: string = EWA.email, password = PASSWORD) =>
  api.app.request('/api/desk/session/code', post({ email, code, password }));
const signIn = (password: string, email: string = EWA.email) =>
  api.app.request('/api/desk/session', post({ email, password }));

/** Adds Ewa. @returns her id and the code */
async function invite(agent: object = EWA): Promise<{ id: string; code: string; until: string }> {
  const answer = await ask('/people', agent);
  expect(answer.status).toBe(201);
  return answer.json() as Promise<{ id: string; code: string; until: string }>;
}

async function actions(): Promise<[actor: string, action: string][]> {
  const rows = await api.store.selectFrom('audit').select(['actor', 'action']).orderBy('id').execute();
  return rows.map(({ actor, action }) => [actor, action]);
}

describe('who is added', () => {
  test('gets a code of half an hour, sets a password by it, is signed in, and signs in by the password', async () => {
    const { id, code, until } = await invite();
    expect(code).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
    expect(until).toBe('2026-11-22T09:30:00.000Z');
    expect(await person(EWA.name)).toEqual({
      id,
      name: EWA.name,
      email: 'ewa@shopgold.pl',
      role: 'agent',
      factors: 0,
      secondFactor: { state: 'optional', until: null },
      lastUsedAt: null,
      held: 0,
      codeUntil: '2026-11-22T09:30:00Z',
      disabledAt: null,
    });
    const answer = await useCode(code.toUpperCase().replaceAll('-', ' '));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ agent: { id, name: EWA.name, role: 'agent' } });
    expect(answer.headers.get('Set-Cookie')).toContain('__Host-pomoc-desk=d_');
    expect((await signIn(PASSWORD)).status).toBe(200);
    expect(await person(EWA.name)).toMatchObject({ codeUntil: null, lastUsedAt: '2026-11-22T09:00:00Z' });
    expect(await actions()).toEqual(
      expect.arrayContaining([
        [ola.id, 'agent.added'],
        [ola.id, 'agent.code-given'],
        [id, 'agent.code-used'],
      ]),
    );
  });

  test('cannot sign in before, by no password there is', async () => {
    const { code } = await invite();
    for (const password of [code, ' ', 'x'.repeat(40)]) expect((await signIn(password)).status).not.toBe(200);
  });

  test.each(['with another code', 'a second time', 'under another address', 'after half an hour', 'once disabled'])(
    'gets in by the code no more: %s',
    async (how) => {
      const { id, code } = await invite();
      if (how === 'a second time') expect((await useCode(code)).status).toBe(200);
      if (how === 'after half an hour') api.clock.now = NOW.add({ minutes: 30 });
      if (how === 'once disabled') expect((await ask(`/people/${id}/disabled`, {})).status).toBe(204);
      const typed = how === 'with another code' ? `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}` : code;
      const answer = await useCode(typed, how === 'under another address' ? OLA : EWA.email);
      expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([401, null]);
    },
  );

  test('has an address of their own', async () => {
    await invite();
    const again = await ask('/people', { ...NOBODY, email: 'EWA@shopgold.pl' });
    expect(again.status).toBe(409);
    expect(await people()).toHaveLength(2);
  });

  test.each([
    { ...NOBODY, email: 'ewa' },
    { ...NOBODY, name: '' },
    { ...NOBODY, role: 'owner' },
    { ...NOBODY, password: PASSWORD },
  ])('needs fields that fit: %o', async (unfit) => {
    expect((await ask('/people', unfit)).status).toBe(422);
  });

  test('guesses a few times, and then waits', async () => {
    await invite();
    const answers: number[] = [];
    for (let tried = 0; tried < 40 && answers.at(-1) !== 429; tried += 1) {
      answers.push((await useCode('0000-0000-0000-0000', EWA.email)).status);
    }
    expect(answers.at(-1)).toBe(429);
    expect(answers.length).toBeLessThan(30);
  });
});

describe('who lost everything', () => {
  test('gets a code, and all they had opens nothing any more', async () => {
    await addAgent(api.store, { ...EWA, password: OLD_PASSWORD }, NOW, CHEAP_PASSWORDS);
    const { id } = await person(EWA.name);
    const signedIn = await signIn(OLD_PASSWORD);
    const cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    await api.store
      .insertInto('agent_totp')
      .values({ id: 't', agent_id: id, sealed: '', created_at: '', confirmed_at: 'x', last_step: null })
      .execute();
    await makeRecoveryCodes({ store: api.store, now: () => NOW }, id);
    expect(await person(EWA.name)).toMatchObject({ factors: 1, secondFactor: { state: 'has' } });
    const { code } = (await (await ask(`/people/${id}/code`, {})).json()) as { code: string };
    expect(await person(EWA.name)).toMatchObject({ factors: 0, lastUsedAt: null });
    expect((await signIn(OLD_PASSWORD)).status).toBe(401);
    expect((await api.app.request('/api/desk/session', { headers: { Cookie: cookie } })).status).toBe(401);
    expect(await api.store.selectFrom('agent_recovery_codes').selectAll().execute()).toEqual([]);
    expect((await useCode(code)).status).toBe(200);
  });

  test('gets one code at a time', async () => {
    const { id, code } = await invite();
    const { code: second } = (await (await ask(`/people/${id}/code`, {})).json()) as { code: string };
    expect((await useCode(code)).status).toBe(401);
    expect((await useCode(second)).status).toBe(200);
  });
});

describe('who is disabled', () => {
  test('leaves their open tickets to the team, and what is over with their name', async () => {
    const { id } = await invite();
    const [open, over] = [(await aCustomer(api)).number, (await aCustomer(api)).number];
    for (const number of [open, over]) await ask(`/tickets/${number}/assignee`, { assignee: id, from: null });
    await ask(`/tickets/${over}/status`, { status: 'solved', seenMessages: 1 });
    expect(await person(EWA.name)).toMatchObject({ held: 1 });
    expect((await ask(`/people/${id}/disabled`, {})).status).toBe(204);
    const rows = await api.store.selectFrom('tickets').select(['number', 'assignee_id']).execute();
    expect(Object.fromEntries(rows.map((row) => [row.number, row.assignee_id]))).toEqual({ [open]: null, [over]: id });
    expect(await actions()).toEqual(expect.arrayContaining([[ola.id, 'ticket.assigned']]));
  });

  test('is shown last, and works again by a new code', async () => {
    const { id, code } = await invite({ ...EWA, name: 'Adam' });
    await ask(`/people/${id}/disabled`, {});
    expect((await people()).map(({ name, disabledAt }) => [name, disabledAt])).toEqual([
      ['Ola Nowak', null],
      ['Adam', '2026-11-22T09:00:00Z'],
    ]);
    expect((await ask(`/people/${id}/disabled`, {})).status).toBe(409);
    const given = (await (await ask(`/people/${id}/code`, {})).json()) as { code: string };
    expect((await useCode(code)).status).toBe(401);
    expect((await useCode(given.code)).status).toBe(200);
    expect(await actions()).toEqual(expect.arrayContaining([[ola.id, 'agent.enabled']]));
  });
});

test('a role changes at once, and is written down', async () => {
  const { id, code } = await invite();
  const answer = await useCode(code);
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const asEwa = () => api.app.request('/api/desk/people', { headers: { Cookie: cookie } });
  expect((await asEwa()).status).toBe(403);
  expect((await ask(`/people/${id}/role`, { role: 'admin' })).status).toBe(204);
  expect((await asEwa()).status).toBe(200);
  expect((await ask(`/people/${id}/role`, { role: 'admin' })).status).toBe(204);
  expect((await actions()).filter(([, action]) => action === 'agent.role-changed')).toHaveLength(1);
  expect((await ask(`/people/${id}/role`, { role: 'agent' })).status).toBe(204);
  expect((await asEwa()).status).toBe(403);
});

test('nobody changes themselves, so that an admin is always left; and nobody who is none', async () => {
  for (const [path, body] of [
    ['role', { role: 'agent' }],
    ['disabled', {}],
    ['code', {}],
  ] as const) {
    expect((await ask(`/people/${ola.id}/${path}`, body)).status).toBe(409);
    expect((await ask(`/people/a_nobody/${path}`, body)).status).toBe(404);
  }
  expect((await findAgent(api.store, OLA))?.role).toBe('admin');
});
