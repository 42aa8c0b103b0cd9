// Imported before anything else, and written for the oldest Node that knows `import`: whoever starts
// Rapport with too old a Node reads one sentence instead of a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Rapport needs Node 20.19 or newer, and this is ${process.versions.node}: see https://nodejs.org.\n`,
  );
  process.exit(1);
}
