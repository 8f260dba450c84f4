import type { Command } from 'commander';
import { addBlockCommand, type BlockOptions, liftBlockCommand, listBlocksCommand } from '../commands/blocks.ts';
import { BLOCK_DAYS } from '../policy/block.ts';
import { wholeNumber } from './argument-types.ts';
import { terminal, withStore } from './operator.ts';

/** `pomoc blocks …` */
export function defineBlocks(pomoc: Command): void {
  const blocks = pomoc.command('blocks').description('blokady nadawców, których nic nie potwierdza');
  blocks
    .command('list')
    .description('wypisuje trwające i ostatnie, które minęły')
    .action(() => withStore((store) => listBlocksCommand(store, terminal)));
  blocks
    .command('add')
    .description('blokuje niepotwierdzone zgłoszenia i pliki sklepu albo zakresu adresów')
    .option('--shop <numer>', 'numer pomocy sklepu')
    .option('--range <zakres>', 'np. 203.0.113.0/24 albo 2001:db8::/48')
    .requiredOption('--reason <powód>', 'dlaczego; klienci tego nie widzą')
    .requiredOption('--hours <liczba>', 'na ile godzin', wholeNumber(1, BLOCK_DAYS * 24))
    .action((options: BlockOptions) => withStore((store) => addBlockCommand(store, terminal, options)));
  blocks
    .command('lift')
    .description('zdejmuje blokadę od zaraz')
    .argument('<numer>', 'z listy', wholeNumber(1, 1_000_000_000))
    .action((id: number) => withStore((store) => liftBlockCommand(store, terminal, id)));
}
