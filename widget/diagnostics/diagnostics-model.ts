import { computed, createModel, effect, type ReadonlySignal } from '@preact/signals';
import type { Facts } from '../host-page/facts.ts';
import type { Draft } from '../outbox/draft.ts';
import { collectLines, mergeLines } from './collect-lines.ts';

export interface DiagnosticsDeps {
  draft: ReadonlySignal<Draft>;
  edit: (change: Partial<Draft>) => void;
  facts: () => Facts;
  faults: readonly Event[];
  /** what the page adds, by name */
  context: () => Record<string, string>;
}

/**
 * Technical information, sent only when somebody ticked it, and shown line by line as it will be sent. Two things are
 * listened to, and nothing of the page is changed for it: `error` events, and the browser's own list of requests.
 */
export const DiagnosticsModel = createModel(({ draft, edit, facts, faults, context }: DiagnosticsDeps) => {
  const lines = computed(() => draft.value.diagnostics);
  const isOn = computed(() => lines.value.length > 0);

  function collect(): void {
    const requests = performance.getEntriesByType('resource');
    const merged = mergeLines(lines.peek(), collectLines({ facts: facts(), faults, requests, context: context() }));
    if (JSON.stringify(merged) !== JSON.stringify(lines.peek())) edit({ diagnostics: merged });
  }

  // What goes wrong while somebody writes is what they write about.
  effect(() => {
    if (!isOn.value) return;
    const later = () => setTimeout(collect);
    const observer = new PerformanceObserver(later);
    observer.observe({ type: 'resource' });
    for (const type of ['error', 'unhandledrejection']) addEventListener(type, later);
    later();
    return () => {
      observer.disconnect();
      for (const type of ['error', 'unhandledrejection']) removeEventListener(type, later);
    };
  });

  return {
    lines,
    isOn,
    /** Collects and shows, or forgets all of it. */
    turn(on: boolean) {
      if (on) collect();
      else edit({ diagnostics: [] });
    },
    /** Leaves one line out, or takes it in again. */
    toggle(key: string) {
      edit({ diagnostics: lines.peek().map((line) => (line.key === key ? { ...line, isOn: !line.isOn } : line)) });
    },
    /** The whole as text, for those who would rather send it otherwise. */
    inWords: () =>
      lines
        .peek()
        .flatMap((line) => (line.isOn ? [`${line.key}: ${line.text}`] : []))
        .join('\n'),
  };
});

export type DiagnosticsModel = InstanceType<typeof DiagnosticsModel>;
