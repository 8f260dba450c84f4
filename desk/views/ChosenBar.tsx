import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import { CLOSE_REASONS, type CloseReason } from '../../src/contract/lists.ts';
import type { ClosingResult } from '../models/choice-model.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { momentInShort } from '../words/moments.ts';
import { language, words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { SureButton } from './SureButton.tsx';

const toList = () => document.getElementById(FOCUS_TARGETS.list)?.focus();

/**
 * What is done to all chosen rows: more of them are chosen, they are closed for one reason,
 * which can be undone, or their shops are blocked.
 */
export function ChosenBar({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const { choice } = model;
  const count = choice.numbers.value.length;
  const shops = choice.shops.value;
  const result = choice.result.value;
  const undo = choice.undo.value;
  const now = model.now.value;
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
          <CloseChosen model={model} count={count} />
          <p>
            <button
              type="button"
              onClick={() => {
                model.blocking.value = shops;
              }}
            >
              {w.blockShops(shops.length)}
            </button>
          </p>
        </fieldset>
      )}
      <div role="status">{result && <p class={`notice ${toneOf(result)}`}>{said(result)}</p>}</div>
      {undo && Date.parse(undo.until) > now && (
        <p class="undo-closing">
          <button
            type="button"
            aria-disabled={choice.isClosing.value}
            onClick={async () => {
              await choice.undoLast();
              if (choice.undo.peek() === null) toList();
            }}
          >
            {w.undoClosing(momentInShort(undo.until, now, language.value))}
          </button>
        </p>
      )}
    </>
  );
}

/** The reason, which nobody chooses for the agent, and the button that asks before it closes. */
function CloseChosen({ model: { choice }, count }: { model: DeskModel; count: number }): JSX.Element {
  const w = words.value;
  const reason = useSignal<CloseReason | null>(null);
  const isAsking = useSignal(false);
  const isMissing = useSignal(false);
  const select = useRef<HTMLSelectElement>(null);
  const chosen = reason.value;

  function ask(isAsked: boolean): void {
    isMissing.value = isAsked && reason.peek() === null;
    isAsking.value = isAsked && !isMissing.peek() && !choice.isClosing.peek();
    if (isMissing.peek()) select.current?.focus();
  }

  async function close(): Promise<void> {
    const why = reason.peek();
    isAsking.value = false;
    if (why === null) return;
    await choice.close(why);
    if (choice.numbers.peek().length === 0) toList();
  }

  return (
    <div class="close-chosen">
      <label>
        {w.closeReason}
        <select
          ref={select}
          value={chosen ?? ''}
          aria-invalid={isMissing.value}
          aria-describedby={isMissing.value ? 'close-reason-missing' : undefined}
          onChange={({ currentTarget: { value } }) => {
            reason.value = CLOSE_REASONS.find((one) => one === value) ?? null;
            isMissing.value = false;
            isAsking.value = false;
          }}
        >
          <option value="">{w.closeReasonNone}</option>
          {CLOSE_REASONS.map((one) => (
            <option key={one} value={one}>
              {label(w.closeReasons, one)}
            </option>
          ))}
        </select>
      </label>
      <SureButton
        isPossible
        isAsking={isAsking.value}
        ask={ask}
        act={close}
        words={{
          act: w.closeChosen(count),
          sure: chosen ? w.closeSure(count, chosen) : '',
          yes: w.closeYes,
          no: w.closeNo,
        }}
        heading={FOCUS_TARGETS.list}
      />
      {isMissing.value && (
        <p id="close-reason-missing" class="error">
          {w.closeReasonMissing}
        </p>
      )}
    </div>
  );
}

function said(result: ClosingResult): string {
  const w = words.value;
  switch (result.outcome) {
    case 'done':
      return w.closedChosen(result.closed, result.left);
    case 'unanswered':
      return w.notClosed;
    case 'undone':
      return w.closingUndone(result.restored, result.left);
    case 'undo-late':
      return w.undoLate;
    case 'undo-unanswered':
      return w.notUndone;
  }
}

function toneOf(result: ClosingResult): 'good' | 'warn' {
  return 'left' in result && result.left.length === 0 ? 'good' : 'warn';
}
