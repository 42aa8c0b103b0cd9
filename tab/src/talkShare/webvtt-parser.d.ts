/** The W3C's parser (https://github.com/w3c/webvtt.js), as far as it is used here. */
declare module 'webvtt-parser' {
  export type CueNode =
    | { readonly type: 'text'; readonly value: string }
    | { readonly type: 'timestamp'; readonly value: number }
    | {
        readonly type: 'object';
        readonly name: string;
        /** What stands in the tag behind its name, its character references as they are written. */
        readonly value?: string;
        readonly children: readonly CueNode[];
      };

  export interface Cue {
    readonly id: string;
    /** Seconds. */
    readonly startTime: number;
    readonly endTime: number;
    readonly tree: { readonly children: readonly CueNode[] };
  }

  export class WebVTTParser {
    /** @param entities by their whole name, `&amp;`: those it has by itself lack the semicolon, and fail */
    constructor(entities: Readonly<Record<string, string>>);
    /** @param mode `metadata` makes no list of what is wrong inside the cues */
    parse(text: string, mode: 'metadata'): { readonly cues: readonly Cue[] };
  }
}
