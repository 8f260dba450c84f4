import { type DeskMail, type DeskMailList, type ListedFate, MAILS_COUNT_TO } from '../contract/desk/mails.ts';
import type { AgentName } from '../contract/desk/queue-row.ts';
import type { MailFate } from '../contract/lists.ts';
import { agentNames } from '../store/agents.ts';
import { maybePublicInstant, toPublicInstant } from '../store/instants.ts';
import { countMails, type MailRow, mailsOfFate } from '../store/mails.ts';
import type { Store } from '../store/open.ts';

/** Letters of a page. */
const PAGE = 50;

/** A page of the letters of one fate, the newest first. @param before the id of the last letter of the page before */
export async function listLetters(
  db: Store,
  fate: ListedFate,
  before: number | null,
): Promise<Omit<DeskMailList, 'isOn'>> {
  const rows = await mailsOfFate(db, fate, before, PAGE + 1);
  const page = rows.slice(0, PAGE);
  const handlers = page.flatMap(({ handled_by }) => handled_by ?? []);
  const names = await agentNames(db, new Set(handlers));
  return {
    mails: page.map((row) => toDeskMail(row, fate, names)),
    waiting: await countMails(db, 'waits', MAILS_COUNT_TO),
    next: rows.length > PAGE ? `${page.at(-1)?.id}` : null,
  };
}

/** Maps a letter that came in to the contract: the only place that does. */
export function toDeskMail<Fate extends MailFate>(
  row: MailRow & { is_kept: number },
  fate: Fate,
  names: ReadonlyMap<string, string>,
): Omit<DeskMail, 'fate'> & { fate: Fate } {
  const { id, from_address: address, from_name: name, subject, bytes, reason, handled_by } = row;
  const by: AgentName | null = handled_by === null ? null : { id: handled_by, name: names.get(handled_by) ?? '' };
  return {
    id,
    from: address === null ? null : { address, name },
    subject,
    at: toPublicInstant(Temporal.Instant.from(row.stored_at)),
    bytes,
    fate,
    reason,
    askedAt: maybePublicInstant(row.asked_at),
    handledBy: by,
    handledAt: maybePublicInstant(row.handled_at),
    isKept: row.is_kept === 1,
  };
}
