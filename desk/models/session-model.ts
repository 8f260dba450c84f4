import { createModel, signal } from '@preact/signals';
import type { SetPasswordByCodeRequest } from '../../src/contract/desk/people.ts';
import type { FactorStanding } from '../../src/contract/desk/second-factor.ts';
import type { FactorProof } from '../../src/contract/desk/second-factor-requests.ts';
import type { SignedIn } from '../../src/contract/desk/sign-in.ts';
import type { ProofWay } from '../../src/contract/lists.ts';
import type { DeskClient } from '../client/desk-client.ts';
import type { DeskAnswer } from '../client/desk-http.ts';
import { type Ceremony, showPasskey } from '../client/passkeys.ts';

export type Me = SignedIn['agent'];

/** The session of the desk. */
export type Session =
  | { state: 'checking' }
  /** no response to the question whether somebody is signed in */
  | { state: 'unanswered' }
  | { state: 'signed-out' }
  /** the session expired: the desk waits as it was left */
  | { state: 'ended'; me: Me; standing: FactorStanding }
  | { state: 'signed-in'; me: Me; standing: FactorStanding };

/** Why signing in failed. `minutes` until the next attempt is allowed. */
export type SignInFailure =
  | { kind: 'wrong' }
  | { kind: 'wrong-code' }
  | { kind: 'throttled'; minutes: number }
  | { kind: 'unanswered' }
  /** too many sign in at this moment */
  | { kind: 'overloaded' }
  | { kind: 'wrong-passkey' }
  | { kind: 'no-passkey' }
  | { kind: 'wrong-proof' }
  /** the second step took too long, or too many tries: the password is asked for again */
  | { kind: 'step-over' };

type Deps = Pick<
  DeskClient,
  | 'whoAmI'
  | 'signIn'
  | 'signOut'
  | 'passkeySignIn'
  | 'signInByPasskey'
  | 'secondStep'
  | 'takeSecondStep'
  | 'setPasswordByCode'
>;

/** Signing in and out. The session itself is in a cookie that no script sees. */
export const SessionModel = createModel((client: Deps) => {
  const session = signal<Session>({ state: 'checking' });
  const failure = signal<SignInFailure | null>(null);
  const isBusy = signal(false);
  /** the ways of the second step, after a right password */
  const step = signal<ProofWay[] | null>(null);
  /** signing out got no response */
  const isStillIn = signal(false);

  function enter({ agent: me, secondFactor: standing }: SignedIn): void {
    step.value = null;
    session.value = { state: 'signed-in', me, standing };
  }

  /** Does one thing at a time, and shows why it failed. */
  async function busy(work: () => Promise<SignInFailure | null>): Promise<void> {
    if (isBusy.peek()) return;
    isBusy.value = true;
    failure.value = null;
    failure.value = await work();
    isBusy.value = false;
  }

  async function byPasskey(credential: object): Promise<SignInFailure | null> {
    const answer = await client.signInByPasskey(credential);
    if (answer.outcome === 'ok') enter(answer.value);
    return failureOf(answer, { kind: 'wrong-passkey' });
  }

  return {
    session,
    failure,
    isBusy,
    step,
    isStillIn,
    /** Asks who is signed in. An expired session stays on the sign-in form until somebody is. */
    async check() {
      const answer = await client.whoAmI();
      if (answer.outcome === 'ok') enter(answer.value);
      else if (session.peek().state !== 'ended')
        session.value = { state: answer.outcome === 'unanswered' ? 'unanswered' : 'signed-out' };
    },
    signIn: (email: string, password: string) =>
      busy(async () => {
        const answer = await client.signIn(email, password);
        if (answer.outcome === 'ok') {
          if ('agent' in answer.value) enter(answer.value);
          else step.value = answer.value.secondStep.ways;
        }
        return failureOf(answer, { kind: 'wrong' });
      }),
    /** Sets the password by a one-time code, and signs in. */
    setPasswordByCode: (typed: SetPasswordByCodeRequest) =>
      busy(async () => {
        const answer = await client.setPasswordByCode(typed);
        if (answer.outcome === 'ok') enter(answer.value);
        return failureOf(answer, { kind: 'wrong-code' });
      }),
    /** Signs in by a passkey alone, which the browser asks for. */
    signInByPasskey: () =>
      busy(async () => {
        const asked = await client.passkeySignIn();
        if (asked.outcome !== 'ok') return failureOf(asked, { kind: 'wrong-passkey' });
        const shown = await showPasskey(asked.value);
        if (shown.outcome === 'ok') return byPasskey(shown.credential);
        return shown.outcome === 'impossible' ? { kind: 'no-passkey' } : null;
      }),
    /** The options for an offer among the names that the browser fills in; null without a response. */
    async passkeyOffer(): Promise<Ceremony | null> {
      const asked = await client.passkeySignIn();
      return asked.outcome === 'ok' ? asked.value : null;
    },
    /** Signs in by a passkey that the browser offered. */
    signInOffered: (credential: object) => busy(() => byPasskey(credential)),
    /** Ends the sign-in by a code. */
    takeStep: (proof: FactorProof) => busy(() => take(proof)),
    /** Ends the sign-in by a passkey, which the browser asks for. */
    takeStepByPasskey: () =>
      busy(async () => {
        const asked = await client.secondStep();
        if (asked.outcome !== 'ok' || !asked.value.options) return stepFailure(asked);
        const shown = await showPasskey(asked.value.options);
        if (shown.outcome === 'ok') {
          return take({ way: 'passkey', credential: shown.credential } as FactorProof);
        }
        return shown.outcome === 'impossible' ? { kind: 'no-passkey' } : null;
      }),
    /** What failed is another way's matter. */
    forgetFailure() {
      failure.value = null;
    },
    /** Back to e-mail and password. */
    leaveStep() {
      step.value = null;
      failure.value = null;
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
      if (now.state === 'signed-in') session.value = { ...now, state: 'ended' };
    },
  };

  async function take(proof: FactorProof): Promise<SignInFailure | null> {
    const answer = await client.takeSecondStep(proof);
    if (answer.outcome === 'ok') enter(answer.value);
    return stepFailure(answer);
  }

  function stepFailure<T>(answer: DeskAnswer<T>): SignInFailure | null {
    if (answer.outcome === 'signed-out') {
      step.value = null;
      return { kind: 'step-over' };
    }
    return failureOf(answer, { kind: 'wrong-proof' });
  }
});

/** In words of the door; `refused` for whatever the service does not take. */
function failureOf<T>(answer: DeskAnswer<T>, refused: SignInFailure): SignInFailure | null {
  if (answer.outcome === 'ok') return null;
  if (answer.outcome !== 'unanswered') return refused;
  if (answer.code === 'overloaded') return { kind: 'overloaded' };
  if (answer.status !== 429) return { kind: 'unanswered' };
  return { kind: 'throttled', minutes: Math.max(1, Math.ceil(answer.retryAfter / 60)) };
}

export type SessionModel = InstanceType<typeof SessionModel>;
