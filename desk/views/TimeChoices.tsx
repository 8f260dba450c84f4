import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { pressedKey } from '../../browser/pressed-key.ts';
import { serviceNow } from '../../browser/service-clock.ts';
import { instantInWarsaw } from '../../browser/warsaw.ts';
import { FOLLOW_UP_DAYS, type OpenStretch, officeTime } from '../../src/contract/office-time.ts';
import type { Office } from '../models/office.ts';
import { plannedMoment } from '../words/moments.ts';
import { words } from '../words/words.ts';

interface Props {
  office: Office;
  /** the usual times to choose from, in milliseconds since 1970 */
  times: (now: number, stretches: readonly OpenStretch[]) => number[];
  /** the chosen time as an ISO instant: always one at which the office is open, as far as its hours are known */
  pick: (at: string) => void;
}

/** Times to choose from: the usual ones, and any day and hour, which office hours move to the next opening. */
export function TimeChoices({ office, times, pick }: Props): JSX.Element | null {
  const w = words.value.followUp;
  const stretches = useSignal<readonly OpenStretch[] | null>(null);
  const typed = useSignal('');
  const id = useId();
  useEffect(() => {
    void office.read().then((read) => {
      stretches.value = read ?? [];
    });
  }, []);
  if (!stretches.value) return <p class="menu-title">{words.value.loading}</p>;
  const hours = stretches.value;
  const now = serviceNow();
  const inWords = (at: number) => w.at(plannedMoment(new Date(at).toISOString(), now, words.value.locale));
  const asked = Date.parse(instantInWarsaw(typed.value) ?? '');
  const isFit = asked > now && asked <= now + FOLLOW_UP_DAYS * 86_400_000;
  const at = officeTime(asked, hours);
  return (
    <>
      {times(now, hours).map((time) => (
        <button key={time} type="button" onClick={() => pick(new Date(time).toISOString())}>
          {inWords(time)}
        </button>
      ))}
      <div class="own-time">
        <label for={id}>{w.other}</label>
        <span class="row">
          <input
            id={id}
            type="datetime-local"
            aria-describedby={`${id}-said`}
            value={typed.value}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value;
            }}
            onKeyDown={(event) => {
              // Enter is no wish to send the reply around it.
              if (pressedKey(event) !== 'Enter') return;
              event.preventDefault();
              if (isFit) pick(new Date(at).toISOString());
            }}
          />
          <button type="button" aria-disabled={!isFit} onClick={() => isFit && pick(new Date(at).toISOString())}>
            {w.choose}
          </button>
        </span>
        <span id={`${id}-said`} role="status" class="muted">
          {typed.value !== '' && (isFit ? at !== asked && w.moved(inWords(at)) : w.unfit)}
        </span>
      </div>
    </>
  );
}
