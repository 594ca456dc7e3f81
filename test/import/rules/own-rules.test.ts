import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { ImportedProject } from './imported-project.ts';

const BUILD = path.join(__dirname, '../../../build');

let project: ImportedProject;
beforeEach(() => {
  project = new ImportedProject();
});
afterEach(() => {
  project.remove();
});

/** The groups of rule files, each as it is written. */
function groupsIn(text: string): readonly string[] {
  return text
    .split(/^(?=#|groups:|---$| {2}- name:)/m)
    .filter((part) => part.startsWith('  - name:'))
    .sort();
}

it.each([
  'flashcastr/prometheus/rules/flashcastr-availability.yml',
  'flashcastr/prometheus/rules/flashcastr-consumer.yml',
  'flashcastr/prometheus/rules/flashcastr-producer.yml',
  'zander/alerts.yml',
  'beacon/observability/alerting-rules.yml',
  'love-parser/prometheus/rules/alerts.yml',
  'fluxbase/deploy/monitoring/rules/fluxbase-application.yml',
  'fluxbase/deploy/monitoring/rules/fluxbase-recording.yml',
])('what dashc emitted comes back to the byte: %s', async (file) => {
  const text = readFileSync(path.join(BUILD, file), 'utf8');
  const { entries } = await project.rules(text);
  expect(entries.flatMap(({ lost, raw }) => [...lost, ...raw])).toEqual([]);
  expect(groupsIn(project.built())).toEqual(groupsIn(text));
});
