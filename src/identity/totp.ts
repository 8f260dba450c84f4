import { Secret, TOTP } from 'otpauth';
import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { confirmTotpRow, findTotp, putPendingTotp, spendTotpStep, type TotpRow } from '../store/totp.ts';
import type { Agent } from './agent.ts';
import { open, type SecretKeys, seal } from './seal.ts';
import { sealPurpose } from './seal-purpose.ts';
import { newId } from './token.ts';

/** What apps show beside the code. */
const ISSUER = 'Pomoc online';

/** The only parameters that every app knows (RFC 6238 with SHA-1, six digits, 30 s). */
const PERIOD_SECONDS = 30;
const DIGITS = 6;

/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

/** How many steps the clock of a phone may be off, each way. */
const WINDOW = 1;

type TotpDeps = StoreAndClock & { secretKeys: SecretKeys };

/** A new secret as it is shown once. */
export interface ShownTotp {
  /** base32, to be typed by hand */
  secret: string;
  /** `otpauth:…`, for a QR code */
  uri: string;
}

/** Makes a secret for an authenticator app. It counts once a code of it was shown; the one before counts until then. */
export async function setUpTotp({ store, now, secretKeys }: TotpDeps, { id, email }: Agent): Promise<ShownTotp> {
  const secret = new Secret({ size: SECRET_BYTES });
  const rowId = newId('t');
  await store.transaction().execute(async (transaction) => {
    await putPendingTotp(transaction, {
      id: rowId,
      agent_id: id,
      sealed: seal(secretKeys, sealPurpose('agent_totp', rowId), secret.base32),
      created_at: toInstantText(now()),
      confirmed_at: null,
      last_step: null,
    });
  });
  return { secret: secret.base32, uri: totpOf(secret, email).toString() };
}

/** `missing`: no secret waits for its first code. */
export type TotpConfirmed = 'confirmed' | 'wrong' | 'missing';

/** Makes the secret that was just set up the one that counts, by a code of the app. */
export async function confirmTotp(deps: TotpDeps, { id }: Agent, code: string): Promise<TotpConfirmed> {
  const pending = await findTotp(deps.store, id, 'pending');
  if (!pending) return 'missing';
  const step = stepOf(deps, pending, code);
  if (step === null) return 'wrong';
  const at = toInstantText(deps.now());
  return deps.store.transaction().execute(async (transaction) => {
    if ((await findTotp(transaction, id, 'pending'))?.id !== pending.id) return 'missing';
    await confirmTotpRow(transaction, pending, { at, step });
    await appendEvent(transaction, { at, actor: id, action: 'agent.totp-set-up' });
    return 'confirmed';
  });
}

/** Spends a code of an agent's app; false when it is wrong, of another time, or was used before. */
export async function spendTotp(deps: TotpDeps, agentId: string, code: string): Promise<boolean> {
  const totp = await findTotp(deps.store, agentId, 'confirmed');
  if (!totp) return false;
  const step = stepOf(deps, totp, code);
  return step !== null && spendTotpStep(deps.store, totp.id, step);
}

/** The step that a code is of; null when it is of none near now. */
function stepOf(
  { now, secretKeys }: { now: () => Temporal.Instant; secretKeys: SecretKeys },
  row: TotpRow,
  code: string,
) {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now().epochMilliseconds;
  const secret = Secret.fromBase32(open(secretKeys, sealPurpose('agent_totp', row.id), row.sealed));
  const delta = totpOf(secret).validate({ token, timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta;
}

function totpOf(secret: Secret, label = ''): TOTP {
  return new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_SECONDS, secret });
}
