import { type Datasource, Duration, environmentIn, type Stack } from '../../catalog/index.ts';
import { grafanaFolders } from '../container-paths.ts';
import { generatedFrom, stackFile } from '../generated.ts';
import type { Target } from '../target.ts';
import { toYaml } from '../yaml.ts';

/** The datasources and the dashboard folder that Grafana reads when it starts. */
export default {
  name: 'grafana-provisioning',
  emit(system) {
    const { grafana } = system.stack;
    const head = generatedFrom(stackFile(system));
    return {
      value: [
        {
          path: `${grafana.provisioningPath}/datasources/${grafana.datasourcesFile}`,
          text: toYaml(head, datasourcesOf(system.stack)),
        },
        {
          path: `${grafana.provisioningPath}/dashboards/${grafana.providerFile}`,
          text: toYaml(head, providerOf(system.stack)),
        },
      ],
      diagnostics: [],
    };
  },
} satisfies Target;

function datasourcesOf({ datasources, prometheus }: Stack) {
  return {
    apiVersion: 1,
    datasources: datasources.map((datasource) => ({
      uid: expandable(datasource.uid),
      name: expandable(datasource.name),
      type: datasource.type,
      access: 'proxy',
      url: expandable(datasource.url),
      isDefault: datasource.default,
      ...login(datasource.basicAuth),
      jsonData: expandableJson(settingsOf(datasource, prometheus.scrapeInterval)),
    })),
  };
}

/** The password is among the settings that Grafana encrypts and never shows again. */
function login(basicAuth: Datasource['basicAuth']): object {
  if (basicAuth === undefined) return {};
  return {
    basicAuth: true,
    basicAuthUser: expandable(basicAuth.username),
    secureJsonData: { basicAuthPassword: expandable(basicAuth.password) },
  };
}

function settingsOf({ type, jsonData }: Datasource, timeInterval: string): object | undefined {
  switch (type) {
    case 'prometheus':
      // `$__rate_interval` is four scrape intervals at least, and Grafana learns that interval only here.
      return { timeInterval, ...jsonData };
    case 'alertmanager':
      return { implementation: 'prometheus', ...jsonData };
    case 'loki':
    case 'tempo':
      return jsonData;
  }
}

function providerOf(stack: Stack) {
  const { folder, folderUid, updateInterval } = stack.grafana;
  return {
    apiVersion: 1,
    providers: [
      {
        name: expandable(stack.name),
        folder: expandable(folder),
        folderUid,
        type: 'file',
        updateIntervalSeconds:
          updateInterval === undefined ? undefined : Duration.of(updateInterval).inSeconds,
        options: { path: grafanaFolders(stack).dashboards },
      },
    ],
  };
}

/** Grafana expands `$NAME` as well as `${NAME}` in these files; only what the stack calls a variable is one. */
function expandable(text: string): string {
  return text.replaceAll(/\$\{[A-Z_][A-Z0-9_]*\}|\$/g, (found) =>
    environmentIn(found).length > 0 ? found : '$$',
  );
}

function expandableJson(value: unknown): unknown {
  if (typeof value === 'string') return expandable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(expandableJson);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, expandableJson(inner)]),
  );
}
