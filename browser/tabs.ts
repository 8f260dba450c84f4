/** A channel between the tabs of one browser. */
export type Tabs = Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>;

/**
 * Opens the channel of a name. Firefox refuses it where cookies are blocked: then this tab is alone, and works all the
 * same.
 */
export function openTabs(name: string): Tabs {
  try {
    return new BroadcastChannel(name);
  } catch {
    return { postMessage() {}, onmessage: null, close() {} };
  }
}
