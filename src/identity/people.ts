import type { DeskPeople } from '../contract/desk/people.ts';
import type { AgentRole } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { agentCodes } from '../store/agent-codes.ts';
import { lastUses } from '../store/agent-sessions.ts';
import { type AgentRow, findAgentById, listAgents, markAgentEnabled, updateRole } from '../store/agents.ts';
import { toInstantText, toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { factorCounts } from '../store/second-factors.ts';
import { ticketsHeld } from '../store/tickets.ts';
import { type Person, writeAgent } from './add-agent.ts';
import type { Agent } from './agent.ts';
import { type GivenCode, giveCode } from './agent-code.ts';
import { endAgent } from './disable-agent.ts';
import { factorStanding, type StandingDeps } from './factor-standing.ts';
import type { Passwords } from './password.ts';

/** The agents as admins manage them: who is not disabled first, by name. */
export async function listPeople(deps: StandingDeps): Promise<DeskPeople> {
  const { store, now } = deps;
  const [agents, factors, uses, held, codes] = await Promise.all([
    listAgents(store),
    factorCounts(store),
    lastUses(store),
    ticketsHeld(store),
    agentCodes(store),
  ]);
  const at = toInstantText(now());
  const people = agents.map(async (agent) => {
    const count = factors.get(agent.id) ?? 0;
    const code = codes.get(agent.id) ?? null;
    const used = uses.get(agent.id) ?? null;
    return {
      id: agent.id,
      name: agent.name,
      email: agent.email,
      role: agent.role,
      factors: count,
      secondFactor: await factorStanding(deps, agent, count > 0),
      lastUsedAt: used && toPublicInstant(Temporal.Instant.from(used)),
      held: held.get(agent.id) ?? 0,
      codeUntil: code !== null && code > at ? toPublicInstant(Temporal.Instant.from(code)) : null,
      disabledAt: agent.disabled_at && toPublicInstant(Temporal.Instant.from(agent.disabled_at)),
    };
  });
  return (await Promise.all(people)).toSorted(
    (one, other) =>
      Number(one.disabledAt !== null) - Number(other.disabledAt !== null) || one.name.localeCompare(other.name, 'pl'),
  );
}

/** What the changes below need. */
export interface PeopleDeps {
  store: Store;
  now: () => Temporal.Instant;
  passwords: Pick<Passwords, 'decoy'>;
}

/** Adds an agent, who gets a one-time code and sets a password by it. */
export async function inviteAgent(
  { store, now, passwords }: PeopleDeps,
  admin: Pick<Agent, 'id'>,
  person: Person,
): Promise<(GivenCode & { outcome: 'added'; id: string }) | { outcome: 'email-taken' }> {
  return store.transaction().execute(async (transaction) => {
    const by = { actor: admin.id, now: now() };
    const added = await writeAgent(transaction, person, { passwordHash: passwords.decoy, ...by });
    if (added.outcome !== 'added') return added;
    return { ...added, ...(await giveCode(transaction, added.id, { unknownHash: passwords.decoy, ...by })) };
  });
}

/**
 * Why nothing was changed: there is no such agent, they are in that state already, or they are the admin. Nobody
 * changes themselves here, so that there always is an admin left.
 */
export type NotChanged = { outcome: 'missing' | 'conflict' };

/** Gives a working agent who lost everything a one-time code, or a disabled one, who works again by it. */
export function renewAccess(
  deps: PeopleDeps,
  admin: Pick<Agent, 'id'>,
  id: string,
): Promise<(GivenCode & { outcome: 'given' }) | NotChanged> {
  return change(deps, admin, id, async (transaction, agent, now) => {
    const by = { actor: admin.id, now };
    if (agent.disabled_at !== null) {
      await markAgentEnabled(transaction, id);
      await appendEvent(transaction, {
        at: toInstantText(now),
        ...by,
        action: 'agent.enabled',
        details: { agent: id },
      });
    }
    const given = await giveCode(transaction, id, { unknownHash: deps.passwords.decoy, ...by });
    return { outcome: 'given', ...given } as const;
  });
}

/** Takes an agent's access away at once. */
export function disablePerson(
  deps: PeopleDeps,
  admin: Pick<Agent, 'id'>,
  id: string,
): Promise<{ outcome: 'changed' } | NotChanged> {
  return change(deps, admin, id, async (transaction, agent, now) => {
    const isEnded = await endAgent(transaction, agent, admin.id, now);
    return isEnded ? ({ outcome: 'changed' } as const) : ({ outcome: 'conflict' } as const);
  });
}

/** Gives an agent another role. */
export function changeRole(
  deps: PeopleDeps,
  admin: Pick<Agent, 'id'>,
  id: string,
  role: AgentRole,
): Promise<{ outcome: 'changed' } | NotChanged> {
  return change(deps, admin, id, async (transaction, agent, now) => {
    if (agent.role === role) return { outcome: 'changed' } as const;
    await updateRole(transaction, id, role);
    const details = { agent: id, from: agent.role, to: role };
    const at = toInstantText(now);
    await appendEvent(transaction, { at, actor: admin.id, action: 'agent.role-changed', details });
    return { outcome: 'changed' } as const;
  });
}

async function change<Done>(
  { store, now }: PeopleDeps,
  admin: Pick<Agent, 'id'>,
  id: string,
  work: (transaction: Store, agent: AgentRow, now: Temporal.Instant) => Promise<Done>,
): Promise<Done | NotChanged> {
  if (id === admin.id) return { outcome: 'conflict' };
  return store.transaction().execute(async (transaction) => {
    const agent = await findAgentById(transaction, id);
    return agent ? work(transaction, agent, now()) : { outcome: 'missing' };
  });
}
