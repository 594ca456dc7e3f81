/**
 * The version of Grafana that an image has in its tag, which is the version of its panels. A panel without one passes for
 * one of version 6 and is migrated on every load.
 *
 * @example
 * pluginVersion('grafana/grafana-oss:11.5.2') // '11.5.2'
 * pluginVersion('grafana/grafana:latest') // undefined
 */
export function pluginVersion(image: string): string | undefined {
  return /:v?(\d+\.\d+\.\d+)(?:[-@].*)?$/.exec(image)?.[1];
}
