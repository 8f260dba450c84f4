import type { JSX } from 'preact';
import { chooseLanguage, language, words } from '../words/words.ts';

/** Switches the language of the desk; the button names the other language in that language. */
export function LanguageButton(): JSX.Element {
  const other = language.value === 'pl' ? 'en' : 'pl';
  return (
    <button type="button" class="plain" lang={other} onClick={() => chooseLanguage(other)}>
      {words.value.otherLanguage}
    </button>
  );
}
