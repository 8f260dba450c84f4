import { createModel, signal } from '@preact/signals';
import type { SignedIn } from '../../src/contract/desk/sign-in.ts';
import type { DeskClient } from '../client/desk-client.ts';

export type Me = SignedIn['agent'];

/** The session of the desk. */
export type Session =
  | { state: 'checking' }
  /** no response to the question whether somebody is signed in */
  | { state: 'unanswered' }
  | { state: 'signed-out' }
  /** the session expired: the desk waits as it was left */
  | { state: 'ended'; me: Me }
  | { state: 'signed-in'; me: Me };

/** Why signing in failed. `minutes` until the next attempt is allowed. */
export type SignInFailure = { kind: 'wrong' } | { kind: 'throttled'; minutes: number } | { kind: 'unanswered' };

type Deps = Pick<DeskClient, 'whoAmI' | 'signIn' | 'signOut'>;

/** Signing in and out. The session itself is in a cookie that no script sees. */
export const SessionModel = createModel((client: Deps) => {
  const session = signal<Session>({ state: 'checking' });
  const failure = signal<SignInFailure | null>(null);
  const isBusy = signal(false);
  /** signing out got no response */
  const isStillIn = signal(false);

  return {
    session,
    failure,
    isBusy,
    isStillIn,
    /** Asks who is signed in. An expired session stays on the sign-in form until somebody is. */
    async check() {
      const answer = await client.whoAmI();
      if (answer.outcome === 'ok') session.value = { state: 'signed-in', me: answer.value.agent };
      else if (session.peek().state !== 'ended')
        session.value = { state: answer.outcome === 'unanswered' ? 'unanswered' : 'signed-out' };
    },
    async signIn(email: string, password: string) {
      if (isBusy.peek()) return;
      isBusy.value = true;
      failure.value = null;
      const answer = await client.signIn(email, password);
      isBusy.value = false;
      if (answer.outcome === 'ok') session.value = { state: 'signed-in', me: answer.value.agent };
      else if (answer.outcome !== 'unanswered') failure.value = { kind: 'wrong' };
      else if (answer.status === 429)
        failure.value = { kind: 'throttled', minutes: Math.max(1, Math.ceil(answer.retryAfter / 60)) };
      else failure.value = { kind: 'unanswered' };
    },
    async signOut(everywhere: boolean) {
      isStillIn.value = false;
      const answer = await client.signOut(everywhere);
      if (answer.outcome === 'ok' || answer.outcome === 'signed-out') session.value = { state: 'signed-out' };
      else isStillIn.value = true;
    },
    /** A response said that the session is over. */
    end() {
      const now = session.peek();
      if (now.state === 'signed-in') session.value = { state: 'ended', me: now.me };
    },
  };
});

export type SessionModel = InstanceType<typeof SessionModel>;
