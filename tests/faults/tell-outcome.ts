import { parseArgs } from 'node:util';
import type { Engine } from '../../src/store/open.ts';

/** Letters, how often a service is killed, and how often a mail server is; from the command line, or 500, 20 and 10. */
export function readMailPlan(): { engine: Engine; letters: number; kills: number; crashes: number } {
  const { values } = parseArgs({
    options: {
      letters: { type: 'string', default: '500' },
      kills: { type: 'string', default: '20' },
      crashes: { type: 'string', default: '10' },
      postgres: { type: 'boolean', default: false },
    },
  });
  return {
    engine: values.postgres ? 'postgres' : 'sqlite',
    letters: Number(values.letters),
    kills: Number(values.kills),
    crashes: Number(values.crashes),
  };
}

/** Prints figures with what is wrong, and ends the process with 1 where anything is. */
export function tellOutcome({ wrong, ...figures }: { wrong: readonly string[] } & Record<string, unknown>): void {
  for (const [name, figure] of Object.entries(figures))
    process.stdout.write(`${name.padEnd(16)}${String(figure).padStart(8)}\n`);
  process.stdout.write(wrong.length === 0 ? 'sound\n' : wrong.map((words) => `WRONG ${words}\n`).join(''));
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
