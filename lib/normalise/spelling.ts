import { GRAFANA_UNITS } from '../model/index.ts';
import { spellDatasources } from './datasource-refs.ts';
import {
  annotationsOf,
  type Draft,
  draftAt,
  draftsOf,
  drop,
  fieldDefaultsOf,
  isDraft,
  overridesOf,
  panelsOf,
  variablesOf,
} from './draft.ts';
import { settle } from './layout.ts';
import { spellPromql, spellVariableQuery } from './query-text.ts';
import type { NormaliserRule } from './rule.ts';

/** Where Grafana reads several forms of the same. */
export const SPELLING: readonly NormaliserRule[] = [
  {
    id: 'datasource-refs',
    kind: 'spelling',
    what: 'datasources are a type and a uid (a name is a uid), `$x` and `[[x]]` are `${x}`, the type is that of the variable, a query says nothing where it asks whom its panel asks, and a panel whose queries all ask the same asks that one',
    apply: spellDatasources,
  },
  {
    id: 'query-text',
    kind: 'spelling',
    what: 'PromQL is printed from its tree: spaces, line breaks, the place of `by` and the quotes of strings do not count; text with comments, and text that is no PromQL, stays',
    apply: (dashboard) => {
      for (const panel of panelsOf(dashboard)) {
        for (const target of draftsOf(panel.targets)) {
          spellExpression(target, target.datasource ?? panel.datasource);
        }
      }
      for (const mark of annotationsOf(dashboard)) spellExpression(mark, mark.datasource);
    },
  },
  {
    id: 'variable-query',
    kind: 'spelling',
    what: 'the query of a variable is its text; `qryType` and `refId` follow from it; its PromQL is printed',
    apply: (dashboard) => variablesOf(dashboard).forEach(spellVariable),
  },
  {
    id: 'current-value',
    kind: 'spelling',
    what: 'of the choice of a variable the value counts; its text follows from it, and one value alone is the same in a list',
    apply: (dashboard) => variablesOf(dashboard).forEach(spellCurrent),
  },
  {
    id: 'threshold-base',
    kind: 'spelling',
    what: 'the first threshold has no lower end, whatever its value says',
    apply: (dashboard) => {
      for (const panel of panelsOf(dashboard)) {
        spellThresholds(fieldDefaultsOf(panel).thresholds);
        for (const { id, value } of overridesOf(panel).flatMap(propertiesOf)) {
          if (id === 'thresholds') spellThresholds(value);
        }
      }
    },
  },
  {
    id: 'unknown-units',
    kind: 'spelling',
    what: 'a unit that Grafana does not know is a text behind the number: `suffix:` says so',
    apply: (dashboard) => {
      for (const panel of panelsOf(dashboard)) {
        spellUnit(fieldDefaultsOf(panel), 'unit');
        for (const property of overridesOf(panel).flatMap(propertiesOf)) {
          if (property.id === 'unit') spellUnit(property, 'value');
        }
      }
    },
  },
  {
    id: 'transformation-options',
    kind: 'spelling',
    what: 'a transformation without options has empty ones; `organize` names hidden fields only, numbers the ordered ones from 0, and says nothing of what it does not do',
    apply: (dashboard) => {
      for (const step of panelsOf(dashboard).flatMap((panel) => draftsOf(panel.transformations))) {
        if (!isDraft(step.options)) step.options = {};
        if (step.id === 'organize') spellOrganize(draftAt(step, 'options'));
      }
    },
  },
  {
    id: 'override-hidden',
    kind: 'spelling',
    what: 'of overrides: `hideFrom` names all three places',
    apply: (dashboard) => {
      for (const { id, value } of panelsOf(dashboard).flatMap(overridesOf).flatMap(propertiesOf)) {
        if (id !== 'custom.hideFrom' || !isDraft(value)) continue;
        for (const place of ['viz', 'legend', 'tooltip']) value[place] ??= false;
      }
    },
  },
  {
    id: 'time-zone',
    kind: 'spelling',
    what: '`UTC` is `utc`',
    apply: (dashboard) => {
      if (dashboard.timezone === 'UTC') dashboard.timezone = 'utc';
    },
  },
  {
    id: 'ref-ids',
    kind: 'spelling',
    what: 'a query without `refId` has the first letter that is free',
    apply: (dashboard) => {
      for (const panel of panelsOf(dashboard)) nameQueries(draftsOf(panel.targets));
    },
  },
];

