import { describe, expect, it } from 'vitest';

import { defineStack } from '../../lib/catalog/index.ts';
import { ruleFolder } from '../../lib/emit/rule-files.ts';
import { shop } from './shop.ts';

describe('what the container of Prometheus needs for its rules', () => {
  it.each([
    { name: 'a file a group', rulesFile: 'prometheus/rules/{group}.yml', is: ['prometheus/rules'] },
    { name: 'one file', rulesFile: 'prometheus/rules/alerts.yml', is: ['prometheus/rules'] },
    {
      name: 'one file beside the configuration',
      rulesFile: 'prometheus/alerts.yml',
      is: ['prometheus/alerts.yml'],
    },
  ])('$name', ({ rulesFile, is }) => {
    const prometheus = { ...shop.stack.prometheus, configFile: 'prometheus/prometheus.yml' };
    const stack = defineStack({
      ...shop.stack,
      jobs: {},
      prometheus: { ...prometheus, rulesFile },
    });
    expect(ruleFolder({ ...shop, stack })).toEqual(is);
  });
});
