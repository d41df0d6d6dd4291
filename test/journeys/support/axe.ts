import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Phone } from './phone';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const options: RunOptions = { resultTypes: ['violations'] };

interface WithAxe {
  axe?: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}

/** What axe has to say against the page as it stands, one line a finding; rules of every weight, none switched off. */
export async function axeFindings(phone: Phone): Promise<string[]> {
  if (!(await phone.page.evaluate(() => 'axe' in window))) await phone.page.evaluate(source);
  return phone.page.evaluate(async (runOptions) => {
    const { axe } = window as WithAxe;
    if (!axe) throw new Error('axe did not load');
    const { violations } = await axe.run(document, runOptions);
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) =>
          `${id} (${impact ?? 'unrated'}): ${html.slice(0, 160)} ${(failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 200)}`,
      ),
    );
  }, options);
}
