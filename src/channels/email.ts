import { LIMITS } from '../contract/limits.ts';
import { appendEvent } from '../events/append-event.ts';
import { wouldGo } from '../events/mail-verdict.ts';
import { receivedAtOf } from '../policy/asked-letter.ts';
import { isOurs } from '../policy/mail-limits.ts';
import { shopInText } from '../shops/shop-in-text.ts';
import { toInstantText } from '../store/instants.ts';
import { putMailAddress } from '../store/mail-addresses.ts';
import { type MailRow, updateMail, updateMailAsked } from '../store/mails.ts';
import type { IncomingLetter, LetterFate, StoredLetter } from './incoming-letter.ts';
import { takeBounce, wasToBounces } from './letter-bounce.ts';
import { threadOfLetter } from './letter-thread.ts';
import { type LetterDeps, openFromLetter, replyFromLetter } from './letter-ticket.ts';

/** What it takes to take letters that people wrote. */
export interface PersonDeps extends LetterDeps {
  markKey: Uint8Array;
  /** reads a stored letter once more; null when its bytes are gone */
  readAgain: (mailId: number) => Promise<IncomingLetter | null>;
}

/** What it takes to take letters. */
export interface EmailDeps extends PersonDeps {
  /** our own addresses in lower case: what comes from them is a copy or a loop */
  ownAddresses: readonly string[];
}

/**
 * Takes a letter (R8): it joins the ticket that it answers, opens one of the shop that it names, or waits until somebody
 * says which shop it is from. Automatic mail opens nothing and is answered by nothing. Taken again after a crash, it does
 * nothing a second time.
 */
export async function takeLetter(deps: EmailDeps, letter: StoredLetter): Promise<LetterFate> {
  const { read } = letter;
  if (read.kind === 'bounce') return takeBounce(deps, read);
  if (read.from && isOurs(read.from.address, deps.ownAddresses)) return setAside('own-address');
  // Only programs write to where bounces go, such as those that answer while somebody is away.
  if (wasToBounces(deps.markKey, read)) return setAside('auto-response');
  if (read.kind !== 'person') return setAside(read.reason ?? read.kind);
  if (!read.from) return setAside('no-sender');
  return takeFromPerson(deps, letter);
}

/**
 * Takes a letter that a person wrote, or of which an agent said so.
 * @param by that agent; null where nobody said it
 */
export async function takeFromPerson(
  deps: PersonDeps,
  letter: StoredLetter,
  by: string | null = null,
): Promise<LetterFate> {
  const { number, waiting, isFromReader } = await threadOfLetter(deps.store, deps.markKey, letter.read);
  if (isFromReader || letter.isAligned) await noteThatItWrote(deps, letter.read);
  if (number) {
    const joined = await replyFromLetter(deps, letter, number);
    if (joined.outcome !== 'refused') return { fate: 'joined', ticketNumber: number };
  }
  return waiting ? takeAnswer(deps, letter, waiting, by) : takeNew(deps, letter, by);
}

const setAside = (reason: string): LetterFate => ({ fate: 'set-aside', reason });

async function noteThatItWrote({ store, now }: PersonDeps, { from }: IncomingLetter): Promise<void> {
  if (from) await putMailAddress(store, { address: from.address.toLowerCase(), wrote_at: toInstantText(now()) });
}

async function takeNew(deps: PersonDeps, letter: StoredLetter, by: string | null): Promise<LetterFate> {
  const shop = await shopInText(deps.store, allWordsOf(letter.read), deps.now());
  if (!shop) {
    await askOnce(deps, letter);
    return { fate: 'waits', reason: 'no-shop' };
  }
  return opened(await openFromLetter(deps, letter, shop, deps.now(), by));
}

/** An answer to our question opens the ticket of the first letter, and is its next message. */
async function takeAnswer(
  deps: PersonDeps,
  letter: StoredLetter,
  waiting: MailRow,
  by: string | null,
): Promise<LetterFate> {
  const { store, now } = deps;
  const first = await deps.readAgain(waiting.id);
  if (!first) return takeNew(deps, letter, by);
  const shop = await shopInText(store, `${allWordsOf(letter.read)}\n${allWordsOf(first)}`, now());
  if (!shop) return { fate: 'waits', reason: 'asked-before' };
  const stored = { id: waiting.id, contentKey: waiting.content_key, read: first, isAligned: waiting.is_aligned === 1 };
  const receivedAt = receivedAtOf(Temporal.Instant.from(waiting.stored_at), now());
  const outcome = await openFromLetter(deps, stored, shop, receivedAt, by);
  const fate = opened(outcome);
  if (fate.fate !== 'opened') return fate;
  await updateMail(store, waiting.id, { fate: 'opened', reason: null, ticket_number: fate.ticketNumber });
  await replyFromLetter(deps, letter, fate.ticketNumber);
  return { fate: 'joined', ticketNumber: fate.ticketNumber };
}

function opened(outcome: Awaited<ReturnType<typeof openFromLetter>>): LetterFate {
  if (outcome.outcome === 'refused') return setAside(outcome.code);
  return { fate: 'opened', ticketNumber: outcome.number };
}

/** Everything that may name a shop: number and address often stand in the signature, or in what is quoted. */
export function allWordsOf({ subject, body }: IncomingLetter): string {
  return [subject, body].join('\n').slice(0, 10 * LIMITS.description);
}

/**
 * Asks the sender for number and address, once for each letter: the event owes the question. Who was asked today, or may
 * not be mailed, is not asked, and nothing says that they were.
 */
async function askOnce({ store, now }: PersonDeps, { id: mail, read }: StoredLetter): Promise<void> {
  const recipient = read.from?.address.toLowerCase() ?? '';
  await store.transaction().execute(async (transaction) => {
    const at = toInstantText(now());
    if (!(await wouldGo(transaction, { kind: 'question', recipient, isAnswer: true }, now()))) return;
    if (!(await updateMailAsked(transaction, mail, at))) return;
    await appendEvent(transaction, { at, actor: 'clock', action: 'mail.asked', details: { mail } });
  });
}
