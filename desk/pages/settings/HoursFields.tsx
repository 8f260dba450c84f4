import type { JSX } from 'preact';
import { hoursInWords, readHours } from '../../../src/contract/opening-hours.ts';
import type { SettingsModel } from './settings-model.ts';
import { settingsWords } from './settings-words.ts';
import { fromWeek, type Stretch } from './week.ts';

interface Props {
  model: SettingsModel;
  isAdmin: boolean;
}

const USUAL: Stretch = { opens: '08:00', closes: '16:00' };

/** The week day by day, and what shops will read of it in both languages. */
export function HoursFields({ model, isAdmin }: Props): JSX.Element {
  const w = settingsWords.value;
  const week = model.week.value;
  const error = model.groups.value.hours.errors.length > 0 ? w.errors['opening-hours'] : null;
  const set = (day: number, stretches: readonly Stretch[]) =>
    model.typeWeek(week.map((before, index) => (index === day ? stretches : before)));
  const hours = readHours(fromWeek(week));
  return (
    <>
      <fieldset id="setting-opening-hours" tabIndex={-1} aria-label={w.hours} aria-describedby="hours-error">
        {week.map((stretches, day) => (
          <Day
            key={day}
            name={w.days[day] ?? ''}
            stretches={stretches}
            isAdmin={isAdmin}
            set={(to) => set(day, to)}
            same={
              day === 0 ? () => model.typeWeek(week.map((before, index) => (index < 5 ? stretches : before))) : null
            }
          />
        ))}
      </fieldset>
      <p id="hours-error" class="hours-error">
        {error}
      </p>
      <div class="preview">
        <p class="muted">{w.preview}</p>
        {hours ? (
          <>
            <p lang="pl">{hoursInWords(hours, 'pl')}</p>
            <p lang="en">{hoursInWords(hours, 'en')}</p>
          </>
        ) : (
          <p>{w.noPreview}</p>
        )}
      </div>
    </>
  );
}

interface DayProps {
  name: string;
  stretches: readonly Stretch[];
  isAdmin: boolean;
  set: (stretches: readonly Stretch[]) => void;
  /** gives the other working days the same hours; null where that is not offered */
  same: (() => void) | null;
}

function Day({ name, stretches, isAdmin, set, same }: DayProps): JSX.Element {
  const w = settingsWords.value;
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
                onClick={() => set(stretches.filter((_, at) => at !== index))}
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
