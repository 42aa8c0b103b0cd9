import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { findTwins } from './twins';

const AXE = resolve(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js');
const source = readFileSync(AXE, 'utf8');

/** WCAG 2.2 up to level AA, in axe's tags. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Runs axe-core in a page, each of its frames looked at by itself, or in one frame, and looks for buttons that are
 * called alike. The source goes in through the debugger's evaluation, which no Content-Security-Policy stops.
 * @throws Error with every finding: rule, help, selectors
 */
export async function checkAccessible(target: Page | Frame): Promise<void> {
  const frames = 'frames' in target ? target.frames() : [target];
  const findings = (await Promise.all(frames.map(look))).flat();
  if (findings.length > 0) throw new Error(`Not accessible:\n${findings.join('\n')}`);
}

async function look(frame: Frame): Promise<string[]> {
  // It goes in once: sent and compiled each time, it would take longer than what it does.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  const { violations } = await frame.evaluate(async (tags) => {
    const drawn = async (): Promise<void> => {
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
      await Promise.allSettled(changing.map(({ finished }) => finished));
    };
    // What was just pressed is drawn first: until then a control may be new in words and old in colour. A frame that
    // is out of sight is not drawn at all.
    await Promise.race([drawn(), new Promise((patience) => setTimeout(patience, 500))]);
    return (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      // Each frame is run by itself: axe's own way into frames is messages, which Rapport does not answer.
      iframes: false,
      resultTypes: ['violations'],
    });
  }, WCAG);
  const found = violations.flatMap(({ id, help, nodes }) => [
    `${id}: ${help} (${frame.url()})`,
    ...nodes.map((node) => `  ${node.target.join(' ')}\n    ${summary(node.failureSummary)}`),
  ]);
  // The local Teams around it is no part of the product.
  const twins = frame.parentFrame() ? await findTwins(frame) : [];
  return [...found, ...twins.map((twin) => `called alike: ${twin} (${frame.url()})`)];
}

const summary = (text: string | undefined): string => (text ?? '').replaceAll('\n', '\n    ');
