import type { ComposerModel } from './composer-model.ts';
import type { PresenceModel } from './presence-model.ts';
import type { TicketModel } from './ticket-model.ts';

/** An open ticket with the models of its reply and presence. */
export interface OpenTicket {
  number: string;
  ticket: TicketModel;
  composer: ComposerModel;
  presence: PresenceModel;
  refresh: () => void;
}
