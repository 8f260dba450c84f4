import './right-node.ts';
import { Command } from 'commander';
import { definePomoc } from './cli/define-pomoc.ts';
import { terminal } from './cli/operator.ts';

/** Run by `npm run pomoc -- …`. */
definePomoc(new Command('pomoc'))
  .parseAsync()
  .catch((error: unknown) => {
    terminal.printError(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
