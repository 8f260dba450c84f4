import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addAgentCommand,
  changePasswordCommand,
  disableAgentCommand,
  listAgentsCommand,
} from '../../src/commands/agents.ts';
import type { NewAgent } from '../../src/identity/add-agent.ts';
import { signIn } from '../../src/identity/sign-in.ts';
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

async function maySignIn(password: string): Promise<boolean> {
  const deps = {
    store: temporary.store,
    now: () => NOW,
    secretKeys: SECRET_KEYS,
    hashKey: HASH_KEY,
    passwords: CHEAP_PASSWORDS,
  };
  return (await signIn(deps, { email: EWA.email, password })) !== null;
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
