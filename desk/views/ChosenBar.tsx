import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import { MOST_CLOSED } from '../../src/contract/desk/close-tickets.ts';
import { CLOSE_REASONS, type CloseReason } from '../../src/contract/lists.ts';
import type { ClosingResult } from '../models/choice-model.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { momentInShort } from '../words/moments.ts';
import { language, words } from '../words/words.ts';
import { ChosenActions } from './ChosenActions.tsx';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { SureButton } from './SureButton.tsx';

const toList = () => document.getElementById(FOCUS_TARGETS.list)?.focus();

/**
 * What is done to all chosen rows: more of them are chosen, they are closed for one reason,
 * which can be undone, or their shops are blocked.
 */
export function ChosenBar({ model }: { model: DeskModel }): JSX.Element {
  const texts = words.value.listParts;
  const { choice } = model;
  const count = choice.numbers.value.length;
  const all = Math.min(model.lists.rows.value.length, MOST_CLOSED);
  /** whether closing is asked for, with what chooses for it */
  const isClosing = useSignal(false);
  const shops = choice.shops.value;
  const result = choice.result.value;
  const undo = choice.undo.value;
  const now = model.now.value;
  return (
    <>
      {count > 0 && (
        <fieldset class="chosen" aria-label={texts.chosen(count)}>
          <p>
            <strong>{texts.chosen(count)}</strong>
            <button
              type="button"
              class="plain"
              onClick={() => {
                choice.clear();
                toList();
              }}
            >
              {texts.chooseNone} <kbd class="key">Esc</kbd>
            </button>
            {all > count && (
              <button type="button" class="plain choose-all" onClick={choice.chooseAll}>
                {texts.chooseAll(all)}
              </button>
            )}
          </p>
          <ChosenActions model={model} isClosing={isClosing} />
          {isClosing.value && (
            <>
              <p>
                <button type="button" onClick={choice.chooseShops}>
                  {texts.chooseShops}
                </button>
                <button type="button" onClick={() => choice.keepLastHour(model.now.peek())}>
                  {texts.keepLastHour}
                </button>
                <button
                  type="button"
                  onClick={() => {
                    model.blocking.value = shops;
                  }}
                >
                  {texts.blockShops(shops.length)}
                </button>
              </p>
              <CloseChosen model={model} count={count} />
            </>
          )}
        </fieldset>
      )}
      <div role="status">
        {choice.progress.value && <p>{texts.working(choice.progress.value.done, choice.progress.value.of)}</p>}
        {result && <p class={`notice ${toneOf(result)}`}>{said(result)}</p>}
      </div>
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
            {texts.undoClosing(momentInShort(undo.until, now, language.value))}
          </button>
        </p>
      )}
    </>
  );
}

/** The reason, which nobody chooses for the agent, and the button that asks before it closes. */
function CloseChosen({ model: { choice }, count }: { model: DeskModel; count: number }): JSX.Element {
  const texts = words.value.listParts;
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
        {texts.closeReason}
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
          <option value="">{texts.closeReasonNone}</option>
          {CLOSE_REASONS.map((one) => (
            <option key={one} value={one}>
              {label(texts.closeReasons, one)}
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
          act: texts.closeChosen(count),
          sure: chosen ? texts.closeSure(count, chosen) : '',
          yes: texts.closeYes,
          no: texts.closeNo,
        }}
        heading={FOCUS_TARGETS.list}
      />
      {isMissing.value && (
        <p id="close-reason-missing" class="error">
          {texts.closeReasonMissing}
        </p>
      )}
    </div>
  );
}

function said(result: ClosingResult): string {
  const texts = words.value.listParts;
  switch (result.outcome) {
    case 'changed': {
      const { done, left } = result.changed;
      const reasons = Object.entries(left).map(([why, numbers]) => texts.leftOut(label(texts.left, why), numbers));
      return [texts.doneAll(done), ...reasons].join(' ');
    }
    case 'done':
      return texts.closedChosen(result.closed, result.left);
    case 'unanswered':
      return texts.notClosed;
    case 'undone':
      return texts.closingUndone(result.restored, result.left);
    case 'undo-late':
      return texts.undoLate;
    case 'undo-unanswered':
      return texts.notUndone;
  }
}

function toneOf(result: ClosingResult): 'good' | 'warn' {
  const left =
    result.outcome === 'changed' ? Object.keys(result.changed.left) : 'left' in result ? result.left : ['all'];
  return left.length === 0 ? 'good' : 'warn';
}
