import * as z from 'zod';

const text = z.string().min(1);
/** With a variable that Compose fills in, or plain. */
const port = text.regex(/^(\d{1,3}(\.\d{1,3}){3}:)?(\d+|\$\{\w+.*\}):\d+$/);
const duration = text.regex(/^(\d+(ms|s|m|h))+$/);

const service = z
  .strictObject({
    image: text.optional(),
    build: z.union([text, z.strictObject({ context: text, dockerfile: text })]).optional(),
    entrypoint: z.array(text).optional(),
    command: z.array(text).optional(),
    environment: z.record(text, z.string()).optional(),
    ports: z.array(port).optional(),
    volumes: z.array(text.regex(/^[^:]+:\/[^:]*(:[a-z,]+)?$|^\$\{/)).optional(),
    depends_on: z.array(text).optional(),
    pid: z.literal('host').optional(),
    privileged: z.boolean().optional(),
    devices: z.array(text).optional(),
    healthcheck: z
      .strictObject({
        test: z.union([text, z.array(text)]),
        interval: duration.optional(),
        timeout: duration.optional(),
        retries: z.int().optional(),
        start_period: duration.optional(),
      })
      .optional(),
    networks: z.array(text).optional(),
    restart: z.enum(['unless-stopped', 'always', 'on-failure', 'no']),
  })
  .refine(({ image, build }) => (image === undefined) !== (build === undefined));

/** What `docker compose` accepts, as far as a stack writes it, with every name it uses declared. */
export const COMPOSE_FILE = z
  .strictObject({
    name: text,
    services: z.record(text, service),
    volumes: z.record(text, z.strictObject({})).optional(),
    networks: z.record(text, z.strictObject({ external: z.literal(true).optional() })).optional(),
  })
  .superRefine(({ services, volumes = {}, networks = {} }, context) => {
    for (const [
      name,
      { depends_on = [], networks: joined = [], volumes: mounts = [] },
    ] of Object.entries(services)) {
      const unknown = [
        ...depends_on.filter((other) => !(other in services)),
        ...joined.filter((network) => !(network in networks)),
        ...mounts
          .map((mount) => mount.split(':')[0] ?? '')
          .filter((source) => /^\w[\w-]*$/.test(source) && !(source in volumes)),
      ];
      for (const other of unknown)
        context.addIssue(`${name} uses ${other}, which is declared nowhere`);
    }
  });

export type ComposeFile = z.infer<typeof COMPOSE_FILE>;
