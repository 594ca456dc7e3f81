import {
  setWeekStart,
  standardTransformers,
  standardTransformersRegistry,
  type TransformerRegistryItem,
} from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';

/** What Grafana's own start does for its packages: transformations, texts. */
export async function provideGrafana(): Promise<void> {
  standardTransformersRegistry.setInit(transformers);
  setWeekStart('monday');
  await initPluginTranslations('grafana', []);
}

function transformers(): TransformerRegistryItem[] {
  const byId = new Map(Object.values(standardTransformers).map((info) => [info.id, info]));
  return [...byId.values()].map((info) => ({
    id: info.id,
    name: info.name,
    description: info.description ?? '',
    transformation: () => Promise.resolve(info),
    editor: () => null,
    imageDark: '',
    imageLight: '',
  }));
}
