import { Presets, SingleBar } from 'cli-progress';

/** Where a move says how far it is. */
export interface Telling {
  line(text: string): void;
  /** Of a step that knows its whole. */
  bar(title: string, total: number): Bar;
}

export interface Bar {
  reach(done: number): void;
  stop(): void;
}

/** For a terminal: a bar that moves, with an estimate. */
export const terminalTelling = (stream: NodeJS.WriteStream): Telling => ({
  line: (text) => void stream.write(`${text}\n`),
  bar(title, total) {
    const format = `${title} {bar} {percentage} % | {value} of {total} | {eta_formatted} left`;
    const bar = new SingleBar({ stream, format, hideCursor: true }, Presets.shades_classic);
    bar.start(total, 0);
    return { reach: (done) => bar.update(Math.min(done, total)), stop: () => bar.stop() };
  },
});

const TENTHS = 10;

/** For a file or a pipe: a line for each tenth. @param clock milliseconds that never go back */
export const plainTelling = (write: (text: string) => void, clock: () => number): Telling => ({
  line: (text) => write(`${text}\n`),
  bar(title, total) {
    const begun = clock();
    let [first, told] = [-1, 0];
    return {
      reach(done) {
        // What an earlier run has done says nothing about how fast this one is.
        if (first < 0) first = done;
        const tenth = total > 0 ? Math.floor((TENTHS * Math.min(done, total)) / total) : TENTHS;
        if (tenth <= told) return;
        told = tenth;
        const left = done > first ? ((clock() - begun) / (done - first)) * (total - done) : 0;
        const seconds = Math.max(0, Math.round(left / 1000));
        write(`${title} ${tenth * TENTHS} %: ${done} of ${total}, about ${seconds} s left\n`);
      },
      stop: () => undefined,
    };
  },
});