/** Where an order means nothing. */
export const ORDER: readonly NormaliserRule[] = [
  {
    id: 'override-properties',
    kind: 'order',
    what: 'the properties of an override are sorted by id',
    apply: (dashboard) => {
      for (const override of panelsOf(dashboard).flatMap(overridesOf)) {
        if (!Array.isArray(override.properties)) continue;
        override.properties = propertiesOf(override).sort((a, b) =>
          String(a.id) < String(b.id) ? -1 : 1,
        );
      }
    },
  },
  {
    id: 'grid',
    kind: 'order',
    what: 'panels are in reading order, and each is as high as it goes, as Grafana draws them; a row is one line high',
    apply: settle,
  },
  {
    id: 'panel-ids',
    kind: 'order',
    what: 'a panel without an id, or with the id of an earlier one, has the next that is free',
    apply: (dashboard) => {
      const panels = panelsOf(dashboard);
      const seen = new Set<unknown>();
      let next = Math.max(0, ...panels.flatMap(({ id }) => (isId(id) ? [id] : []))) + 1;
      for (const panel of panels) {
        if (!isId(panel.id) || seen.has(panel.id)) panel.id = next++;
        seen.add(panel.id);
      }
    },
  },
];

const UNITS: ReadonlySet<string> = new Set(Object.values(GRAFANA_UNITS).flat());

function spellUnit(holder: Draft, key: string): void {
  const unit = holder[key];
  if (typeof unit !== 'string' || unit === '' || unit.includes(':') || UNITS.has(unit)) return;
  holder[key] = `suffix:${unit}`;
}

function spellOrganize(options: Draft): void {
  const { excludeByName, indexByName } = options;
  if (isDraft(excludeByName)) {
    for (const [field, isHidden] of Object.entries(excludeByName)) {
      if (isHidden !== true) delete excludeByName[field];
    }
  }
  if (isDraft(indexByName)) {
    const places = Object.entries(indexByName).sort(([, a], [, b]) => Number(a) - Number(b));
    places.forEach(([field], i) => (indexByName[field] = i));
  }
  for (const key of ['excludeByName', 'indexByName', 'renameByName', 'includeByName']) {
    if (isDraft(options[key]) && Object.keys(options[key]).length === 0) delete options[key];
  }
}

function isId(id: unknown): id is number {
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0;
}

function spellExpression(holder: Draft, whom: unknown): void {
  const isOther = isDraft(whom) && whom.type !== undefined && whom.type !== 'prometheus';
  if (typeof holder.expr === 'string' && !isOther) holder.expr = spellPromql(holder.expr);
}

function propertiesOf({ properties }: Draft): Draft[] {
  return draftsOf(properties);
}

function spellVariable(variable: Draft): void {
  const { type, query } = variable;
  if (type !== 'query') {
    if (type !== 'custom') return;
    const list = query ? query : fromOptions(variable);
    variable.query = typeof list === 'string' ? spellChoices(list) : list;
    return;
  }
  if (isDraft(query) && typeof query.query === 'string') {
    drop(query, 'refId', 'qryType');
    if (Object.keys(query).length === 1) variable.query = query.query;
  }
  if (typeof variable.query === 'string') variable.query = spellVariableQuery(variable.query);
}

/** `5 : 5` is `5`; spaces around a choice do not count. */
function spellChoices(query: string): string {
  const spelled = query
    .split(/(?<!\\),/)
    .map(spellChoice)
    .join(',');
  return spelled === query ? query : spellChoices(spelled);
}

function spellChoice(choice: string): string {
  const [, text = '', value = ''] = /^\s*(.+?)\s:\s(.+?)\s*$/.exec(choice) ?? [];
  if (value === '') return choice.trim();
  return text === value ? value : `${text} : ${value}`;
}

function fromOptions(variable: Draft): string {
  const texts = draftsOf(variable.options)
    .filter(({ value }) => value !== '$__all')
    .map(({ text, value }) => (text === value ? String(value) : `${text} : ${value}`));
  delete variable.options;
  return texts.join(',');
}

function spellCurrent(variable: Draft): void {
  const current = draftAt(variable, 'current');
  if (current.value === undefined && current.text !== undefined) current.value = current.text;
  if (Array.isArray(current.value) && current.value.length === 1) [current.value] = current.value;
  if (current.value === undefined) delete variable.current;
  else delete current.text;
}

function spellThresholds(thresholds: unknown): void {
  if (!isDraft(thresholds)) return;
  const [first] = draftsOf(thresholds.steps);
  if (first !== undefined) first.value = null;
  thresholds.mode ??= 'absolute';
}

function nameQueries(targets: readonly Draft[]): void {
  const taken = new Set(targets.map(({ refId }) => refId));
  let next = 0;
  for (const target of targets) {
    if (typeof target.refId === 'string' && target.refId !== '') continue;
    while (taken.has(letters(next))) next++;
    target.refId = letters(next++);
  }
}

function letters(n: number): string {
  const last = String.fromCharCode(65 + (n % 26));
  return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last;
}
