import type { JSX } from 'preact';
import type { ComposerModel } from '../models/composer-model.ts';
import { followUpTimes } from '../models/follow-up-times.ts';
import type { Office } from '../models/office.ts';
import { plannedMoment } from '../words/moments.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';
import { TimesToPick } from './TimesToPick.tsx';

interface Props {
  composer: ComposerModel;
  office: Office;
  /** milliseconds since 1970, by the clock of the service */
  now: number;
}

/** By when the reply says that we write again: part of what is sent, so it stands beside Send. */
export function FollowUpChip({ composer, office, now }: Props): JSX.Element {
  const w = words.value;
  const at = composer.followUpAt.value;
  const said = at && w.followUp.by(plannedMoment(at, now, w.locale));
  return (
    <span class={at ? 'follow-up-chip set' : 'follow-up-chip'}>
      <Menu
        label={
          <>
            <Icon of="clock" />
            <span class="label">{said ?? w.followUp.set}</span>
          </>
        }
      >
        {(close) => (
          <TimesToPick
            office={office}
            times={followUpTimes}
            pick={(chosen) => {
              close();
              composer.promise(chosen);
            }}
          />
        )}
      </Menu>
      {at && (
        <button
          type="button"
          class="plain"
          title={w.followUp.clear}
          aria-label={w.followUp.clear}
          onClick={({ currentTarget }) => {
            const chip = currentTarget.parentElement;
            composer.promise(null);
            chip?.querySelector('button')?.focus();
          }}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </span>
  );
}
