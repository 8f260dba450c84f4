import type { LazyViews, Parts } from '../panel.ts';

/** The views that most people never see, once they are here; asks for them. Null when they could not be loaded. */
export function lazyViews({ lazyViews: part }: Parts): LazyViews | null | undefined {
  if (!part.value) part.load();
  return part.value;
}
