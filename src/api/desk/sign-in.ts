import type { Context } from 'hono';
import { SetPasswordByCodeRequest } from '../../contract/desk/people.ts';
import { PasskeySignInRequest, SecondStepRequest } from '../../contract/desk/second-factor-requests.ts';
import { type SignedIn, SignInRequest } from '../../contract/desk/sign-in.ts';
import { foldEmail } from '../../identity/agent.ts';
import { setPasswordByCode } from '../../identity/agent-code.ts';
import type { SignedInAgent } from '../../identity/begin-session.ts';
import { factorStanding } from '../../identity/factor-standing.ts';
import { rememberBrowser } from '../../identity/known-browser.ts';
import type { DeskSession } from '../../identity/read-agent-session.ts';
import { readHalfSignIn, secondStepOptions, takeSecondStep } from '../../identity/second-step.ts';
import { sessionLabel } from '../../identity/session-label.ts';
import { signIn } from '../../identity/sign-in.ts';
import { passkeySignInOptions, signInByPasskey } from '../../identity/sign-in-by-passkey.ts';
import { signOut } from '../../identity/sign-out.ts';
import type { ApiDeps } from '../api-deps.ts';
import { limitProofs } from '../http/limit-route.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { readSession } from './as-agent.ts';
import { checkPassword } from './check-password.ts';
import { giveDeskCookie, readDeskCookie, takeDeskCookie } from './desk-cookie.ts';
import { relyingParty } from './relying-party.ts';

/** `POST /api/desk/session` */
export async function answerSignIn(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, SignInRequest);
  if (!read.ok) return read.refusal;

  const checked = await checkPassword(context, deps, foldEmail(read.request.email), (caller) =>
    signIn(deps, read.request, labelOf(context), caller),
  );
  if (checked.refusal) return checked.refusal;
  const begun = checked.result;
  if (!begun) return problem(context, 'unauthorised');
  if (begun.outcome === 'signed-in') return welcome(context, deps, begun, false);
  giveDeskCookie(context, begun.token, 'pomoc-second-step');
  return context.json({ secondStep: { ways: begun.ways } });
}

/** `POST /api/desk/session/passkey-options` */
export async function answerPasskeySignInOptions(context: Context, deps: ApiDeps): Promise<Response> {
  const { token, options } = await passkeySignInOptions(deps, relyingParty(context, deps));
  giveDeskCookie(context, token, 'pomoc-passkey');
  return context.json({ options });
}

/** `POST /api/desk/session/passkey` */
export async function answerSignInByPasskey(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, PasskeySignInRequest);
  if (!read.ok) return read.refusal;
  const token = readDeskCookie(context, 'pomoc-passkey') ?? '';
  const how = { party: relyingParty(context, deps), label: labelOf(context) };
  const signedIn = await signInByPasskey(deps, token, read.request.credential, how);
  if (!signedIn) return problem(context, 'unauthorised');
  takeDeskCookie(context, 'pomoc-passkey');
  return welcome(context, deps, signedIn, true);
}

/** `POST /api/desk/session/code`: throttled together with attempts to sign in. */
export async function answerSetPasswordByCode(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, SetPasswordByCodeRequest);
  if (!read.ok) return read.refusal;
  const checked = await checkPassword(context, deps, foldEmail(read.request.email), () =>
    setPasswordByCode(deps, read.request, labelOf(context)),
  );
  if (checked.refusal) return checked.refusal;
  return checked.result ? welcome(context, deps, checked.result, false) : problem(context, 'unauthorised');
}

/** `POST /api/desk/session/second-step-options` */
export async function answerSecondStepOptions(context: Context, deps: ApiDeps): Promise<Response> {
  const half = await readHalfSignIn(deps, readDeskCookie(context, 'pomoc-second-step') ?? '');
  if (!half) return problem(context, 'unauthorised');
  return context.json(await secondStepOptions(deps, half, relyingParty(context, deps)));
}

/** `POST /api/desk/session/second-step` */
export async function answerTakeSecondStep(context: Context, deps: ApiDeps): Promise<Response> {
  const half = await readHalfSignIn(deps, readDeskCookie(context, 'pomoc-second-step') ?? '');
  if (!half) return problem(context, 'unauthorised');
  const read = await readJson(context, SecondStepRequest);
  if (!read.ok) return read.refusal;
  const { refusal, giveBack } = await limitProofs(context, deps, half.id, read.request.way);
  if (refusal) return refusal;
  const how = { party: relyingParty(context, deps), label: labelOf(context) };
  const taken = await takeSecondStep(deps, half, read.request, how);
  if (taken.outcome === 'wrong') return problem(context, 'wrong-proof');
  takeDeskCookie(context, 'pomoc-second-step');
  if (taken.outcome === 'over') return problem(context, 'unauthorised');
  await giveBack();
  return welcome(context, deps, taken, true);
}

/** `DELETE /api/desk/session` */
export async function answerSignOut(context: Context, deps: ApiDeps): Promise<Response> {
  return end(context, deps, readDeskCookie(context));
}

/** `DELETE /api/desk/sessions` */
export async function answerSignOutEverywhere(context: Context, deps: ApiDeps): Promise<Response> {
  return end(context, deps, null);
}

async function end(context: Context, deps: ApiDeps, token: string | null): Promise<Response> {
  const session = await readSession(context, deps);
  takeDeskCookie(context); // an old cookie is useless as well
  if (!session) return problem(context, 'unauthorised');
  await signOut(deps.store, session.agent, token, deps.now());
  return context.body(null, 204);
}

/** `GET /api/desk/session` */
export async function answerWhoAmI(context: Context, deps: ApiDeps): Promise<Response> {
  const session = await readSession(context, deps);
  if (!session) return problem(context, 'unauthorised');
  return context.json(await toSignedIn(deps, session));
}

/** Every sign-in ends here: the session goes into its cookie, the browser is known from now on, and the desk hears who it is. */
async function welcome(
  context: Context,
  deps: ApiDeps,
  { token, agent }: SignedInAgent,
  hasFactor: boolean,
): Promise<Response> {
  giveDeskCookie(context, token);
  const browser = await rememberBrowser(deps, agent, readDeskCookie(context, 'pomoc-browser'));
  giveDeskCookie(context, browser, 'pomoc-browser');
  return context.json(await toSignedIn(deps, { agent, hasFactor }));
}

async function toSignedIn(
  deps: ApiDeps,
  { agent: { id, name, email, role }, hasFactor }: Pick<DeskSession, 'agent' | 'hasFactor'>,
): Promise<SignedIn> {
  return { agent: { id, name, email, role }, secondFactor: await factorStanding(deps, { role }, hasFactor) };
}

function labelOf(context: Context): string | null {
  return sessionLabel(context.req.header('User-Agent'));
}
