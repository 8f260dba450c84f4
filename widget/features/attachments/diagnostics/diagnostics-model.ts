import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { host } from '../../../../browser/host.ts';
import { createModel } from '../../../create-model.ts';
import type { Facts } from '../../../host-page/facts.ts';
import type { Draft } from '../../../outbox/draft.ts';
import { collectLines, mergeLines } from './collect-lines.ts';

export interface DiagnosticsDeps {
  draft: ReadonlySignal<Draft>;
  edit: (change: Partial<Draft>) => void;
  facts: () => Facts;
  faults: readonly Event[];
  /** values that the page adds, by name */
  context: () => Record<string, string>;
}

/**
 * Diagnostics: sent only with consent, and shown line by line as they will be sent. They come from `error` events and
 * the browser's own list of requests; nothing of the page is changed for that.
 */
export const DiagnosticsModel = createModel(({ draft, edit, facts, faults, context }: DiagnosticsDeps) => {
  const lines = computed(() => draft.value.diagnostics);
  const isOn = computed(() => lines.value.length > 0);

  function collect(): void {
    const requests = host.performance.getEntriesByType('resource');
    const merged = mergeLines(lines.peek(), collectLines({ facts: facts(), faults, requests, context: context() }));
    if (JSON.stringify(merged) !== JSON.stringify(lines.peek())) edit({ diagnostics: merged });
  }

  // Errors that happen while somebody writes are likely what they write about.
  effect(() => {
    if (!isOn.value) return;
    const later = () => setTimeout(collect);
    const observer = new host.PerformanceObserver(later);
    observer.observe({ type: 'resource' });
    for (const type of ['error', 'unhandledrejection']) host.addEventListener(type, later);
    later();
    return () => {
      observer.disconnect();
      for (const type of ['error', 'unhandledrejection']) host.removeEventListener(type, later);
    };
  });

  return {
    lines,
    isOn,
    /** Collects and shows the lines, or drops them all. */
    setOn(on: boolean) {
      if (on) collect();
      else edit({ diagnostics: [] });
    },
    /** Excludes one line, or includes it again. */
    toggle(key: string) {
      edit({ diagnostics: lines.peek().map((line) => (line.key === key ? { ...line, isOn: !line.isOn } : line)) });
    },
    /** All lines as text, to send them in another way. */
    inWords: () =>
      lines
        .peek()
        .flatMap((line) => (line.isOn ? [`${line.key}: ${line.text}`] : []))
        .join('\n'),
  };
});

export type DiagnosticsModel = InstanceType<typeof DiagnosticsModel>;
