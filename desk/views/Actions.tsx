import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { AGENT_MOVES, type TicketStatus } from '../../src/contract/ticket-status.ts';
import type { DeskModel, OpenTicket } from '../models/desk-model.ts';
import { type SnoozePreset, snoozeTimes } from '../models/snooze-times.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';
import { MergeDialog } from './MergeDialog.tsx';

interface Props {
  model: DeskModel;
  open: OpenTicket;
  ticket: DeskTicket;
}

/** What can be done to a ticket without a word to the customer. */
export function Actions({ model, open, ticket: whole }: Props): JSX.Element {
  const w = words.value;
  const { ticket } = whole;
  const isMerging = useSignal(false);
  const failure = open.ticket.failure.value;
  const isMine = ticket.assignee?.id === model.me.value.id;
  return (
    <>
      <fieldset class="actions" aria-label={w.actions}>
        <AssignMenu model={model} open={open} ticket={whole} />
        {!isMine && (
          <button type="button" title={`${w.take} (a)`} aria-keyshortcuts="a" onClick={model.take}>
            {w.take}{' '}
            <span class="key" aria-hidden="true">
              a
            </span>
          </button>
        )}
        <StatusMenu open={open} ticket={ticket} />
        {ticket.answerBy === null && <SnoozeMenu open={open} snoozedUntil={ticket.snoozedUntil} />}
        <button
          type="button"
          onClick={() => open.ticket.change({ kind: 'place', body: { isOutage: !ticket.isOutage } })}
        >
          {ticket.isOutage ? w.lower : w.lift}
        </button>
        <button
          type="button"
          onClick={() => {
            isMerging.value = true;
          }}
        >
          {w.merge}
        </button>
      </fieldset>
      {isMerging.value && (
        <MergeDialog
          open={open}
          ticket={whole}
          onClose={() => {
            isMerging.value = false;
          }}
        />
      )}
      <div role="alert">
        {failure && (
          <p class="notice bad">
            {w.changeFailure(failure)}{' '}
            <button type="button" class="plain" onClick={open.ticket.forgetFailure}>
              {w.dismiss}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

function AssignMenu({ model, open, ticket: { ticket } }: Props): JSX.Element {
  const w = words.value;
  const holder = ticket.assignee;
  const choices = [...model.agents.value, null];
  return (
    <Menu
      name={`${w.assignee}: ${holder?.name ?? w.nobody}`}
      label={
        <>
          <Icon of="person" />
          {holder?.name ?? w.nobody}
          <Icon of="down" />
        </>
      }
    >
      {(close) =>
        choices.map((agent) => (
          <button
            key={agent?.id ?? ''}
            type="button"
            aria-current={(agent?.id ?? null) === (holder?.id ?? null) || undefined}
            onClick={() => {
              close();
              const body = { assignee: agent?.id ?? null, from: holder?.id ?? null };
              if (body.assignee !== body.from) void open.ticket.change({ kind: 'assignee', body });
            }}
          >
            {agent?.name ?? w.nobody}
          </button>
        ))
      }
    </Menu>
  );
}

function StatusMenu({ open, ticket }: { open: OpenTicket; ticket: DeskTicket['ticket'] }): JSX.Element {
  const w = words.value;
  const moves = (AGENT_MOVES[ticket.status as TicketStatus] ?? []).filter(
    (to) => to !== 'waiting-for-customer' || ticket.answerBy === null,
  );
  return (
    <Menu
      name={`${w.status}: ${w.statuses[ticket.status] ?? ticket.status}`}
      label={
        <>
          {w.statuses[ticket.status] ?? ticket.status}
          <Icon of="down" />
        </>
      }
    >
      {(close) =>
        moves.map((status) => (
          <button
            key={status}
            type="button"
            onClick={() => {
              close();
              void open.ticket.change({ kind: 'status', body: { status, seenMessages: ticket.messageCount } });
            }}
          >
            {w.statuses[status]}
          </button>
        ))
      }
    </Menu>
  );
}

function SnoozeMenu({ open, snoozedUntil }: { open: OpenTicket; snoozedUntil: string | null }): JSX.Element {
  const w = words.value;
  const snooze = (until: string | null) => open.ticket.change({ kind: 'snooze', body: { until } });
  return (
    <Menu
      label={
        <>
          <Icon of="clock" />
          {w.snooze}
          <Icon of="down" />
        </>
      }
    >
      {(close) => (
        <>
          {(Object.entries(snoozeTimes(Date.now())) as [SnoozePreset, string][]).map(([preset, until]) => (
            <button
              key={preset}
              type="button"
              onClick={() => {
                close();
                void snooze(until);
              }}
            >
              {w.snoozePresets[preset]}
            </button>
          ))}
          {snoozedUntil && (
            <button
              type="button"
              onClick={() => {
                close();
                void snooze(null);
              }}
            >
              {w.wake}
            </button>
          )}
        </>
      )}
    </Menu>
  );
}
