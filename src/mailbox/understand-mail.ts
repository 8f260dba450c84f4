import { type EmailDeps, takeLetter } from '../channels/email.ts';
import type { IncomingLetter } from '../channels/incoming-letter.ts';
import { type MailRow, updateMail } from '../store/mails.ts';
import type { AlignedDeps } from './is-aligned.ts';
import { isAligned } from './is-aligned.ts';
import { readAgain } from './read-again.ts';
import { isStoredWhole, readStoredMail } from './read-stored-mail.ts';

/** What it takes to understand letters. */
export type UnderstandDeps = Omit<EmailDeps, 'readAgain'> & AlignedDeps;

/**
 * Understands a stored letter and writes what became of it. Cut off anywhere it may be done again: what a letter does is
 * done once by its content key.
 */
export async function understandMail(deps: UnderstandDeps, mail: MailRow): Promise<void> {
  const { store } = deps;
  const isWhole = isStoredWhole(mail);
  const read = await readStoredMail(store, mail.id);
  if ('unreadable' in read) {
    await updateMail(store, mail.id, { fate: 'unreadable', reason: read.unreadable, lease_until: null });
    return;
  }
  const { raw, letter } = read;
  const sender = letter.from?.address ?? null;
  const isProven = isWhole && !letter.isDamaged && sender !== null && (await isAligned(deps, raw, sender));
  // Before it does anything: the question that it may owe goes to this address.
  await updateMail(store, mail.id, describe(letter, isProven));
  if (!isWhole) {
    await updateMail(store, mail.id, { fate: 'set-aside', reason: 'too-big', lease_until: null });
    return;
  }
  const stored = { id: mail.id, contentKey: mail.content_key, read: letter, isAligned: isProven };
  const fate = await takeLetter({ ...deps, readAgain: (id) => readAgain(store, id) }, stored);
  await updateMail(store, mail.id, {
    fate: fate.fate,
    reason: 'reason' in fate ? fate.reason : null,
    ticket_number: 'ticketNumber' in fate ? fate.ticketNumber : null,
    lease_until: null,
  });
}

function describe({ headerId, from, subject, language }: IncomingLetter, isProven: boolean) {
  return {
    header_id: headerId,
    from_address: from?.address.toLowerCase() ?? null,
    from_name: from?.name || null,
    subject,
    language,
    is_aligned: isProven ? (1 as const) : (0 as const),
  };
}
