import { host } from '../../browser/host.ts';

/** Whether the browser can capture the screen: only in secure contexts, and not on phones. */
export function canCapture(): boolean {
  return Boolean(host.navigator.mediaDevices?.getDisplayMedia);
}
