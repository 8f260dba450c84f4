import type { JSX } from 'preact';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { ShopPane } from './ShopPane.tsx';
import { TicketPane } from './TicketPane.tsx';

/** The open ticket, and its shop beside it. */
export function TicketPart({ model, open }: { model: DeskModel; open: OpenTicket }): JSX.Element {
  return (
    <>
      <TicketPane key={open.number} model={model} open={open} />
      <ShopPane
        key={`shop ${open.number}`}
        number={open.number}
        ticket={open.ticket}
        now={model.now.value}
        onlyShop={model.onlyShop}
        contact={() => {
          model.contacting.value = true;
        }}
        block={(shop) => {
          model.blocking.value = [shop];
        }}
      />
    </>
  );
}
