// Imported first by programs. Nodes from 22 on read our TypeScript and fail only later, at the first date or at the
// database; older ones refuse the file itself, before anything of ours runs (docs/operating.md).
if (!('Temporal' in globalThis)) {
  const program = process.argv[1] ?? 'src/main.ts';
  process.stderr.write(
    `This is Node ${process.versions.node}, and Pomoc online needs the Node that npm ci brings: run node_modules/node/bin/node ${program}\n`,
  );
  process.exit(1);
}
