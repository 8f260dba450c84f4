import type { JSX } from 'preact';
import { chooseLanguage, language, words } from '../words/words.ts';

/** Changes the language of the desk to the other one, named in itself. */
export function LanguageButton(): JSX.Element {
  const other = language.value === 'pl' ? 'en' : 'pl';
  return (
    <button type="button" class="plain" lang={other} onClick={() => chooseLanguage(other)}>
      {words.value.otherLanguage}
    </button>
  );
}
