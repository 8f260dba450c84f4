import { readFileSync } from 'node:fs';
import { percentile } from './normal-clients.ts';

/** One visit of one contestant, as the bench writes it down; a visit that failed has no figures. */
interface Run {
  failed?: string;
  load: { ScriptDuration: number };
  before: { br: number }[];
  openMs?: number;
}

interface Results {
  base: Record<string, Run[]>;
  results: Record<string, { label: string; baseKey: string; runs: Run[] }>;
}

/** Medians of one contestant over all its visits. */
export interface Figures {
  label: string;
  /** brotli 11, answers of the API included */
  bytesBefore: number;
  /** main-thread time of scripts until two seconds after the navigation, less that of the page without an embed */
  loadScriptMs: number;
  /** from the click to the frame with the first text field; NaN where nothing is clicked */
  openMs: number;
  /** visits without figures */
  failed: number;
}

/** Reads what the bench measured, by contestant. */
export function readFigures(file: string): Map<string, Figures> {
  const { base, results } = JSON.parse(readFileSync(file, 'utf8')) as Results;
  return new Map(
    Object.entries(results).map(([name, { label, baseKey, runs }]) => {
      const sound = runs.filter((run) => !run.failed);
      const without = (base[baseKey] ?? []).filter((run) => !run.failed);
      const script = (visits: Run[]) => median(visits.map(({ load }) => load.ScriptDuration));
      const figures = {
        label,
        bytesBefore: median(sound.map(({ before }) => before.reduce((sum, { br }) => sum + br, 0))),
        loadScriptMs: script(sound) - script(without),
        openMs: median(sound.flatMap(({ openMs }) => openMs ?? [])),
        failed: runs.length - sound.length,
      };
      return [name, figures];
    }),
  );
}

/** Of an even number of values the mean of the two in the middle, as the bench reckons; NaN of none. */
function median(values: number[]): number {
  const fromAbove = -percentile(
    values.map((value) => -value),
    50,
  );
  return (percentile(values, 50) + fromAbove) / 2;
}
