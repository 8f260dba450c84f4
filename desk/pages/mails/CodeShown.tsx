import type { JSX } from 'preact';
import { momentInFull } from '../../words/moments.ts';
import { numberInGroups } from '../../words/number-in-groups.ts';
import { words } from '../../words/words.ts';
import type { MadeCode } from './contact-client.ts';

/** A code large enough to be read out, spelled, with where it is typed in; it is never shown again. */
export function CodeShown({ made: { number, code, expiresAt, url } }: { made: MadeCode }): JSX.Element {
  const w = words.value.mails;
  return (
    <div class="code-shown">
      <dl>
        <dt>{w.codePage}</dt>
        <dd>{url.replace(/^https?:\/\//, '')}</dd>
        <dt>{w.codeNumber}</dt>
        <dd class="read-large">{numberInGroups(number)}</dd>
        <dt>{w.code}</dt>
        <dd class="read-large">{`${code.slice(0, 4)}\u00a0${code.slice(4)}`}</dd>
      </dl>
      <ol class="spelled" aria-label={w.spelled}>
        {[...code].map((sign, place) => (
          <li key={place}>
            <b>{sign}</b> {w.spelling[sign] ?? ''}
          </li>
        ))}
      </ol>
      <p class="muted">{w.codeValid(momentInFull(expiresAt))}</p>
    </div>
  );
}
