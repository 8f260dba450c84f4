import { MAIL_KINDS, type MailKind } from '../contract/lists.ts';
import { countedAs } from '../policy/counted-as.ts';
import { type AddressFacts, IS_AUTOMATIC, LETTERS_AN_HOUR, type MailVerdict, mayMail } from '../policy/mail-limits.ts';
import { type CountedLetter, lettersTo, lettersToStrangers } from '../store/deliveries.ts';
import { type InstantText, toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import { findMailAddress } from '../store/mail-addresses.ts';
import { mailService } from '../store/mail-service.ts';
import type { Store } from '../store/open.ts';
import type { MailServiceTable } from '../store/tables/mail.ts';

/** A letter that may be owed. */
export interface WantedLetter {
  kind: MailKind;
  /** in lower case */
  recipient: string;
  /** whether it answers a letter without anybody of ours */
  isAnswer: boolean;
}

const AUTOMATIC = MAIL_KINDS.filter((kind) => IS_AUTOMATIC[kind]);

/** Whether a letter may go to an address, by what is known of it and what went there (`mayMail`). */
export async function mailVerdict(
  transaction: Store,
  service: MailServiceTable,
  letter: WantedLetter,
  now: Temporal.Instant,
): Promise<MailVerdict> {
  // Two at the same moment must not both find that nothing went today.
  if (IS_AUTOMATIC[letter.kind]) await lock(transaction, 'automatic-letters');
  const own = JSON.parse(service.own_addresses) as string[];
  return mayMail(letter, own, await addressFacts(transaction, letter, now));
}

async function addressFacts(
  transaction: Store,
  { kind, recipient }: WantedLetter,
  now: Temporal.Instant,
): Promise<AddressFacts> {
  const hourAgo = toInstantText(now.subtract({ hours: 1 }));
  const today = await lettersOfDay(transaction, recipient, now);
  const thisHour = today.filter(({ due_at }) => due_at > hourAgo);
  const known = await findMailAddress(transaction, recipient);
  const isKnown = Boolean(known?.wrote_at);
  return {
    isKnown,
    isBounced: Boolean(known?.bounced_at),
    automaticToday: today.filter((letter) => IS_AUTOMATIC[letter.kind]).length,
    answersToday: today.filter(isAnswer).length,
    linksThisHour: thisHour.filter(isLiveLink).length,
    thisHour: thisHour.length,
    // Counted over the whole table: asked only where it decides.
    strangersThisHour: isKnown || !IS_AUTOMATIC[kind] ? 0 : await lettersToStrangers(transaction, AUTOMATIC, hourAgo),
  };
}

/** One that is not sent yet will bring the link as it is then. */
function isLiveLink({ kind, sent_at, links_revoked_at }: CountedLetter): boolean {
  return kind === 'link' && (sent_at === null || links_revoked_at === null || links_revoked_at < sent_at);
}

function isAnswer({ kind, channel }: CountedLetter): boolean {
  return kind === 'question' || (kind === 'receipt' && channel === 'email');
}

function lettersOfDay(transaction: Store, recipient: string, now: Temporal.Instant): Promise<CountedLetter[]> {
  return lettersTo(transaction, countedAs(recipient), toInstantText(now.subtract({ hours: 24 })));
}

/** When a letter that waits for its turn goes: an hour after the one that is as many letters before it as go in an hour. */
export async function turnOf(transaction: Store, recipient: string, now: Temporal.Instant): Promise<InstantText> {
  const times = (await lettersOfDay(transaction, recipient, now)).map(({ due_at }) => due_at).toSorted();
  const before = times.at(-LETTERS_AN_HOUR);
  const turn = before === undefined ? now : Temporal.Instant.from(before).add({ hours: 1 });
  return toInstantText(Temporal.Instant.compare(turn, now) > 0 ? turn : now);
}

/** Whether a letter would go to an address now: not where mail is not set up, nor where it would be stopped. */
export async function wouldGo(transaction: Store, letter: WantedLetter, now: Temporal.Instant): Promise<boolean> {
  const service = await mailService(transaction);
  return service?.is_on === 1 && ['now', 'later'].includes(await mailVerdict(transaction, service, letter, now));
}
