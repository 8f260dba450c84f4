import type { JSX } from 'preact';
import { LANGUAGES } from '../../src/contract/lists.ts';
import { chooseLanguage, DICTIONARIES, language } from '../words/words.ts';

/** Switch the language of the desk: a button for each other language, which names it in that language. */
export function LanguageButtons(): JSX.Element {
  return (
    <>
      {LANGUAGES.filter((other) => other !== language.value).map((other) => (
        <button key={other} type="button" class="plain" lang={other} onClick={() => chooseLanguage(other)}>
          {DICTIONARIES[other].name}
        </button>
      ))}
    </>
  );
}
