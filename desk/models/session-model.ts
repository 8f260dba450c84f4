import { createModel, signal } from '@preact/signals';
import type { SignedIn } from '../../src/contract/sign-in.ts';
import type { DeskClient } from '../client/desk-client.ts';

export type Me = SignedIn['agent'];

/** Who sits here. */
export type Session =
  | { state: 'checking' }
  /** nobody answered whether somebody is signed in */
  | { state: 'unanswered' }
  /** `hasEnded`: somebody was, and what was typed is kept */
  | { state: 'signed-out'; hasEnded: boolean }
  | { state: 'signed-in'; me: Me };

/** Why signing in did not work. `minutes` until the next attempt counts. */
export type SignInFailure = { kind: 'wrong' } | { kind: 'throttled'; minutes: number } | { kind: 'unanswered' };

type Deps = Pick<DeskClient, 'whoAmI' | 'signIn' | 'signOut'>;

/** Signing in and out. The session itself is in a cookie that no script sees. */
export const SessionModel = createModel((client: Deps) => {
  const session = signal<Session>({ state: 'checking' });
  const failure = signal<SignInFailure | null>(null);
  const isBusy = signal(false);

  return {
    session,
    failure,
    isBusy,
    async check() {
      const answer = await client.whoAmI();
      if (answer.outcome === 'ok') session.value = { state: 'signed-in', me: answer.value.agent };
      else
        session.value =
          answer.outcome === 'unanswered' ? { state: 'unanswered' } : { state: 'signed-out', hasEnded: false };
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
      const answer = await client.signOut(everywhere);
      if (answer.outcome === 'ok' || answer.outcome === 'signed-out') {
        session.value = { state: 'signed-out', hasEnded: false };
      }
    },
    /** An answer said that the session is over. */
    end() {
      if (session.peek().state === 'signed-in') session.value = { state: 'signed-out', hasEnded: true };
    },
  };
});

export type SessionModel = InstanceType<typeof SessionModel>;
