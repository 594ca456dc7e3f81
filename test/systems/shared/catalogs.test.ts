import { describe, expect, it } from 'vitest';

import type { MetricSpecs } from '../../../lib/index.ts';
import { CADVISOR } from '../../../systems/shared/cadvisor.ts';
import { GO, GO_METRICS_HANDLER } from '../../../systems/shared/go.ts';
import { GRAFANA } from '../../../systems/shared/grafana.ts';
import { MINIO } from '../../../systems/shared/minio.ts';
import { NODE, NODE_DEVICES, NODE_PRESSURE } from '../../../systems/shared/node.ts';
import { NODEJS } from '../../../systems/shared/nodejs.ts';
import { POSTGRES_STATEMENTS } from '../../../systems/shared/postgres-statements.ts';
import { POSTGRES_TABLES } from '../../../systems/shared/postgres-tables.ts';
import { POSTGRES } from '../../../systems/shared/postgres.ts';
import { PROCESS } from '../../../systems/shared/process.ts';
import { PROMETHEUS } from '../../../systems/shared/prometheus.ts';
import { FASTAPI, PYTHON } from '../../../systems/shared/python.ts';
import { REDIS } from '../../../systems/shared/redis.ts';
import { SCRAPE } from '../../../systems/shared/scrape.ts';

const CATALOGS: Readonly<Record<string, MetricSpecs>> = {
  CADVISOR,
  FASTAPI,
  GO,
  GO_METRICS_HANDLER,
  GRAFANA,
  MINIO,
  NODE,
  NODEJS,
  NODE_DEVICES,
  NODE_PRESSURE,
  POSTGRES,
  POSTGRES_STATEMENTS,
  POSTGRES_TABLES,
  PROCESS,
  PROMETHEUS,
  PYTHON,
  REDIS,
  SCRAPE,
};

describe.each(Object.entries(CATALOGS))('%s', (_, specs) => {
  it('has names and labels that Prometheus takes', () => {
    const words = Object.entries(specs).flatMap(([name, { labels = {} }]) => [
      name,
      ...Object.keys(labels),
    ]);
    expect(words.filter((word) => !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(word))).toEqual([]);
  });

  it('explains each metric in sentences', () => {
    const helps = Object.values(specs).map(({ help }) => help);
    expect(helps.filter((help) => !/^[A-Z0-9].+\.$/.test(help))).toEqual([]);
    expect(new Set(helps).size).toBe(helps.length);
  });
});

it('has each metric in one catalog', () => {
  const names = Object.values(CATALOGS).flatMap((specs) => Object.keys(specs));
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
