import type { JSX } from 'preact';
import type { TextPart } from '../../src/contract/searched-words.ts';

/** A text with what was found in it marked: parts of text, never markup. */
export function MarkedText({ parts }: { parts: readonly TextPart[] }): JSX.Element {
  return <>{parts.map(({ text, isHit }, at) => (isHit ? <mark key={at}>{text}</mark> : text))}</>;
}
