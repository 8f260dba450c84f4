import type { JSX } from 'preact';
import { momentInWords } from '#words/dates.ts';
import { pastInWords } from '#words/past.ts';
import { serviceNow } from '../../browser/service-clock.ts';

/** When something was, as people say it; the whole date is its title. @param at as the service writes instants */
export function Moment({ at }: { at: string }): JSX.Element {
  return (
    <time dateTime={at} title={momentInWords(at)}>
      {pastInWords(at, serviceNow())}
    </time>
  );
}
