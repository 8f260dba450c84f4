import type { ReadonlySignal } from '@preact/signals';
import type { DeskClient } from '../client/desk-client.ts';
import { coalesce } from './coalesce.ts';
import { ComposerModel } from './composer-model.ts';
import type { DeskStore } from './desk-kept.ts';
import type { Drafts } from './drafts.ts';
import type { Hold } from './hold.ts';
import { PAUSE_MS } from './live-model.ts';
import { PresenceModel } from './presence-model.ts';
import { type Expecting, TicketModel } from './ticket-model.ts';
import type { Kind } from './writing.ts';

/** An open ticket with the models of its reply and presence. */
export interface OpenTicket {
  number: string;
  ticket: TicketModel;
  composer: ComposerModel;
  presence: PresenceModel;
  refresh: () => void;
}

export interface OpenTicketDeps {
  /** id of the agent */
  agent: string;
  client: DeskClient;
  store: DeskStore;
  drafts: Drafts;
  hold: Hold;
  signature: ReadonlySignal<string>;
  /** where the lists show what a press makes of a ticket */
  expecting: Expecting;
  /** whether it is the ticket on the screen */
  isShown: () => boolean;
  onChanged: () => void;
  /** called when it was merged into another ticket, which has its draft then */
  onMerged: (into: string) => void;
  onSent: (kind: Kind) => void;
}

/** Opens a ticket: nothing is read yet. */
export function openTicket(
  number: string,
  { agent, client, store, drafts, hold, signature, expecting, isShown, onChanged, onMerged, onSent }: OpenTicketDeps,
): OpenTicket {
  const ticket = new TicketModel({
    number,
    client,
    isShown,
    expecting,
    onChanged,
    onMerged(into) {
      drafts.move(number, into);
      composer.forget();
      onMerged(into);
    },
  });
  const presence = new PresenceModel(number, client);
  const composer = new ComposerModel({
    number,
    agent,
    client,
    store,
    drafts,
    hold,
    signature,
    ticket: ticket.ticket,
    refresh: ticket.refresh,
    onSent(kind) {
      // An agent who replied has read the thread.
      const messages = ticket.ticket.peek()?.ticket.messageCount;
      if (kind === 'reply' && messages) ticket.seenBefore.value = { messages, isMine: true };
      presence.rest();
      onSent(kind);
    },
  });
  return { number, ticket, composer, presence, refresh: coalesce(ticket.refresh, PAUSE_MS) };
}
