import type { Log, LogLine } from './ports/log';

/** One JSON object a line. The time is the machine's: a moved product clock would make a log useless. */
export const lineLog = (write: (line: string) => void): Log => ({
  write: (line: LogLine) => write(JSON.stringify({ time: new Date().toISOString(), ...line })),
});

export const stderrLog = lineLog((line) => process.stderr.write(`${line}\n`));
