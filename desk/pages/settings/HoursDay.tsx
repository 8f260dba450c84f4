import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { words } from '../../words/words.ts';
import type { Stretch } from './week.ts';

const USUAL: Stretch = { opens: '08:00', closes: '16:00' };

interface Props {
  name: string;
  stretches: readonly Stretch[];
  isAdmin: boolean;
  set: (stretches: readonly Stretch[]) => void;
  /** copies the hours to the other working days; null where that is not offered */
  same: (() => void) | null;
}

/** The opening times of one weekday. */
export function HoursDay({ name, stretches, isAdmin, set, same }: Props): JSX.Element {
  const w = words.value.settings;
  const add = useRef<HTMLButtonElement>(null);
  const change = (index: number, to: Partial<Stretch>) =>
    set(stretches.map((before, at) => (at === index ? { ...before, ...to } : before)));
  return (
    <div class="day">
      <span class="day-name">{name}</span>
      <div class="day-hours">
        {stretches.length === 0 && <span class="muted">{w.closed}</span>}
        {stretches.map(({ opens, closes }, index) => (
          <div key={index} class="stretch">
            <Time
              name={w.opens(name, index + 1)}
              value={opens}
              isAdmin={isAdmin}
              set={(to) => change(index, { opens: to })}
            />
            <span aria-hidden="true">–</span>
            <Time
              name={w.closes(name, index + 1)}
              value={closes}
              isAdmin={isAdmin}
              set={(to) => change(index, { closes: to })}
            />
            {isAdmin && (
              <button
                type="button"
                class="plain"
                aria-label={`${w.forDay(w.removeHours, name)} ${opens}–${closes}`}
                onClick={() => {
                  set(stretches.filter((_, at) => at !== index));
                  add.current?.focus(); // this button is removed with its hours
                }}
              >
                {w.removeHours}
              </button>
            )}
          </div>
        ))}
        {isAdmin && same && stretches.length > 0 && (
          <button type="button" class="plain same" onClick={same}>
            {w.sameAll}
          </button>
        )}
      </div>
      {isAdmin && (
        <div class="day-buttons">
          <button
            ref={add}
            type="button"
            class="plain"
            title={w.addHours}
            aria-label={w.forDay(w.addHours, name)}
            onClick={() => set([...stretches, stretches.length === 0 ? USUAL : { opens: '', closes: '' }])}
          >
            +
          </button>
        </div>
      )}
    </div>
  );
}

interface TimeProps {
  name: string;
  value: string;
  isAdmin: boolean;
  set: (value: string) => void;
}

function Time({ name, value, isAdmin, set }: TimeProps): JSX.Element {
  return (
    <input
      type="time"
      aria-label={name}
      readOnly={!isAdmin}
      value={value}
      onInput={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}
