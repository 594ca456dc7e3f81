import { note, type Note, within } from '../change.ts';
import { type Json, jsonOf, jsonsOf, omit, textOf, textsOf } from '../json.ts';
import { match, sameKey } from '../match.ts';
import { code } from '../wording.ts';
import { listNotes, settingNotes } from './settings.ts';

/** What differs between two configurations of Prometheus. */
export function diffPrometheus(before: Json, after: Json): Note[] {
  const [old, young] = [jsonsOf(before['scrape_configs']), jsonsOf(after['scrape_configs'])];
  const { pairs, added, removed } = match(old, young, [
    sameKey(({ job_name: name }) => textOf(name)),
    sameKey((job) => targetsOf(job).join()),
  ]);
  const SAID = ['scrape_configs', 'rule_files'];
  return [
    ...added.map((job) => note('scrape-added', `${jobName(job)} added`)),
    ...removed.map((job) => note('scrape-removed', `${jobName(job)} removed`)),
    ...pairs.flatMap((pair) => within(jobName(pair.after), jobChanges(pair.before, pair.after))),
    ...listNotes(
      'rule file',
      textsOf(before['rule_files']),
      textsOf(after['rule_files']),
      'prometheus-setting',
    ),
    ...settingNotes(omit(before, ...SAID), omit(after, ...SAID), 'prometheus-setting'),
  ];
}

function jobName({ job_name: name }: Json): string {
  return `scrape job ${code(textOf(name))}`;
}

function jobChanges(before: Json, after: Json): Note[] {
  const [from, to] = [before['job_name'], after['job_name']];
  const renamed =
    from === to
      ? []
      : [
          note('scrape-setting', `job ${code(textOf(from))} renamed to ${code(textOf(to))}`, {
            before: from,
            after: to,
          }),
        ];
  return [
    ...renamed,
    ...listNotes('target', targetsOf(before), targetsOf(after), 'scrape-target'),
    ...settingNotes(settingsOf(before), settingsOf(after), 'scrape-setting'),
  ];
}

function targetsOf(job: Json): readonly string[] {
  return jsonsOf(job['static_configs']).flatMap(({ targets }) => textsOf(targets));
}

/** What Prometheus assumes is the same whether it is written or not. */
function settingsOf(job: Json): Json {
  const labels = jsonsOf(job['static_configs']).map(({ labels: each }) => jsonOf(each));
  const { metrics_path: path, scheme, ...rest } = omit(job, 'static_configs', 'job_name');
  return {
    ...rest,
    ...(path === undefined || path === '/metrics' ? {} : { metrics_path: path }),
    ...(scheme === undefined || scheme === 'http' ? {} : { scheme }),
    ...(labels.some((each) => Object.keys(each).length > 0) ? { labels } : {}),
  };
}
