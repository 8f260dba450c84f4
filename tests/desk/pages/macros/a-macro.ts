import type { DeskMacro } from '../../../../src/contract/desk/list-macros.ts';

/** A text of the vendor's own, with what the test wants otherwise. */
export function aMacro(id: string, otherwise: Partial<DeskMacro> = {}): DeskMacro {
  return {
    id,
    title: `Tekst ${id}`,
    text: `Treść ${id}`,
    kind: 'own',
    status: null,
    followUp: null,
    version: 1,
    changed: null,
    ...otherwise,
  };
}
