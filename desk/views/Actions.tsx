import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { AssignMenu } from './AssignMenu.tsx';
import { focusIfLost } from './focus.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { IncidentMenu } from './IncidentMenu.tsx';
import { Later } from './Later.tsx';
import { SnoozeMenu } from './SnoozeMenu.tsx';
import { StatusMenu } from './StatusMenu.tsx';

const loadMergeDialog = async () => (await import('./MergeDialog.tsx')).MergeDialog;

interface Props {
  model: DeskModel;
  open: OpenTicket;
  ticket: DeskTicket;
}

/** Actions on a ticket that send nothing to the customer. */
export function Actions({ model, open, ticket: whole }: Props): JSX.Element {
  const w = words.value;
  const { ticket } = whole;
  /** while the dialog is wanted: the number that is filled in */
  const merging = useSignal<{ suggested: string } | null>(null);
  const failure = open.ticket.failure.value;
  const isMine = ticket.assignee?.id === model.me.value.id;
  const actions = useRef<HTMLFieldSetElement>(null);
  const wasMine = useRef(isMine);
  // The button that assigned it is unmounted, so move the focus.
  useLayoutEffect(() => {
    if (isMine !== wasMine.current) focusIfLost(actions.current?.querySelector('button') ?? null);
    wasMine.current = isMine;
  }, [isMine]);
  return (
    <>
      <fieldset ref={actions} class="actions" aria-label={w.actions}>
        <AssignMenu model={model} open={open} holder={ticket.assignee} />
        {!isMine && (
          <button type="button" title={`${w.take} (a)`} aria-keyshortcuts="a" onClick={model.take}>
            {w.take}{' '}
            <span class="key" aria-hidden="true">
              a
            </span>
          </button>
        )}
        <StatusMenu open={open} ticket={ticket} />
        {ticket.waitingSince === null && <SnoozeMenu open={open} snoozedUntil={ticket.snoozedUntil} />}
        <button
          type="button"
          onClick={() => open.ticket.change({ kind: 'place', body: { isOutage: !ticket.isOutage } })}
        >
          {ticket.isOutage ? w.lower : w.lift}
        </button>
        <IncidentMenu open={open} ticket={ticket} />
        <button
          type="button"
          onClick={() => {
            merging.value = { suggested: '' };
          }}
        >
          {w.merge}
        </button>
        {ticket.mayConcern && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              merging.value = { suggested: ticket.mayConcern ?? '' };
            }}
          >
            {w.mayConcern(ticket.mayConcern)}
          </button>
        )}
      </fieldset>
      <Later
        wanted={merging.value}
        load={loadMergeDialog}
        with={{
          open,
          ticket: whole,
          suggested: merging.value?.suggested ?? '',
          onClose: () => {
            merging.value = null;
          },
        }}
      />
      <div role="alert">
        {failure && (
          <p class="notice bad">
            {w.changeFailure(failure)}{' '}
            <button
              type="button"
              class="plain"
              onClick={() => {
                open.ticket.forgetFailure();
                document.getElementById(FOCUS_TARGETS.heading)?.focus();
              }}
            >
              {w.dismiss}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
