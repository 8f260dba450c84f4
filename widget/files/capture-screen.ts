/** Time for the page to be painted without the drawer, and for the picture of it to come, in milliseconds. */
const SETTLING_MS = 400;

interface Capture extends DisplayMediaStreamOptions {
  preferCurrentTab?: boolean;
}

/** Browsers take pictures of tabs in secure contexts only, and on phones not at all. */
export function canCapture(): boolean {
  return Boolean(navigator.mediaDevices?.getDisplayMedia);
}

/**
 * One picture of what the person chooses to show, by the browser's own dialog; nothing is recorded.
 * @param host what must not be in the picture: the popover that holds the drawer, where there is one
 * @returns null when the person chose nothing
 */
export async function captureScreen(host: HTMLElement | null): Promise<File | null> {
  const wanted: Capture = { video: true, preferCurrentTab: true };
  const stream = await navigator.mediaDevices.getDisplayMedia(wanted).catch(() => null);
  if (!stream) return null;
  host?.hidePopover();
  try {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    return new File([await canvas.convertToBlob()], 'zrzut-ekranu.png', { type: 'image/png' });
  } finally {
    for (const track of stream.getTracks()) track.stop();
    host?.showPopover();
  }
}
