import type { Insertable, Kysely } from 'kysely';
import type { InstantText } from './instants.ts';
import type { AgentBrowsersTable } from './tables/second-factors.ts';
import type { Tables } from './tables/tables.ts';

/** Keeps a browser of an agent, or keeps it longer. */
export async function upsertAgentBrowser(db: Kysely<Tables>, browser: Insertable<AgentBrowsersTable>): Promise<void> {
  await db
    .insertInto('agent_browsers')
    .values(browser)
    .onConflict((conflict) =>
      conflict.columns(['token_hash', 'agent_id']).doUpdateSet({ expires_at: browser.expires_at }),
    )
    .execute();
}

/** The e-mail addresses of the agents who have signed in in a browser, but for those who are disabled. */
export async function emailsOfBrowser(db: Kysely<Tables>, tokenHash: string, now: InstantText): Promise<string[]> {
  const found = await db
    .selectFrom('agent_browsers')
    .innerJoin('agents', 'agents.id', 'agent_browsers.agent_id')
    .select('agents.email')
    .where('agent_browsers.token_hash', '=', tokenHash)
    .where('agent_browsers.expires_at', '>', now)
    .where('agents.disabled_at', 'is', null)
    .execute();
  return found.map(({ email }) => email);
}

/** Forgets browsers in which nobody has signed in for long. @returns how many */
export async function deleteExpiredAgentBrowsers(db: Kysely<Tables>, now: InstantText): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('agent_browsers')
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
