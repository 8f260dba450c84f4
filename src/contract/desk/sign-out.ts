import { signIn } from './sign-in.ts';

/** `DELETE /api/desk/session`: ends this session; 204. */
export const signOut = { method: 'DELETE', path: signIn.path };
