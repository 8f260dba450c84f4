import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { KEYS } from '../keys/commands.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { IncidentMenu } from './IncidentMenu.tsx';
import { Icon } from './icons.tsx';
import { SnoozeMenu } from './SnoozeMenu.tsx';
import { Sign } from './signs.tsx';

interface Props {
  model: DeskModel;
  open: OpenTicket;
  ticket: DeskTicket['ticket'];
  close: () => void;
}

/** The actions behind the button with three dots: rare ones first, and last, after a line, what changes how urgent it is. */
export function MoreList({ model, open, ticket, close }: Props): JSX.Element {
  const w = words.value;
  const list = useRef<HTMLDivElement>(null);
  const asked = model.asked.value;
  // Before painting, so that the next key goes to what was asked for.
  useLayoutEffect(() => {
    if (asked === null) return;
    const button = list.current?.querySelector<HTMLElement>(`[data-action="${asked.what}"] button`);
    (button ?? list.current?.querySelector<HTMLElement>('button'))?.focus();
    if (button?.getAttribute('aria-expanded') === 'false') button.click();
  }, [asked]);
  return (
    <div ref={list} class="more-list">
      {ticket.waitingSince === null && ticket.status !== 'solved' && ticket.status !== 'closed' && (
        <div data-action="snooze" data-key={KEYS.snooze}>
          <SnoozeMenu open={open} office={model.office} snoozedUntil={ticket.snoozedUntil} />
        </div>
      )}
      <div data-action="incident" data-key={KEYS.link}>
        <IncidentMenu open={open} ticket={ticket} />
      </div>
      <button
        type="button"
        aria-keyshortcuts={KEYS.merge}
        onClick={() => {
          close();
          model.asked.value = { what: 'merge', suggested: '' };
        }}
      >
        <Icon of="merge" />
        {w.merge}
        <span class="key" aria-hidden="true">
          {KEYS.merge}
        </span>
      </button>
      <button
        type="button"
        onClick={() => {
          close();
          model.asked.value = { what: 'correct' };
        }}
      >
        <Icon of="pen" />
        {w.correctTicket}
      </button>
      <button
        type="button"
        aria-keyshortcuts={KEYS.tags}
        onClick={() => {
          close();
          model.tagging.value = open.number;
        }}
      >
        <Sign of="tag" />
        {w.listParts.tags}
        <span class="key" aria-hidden="true">
          {KEYS.tags}
        </span>
      </button>
      <hr />
      <button
        type="button"
        class={ticket.isOutage ? undefined : 'danger'}
        onClick={() => {
          close();
          void open.ticket.change({ kind: 'place', body: { isOutage: !ticket.isOutage } });
        }}
      >
        <Icon of="warn" />
        {ticket.isOutage ? w.lower : w.lift}
      </button>
    </div>
  );
}
