import type { MailKind } from '../contract/lists.ts';
import { type AddressFacts, IS_AUTOMATIC, type MailVerdict, mayMail } from '../policy/mail-limits.ts';
import { lettersTo, lettersToStrangers } from '../store/deliveries.ts';
import { toInstantText } from '../store/instants.ts';
import { findMailAddress } from '../store/mail-addresses.ts';
import { mailService } from '../store/mail-service.ts';
import type { Store } from '../store/open.ts';
import type { MailServiceTable } from '../store/tables/mail.ts';

/** Whether a letter may go to an address, by what is known of it and what went there (`mayMail`). */
export async function mailVerdict(
  transaction: Store,
  service: MailServiceTable,
  { kind, recipient }: { kind: MailKind; recipient: string },
  now: Temporal.Instant,
): Promise<MailVerdict> {
  const own = JSON.parse(service.own_addresses) as string[];
  return mayMail(kind, recipient, own, await addressFacts(transaction, recipient, kind, now));
}

async function addressFacts(
  transaction: Store,
  recipient: string,
  kind: MailKind,
  now: Temporal.Instant,
): Promise<AddressFacts> {
  const hourAgo = toInstantText(now.subtract({ hours: 1 }));
  const today = await lettersTo(transaction, recipient, toInstantText(now.subtract({ hours: 24 })));
  const thisHour = today.filter(({ created_at }) => created_at > hourAgo);
  const known = await findMailAddress(transaction, recipient);
  const isKnown = Boolean(known?.wrote_at);
  return {
    isKnown,
    isBounced: Boolean(known?.bounced_at),
    automaticToday: today.filter((letter) => IS_AUTOMATIC[letter.kind]).length,
    linksThisHour: thisHour.filter((letter) => letter.kind === 'link').length,
    thisHour: thisHour.length,
    // Counted over the whole table: asked only where it decides.
    strangersThisHour: isKnown || !IS_AUTOMATIC[kind] ? 0 : await lettersToStrangers(transaction, hourAgo),
  };
}

/** Whether a letter of a kind would go to an address now: not where mail is not set up, nor where it would be stopped. */
export async function wouldGo(
  transaction: Store,
  letter: { kind: MailKind; recipient: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const service = await mailService(transaction);
  return service?.is_on === 1 && ['now', 'later'].includes(await mailVerdict(transaction, service, letter, now));
}
