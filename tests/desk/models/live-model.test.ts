import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveModel, POLL_MS } from '../../../desk/models/live-model.ts';

/** A line that the test speaks on. */
class Line extends EventTarget {
  readyState: number = EventSource.CONNECTING;
  close(): void {
    this.readyState = EventSource.CLOSED;
  }
  say(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

let lines: Line[];
let told: string[];
let live: LiveModel;
let isOn: boolean;
beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  isOn = false;
  told = [];
  live = new LiveModel({
    onEvent: ({ action }) => told.push(action),
    onReload: () => told.push('reload'),
    staysOn: () => isOn,
    open: () => {
      const line = new Line();
      lines.push(line);
      return line as unknown as EventSource;
    },
  });
  live.start();
});
afterEach(() => {
  live.stop();
  vi.useRealTimers();
});

test('one page listens on in the background, and one that is to do so begins when it is told', () => {
  const hide = () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
  };
  hide();
  expect(lines[0]?.readyState).toBe(EventSource.CLOSED);
  isOn = true;
  live.wake();
  expect(lines).toHaveLength(2);
  hide();
  live.wake();
  expect([lines.length, lines[1]?.readyState]).toEqual([2, EventSource.CONNECTING]);
});

test('tells events as they come, and leaves aside what is none', () => {
  lines[0]?.dispatchEvent(new Event('open'));
  expect(live.state.value).toBe('live');
  lines[0]?.say('{"action":"ticket.opened","number":"1000015","actor":"customer"}');
  lines[0]?.say('{"action":');
  lines[0]?.dispatchEvent(new Event('reload'));
  vi.advanceTimersByTime(POLL_MS);
  expect(told).toEqual(['ticket.opened', 'reload']);
});

test('without the line everything is looked at by itself, and once more when it is back', () => {
  lines[0]?.dispatchEvent(new Event('open'));
  lines[0]?.dispatchEvent(new Event('error'));
  expect(live.state.value).toBe('lost');
  vi.advanceTimersByTime(POLL_MS);
  expect(told).toEqual(['reload']);
  lines[0]?.dispatchEvent(new Event('open'));
  expect([live.state.value, told]).toEqual(['live', ['reload', 'reload']]);
});

test('a line that the service refused is asked for anew', () => {
  lines[0]?.close();
  lines[0]?.dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(POLL_MS);
  expect(lines).toHaveLength(2);
});

test('a tab that nobody sees gives its line back, and takes one when it is seen again', () => {
  lines[0]?.dispatchEvent(new Event('open'));
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(lines[0]?.readyState).toBe(EventSource.CLOSED);
  vi.advanceTimersByTime(POLL_MS);
  expect([lines.length, told]).toEqual([1, ['reload']]);
  visibility.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  expect([lines.length, told]).toEqual([2, ['reload', 'reload']]);
});

test('what the browser says of the network is believed at once', () => {
  lines[0]?.dispatchEvent(new Event('open'));
  dispatchEvent(new Event('offline'));
  expect([live.state.value, lines[0]?.readyState]).toEqual(['lost', EventSource.CLOSED]);
  dispatchEvent(new Event('online'));
  lines[1]?.dispatchEvent(new Event('open'));
  expect([live.state.value, told]).toEqual(['live', ['reload']]);
});
