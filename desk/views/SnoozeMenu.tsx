import type { JSX } from 'preact';
import type { Office } from '../models/office.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { snoozeTimes } from '../models/snooze-times.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';
import { TimesToPick } from './TimesToPick.tsx';

interface Props {
  open: OpenTicket;
  office: Office;
  snoozedUntil: string | null;
}

/** Puts the ticket off until it comes back by itself, or ends that. */
export function SnoozeMenu({ open, office, snoozedUntil }: Props): JSX.Element {
  const w = words.value;
  const snooze = (until: string | null) => open.ticket.change({ kind: 'snooze', body: { until } });
  return (
    <Menu
      label={
        <>
          <Icon of="clock" />
          {w.snooze}
          <Icon of="down" />
        </>
      }
    >
      {(close) => (
        <>
          <TimesToPick
            office={office}
            times={snoozeTimes}
            pick={(until) => {
              close();
              void snooze(until);
            }}
          />
          {snoozedUntil && (
            <button
              type="button"
              onClick={() => {
                close();
                void snooze(null);
              }}
            >
              {w.wake}
            </button>
          )}
        </>
      )}
    </Menu>
  );
}
