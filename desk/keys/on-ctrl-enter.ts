/** Ctrl+Enter (⌘ Enter on a Mac) from any field of a form: what listens to its keys. */
export function onCtrlEnter(send: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
}
