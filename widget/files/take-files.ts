import type { PanelModel } from '../models/panel-model.ts';

/** What is to happen on a drop or a paste anywhere in the drawer: files go into what is written, text stays what it is. */
export function takeFiles(model: PanelModel): (event: DragEvent | ClipboardEvent) => void {
  return (event) => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    // Text that was copied with a picture of itself is text.
    if (!data?.types.includes('Files') || data.types.includes('text/plain')) return;
    event.preventDefault();
    const place = model.place.peek();
    if (place) model.room.peek()?.take(place, [...data.files]);
    else if (data.files[0]) model.open([...data.files]);
  };
}
