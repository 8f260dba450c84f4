import type { ProofFailure } from '../../models/proof-model.ts';
import type { SignInFailure } from '../../models/session-model.ts';
import type { door as Words } from '../pl/door.ts';
import { counted } from './grammar.ts';

/** In English: signing in and out. */
export const door: typeof Words = {
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  email: 'E-mail',
  password: 'Password',
  checking: 'Checking the session…',
  noService: 'The service does not answer. Check the connection and try again.',
  again: 'Try again',
  ended: 'The session is over. Once you sign in, everything you wrote is back in its place.',
  insecure: 'You cannot sign in here',
  insecureMore:
    'This page was opened over plain http. The desk keeps its session in a cookie that browsers accept only over https (or at localhost). Open the desk at its https:// address.',
  signInFailure(failure: SignInFailure): string {
    switch (failure.kind) {
      case 'wrong':
        return 'The e-mail or the password is wrong.';
      case 'wrong-code':
        return 'Address and code do not fit, or 30\u00a0minutes have passed. An admin can give a new code.';
      case 'unanswered':
        return 'No connection to the service. Try again in a moment.';
      case 'overloaded':
        return 'Too many sign-ins at this moment. Try again shortly.';
      case 'wrong-passkey':
        return 'This passkey belongs to no account. Sign in with the password or another passkey.';
      case 'no-passkey':
        return 'This browser has no passkeys here. Sign in another way.';
      case 'wrong-proof':
        return 'This does not match. Each code works once only.';
      case 'step-over':
        return 'Too many attempts, or 5 minutes are over. Begin with the password.';
      case 'throttled':
        return `Too many attempts. The next one is possible in ${counted(failure.minutes, 'minute')}.`;
    }
  },
  or: 'or',
  haveCode: 'I have a one-time code',
  secondStep: 'Second step',
  secondStepMore: 'The password is right. Confirm once more that it is you.',
  usePasskey: 'Use a passkey',
  code: 'Code from the app',
  codeMore: '6 digits that change every 30 seconds.',
  recoveryCode: 'Recovery code',
  recoveryCodeMore: 'One of the 10 codes saved when this was set up. Each works once.',
  confirmCode: 'Confirm',
  useRecovery: 'Use a recovery code',
  useTotp: 'Use a code from the app',
  allLost: 'If you lose everything, an admin of the desk will give you a one-time code.',
  backToPassword: 'Back to the password',
  setUp: 'A second factor first',
  setUpMore: 'This account needs a passkey or an authenticator app. The desk opens once one of them is added.',
  grace: (until) => `From ${until} on, the desk needs a passkey or an authenticator app. Add one of them before.`,
  graceLink: 'Add one now',
  proof: 'Confirm that it is you',
  proofMore: 'What you began then goes on by itself. Confirming counts for 10 minutes.',
  proofLeave: 'Not now',
  notProven: 'Nothing has changed: it was not confirmed that it is you.',
  proofFailure(failure: ProofFailure): string {
    if (failure.kind === 'wrong') return 'This does not match. Each code works once only.';
    return door.signInFailure(failure);
  },
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  stillIn: 'You are still signed in: there is no connection. Try again.',
  account: 'Account',
};
