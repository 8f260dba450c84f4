import type { Channel, MailKind } from '../contract/lists.ts';

/** How long a reply waits for its reader to be seen reading it in the panel (`mail.md`, "What goes"). */
export const HELD_SECONDS = 120;

/** A letter that an event owes somebody. */
export interface OwedLetter {
  kind: MailKind;
  to: 'contact' | 'alert';
  /** seconds until it may go */
  afterSeconds: number;
}

/** An event of a ticket as far as letters depend on it. */
export type MailedEvent =
  | { action: 'ticket.opened'; channel: Channel; isOutage: boolean; isOpenNow: boolean }
  | { action: 'ticket.answered'; isSolution: boolean; hasFiles: boolean }
  | { action: 'ticket.late-warned' }
  | { action: 'ticket.link-asked' };

/**
 * The letters that an event of a ticket owes. A reply is held for a moment, as whoever reads it at once in the panel needs
 * no letter; one with files always goes, and so does the solution of an incident, for which nobody waits in the panel.
 */
export function owedLetters(event: MailedEvent): OwedLetter[] {
  const toContact = (kind: MailKind, afterSeconds = 0): OwedLetter => ({ kind, to: 'contact', afterSeconds });
  switch (event.action) {
    case 'ticket.opened': {
      const isAlarming = event.isOutage && !event.isOpenNow;
      return [toContact('receipt'), ...(isAlarming ? [{ kind: 'alert', to: 'alert', afterSeconds: 0 } as const] : [])];
    }
    case 'ticket.answered':
      if (event.isSolution) return [toContact('solution')];
      return [toContact('reply', event.hasFiles ? 0 : HELD_SECONDS)];
    case 'ticket.late-warned':
      return [toContact('late')];
    case 'ticket.link-asked':
      return [toContact('link')];
  }
}
