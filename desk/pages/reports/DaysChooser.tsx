import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { routeAddress } from '../../models/router.ts';
import { words } from '../../words/words.ts';
import { type Chosen, ownDays, PRESETS, wrongDays } from './report-days.ts';

interface Props {
  chosen: Chosen;
  /** the last selectable day */
  today: string;
  onChoose: (id: string) => void;
}

/** Chooses the days of the report: buttons for the presets, two dates for other ranges. */
export function DaysChooser({ chosen, today, onChoose }: Props): JSX.Element {
  const w = words.value.reports;
  const wrong = useSignal<ReturnType<typeof wrongDays>>(null);
  const errorId = useId();
  function choose(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const days = { from: String(data.get('from')), to: String(data.get('to')) };
    wrong.value = wrongDays(days);
    if (wrong.value === null) onChoose(ownDays(days));
  }
  const field = (name: 'from' | 'to') => (
    <label>
      {w[name]}
      <input
        type="date"
        name={name}
        defaultValue={chosen[name]}
        max={today}
        required
        aria-invalid={wrong.value !== null}
        aria-describedby={wrong.value === null ? undefined : errorId}
      />
    </label>
  );
  return (
    <div class="days-chooser">
      <nav class="presets" aria-label={w.period}>
        {PRESETS.map((preset) => (
          <a
            key={preset}
            href={routeAddress({ page: 'reports', id: preset })}
            aria-current={chosen.preset === preset ? 'true' : undefined}
          >
            {w.presets[preset]}
          </a>
        ))}
      </nav>
      <form key={ownDays(chosen)} aria-label={w.own} noValidate onSubmit={choose}>
        {field('from')}
        {field('to')}
        <button type="submit">{w.show}</button>
        <p class="error" id={errorId} role="alert">
          {wrong.value !== null && w.wrongDays[wrong.value]}
        </p>
      </form>
    </div>
  );
}
