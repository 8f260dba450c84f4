import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { LIMITS } from '../../../src/contract/limits.ts';
import { overLength } from '../../models/over-length.ts';
import { TextArea } from '../../views/TextArea.tsx';
import { words } from '../../words/words.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import type { IncidentModel } from './incident-model.ts';

/** The form of the reply to all linked tickets. It says how many get it before it is sent. */
export function SolveForm({ model, waiting }: { model: IncidentModel; waiting: number }): JSX.Element {
  const w = words.value.incidents;
  const field = useRef<HTMLTextAreaElement>(null);
  const isAsking = useSignal(false);
  const over = overLength(model.text.value, LIMITS.description);
  const error =
    over > 0 ? words.value.tooLong(over, LIMITS.description) : model.isTextMissing.value && w.solutionNeeded;

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
          <TextArea
            field={field}
            id="solution-text"
            dir="auto"
            rows={5}
            readOnly={model.isBusy.value}
            text={model.text.value}
            onText={model.type}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'solution-hint solution-error' : 'solution-hint'}
          />
          <small id="solution-hint">{w.solutionHint}</small>
          {error && (
            <span id="solution-error" class="error">
              {error}
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
