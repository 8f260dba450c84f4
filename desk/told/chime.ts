let audio: AudioContext | undefined;

/** Two soft notes, the second one higher: heard in a room, and startling nobody. Made here, so that no file is loaded. */
const NOTES = [
  { hertz: 587.33, at: 0 },
  { hertz: 880, at: 0.14 },
];

/** How loud, from 0 to 1. */
const GAIN = 0.08;

/** How long a note sounds, in seconds. */
const SECONDS = 0.5;

/** Plays the soft sound. A browser in which nobody has pressed anything yet stays silent. */
export async function chime(): Promise<void> {
  audio ??= new AudioContext();
  await audio.resume();
  for (const { hertz, at } of NOTES) {
    const begins = audio.currentTime + at;
    const note = new OscillatorNode(audio, { frequency: hertz, type: 'sine' });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(0, begins);
    gain.gain.linearRampToValueAtTime(GAIN, begins + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, begins + SECONDS);
    note.connect(gain).connect(audio.destination);
    note.start(begins);
    note.stop(begins + SECONDS);
  }
}
