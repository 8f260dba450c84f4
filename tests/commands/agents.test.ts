import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addAgentCommand,
  changePasswordCommand,
  disableAgentCommand,
  listAgentsCommand,
  resetFactorsCommand,
} from '../../src/commands/agents.ts';
import type { NewAgent } from '../../src/identity/add-agent.ts';
import { makeRecoveryCodes } from '../../src/identity/recovery-codes.ts';
import { signIn } from '../../src/identity/sign-in.ts';
import { findAgent } from '../../src/store/agents.ts';
import { insertPasskey } from '../../src/store/passkeys.ts';
import { countFactors } from '../../src/store/second-factors.ts';
import { CHEAP_PASSWORDS } from '../support/cheap-passwords.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { HASH_KEY, NOW, SECRET_KEYS, temporaryStore } from '../support/service.ts';

const EWA: Omit<NewAgent, 'password'> = { email: 'Ewa@shopgold.pl', name: 'Ewa Król', role: 'agent' };
const PASSWORD = 'konik na biegunach';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
let terminal: ReturnType<typeof collectingTerminal>;
beforeEach(async () => {
  temporary = await temporaryStore();
  terminal = collectingTerminal();
});
afterEach(() => temporary.discard());

async function add(password: string | null = PASSWORD, agent = EWA): Promise<number> {
  return addAgentCommand(temporary.store, terminal, async () => password, agent, CHEAP_PASSWORDS);
}

async function change(password: string, email = EWA.email): Promise<number> {
  return changePasswordCommand(temporary.store, terminal, async () => password, email, CHEAP_PASSWORDS);
}

async function outcomeOf(password: string): Promise<string | null> {
  const deps = {
    store: temporary.store,
    now: () => NOW,
    secretKeys: SECRET_KEYS,
    hashKey: HASH_KEY,
    passwords: CHEAP_PASSWORDS,
  };
  return (await signIn(deps, { email: EWA.email, password }))?.outcome ?? null;
}

async function maySignIn(password: string): Promise<boolean> {
  return (await outcomeOf(password)) !== null;
}

test('who was added may sign in, until disabled', async () => {
  expect(await add()).toBe(0);
  expect(await maySignIn(PASSWORD)).toBe(true);
  expect(await disableAgentCommand(temporary.store, terminal, EWA.email)).toBe(0);
  expect(await maySignIn(PASSWORD)).toBe(false);
  expect(terminal).toMatchObject({
    lines: ['Dodano: Ewa@shopgold.pl', 'Wyłączono: Ewa@shopgold.pl. Otwarte sesje są zamknięte.'],
    errors: [],
  });
});

test('a new password replaces the old one', async () => {
  await add();
  expect(await change('zupełnie inne hasło')).toBe(0);
  expect([await maySignIn(PASSWORD), await maySignIn('zupełnie inne hasło')]).toEqual([false, true]);
});

/** Gives Ewa a passkey and recovery codes. @returns her id */
async function giveFactors(): Promise<string> {
  const { store } = temporary;
  const agentId = (await findAgent(store, 'ewa@shopgold.pl'))?.id ?? '';
  await insertPasskey(store, {
    id: 'p_telefon',
    credential_id: 'telefon',
    agent_id: agentId,
    name: 'Telefon',
    public_key: '',
    counter: 0,
    transports: '[]',
    backed_up: 0,
    created_at: '2026-11-22T09:00:00.000Z',
    last_used_at: null,
  });
  await makeRecoveryCodes({ store, now: () => NOW }, agentId);
  return agentId;
}

