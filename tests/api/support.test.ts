import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readSupportResources } from '@rapport/api/support';
import { supportIn } from '@rapport/domain/support';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorld } from './support/world';

const DOCTOR = { title: 'Company doctor', text: 'Tuesdays', link: 'tel:+49 30 123' };
const PLACES = { en: [DOCTOR], de: [{ ...DOCTOR, title: 'Betriebsarzt', link: null }] };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-support-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('B6, C3: where to turn', () => {
  test('is what the organisation entered, in a file or in the setting itself', async () => {
    const path = join(folder, 'support.json');
    await writeFile(path, JSON.stringify(PLACES));
    expect(await readSupportResources(path)).toEqual(PLACES);
    expect(await readSupportResources(JSON.stringify(PLACES))).toEqual(PLACES);
    expect(await readSupportResources(undefined)).toEqual({});
  });

  test.each([
    ['/nowhere.json', 'names a file that cannot be read'],
    ['{"en": [', 'is not JSON'],
    ['{"en": []}', 'look at en'],
    ['{"English": [{"title":"a","text":"b","link":null}]}', 'by language'],
    ['{"en": [{"title":"a","text":"b","link":"javascript:alert(1)"}]}', 'look at en.0.link'],
    ['{"en": [{"title":"","text":"b","link":null}]}', 'look at en.0.title'],
  ])('a wrong setting stops the start with one sentence: %s', async (setting, words) => {
    await expect(readSupportResources(setting)).rejects.toThrow(words);
  });

  test('comes in the language of the reader, else in the first', () => {
    const [english, german] = [PLACES.en, PLACES.de];
    for (const locale of ['de', 'de-AT', 'DE-de'])
      expect(supportIn(PLACES, locale)).toEqual(german);
    for (const locale of ['en-GB', 'ja', '']) expect(supportIn(PLACES, locale)).toEqual(english);
    expect(supportIn({}, 'en')).toEqual([]);
  });

  test('is the same for both, and for everybody else', async () => {
    const world = await openWorld();
    try {
      for (const person of ['maya', 'ravi', 'lena']) {
        expect((await world.ok(person, 'getSupport')).json).toEqual({ resources: {} });
      }
    } finally {
      await world.close();
    }
  });
});
