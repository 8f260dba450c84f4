import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addAgent } from '../../src/identity/add-agent.ts';
import { changePassword } from '../../src/identity/change-password.ts';
import { disableAgent } from '../../src/identity/disable-agent.ts';
import { createPasswords } from '../../src/identity/password.ts';
import { signIn } from '../../src/identity/sign-in.ts';
import { findAgent, updatePasswordHash } from '../../src/store/agents.ts';
import { CHEAP_PASSWORDS } from '../support/cheap-passwords.ts';
import { HASH_KEY, NOW, SECRET_KEYS, temporaryStore } from '../support/service.ts';

/** Passwords at a cost of their own, which is more than that of the cheap ones. */
const made = createPasswords({ memoryKib: 128, passes: 2 });
const verify = vi.fn(made.verify);
const passwords = { ...made, verify };

const EMAIL = 'anna.nowak@shopgold.pl';
const PASSWORD = 'konik na biegunach';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  temporary = await temporaryStore();
  await addAgent(temporary.store, { email: EMAIL, name: 'Anna', role: 'agent', password: PASSWORD }, NOW, passwords);
  verify.mockClear();
});
afterEach(() => temporary.discard());

function attempt(email = EMAIL, password = PASSWORD) {
  return signIn(
    { store: temporary.store, now: () => NOW, secretKeys: SECRET_KEYS, hashKey: HASH_KEY, passwords },
    { email, password },
  );
}

async function storedHash(): Promise<string> {
  return (await findAgent(temporary.store, EMAIL))?.password_hash ?? '';
}

async function failures() {
  return temporary.store.selectFrom('audit').selectAll().where('action', '=', 'agent.sign-in-failed').execute();
}

test('an address that nobody has is checked against the decoy, which costs as much', async () => {
  expect(await attempt('nikt@shopgold.pl')).toBeNull();
  expect(verify).toHaveBeenCalledExactlyOnceWith(PASSWORD, passwords.decoy, 'stranger');
});

test('a wrong password and a disabled agent cost one hash and one audit line each', async () => {
  expect(await attempt(EMAIL, 'konik na biegunac')).toBeNull();
  await disableAgent(temporary.store, EMAIL, NOW);
  expect(await attempt()).toBeNull();
  expect(verify).toHaveBeenCalledTimes(2);
  expect(await failures()).toHaveLength(2);
});

test('the audit line names no address, yet the same one again can be seen', async () => {
  await attempt(EMAIL, 'zle haslo');
  await attempt(` ${EMAIL.toUpperCase()}`, 'inne zle haslo');
  await attempt('nikt@shopgold.pl');
  const lines = await failures();
  const [first, second, other] = lines.map(({ details }) => JSON.parse(details).tried);
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
  expect(JSON.stringify(lines)).not.toMatch(/anna|nikt|shopgold|haslo/i);
});

test('a hash from cheaper days is made anew at the next right password, and only then', async () => {
  const agent = await findAgent(temporary.store, EMAIL);
  await updatePasswordHash(temporary.store, agent?.id ?? '', await CHEAP_PASSWORDS.hash(PASSWORD));
  expect(await attempt(EMAIL, 'zle haslo')).toBeNull();
  expect(await storedHash()).toContain('m=64,t=1,');
  expect(await attempt()).not.toBeNull();
  const raised = await storedHash();
  expect(raised).toContain('m=128,t=2,');
  expect(await attempt()).not.toBeNull();
  expect(await storedHash()).toBe(raised);
});

test.each([
  ['disabled', () => disableAgent(temporary.store, EMAIL, NOW)],
  ['given another password', () => changePassword(temporary.store, EMAIL, 'zupełnie inne hasło', NOW, passwords)],
])('an agent who is %s while his password is being hashed does not come in', async (_, meanwhile) => {
  verify.mockImplementationOnce(async () => {
    await meanwhile();
    return true;
  });
  expect(await attempt()).toBeNull();
  expect(await temporary.store.selectFrom('agent_sessions').selectAll().execute()).toEqual([]);
});
