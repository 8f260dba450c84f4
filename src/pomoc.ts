import { Command } from 'commander';
import { defineAgents } from './cli/define-agents.ts';
import { defineBackup } from './cli/define-backup.ts';
import { defineNotices } from './cli/define-notices.ts';
import { defineRegistry } from './cli/define-registry.ts';
import { defineSettings } from './cli/define-settings.ts';
import { defineTickets } from './cli/define-tickets.ts';
import { terminal } from './cli/operator.ts';

/** The operator's commands, run by `npm run pomoc -- …`. */
const pomoc = new Command('pomoc').description('Polecenia operatora Pomocy online');
defineRegistry(pomoc);
defineTickets(pomoc);
defineNotices(pomoc);
defineAgents(pomoc);
defineSettings(pomoc);
defineBackup(pomoc);

pomoc.parseAsync().catch((error: unknown) => {
  terminal.printError(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
