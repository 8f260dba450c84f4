import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { LIMITS } from '../../../src/contract/limits.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import type { IncidentModel } from './incident-model.ts';
import { incidentsWords } from './incidents-words.ts';

/** The form of the reply to all linked tickets. It says how many get it before it is sent. */
export function SolveForm({ model, waiting }: { model: IncidentModel; waiting: number }): JSX.Element {
  const w = incidentsWords.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const isAsking = useSignal(false);
  const isMissing = model.isTextMissing.value;

  function ask(event: Event): void {
    event.preventDefault();
    if (model.check()) isAsking.value = true;
    else field.current?.focus();
  }

  return (
    <section class="panel" aria-labelledby="incident-solution">
      <h3 id="incident-solution">{w.solution}</h3>
      <form noValidate onSubmit={ask}>
        <div class="field">
          <label for="solution-text">{w.solutionText}</label>
          <textarea
            ref={field}
            id="solution-text"
            dir="auto"
            rows={5}
            maxLength={LIMITS.description}
            readOnly={model.isBusy.value}
            value={model.text.value}
            aria-invalid={isMissing ? true : undefined}
            aria-describedby={isMissing ? 'solution-hint solution-error' : 'solution-hint'}
            onInput={({ currentTarget }) => model.type(currentTarget.value)}
          />
          <small id="solution-hint">{w.solutionHint}</small>
          {isMissing && (
            <span id="solution-error" class="error">
              {w.solutionNeeded}
            </span>
          )}
        </div>
        <div class="row">
          <button type="submit" class="primary" aria-disabled={model.isBusy.value}>
            {model.isBusy.value ? w.solving : w.solve}
          </button>
        </div>
      </form>
      {isAsking.value && (
        <ConfirmDialog
          title={w.solveTitle}
          yes={w.solveNow(waiting)}
          onYes={() => void model.solve()}
          onClose={() => {
            isAsking.value = false;
          }}
        >
          <p>{w.solveMore(waiting)}</p>
          <p class="said notice" dir="auto">
            {model.text.value.trim()}
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
