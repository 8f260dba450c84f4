import type { Terminal } from '../../src/commands/terminal.ts';
import { NOW } from './service.ts';

/** A terminal that keeps what was written to it. */
export function collectingTerminal(now = NOW): Terminal & { lines: string[]; errors: string[] } {
  const lines: string[] = [];
  const errors: string[] = [];
  return {
    lines,
    errors,
    now: () => now,
    print: (line) => void lines.push(line),
    printError: (line) => void errors.push(line),
  };
}
