import { host } from '../../../../browser/host.ts';

/** Time for the page to be painted without the drawer, and for its frame to arrive, in milliseconds. */
const SETTLING_MS = 400;

interface Capture extends DisplayMediaStreamOptions {
  preferCurrentTab?: boolean;
}

/**
 * Captures one picture of what the person chooses in the browser's own dialog; nothing is recorded.
 * @param drawer its popover which is hidden from the picture; null if there is none
 * @returns null when the person chose nothing
 */
export async function captureScreen(drawer: HTMLElement | null): Promise<File | null> {
  const wanted: Capture = { video: true, preferCurrentTab: true };
  const stream = await host.navigator.mediaDevices.getDisplayMedia(wanted).catch(() => null);
  if (!stream) return null;
  drawer?.hidePopover();
  try {
    const video = host.document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    return new File([await canvas.convertToBlob()], 'zrzut-ekranu.png', { type: 'image/png' });
  } finally {
    for (const track of stream.getTracks()) track.stop();
    drawer?.showPopover();
  }
}
