import { type Alloy, fileOf, type Stack } from '../../catalog/index.ts';
import { alloyVariables } from '../alloy/index.ts';
import { passed } from './compose-text.ts';
import { keep, mount, published, RESTART } from './container.ts';

const DATA = '/var/lib/alloy/data';

export function alloyService({ image, configFile, port, volume }: Alloy, stack: Stack) {
  const inside = `/etc/alloy/${fileOf(configFile)}`;
  return {
    image,
    command: ['run', '--server.http.listen-addr=0.0.0.0:12345', `--storage.path=${DATA}`, inside],
    environment: passed(alloyVariables(stack), stack),
    ports: published(port, 12_345),
    volumes: [mount(configFile, inside, stack), ...keep(volume, DATA)],
    restart: RESTART,
  };
}
