import type { ComposerModel } from './composer-model.ts';
import type { PresenceModel } from './presence-model.ts';
import type { TicketModel } from './ticket-model.ts';

/** A ticket that is open, with what is written to it. */
export interface OpenTicket {
  number: string;
  ticket: TicketModel;
  composer: ComposerModel;
  presence: PresenceModel;
  look: () => void;
}
