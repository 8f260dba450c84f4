import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { watch } from '../watch.ts';

/** Looks again and again while the element is in the page: a drawer that is closed keeps its views, out of the page. */
export function useWatch<E extends Element>(look: () => Promise<number>): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => watch(look, () => Boolean(element.current?.isConnected)), [look]);
  return element;
}
