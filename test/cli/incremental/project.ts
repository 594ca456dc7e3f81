import { type Files, SHOP } from '../../load/project-folder.ts';

function system(name: string, imports: string, word: string): Files {
  const own = Object.entries(SHOP).filter(([file]) => !file.startsWith('dashboards/'));
  return {
    ...Object.fromEntries(
      own.map(([file, text]) => [
        file.replace('/shop/', `/${name}/`),
        text
          .replaceAll('shop', name)
          .replaceAll('ShopBacklog', `${name}Backlog`)
          .replace("help: 'Jobs waiting.'", 'help')
          .replace(
            "from 'dashc';\n\nimport { stack }",
            "from 'dashc';\n\nimport { help } from '../shared/jobs.ts';\nimport { stack }",
          ),
      ]),
    ),
    [`dashboards/${name}/main.ts`]: `${IMPORTS.replaceAll('shop', name)}${imports}
export default dashboard({
  uid: '${name}-main',
  title: 'Main',
  links: [linkTo('${name === 'shop' ? 'bank' : 'shop'}-main', 'Other')],
  rows: [sharedRow(m.queue_depth), row(${word}, [timeseries('Rate', 'Requests.').query(fixed('5m'))])],
});

function fixed(window: '5m' | '1m') {
  return m.requests_total.rate(window).sum();
}
`,
  };
}

const IMPORTS = `import { dashboard, linkTo, row, timeseries } from 'dashc';

import { m } from '../../systems/shop/index.ts';
import { sharedRow } from '../shared/row.ts';
`;

/** Three systems that link to each other and share files; one reads another's file, one a JSON file. */
export const PROJECT: Files = {
  ...system('bank', '', "'Own'"),
  ...system('shop', "import { word } from '../../systems/bank/names.ts';\n", 'word'),
  ...system('store', "import words from '../shared/words.json';\n", 'words.word'),
  'systems/bank/names.ts': "export const word = 'Word';\n",
  'systems/shared/jobs.ts': "export const help = 'Jobs waiting.';\n",
  'dashboards/shared/words.json': '{ "word": "JSON" }',
  'dashboards/shared/row.ts': `import { row, timeseries } from 'dashc';

type Query = Parameters<ReturnType<typeof timeseries>['query']>[0];

export function sharedRow(query: Query) {
  return row('Shared', [timeseries('Queue', 'Jobs waiting.').query(query)]);
}
`,
  'systems/shop/index.ts': (SHOP['systems/shop/index.ts'] ?? '').replace(
    'catalogs: [catalog] });',
    `catalogs: [catalog], allow: [
  { code: 'range/fixed-in-panel', reason: 'Old.', until: '2099-01-01', path: ['panel "Rate"'] },
] });`,
  ),
  'package-lock.json': '{}',
};
