import type { JSX } from 'preact';
import { MACRO_VARIABLES, type MacroVariable } from '../../models/fill-macro.ts';
import { words } from '../../words/words.ts';

interface Props {
  /** saving: the buttons do nothing */
  isSaving: boolean;
  insert: (variable: MacroVariable) => void;
}

/** A button for each variable, which inserts it. */
export function VariableButtons({ isSaving, insert }: Props): JSX.Element {
  const w = words.value.macros;
  return (
    <fieldset class="variables" aria-label={w.insertVariable}>
      {MACRO_VARIABLES.map((variable) => (
        <button
          key={variable}
          type="button"
          title={w.variables[variable]}
          aria-label={`{${variable}} – ${w.variables[variable]}`}
          aria-disabled={isSaving}
          onClick={() => insert(variable)}
        >
          {`{${variable}}`}
        </button>
      ))}
    </fieldset>
  );
}
