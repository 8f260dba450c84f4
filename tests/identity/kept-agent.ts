import type { AgentRole } from '../../src/contract/lists.ts';
import { OWN_VENDOR } from '../../src/contract/vendor.ts';
import { addAgent } from '../../src/identity/add-agent.ts';
import { toSecretKey } from '../../src/identity/seal.ts';
import type { SignInDeps } from '../../src/identity/sign-in-deps.ts';
import { parseOpeningHours } from '../../src/policy/opening-hours.ts';
import { findAgent } from '../../src/store/agents.ts';
import { openStore } from '../../src/store/open.ts';
import { CHEAP_PASSWORDS } from '../support/cheap-passwords.ts';
import { temporaryDatabase } from '../support/temporary-database.ts';

export const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');
export const EMAIL = 'ola@shopgold.pl';
export const PASSWORD = 'konik na biegunach';
export const PARTY = { id: 'localhost', origins: ['http://localhost'] };
export const FIRST_SETTINGS = {
  vendor: OWN_VENDOR,
  openingHours: parseOpeningHours('mon-fri 08:00-16:00') ?? [],
  contacts: { email: 'pomoc@shopgold.pl', phone: '+48 22 000 00 00', rules: null, renewal: null, privacy: null },
  updates: null,
  secondFactor: 'optional',
  signature: null,
} as const;

/** A store with one agent, and what signing in needs: nothing of the service around it, as these tests run once for every mutation. */
export async function keptAgent(role: AgentRole = 'agent') {
  const { url, discard } = await temporaryDatabase();
  const store = await openStore(url);
  await addAgent(store, { email: EMAIL, name: 'Ola', role, password: PASSWORD }, NOW, CHEAP_PASSWORDS);
  const row = await findAgent(store, EMAIL);
  if (!row) throw new Error('No agent');
  const { id, name, email } = row;
  const clock = { now: NOW };
  const deps: SignInDeps & { firstSettings: typeof FIRST_SETTINGS } = {
    store,
    now: () => clock.now,
    secretKeys: [toSecretKey(new Uint8Array(32).fill(7))],
    hashKey: new Uint8Array(32).fill(8),
    passwords: CHEAP_PASSWORDS,
    firstSettings: FIRST_SETTINGS,
  };
  return {
    store,
    deps,
    clock,
    agent: { id, name, email, role },
    wait: (duration: { minutes?: number; seconds?: number; hours?: number; milliseconds?: number }) => {
      clock.now = clock.now.add(duration);
    },
    /** What was noted of the agent since they were added: who did it, what, and its details. */
    events: async () => {
      const rows = await store.selectFrom('audit').select(['actor', 'action', 'details']).orderBy('id').execute();
      return rows
        .filter(({ action }) => action !== 'agent.added')
        .map(({ actor, action, details }) => [actor, action, JSON.parse(details)]);
    },
    discard: async () => {
      await store.destroy();
      await discard();
    },
  };
}
