import type { JSX } from 'preact';
import { hoursInWords, readHours } from '../../../src/contract/shops/opening-hours.ts';
import { words } from '../../words/words.ts';
import { HoursDay } from './HoursDay.tsx';
import type { SettingsModel } from './settings-model.ts';
import { fromWeek, type Stretch } from './week.ts';

interface Props {
  model: SettingsModel;
  isAdmin: boolean;
}

/** The opening hours day by day, and the text that shops will read in both languages. */
export function HoursFields({ model, isAdmin }: Props): JSX.Element {
  const w = words.value.settings;
  const week = model.week.value;
  const error = model.groups.value.hours.errors.length > 0 ? w.errors['opening-hours'] : null;
  const set = (day: number, stretches: readonly Stretch[]) =>
    model.typeWeek(week.map((before, index) => (index === day ? stretches : before)));
  const hours = readHours(fromWeek(week));
  return (
    <>
      <fieldset id="setting-opening-hours" tabIndex={-1} aria-label={w.hours} aria-describedby="hours-error">
        {week.map((stretches, day) => (
          <HoursDay
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
