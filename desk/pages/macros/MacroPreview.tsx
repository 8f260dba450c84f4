import type { JSX } from 'preact';
import { fillMacro } from '../../models/fill-macro.ts';
import { words } from '../../words/words.ts';

/** What a customer would read, with example data. */
export function MacroPreview({ text, agent }: { text: string; agent: string }): JSX.Element {
  const w = words.value.macros;
  const sample = {
    imie: w.previewName,
    numer: '1000015',
    sklep: w.previewShop,
    termin: '25.11.2026, 10:00',
    wersja: '10.4.2',
    wersja_aktualna: '10.5.0',
    wsparcie_do: '14.03.2027',
    agent,
  };
  return (
    <section class="preview" aria-label={w.preview}>
      <p class="muted">{w.preview}</p>
      <p class="macro-text" dir="auto">
        {fillMacro(text, sample)}
      </p>
    </section>
  );
}
