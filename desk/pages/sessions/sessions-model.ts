import { createModel, signal } from '@preact/signals';
import type { DeskSessions } from '../../../src/contract/desk/sessions.ts';
import { PasswordModel } from './password-model.ts';
import type { SessionsClient } from './sessions-client.ts';

export interface SessionsDeps {
  client: SessionsClient;
  /** sends the replies that wait; false when one of them did not get through, and is named at the top */
  settle: () => Promise<boolean>;
  /** shows the sign-in form: the current session has ended, too */
  leave: () => void;
}

/** The agent's sessions, and the change of the password. */
export const SessionsModel = createModel(({ client, settle, leave }: SessionsDeps) => {
  const sessions = signal<DeskSessions | null>(null);
  const hasFailed = signal(false);
  /** the session that was just ended, to be announced */
  const ended = signal<string | null>(null);

  async function refresh(): Promise<void> {
    const answer = await client.list();
    if (answer.outcome === 'ok') sessions.value = answer.value;
    hasFailed.value = answer.outcome === 'unanswered';
  }

  return {
    sessions,
    hasFailed,
    ended,
    password: new PasswordModel({ client, onChanged: refresh }),
    refresh,
    /** Ends one of them. */
    async end(id: string) {
      const answer = await client.end(id);
      await refresh();
      if (answer.outcome === 'ok') ended.value = id;
      if (answer.outcome === 'unanswered') hasFailed.value = true;
      return answer.outcome === 'ok';
    },
    /** Ends all of them, this one too. What waits goes first; whose reply did not get through stays. */
    async endAll() {
      if (!(await settle())) return;
      const answer = await client.endAll();
      if (answer.outcome === 'ok') leave();
      else if (answer.outcome === 'unanswered') hasFailed.value = true;
    },
  };
});

export type SessionsModel = InstanceType<typeof SessionsModel>;
