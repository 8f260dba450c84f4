import { appendEvent } from '../events/append-event.ts';
import type { Caller } from '../identity/caller.ts';
import { handedLinkKey } from '../identity/mail-marks.ts';
import { CODE_DAYS, newTicketCode, ticketCodeHash } from '../identity/ticket-code.ts';
import { toInstantText, toPublicInstant } from '../store/instants.ts';
import { deleteLinksOf, putTicketCode } from '../store/link-sessions.ts';
import { mergedInto } from '../store/merge.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { type TicketRow, updateTicketUnseen } from '../store/tickets.ts';
import { findTicketFor, lockTicketFor } from './find-ticket-for.ts';
import type { LinkDeps } from './open-ticket-link.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/**
 * A link that opens a ticket, for who has its token or a session of its shop; null for everybody else. Who came by a link
 * makes no other.
 * @param publicUrl where browsers reach the service
 */
export async function makeTicketLink(
  { store, now, markKey, publicUrl }: LinkDeps & { publicUrl: string },
  number: string,
  caller: Caller,
): Promise<{ url: string } | null> {
  const opened = caller.kind === 'link' ? null : await findTicketFor(store, number, caller, now());
  if (!opened) return null;
  const { own } = opened;
  return { url: `${publicUrl}/z/#${own.number}.${handedLinkKey(markKey, own.number, own.link_version)}` };
}

/**
 * Makes all links, and the code, of a ticket open nothing: for who has its token, or with a session of its shop also those of
 * the tickets merged into it. False for everybody else, and for who came by a link.
 */
export async function revokeLinks({ store, now }: StoreAndClock, number: string, caller: Caller): Promise<boolean> {
  if (caller.kind === 'link') return false;
  return store.transaction().execute(async (transaction) => {
    const at = now();
    const opened = await lockTicketFor(transaction, number, caller, at);
    if (!opened) return false;
    const merged = caller.kind === 'session' ? await mergedInto(transaction, opened.ticket.number) : [];
    for (const one of [opened.own, ...merged]) await revoke(transaction, one, 'customer', at);
    return true;
  });
}

/** The same for an agent, with those of the tickets merged into it; false when there is no such ticket. */
export async function revokeLinksByAgent(deps: StoreAndClock, action: AgentAction): Promise<boolean> {
  const done = await withTicketForAgent(deps, action, async (transaction, ticket, now) => {
    await revokeLinksOf(transaction, ticket, action.actor, now);
    return true;
  });
  return done ?? false;
}

/** The same where the ticket's lock is held. */
export async function revokeLinksOf(
  transaction: Store,
  ticket: TicketRow,
  actor: string,
  now: Temporal.Instant,
): Promise<void> {
  for (const one of [ticket, ...(await mergedInto(transaction, ticket.number))])
    await revoke(transaction, one, actor, now);
}

async function revoke(
  transaction: Store,
  { number, link_version }: TicketRow,
  actor: string,
  now: Temporal.Instant,
): Promise<void> {
  await updateTicketUnseen(transaction, number, { link_version: link_version + 1 });
  await deleteLinksOf(transaction, number);
  const at = toInstantText(now);
  await appendEvent(transaction, { at, actor, action: 'ticket.links-revoked', ticketNumber: number });
}

/** Makes a code for a ticket, in place of the one before; null when there is no such ticket. */
export async function makeTicketCode(
  deps: LinkDeps,
  action: AgentAction,
): Promise<{ number: string; code: string; expiresAt: string } | null> {
  return withTicketForAgent(deps, action, async (transaction, { number }, now) => {
    const code = newTicketCode();
    const expiresAt = now.add({ hours: 24 * CODE_DAYS });
    await putTicketCode(transaction, {
      ticket_number: number,
      code_hash: ticketCodeHash(deps.markKey, number, code),
      made_by: action.actor,
      expires_at: toInstantText(expiresAt),
    });
    const event = { at: toInstantText(now), actor: action.actor, ticketNumber: number } as const;
    await appendEvent(transaction, { ...event, action: 'ticket.code-made' });
    return { number, code, expiresAt: toPublicInstant(expiresAt) };
  });
}
