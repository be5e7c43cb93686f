import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((v) => v === '1' || v === 'true');
const origins = z
  .string()
  .default('')
  .transform((v) =>
    v
      .split(',')
      .map((o) => o.trim().replace(/\/$/, ''))
      .filter(Boolean),
  );

/** Everything that the processes take from their environment. `.env.example` is generated from it. */
export const EnvSchema = z
  .object({
    NODE_ENV: z
      .enum(['development', 'test', 'production'])
      .default('development')
      .meta({ title: 'Kind of run' }),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'])
      .default('info')
      .meta({ title: 'Least level logged' }),
    HOST: z.string().default('127.0.0.1').meta({ title: 'Address that the API listens on' }),
    PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65535)
      .default(3000)
      .meta({ title: 'Port that the API listens on' }),
    PUBLIC_ORIGINS: origins.meta({
      title: 'Origins of the H5 app, comma separated; the loopback addresses of PORT when empty',
    }),
    TRUST_PROXY: z.string().default('').meta({ title: 'Proxy addresses whose X-Forwarded-For counts' }),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'a postgres:// address')
      .meta({ title: 'PostgreSQL 15 or newer' }),
    DATABASE_POOL_SIZE: z.coerce
      .number()
      .int()
      .min(1)
      .max(200)
      .default(10)
      .meta({ title: 'Connections of one process' }),
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, 'a redis:// address')
      .optional()
      .meta({ title: 'Carries queue and limits when set; otherwise PostgreSQL and memory do' }),
    DATA_DIR: z
      .string()
      .default('./data')
      .meta({ title: 'Where pictures are kept with STORAGE_DRIVER=disk' }),
    H5_DIR: z.string().default('dist/client/h5').meta({ title: 'The built H5 app' }),
    STORAGE_DRIVER: z.enum(['disk', 'oss']).default('disk').meta({ title: 'Object store' }),
    OSS_REGION: z.string().optional().meta({ title: 'OSS region, e.g. oss-cn-hangzhou' }),
    OSS_BUCKET: z.string().optional().meta({ title: 'OSS bucket (private)' }),
    OSS_ENDPOINT: z.string().optional().meta({ title: 'OSS endpoint where it is not the region’s own' }),
    OSS_ACCESS_KEY_ID: z.string().optional().meta({ title: 'OSS access key id' }),
    OSS_ACCESS_KEY_SECRET: z.string().optional().meta({ title: 'OSS access key secret' }),
    TOKEN_SECRET: z.string().min(32).meta({ title: 'Signs access tokens; 32 characters or more' }),
    FILE_URL_SECRET: z.string().min(32).meta({ title: 'Signs picture URLs; 32 characters or more' }),
    DEMO_FAMILY: flag.meta({ title: 'Creates the demo family; refused in production' }),
    GRADING_CONCURRENCY: z.coerce
      .number()
      .int()
      .min(1)
      .max(64)
      .default(1)
      .meta({ title: 'Pages one worker grades at once' }),
    PAGE_READER_TIMEOUT_MS: z.coerce
      .number()
      .int()
      .min(1000)
      .default(60_000)
      .meta({ title: 'Longest reading of one page' }),
    PAGE_READER_MEMORY_MB: z.coerce
      .number()
      .int()
      .min(300)
      .default(1200)
      .meta({ title: 'Most memory of the page reader' }),
  })
  .superRefine((env, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message });
    if (env.STORAGE_DRIVER === 'oss') {
      for (const key of ['OSS_REGION', 'OSS_BUCKET', 'OSS_ACCESS_KEY_ID', 'OSS_ACCESS_KEY_SECRET'] as const)
        if (!env[key]) refuse(key, 'needed with STORAGE_DRIVER=oss');
    }
    if (env.NODE_ENV !== 'production') return;
    if (env.DEMO_FAMILY) refuse('DEMO_FAMILY', 'the demo family does not exist in production');
    if (env.TOKEN_SECRET === env.FILE_URL_SECRET) refuse('FILE_URL_SECRET', 'must differ from TOKEN_SECRET');
    if (env.PUBLIC_ORIGINS.length === 0) refuse('PUBLIC_ORIGINS', 'needed in production');
    if (env.PUBLIC_ORIGINS.some((o) => !o.startsWith('https://')))
      refuse('PUBLIC_ORIGINS', 'https only in production');
  });
export type Env = z.output<typeof EnvSchema>;

/** What the supervisor goes by before it has a database and secrets to give to its processes. */
const StandaloneEnvSchema = z.object({
  NODE_ENV: EnvSchema.shape.NODE_ENV,
  HOST: EnvSchema.shape.HOST,
  PORT: EnvSchema.shape.PORT,
  DATABASE_URL: EnvSchema.shape.DATABASE_URL.optional(),
  DATA_DIR: EnvSchema.shape.DATA_DIR,
});
export type StandaloneEnv = z.output<typeof StandaloneEnvSchema>;

type Variables = Record<string, string | undefined>;

/** Throws one error that names every bad key, never a value. Empty strings count as absent. */
export function parseEnv(source: Variables): Env {
  return parse(EnvSchema, source);
}

export const standaloneEnv = (): StandaloneEnv => parse(StandaloneEnvSchema, process.env);

/** The variables of a process that this one starts: its own, and what it is given. */
export const variablesWith = (given: Variables): Variables => ({ ...process.env, ...given });

function parse<T>(schema: z.ZodType<T>, source: Variables): T {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) =>
    issue.code === 'custom' || given[String(issue.path[0])] === undefined
      ? `${issue.path.join('.')}: ${issue.code === 'custom' ? issue.message : 'missing'}`
      : `${issue.path.join('.')}: not acceptable`,
  );
  throw new Error(`Bad configuration. ${reasons.join('; ')}`);
}

let cached: Env | undefined;
/** The environment of this process, read once, at first use. */
export function env(): Env {
  return (cached ??= parseEnv(process.env));
}

/** Where the H5 app may come from: the configured origins, or the loopback addresses of a laptop. */
export function publicOrigins(): string[] {
  const { PUBLIC_ORIGINS, PORT } = env();
  return PUBLIC_ORIGINS.length > 0
    ? PUBLIC_ORIGINS
    : [`http://localhost:${PORT}`, `http://127.0.0.1:${PORT}`];
}
