import type { JSX } from 'preact';
import { serviceNow } from '../../browser/service-clock.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { type SnoozePreset, snoozeTimes } from '../models/snooze-times.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';

/** Snoozes the ticket, or ends that. */
export function SnoozeMenu({ open, snoozedUntil }: { open: OpenTicket; snoozedUntil: string | null }): JSX.Element {
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
          {(Object.entries(snoozeTimes(serviceNow())) as [SnoozePreset, string][]).map(([preset, until]) => (
            <button
              key={preset}
              type="button"
              onClick={() => {
                close();
                void snooze(until);
              }}
            >
              {w.snoozePresets[preset]}
            </button>
          ))}
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
