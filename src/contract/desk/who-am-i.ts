import { signIn } from './sign-in.ts';

/** `GET /api/desk/session`: who is signed in, or 401. */
export const whoAmI = { method: 'GET', path: signIn.path, answer: signIn.answer };
