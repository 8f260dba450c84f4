import type { JSX } from 'preact';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { AttachedFiles } from './AttachFiles.tsx';
import { Composer } from './Composer.tsx';
import { Icon } from './icons.tsx';
import { UndoBars } from './UndoBars.tsx';

interface Props {
  model: DeskModel;
  open: OpenTicket;
  ticket: DeskTicket;
}

/** What stands below a thread: replies that wait before they go, and the composer, unless its reply is on its way. */
export function Dock({ model, open, ticket }: Props): JSX.Element {
  const { composer } = open;
  const isOnItsWay = composer.kind.value === 'reply' && composer.sending.value.state === 'sending';
  const isHeld = model.hold.waiting.value.some(({ number }) => number === open.number);
  const { name, email } = ticket.ticket.contact;
  return (
    <>
      <UndoBars model={model} number={open.number} recipient={name || email || null} />
      {isOnItsWay && !isHeld && (
        <div class="undo-bars">
          <p class="undo-bar with-icon" role="status">
            <Icon of="email" />
            {words.value.sending}
          </p>
          <AttachedFiles files={composer.files.value} isFrozen />
        </div>
      )}
      {!isOnItsWay && <Composer model={model} open={open} ticket={ticket} />}
    </>
  );
}
