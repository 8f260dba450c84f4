import { fileURLToPath } from 'node:url';
import type { ScanCommand } from '../../src/attachments/run-scanner.ts';

/** A scanner that does what the file says, see `a-scanner.ts`. */
export const SCANNER_PROGRAM = fileURLToPath(new URL('a-scanner.ts', import.meta.url));

/** The command that runs it. */
export const SCAN_COMMAND: ScanCommand = {
  program: process.execPath,
  arguments: [SCANNER_PROGRAM],
  environment: {},
};
