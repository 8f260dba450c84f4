import { type Command, Option } from 'commander';
import {
  addAgentCommand,
  changePasswordCommand,
  disableAgentCommand,
  listAgentsCommand,
  resetFactorsCommand,
} from '../commands/agents.ts';
import { askPassword } from '../commands/ask-password.ts';
import { AGENT_ROLES, type AgentRole } from '../contract/lists.ts';
import { terminal, withStore } from './operator.ts';

/** `pomoc agents …` */
export function defineAgents(pomoc: Command): void {
  const agents = pomoc.command('agents').description('pracownicy, którzy odpowiadają na zgłoszenia');
  agents
    .command('add')
    .description('dodaje osobę; hasło wpisuje się na żądanie albo podaje na wejściu')
    .argument('<e-mail>')
    .requiredOption('--name <nazwa>', 'imię i nazwisko, które widzą klienci')
    .addOption(new Option('--role <rola>', 'co jej wolno').choices(AGENT_ROLES).default('agent'))
    .action((email: string, options: { name: string; role: AgentRole }) =>
      withStore((store) => addAgentCommand(store, terminal, askNewPassword, { email, ...options })),
    );
  agents
    .command('list')
    .description('wypisuje wszystkich')
    .action(() => withStore((store) => listAgentsCommand(store, terminal)));
  agents
    .command('disable')
    .description('odbiera dostęp od zaraz')
    .argument('<e-mail>')
    .action((email: string) => withStore((store) => disableAgentCommand(store, terminal, email)));
  agents
    .command('password')
    .description('zmienia hasło i zamyka otwarte sesje')
    .argument('<e-mail>')
    .action((email: string) => withStore((store) => changePasswordCommand(store, terminal, askNewPassword, email)));
  agents
    .command('reset-factors')
    .description('usuwa klucze dostępu, aplikację i kody zapasowe osoby, która wszystko zgubiła; zamyka sesje')
    .argument('<e-mail>')
    .action((email: string) => withStore((store) => resetFactorsCommand(store, terminal, email)));
}

function askNewPassword(): Promise<string | null> {
  return askPassword({ input: process.stdin, output: process.stderr });
}
