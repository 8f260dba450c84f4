import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import { CLOSE_REASONS, type CloseReason } from '../../src/contract/lists.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';

/** What is done to all chosen rows: more of them are chosen, or they are closed for one reason. */
export function ChosenBar({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const { choice } = model;
  const reason = useSignal<CloseReason>('abuse');
  const count = choice.numbers.value.length;
  const result = choice.result.value;
  const toList = () => document.getElementById(FOCUS_TARGETS.list)?.focus();
  return (
    <>
      {count > 0 && (
        <fieldset class="chosen" aria-label={w.chosen(count)}>
          <p>
            <strong>{w.chosen(count)}</strong>
            <button
              type="button"
              class="plain"
              onClick={() => {
                choice.clear();
                toList();
              }}
            >
              {w.chooseNone}
            </button>
          </p>
          <p>
            <button type="button" onClick={choice.chooseShops}>
              {w.chooseShops}
            </button>
            <button type="button" onClick={() => choice.keepLastHour(model.now.peek())}>
              {w.keepLastHour}
            </button>
          </p>
          <p>
            <label>
              {w.closeReason}
              <select
                value={reason.value}
                onChange={({ currentTarget }) => {
                  reason.value = currentTarget.value as CloseReason;
                }}
              >
                {CLOSE_REASONS.map((one) => (
                  <option key={one} value={one}>
                    {label(w.closeReasons, one)}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              class="danger"
              aria-disabled={choice.isClosing.value}
              onClick={async () => {
                await choice.close(reason.peek());
                if (choice.numbers.peek().length === 0) toList();
              }}
            >
              {w.closeChosen(count)}
            </button>
          </p>
          {reason.value === 'abuse' && <p class="muted">{w.abuseMore}</p>}
        </fieldset>
      )}
      <div role="status">
        {result && (
          <p class={result.outcome === 'done' && result.left.length === 0 ? 'notice good' : 'notice warn'}>
            {result.outcome === 'done' ? w.closedChosen(result.closed, result.left) : w.notClosed}
          </p>
        )}
      </div>
    </>
  );
}
