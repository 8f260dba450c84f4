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
    if (failure.kind === 'wrong') return 'The e-mail or the password is wrong.';
    if (failure.kind === 'unanswered') return 'No connection to the service. Try again in a moment.';
    return `Too many attempts. The next one is possible in ${counted(failure.minutes, 'minute')}.`;
  },
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  stillIn: 'You are still signed in: there is no connection. Try again.',
  account: 'Account',
};
