import { MOST_TAGS } from '../contract/desk/tags.ts';
import { foldToWords } from '../contract/fold.ts';
import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { deleteTag, insertTag, spellingOf, tagsOf, usedTags } from '../store/tags.ts';
import type { Changed } from './change-ticket.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/** So many tags are offered. */
const MOST_LISTED = 200;

/** The tags in use, those of the most tickets first. */
export function listTags(db: Store): Promise<{ tag: string; count: number }[]> {
  return usedTags(db, MOST_LISTED);
}

/** Gives a ticket a tag, in the spelling that is in use, or takes it away. */
export async function tagTicket(
  deps: StoreAndClock,
  action: AgentAction,
  { tag: typed, isOn }: { tag: string; isOn: boolean },
): Promise<Changed> {
  const folded = foldToWords(typed);
  const changed = await withTicketForAgent<Changed>(deps, action, async (transaction, ticket, now) => {
    const before = await tagsOf(transaction, ticket.number);
    const has = before.find((one) => one.folded === folded);
    if (isOn === (has !== undefined)) return { outcome: 'changed' };
    if (isOn && before.length >= MOST_TAGS) return { outcome: 'not-allowed' };
    const tag = has?.tag ?? (await spellingOf(transaction, folded)) ?? typed.trim();
    if (isOn) await insertTag(transaction, ticket.number, folded, tag);
    else await deleteTag(transaction, ticket.number, folded);
    await appendEvent(transaction, {
      at: toInstantText(now),
      actor: action.actor,
      action: isOn ? 'ticket.tagged' : 'ticket.untagged',
      ticketNumber: ticket.number,
      details: { tag },
    });
    return { outcome: 'changed' };
  });
  return changed ?? { outcome: 'not-found' };
}
