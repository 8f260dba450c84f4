import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { DeskTicket } from '../../../src/contract/desk/read-ticket.ts';
import type { DeskModel } from '../../models/desk-model.ts';
import { FOCUS_TARGETS } from '../../views/follow-keys.ts';
import { Icon } from '../../views/icons.tsx';
import { numberInGroups } from '../../words/number-in-groups.ts';
import { words } from '../../words/words.ts';

interface Props {
  model: DeskModel;
  ticket: DeskTicket;
}

/** What stands above a thread of reaching its customer: the number to be read out, and that letters do not arrive. */
export function ContactNotices({ model, ticket: { ticket } }: Props): JSX.Element {
  const w = words.value.mails;
  const { number, contact } = ticket;
  const trouble = label(w.troubles, contact.mail, '');
  return (
    <>
      {model.readOut.value === number && (
        <p class="notice good read-out">
          {w.readOut} <strong>{numberInGroups(number)}</strong>
          <button
            type="button"
            class="plain"
            onClick={() => {
              model.readOut.value = null;
              document.getElementById(FOCUS_TARGETS.heading)?.focus();
            }}
          >
            {w.readOutClose}
          </button>
        </p>
      )}
      {trouble && (
        <p class="notice warn with-sign">
          <Icon of="warn" />
          <span>
            {trouble}
            {contact.email && `: ${contact.email}`}.{' '}
            <button
              type="button"
              class="plain"
              onClick={() => {
                model.contacting.value = true;
              }}
            >
              {contact.mail === 'no-address' ? w.giveContact : w.mendContact}
            </button>
          </span>
        </p>
      )}
    </>
  );
}