test('who has lost every factor signs in with the password alone once the operator has removed them; sessions end', async () => {
  await add();
  expect(await outcomeOf(PASSWORD)).toBe('signed-in');
  const agentId = await giveFactors();
  expect(await outcomeOf(PASSWORD)).toBe('second-step');
  expect(await countFactors(temporary.store, agentId)).toEqual({ passkeys: 1, hasTotp: false, recoveryCodes: 10 });

  const reset = collectingTerminal();
  expect(await resetFactorsCommand(temporary.store, reset, EWA.email)).toBe(0);
  expect(reset).toMatchObject({
    lines: [
      'Usunięto klucze dostępu, aplikację z kodami i kody zapasowe: Ewa@shopgold.pl. Otwarte sesje są zamknięte.',
      'Hasło zostaje. Po zalogowaniu można dodać nowy klucz dostępu.',
    ],
    errors: [],
  });
  expect(await countFactors(temporary.store, agentId)).toEqual({ passkeys: 0, hasTotp: false, recoveryCodes: 0 });
  for (const table of ['agent_sessions', 'half_sign_ins'] as const) {
    expect(await temporary.store.selectFrom(table).selectAll().execute()).toEqual([]);
  }
  expect(await outcomeOf(PASSWORD)).toBe('signed-in');
  const events = temporary.store
    .selectFrom('audit')
    .select(['actor', 'details'])
    .where('action', '=', 'agent.factors-reset');
  expect(await events.execute()).toEqual([{ actor: 'operator', details: JSON.stringify({ agent: agentId }) }]);
});

test('the factors of others stay', async () => {
  await add();
  const agentId = await giveFactors();
  await add(PASSWORD, { ...EWA, email: 'adam@shopgold.pl' });
  expect(await resetFactorsCommand(temporary.store, terminal, 'adam@shopgold.pl')).toBe(0);
  expect(await countFactors(temporary.store, agentId)).toMatchObject({ passkeys: 1, recoveryCodes: 10 });
});

test('the list shows who, as what, and who is out', async () => {
  await add();
  await add(PASSWORD, { ...EWA, email: 'adam@shopgold.pl', name: 'Adam\u202e' });
  await disableAgentCommand(temporary.store, terminal, 'adam@shopgold.pl');
  const list = collectingTerminal();
  expect(await listAgentsCommand(temporary.store, list)).toBe(0);
  expect(list.lines).toEqual([
    'E-MAIL            NAZWA     ROLA',
    'adam@shopgold.pl  Adam·     agent  wyłączony 2026-11-22T09:00:00.000Z',
    'ewa@shopgold.pl   Ewa Król  agent',
  ]);
});

test.each([
  ['no password', () => add(null), 'Nie podano hasła albo powtórzone było inne.'],
  ['a short password', () => add('krótkie'), 'Hasło ma mieć od 12 do 200 znaków.'],
  ['no address', () => add(PASSWORD, { ...EWA, email: 'ewa' }), 'To nie jest adres e-mail.'],
  [
    'an address that nobody has',
    () => disableAgentCommand(temporary.store, terminal, 'nikt@shopgold.pl'),
    'Nikt czynny nie ma adresu nikt@shopgold.pl.',
  ],
  ['a new password for nobody', () => change(PASSWORD, 'nikt@shopgold.pl'), 'Nikt nie ma adresu nikt@shopgold.pl.'],
  [
    'factors of nobody',
    () => resetFactorsCommand(temporary.store, terminal, 'nikt@shopgold.pl'),
    'Nikt nie ma adresu nikt@shopgold.pl.',
  ],
  ['a short new password', () => change('krótkie'), 'Hasło ma mieć od 12 do 200 znaków.'],
])('%s is refused with words', async (_, work, words) => {
  expect(await work()).toBe(1);
  expect(terminal).toMatchObject({ lines: [], errors: [words] });
});

test('an address that is taken stays with whom it belongs to, disabled or not', async () => {
  await add();
  await disableAgentCommand(temporary.store, terminal, EWA.email);
  expect(await add('zupełnie inne hasło')).toBe(1);
  expect(terminal.errors).toEqual(['Ten adres ma już ktoś inny.']);
  expect(await disableAgentCommand(temporary.store, terminal, EWA.email)).toBe(1);
});
