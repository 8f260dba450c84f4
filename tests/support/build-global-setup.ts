import { execFileSync } from 'node:child_process';

/** Before tests of the built widget and desk: builds them if they are not of the sources that are here. */
export default function setUp(): void {
  // In a process of its own: in this one `NODE_ENV` says that it is a test, and the build would differ.
  execFileSync(process.execPath, ['vite/build.ts'], { stdio: 'inherit' });
}
