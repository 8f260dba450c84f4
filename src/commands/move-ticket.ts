import type { TicketStatus } from '../contract/lists.ts';
import type { Store } from '../store/open.ts';
import { moveTicket } from '../tickets/move-ticket.ts';
import { shownMessages, unknownTicket } from './reply-to-ticket.ts';
import type { Terminal } from './terminal.ts';
import { STATUS_WORDS } from './words.ts';

/** `pomoc status NUMBER STATUS`: moves a ticket without an answer; returns the exit code. */
export async function moveTicketCommand(
  store: Store,
  terminal: Terminal,
  number: string,
  to: TicketStatus,
): Promise<number> {
  const moved = await moveTicket({ store, now: terminal.now }, { number, actor: 'operator', author: null }, to, {
    seenMessages: await shownMessages(store, number),
  });
  switch (moved.outcome) {
    case 'moved':
      terminal.print(`${number}: ${STATUS_WORDS[to]}.`);
      return 0;
    case 'not-found':
      return unknownTicket(terminal, number);
    case 'newer-message':
      terminal.printError(`Klient dopisał coś, czego jeszcze nie widać: najpierw pomoc show ${number}.`);
      return 1;
    case 'not-allowed':
      terminal.printError(
        moved.answerOwed && to === 'waiting-for-customer'
          ? 'Klient czeka na odpowiedź: najpierw trzeba odpowiedzieć.'
          : `Ze stanu „${STATUS_WORDS[moved.status]}” nie można przejść do „${STATUS_WORDS[to]}”.`,
      );
      return 1;
  }
}
