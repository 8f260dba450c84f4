import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import { MOST_MONTHS } from '../../../src/contract/desk/change-shop.ts';
import { focusIfLost } from '../../views/focus.ts';
import { dayInWords } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { type PackageModel, USUAL_MONTHS } from './package-model.ts';

/** The form for a package, with a preview of the new last day. */
export function PackageForm({ model }: { model: PackageModel }): JSX.Element {
  const w = words.value.shops;
  const isOther = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const isAdded = model.added.value !== null;
  const wasAdded = useRef(isAdded);
  useEffect(() => void model.refresh(), []);
  useLayoutEffect(() => {
    if (isAdded !== wasAdded.current) focusIfLost(button.current); // the pressed button was replaced by the other
    wasAdded.current = isAdded;
  }, [isAdded]);
  return (
    <form
      class="package"
      noValidate
      aria-labelledby="package-heading"
      onSubmit={(event) => {
        event.preventDefault();
        void model.add();
      }}
    >
      <h4 id="package-heading">{w.addPackage}</h4>
      <fieldset class="months">
        <legend>{w.monthsAsked}</legend>
        {USUAL_MONTHS.map((usual) => (
          <label class="choice" key={usual}>
            <input
              type="radio"
              name="months"
              checked={!isOther.value && model.months.value === usual}
              onChange={() => {
                isOther.value = false;
                void model.edit({ months: usual });
              }}
            />
            {w.months(Number(usual))}
          </label>
        ))}
        <label class="choice">
          <input
            type="radio"
            name="months"
            checked={isOther.value}
            onChange={() => {
              isOther.value = true;
            }}
          />
          {w.otherMonths}
        </label>
        {isOther.value && (
          <input
            type="number"
            aria-label={w.monthsNumber}
            min={1}
            max={MOST_MONTHS}
            value={model.months.value}
            onInput={({ currentTarget }) => void model.edit({ months: currentTarget.value })}
          />
        )}
      </fieldset>
      <div class="field">
        <label for="package-day">{w.purchasedOn}</label>
        <input
          id="package-day"
          type="date"
          value={model.purchasedOn.value}
          onInput={({ currentTarget }) => void model.edit({ purchasedOn: currentTarget.value })}
        />
      </div>
      <Outcome model={model} />
      {isAdded ? (
        <button key="again" ref={button} type="button" onClick={model.again}>
          {w.addAnother}
        </button>
      ) : (
        <button
          key="add"
          ref={button}
          type="submit"
          class="primary"
          aria-disabled={!model.preview.value || model.isBusy.value}
        >
          {w.addPackage}
        </button>
      )}
    </form>
  );
}

function Outcome({ model }: { model: PackageModel }): JSX.Element {
  const w = words.value.shops;
  const day = (of: string) => dayInWords(of, words.value.locale);
  const preview = model.preview.value;
  const failure = model.failure.value;
  const added = model.added.value;
  return (
    <div role="status" class="outcome">
      {added && <p class="notice good">{w.added(day(added))}</p>}
      {preview && !added && (
        <p class="notice">
          <strong>{w.preview(day(preview.lastDay), day(preview.lastDayBefore))}</strong>{' '}
          {w.previewCovers(day(preview.covers.from), day(preview.covers.lastDay))}
        </p>
      )}
      {failure && (
        <p class="notice warn">
          {failure === 'unanswered' ? w.failures.unanswered : label(w.packageRefusals, failure, w.failures.refused)}
        </p>
      )}
    </div>
  );
}
