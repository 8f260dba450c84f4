import type { ViewProps } from '../panel.ts';

/** What is to happen on a drop or a paste anywhere in the drawer: files go into what is written, text stays what it is. */
export function takeFiles({ panel, parts }: ViewProps): (event: DragEvent | ClipboardEvent) => void {
  return (event) => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    // Text that was copied with a picture of itself is text.
    if (!data?.types.includes('Files') || data.types.includes('text/plain')) return;
    event.preventDefault();
    const place = panel.place.peek();
    if (place) parts.myTickets.peek()?.take(place, [...data.files]);
    else if (data.files[0]) attach([...data.files]);
  };

  async function attach(files: File[]): Promise<void> {
    (await parts.attachments.load())?.open(files);
  }
}
