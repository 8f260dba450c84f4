import { build } from 'vite';

/** The reader of facts, as one module that a page can import. */
export async function builtReader(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: 'widget/host-page/reader/read-facts.ts', preserveEntrySignatures: 'strict' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [chunk] = output && 'output' in output ? output.output : [];
  if (!chunk || !('code' in chunk)) throw new Error('The reader was not built');
  return chunk.code;
}
