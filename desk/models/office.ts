import { serviceNow } from '../../browser/service-clock.ts';
import type { OpenStretch } from '../../src/contract/office-time.ts';
import type { DeskClient } from '../client/desk-client.ts';

/** How long the office's hours are believed, in milliseconds: who changes them does so seldom. */
const BELIEVED_MS = 10 * 60_000;

/** When the office is open, read when it is first needed. */
export interface Office {
  /** The stretches of office hours from today on; null when they cannot be had now. */
  read: () => Promise<readonly OpenStretch[] | null>;
}

/** @param clock milliseconds since 1970, by the clock of the service */
export function createOffice(client: Pick<DeskClient, 'readOfficeHours'>, clock: () => number = serviceNow): Office {
  let kept: { at: number; stretches: OpenStretch[] } | null = null;
  return {
    async read() {
      if (kept && clock() - kept.at < BELIEVED_MS) return kept.stretches;
      const answer = await client.readOfficeHours();
      if (answer.outcome !== 'ok') return kept?.stretches ?? null;
      const stretches = answer.value.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
      kept = { at: clock(), stretches };
      return stretches;
    },
  };
}
