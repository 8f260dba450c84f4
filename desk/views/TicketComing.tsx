import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { DeskModel } from '../models/desk-model.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { NotLoaded } from './NotLoaded.tsx';

interface Props {
  model: DeskModel;
  number: string;
  hasFailed: boolean;
  again: () => void;
}

/** Stands for an open ticket until what draws tickets is loaded: its heading has the focus already. */
export function TicketComing({ model, number, hasFailed, again }: Props): JSX.Element {
  const w = words.value;
  const row = model.lists.rows.value.find((one) => one.number === number);
  useLayoutEffect(() => document.getElementById(FOCUS_TARGETS.heading)?.focus({ preventScroll: true }), [number]);
  return (
    <section class="ticket-pane" data-number={number} aria-labelledby={FOCUS_TARGETS.heading}>
      <div class="ticket-head">
        <h2 id={FOCUS_TARGETS.heading} tabIndex={-1}>
          {row?.subject ?? `${w.ticket} ${number}`}
        </h2>
        <div role="status">{!hasFailed && w.loading}</div>
        <div role="alert">
          {hasFailed && (
            <NotLoaded
              text={w.partNotLoaded}
              again={() => {
                document.getElementById(FOCUS_TARGETS.heading)?.focus();
                again();
              }}
            />
          )}
        </div>
      </div>
    </section>
  );
}
