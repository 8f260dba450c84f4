import type { Context } from 'hono';
import {
  AddPasskeyRequest,
  ConfirmTotpRequest,
  ProveAgainRequest,
  RenamePasskeyRequest,
} from '../../contract/desk/second-factor-requests.ts';
import { addPasskey, passkeyCreation, renamePasskey } from '../../identity/add-passkey.ts';
import { listFactors } from '../../identity/list-factors.ts';
import { proofOptions, proveAgain } from '../../identity/prove-again.ts';
import { makeRecoveryCodes } from '../../identity/recovery-codes.ts';
import { type FactorRemoved, removePasskey, removeTotp } from '../../identity/remove-factor.ts';
import { confirmTotp, setUpTotp } from '../../identity/totp.ts';
import { pathParameter } from '../http/check-path.ts';
import { limitProofs } from '../http/limit-route.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';
import { checkPassword } from './check-password.ts';
import { relyingParty } from './relying-party.ts';

/** `POST /api/desk/proof-options` */
export const answerProofOptions = asAgent(async (context, deps, _, session) =>
  context.json(await proofOptions(deps, session, relyingParty(context, deps))),
);

/** `POST /api/desk/proof`: passwords are throttled together with attempts to sign in, codes with second steps. */
export const answerProveAgain = asAgent(async (context, deps, agent, session) => {
  const read = await readJson(context, ProveAgainRequest);
  if (!read.ok) return read.refusal;
  const proof = read.request;
  const prove = () => proveAgain(deps, session, proof, relyingParty(context, deps));
  if (proof.way === 'password') {
    const checked = await checkPassword(context, deps, agent.email, async () => (await prove()) || null);
    if (checked.refusal) return checked.refusal;
    return checked.result ? context.body(null, 204) : problem(context, 'wrong-proof');
  }
  const { refusal, giveBack } = await limitProofs(context, deps, agent.id, proof.way);
  if (refusal) return refusal;
  if (!(await prove())) return problem(context, 'wrong-proof');
  await giveBack();
  return context.body(null, 204);
});

/** `GET /api/desk/factors` */
export const answerListFactors = asAgent(async (context, deps, _, session) =>
  context.json(await listFactors(deps, session)),
);

/** `POST /api/desk/passkeys/options` */
export const answerPasskeyOptions = asAgent(async (context, deps, _, session) =>
  context.json({ options: await passkeyCreation(deps, session, relyingParty(context, deps)) }),
);

/** `POST /api/desk/passkeys` */
export const answerAddPasskey = asAgent(async (context, deps, _, session) => {
  const read = await readJson(context, AddPasskeyRequest);
  if (!read.ok) return read.refusal;
  const added = await addPasskey(deps, session, relyingParty(context, deps), read.request);
  switch (added.outcome) {
    case 'wrong':
      return problem(context, 'wrong-proof');
    case 'full':
      return problem(context, 'list-full');
    case 'added':
      return context.json({ id: added.id }, 201);
  }
});

/** `POST /api/desk/passkeys/:passkey/name` */
export const answerRenamePasskey = asAgent(async (context, deps, { id }) => {
  const read = await readJson(context, RenamePasskeyRequest);
  if (!read.ok) return read.refusal;
  const isRenamed = await renamePasskey(deps, id, pathParameter(context, 'passkey'), read.request.name);
  return isRenamed ? context.body(null, 204) : problem(context, 'not-found');
});

/** `DELETE /api/desk/passkeys/:passkey` */
export const answerRemovePasskey = asAgent(async (context, deps, _, session) =>
  answerRemoved(context, await removePasskey(deps, session, pathParameter(context, 'passkey'))),
);

/** `POST /api/desk/totp`: the only response that ever contains the secret. */
export const answerSetUpTotp = asAgent(async (context, deps, agent) => context.json(await setUpTotp(deps, agent), 201));

/** `POST /api/desk/totp/confirm` */
export const answerConfirmTotp = asAgent(async (context, deps, agent) => {
  const read = await readJson(context, ConfirmTotpRequest);
  if (!read.ok) return read.refusal;
  const { refusal, giveBack } = await limitProofs(context, deps, agent.id, 'totp');
  if (refusal) return refusal;
  switch (await confirmTotp(deps, agent, read.request.code)) {
    case 'missing':
      return problem(context, 'not-found');
    case 'wrong':
      return problem(context, 'wrong-proof');
    case 'confirmed':
      await giveBack();
      return context.body(null, 204);
  }
});

/** `DELETE /api/desk/totp` */
export const answerRemoveTotp = asAgent(async (context, deps, _, session) =>
  answerRemoved(context, await removeTotp(deps, session)),
);

/** `POST /api/desk/recovery-codes`: the only response that ever contains the codes. */
export const answerMakeRecoveryCodes = asAgent(async (context, deps, { id }) => {
  const codes = await makeRecoveryCodes(deps, id);
  return codes ? context.json({ codes }, 201) : problem(context, 'conflict');
});

function answerRemoved(context: Context, removed: FactorRemoved): Response {
  switch (removed) {
    case 'missing':
      return problem(context, 'not-found');
    case 'last':
      return problem(context, 'last-factor');
    case 'removed':
      return context.body(null, 204);
  }
}
