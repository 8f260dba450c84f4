import { type AddAgentResult, addAgent, type NewAgent } from '../identity/add-agent.ts';
import { changePassword } from '../identity/change-password.ts';
import { disableAgent } from '../identity/disable-agent.ts';
import type { Passwords } from '../identity/password.ts';
import { resetFactors } from '../identity/reset-factors.ts';
import { listAgents } from '../store/agents.ts';
import type { Store } from '../store/open.ts';
import { printable, type Terminal, table } from './terminal.ts';

const UNFIT_WORDS = {
  email: 'To nie jest adres e-mail.',
  name: 'Imię i nazwisko ma mieć od 1 do 100 znaków.',
  password: 'Hasło ma mieć od 12 do 200 znaków.',
};

const NO_PASSWORD = 'Nie podano hasła albo powtórzone było inne.';

/** Asks for a new password; null when none was typed, or two different ones. */
export type AskPassword = () => Promise<string | null>;

/** `pomoc agents add EMAIL --name NAME --role agent|admin`; returns the exit code. */
export async function addAgentCommand(
  store: Store,
  terminal: Terminal,
  askPassword: AskPassword,
  agent: Omit<NewAgent, 'password'>,
  passwords?: Passwords,
): Promise<number> {
  const password = await askPassword();
  if (password === null) return refuse(terminal, NO_PASSWORD);
  const added = await addAgent(store, { ...agent, password }, terminal.now(), passwords);
  if (added.outcome !== 'added') return refuse(terminal, wordsFor(added));
  terminal.print(`Dodano: ${agent.email}`);
  return 0;
}

function wordsFor(refused: Exclude<AddAgentResult, { outcome: 'added' }>): string {
  return refused.outcome === 'unfit' ? UNFIT_WORDS[refused.field] : 'Ten adres ma już ktoś inny.';
}

/** `pomoc agents list`: all agents, disabled ones too. */
export async function listAgentsCommand(store: Store, terminal: Terminal): Promise<number> {
  const rows = (await listAgents(store)).map(({ email, name, role, disabled_at }) => [
    printable(email),
    printable(name),
    role,
    disabled_at ? `wyłączony ${disabled_at}` : '',
  ]);
  for (const line of table([['E-MAIL', 'NAZWA', 'ROLA', ''], ...rows])) terminal.print(line);
  return 0;
}

/** `pomoc agents disable EMAIL`: disables the agent and ends their sessions at once. */
export async function disableAgentCommand(store: Store, terminal: Terminal, email: string): Promise<number> {
  if (!(await disableAgent(store, email, terminal.now()))) {
    return refuse(terminal, `Nikt czynny nie ma adresu ${email}.`);
  }
  terminal.print(`Wyłączono: ${email}. Otwarte sesje są zamknięte.`);
  return 0;
}

/** `pomoc agents password EMAIL`: a new password; open sessions end. */
export async function changePasswordCommand(
  store: Store,
  terminal: Terminal,
  askPassword: AskPassword,
  email: string,
  passwords?: Passwords,
): Promise<number> {
  const password = await askPassword();
  if (password === null) return refuse(terminal, NO_PASSWORD);
  switch (await changePassword(store, email, password, terminal.now(), passwords)) {
    case 'changed':
      terminal.print(`Zmieniono hasło: ${email}. Otwarte sesje są zamknięte.`);
      return 0;
    case 'unknown':
      return refuse(terminal, `Nikt nie ma adresu ${email}.`);
    case 'unfit':
      return refuse(terminal, UNFIT_WORDS.password);
  }
}

/** `pomoc agents reset-factors EMAIL`: for who has lost every passkey, app and code; the password stays. */
export async function resetFactorsCommand(store: Store, terminal: Terminal, email: string): Promise<number> {
  if (!(await resetFactors(store, email, terminal.now()))) return refuse(terminal, `Nikt nie ma adresu ${email}.`);
  terminal.print(`Usunięto klucze dostępu, aplikację z kodami i kody zapasowe: ${email}. Otwarte sesje są zamknięte.`);
  terminal.print('Hasło zostaje. Po zalogowaniu można dodać nowy klucz dostępu.');
  return 0;
}

function refuse(terminal: Terminal, reason: string): number {
  terminal.printError(reason);
  return 1;
}
