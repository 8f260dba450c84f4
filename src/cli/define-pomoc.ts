import type { Command } from 'commander';
import { defineAgents } from './define-agents.ts';
import { defineBackup } from './define-backup.ts';
import { defineBlocks } from './define-blocks.ts';
import { defineEmergencyPage } from './define-emergency-page.ts';
import { defineFiles } from './define-files.ts';
import { defineMail } from './define-mail.ts';
import { defineNotices } from './define-notices.ts';
import { defineRegistry } from './define-registry.ts';
import { defineSecrets } from './define-secrets.ts';
import { defineSettings } from './define-settings.ts';
import { defineTickets } from './define-tickets.ts';

/** The operator's commands. */
export function definePomoc(pomoc: Command): Command {
  pomoc.description('Polecenia operatora Pomocy online');
  defineRegistry(pomoc);
  defineTickets(pomoc);
  defineFiles(pomoc);
  defineNotices(pomoc);
  defineAgents(pomoc);
  defineBlocks(pomoc);
  defineSecrets(pomoc);
  defineSettings(pomoc);
  defineMail(pomoc);
  defineEmergencyPage(pomoc);
  defineBackup(pomoc);
  return pomoc;
}
