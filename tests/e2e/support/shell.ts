import { randomUUID } from 'node:crypto';

/** What one `curl` was answered. */
export interface Called {
  readonly command: string;
  readonly status: number;
  readonly body: string;
}

/**
 * Plays the few things of a shell that docs/api.md is written in, on machines without one: `name=value`, `$name`,
 * `$(uuid)`, `$(curl … | get field)` and `curl` with -s, -H, -d, -o and -w '%header{name}'.
 * @throws Error for anything else: then the page, or this, has to change
 */
export function createShell(variables: Record<string, string>) {
  const called: Called[] = [];

  async function curl(words: readonly string[]): Promise<string> {
    const headers = new Headers();
    let [url, data, shown]: [string, string | null, string | null] = ['', null, null];
    for (let at = 1; at < words.length; at += 1) {
      const word = words[at] ?? '';
      const value = (): string => words[(at += 1)] ?? '';
      if (word === '-s') continue;
      else if (word === '-H') headers.append(...splitHeader(value()));
      else if (word === '-d') data = value();
      else if (word === '-o') value();
      else if (word === '-w') shown = /^%header\{([\w-]+)\}$/.exec(value())?.[1] ?? '';
      else if (word.startsWith('-') || url !== '') throw new Error(`curl ${word}?`);
      else url = word;
    }
    const init = data === null ? { headers } : { method: 'POST', headers, body: data };
    const reply = await fetch(url, init);
    const body = await reply.text();
    called.push({ command: `${init.method ?? 'GET'} ${url}`, status: reply.status, body });
    return shown === null ? body : (reply.headers.get(shown) ?? '');
  }

  /** Words of a command, with what stands in them put in; quotes as in POSIX (2.2). */
  async function wordsOf(command: string): Promise<string[]> {
    const words: string[] = [];
    const token = /\\\n|\s+|'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\s'"]+)/gy;
    let [word, begun] = ['', false];
    const end = (): void => {
      if (begun) words.push(word);
      [word, begun] = ['', false];
    };
    for (const [all, single, double, bare] of command.matchAll(token)) {
      if (/^(?:\\\n|\s)/.test(all)) end();
      else {
        const plain = double?.replaceAll(/\\(["\\$])/g, '$1');
        word += single ?? (await filled(plain ?? bare ?? ''));
        begun = true;
      }
    }
    end();
    return words;
  }

  const filled = async (text: string): Promise<string> =>
    text
      .replaceAll('$(uuid)', () => randomUUID())
      .replaceAll(/\$(\w+)/g, (_, name: string) => {
        const value = variables[name];
        if (value === undefined) throw new Error(`$${name} is not set`);
        return value;
      });

  async function run(command: string): Promise<void> {
    const [, name, value = ''] = /^(\w+)=([\s\S]*)$/.exec(command) ?? [];
    const inner = /^\$\((curl[\s\S]*?)(?: \| get (\w+))?\)$/.exec(value);
    if (name !== undefined && inner) {
      const [, call = '', field] = inner;
      const output = await curl(await wordsOf(call));
      variables[name] =
        field === undefined ? output : String(Reflect.get(JSON.parse(output) as object, field));
    } else if (name !== undefined) variables[name] = await filled(value);
    else if (command.startsWith('curl ')) await curl(await wordsOf(command));
    else throw new Error(`no command of the page: ${command}`);
  }

  return {
    called,
    /** Every command of a block, one after the other. @returns the calls it made */
    async play(block: string): Promise<readonly Called[]> {
      const before = called.length;
      for (const command of block.trim().split(/\n(?=curl |\w+=)/)) await run(command);
      return called.slice(before);
    },
  };
}

function splitHeader(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}
