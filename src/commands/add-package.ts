import { dayInWarsaw } from '../policy/warsaw.ts';
import { addPackage } from '../shops/add-package.ts';
import type { Store } from '../store/open.ts';
import type { Terminal } from './terminal.ts';

/** `pomoc packages add NUMBER --months N [--purchased-on DAY]`; returns the exit code. */
export async function addPackageCommand(
  store: Store,
  terminal: Terminal,
  bought: { supportNumber: string; months: number; purchasedOn?: Temporal.PlainDate },
): Promise<number> {
  const today = dayInWarsaw(terminal.now());
  const { supportNumber, months, purchasedOn = today } = bought;
  if (Temporal.PlainDate.compare(purchasedOn, today) > 0) {
    terminal.printError(`Dzień zakupu ${purchasedOn} jeszcze nie nadszedł.`);
    return 1;
  }
  if (!(await addPackage(store, { supportNumber, months, purchasedOn }, terminal.now()))) {
    terminal.printError(`Nie ma sklepu o numerze ${supportNumber}.`);
    return 1;
  }
  terminal.print(`Dodano pakiet do sklepu ${supportNumber}.`);
  return 0;
}
