import { z } from 'zod';
import { BACKENDS } from './network/engines';

const port = z.coerce.number().int().min(0).max(65535);
const count = z.coerce.number().int().min(1);
const text = z.string().min(1);
const optionalText = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

/** Every setting, read from the environment once at start. Relative paths count from the working directory. */
const settingsSchema = z
  .object({
    /** Address to listen on. The default is reachable from this machine alone. */
    HOST: text.default('127.0.0.1'),
    PORT: port.default(3000),
    /** Where the database lives. */
    DATA_DIR: text.default('var'),
    /** Folder of the trained model: manifest, weights, vocabulary. */
    MODEL_DIR: optionalText,
    /** Folder of texts that are loaded as topics at start. */
    DESK_DIR: optionalText,
    /** Folder with one folder for each further desk, served at /desks/NAME. */
    DESKS_DIR: optionalText,
    /** Whether asking needs a key as well. */
    VISITOR_KEYS: z.enum(['on', 'off']).default('off'),
    /** Sites whose pages may call the API and embed the chat, by comma: https://hotel.example. */
    ALLOWED_ORIGINS: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((origin) => origin.trim())
          .filter(Boolean),
      )
      .pipe(
        z.array(
          z
            .url({ protocol: /^https?$/u, error: 'Give the origins of sites by comma, such as https://hotel.example' })
            .transform((url) => new URL(url).origin),
        ),
      ),
    /** PEM files; with both the server speaks HTTPS. */
    TLS_KEY: optionalText,
    TLS_CERT: optionalText,
    /** Our skill's id (amzn1.ask.skill....). Requests for other skills are refused. */
    ALEXA_SKILL_ID: optionalText,
    /** `off` accepts unsigned Alexa requests, for development; it is only allowed on a loopback HOST. */
    ALEXA_VERIFICATION: z.enum(['on', 'off']).default('on'),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
    /** Which engine runs the network; `auto` is the fastest that starts. */
    BACKEND: z.enum(BACKENDS).default('auto'),
    /** Worker threads, each with a warm network of its own. */
    WORKERS: count.default(1),
    /** Days after which a visitor who has said nothing is forgotten, and after which a visitor's note is. */
    SESSION_DAYS: count.default(90),
    NOTE_DAYS: count.default(30),
    /** Days after which feedback and unanswered questions are forgotten. */
    FEEDBACK_DAYS: count.default(365),
    /** Days that a key opens something; without it keys last until they are revoked. */
    KEY_DAYS: z.preprocess((value) => (value === '' ? undefined : value), count.optional()),
    /** How many sessions, judged answers and unanswered questions are kept; the oldest leave. */
    MOST_KEPT: count.default(100_000),
    /** Seconds between telling /readyz that the server closes and refusing connections. */
    DRAIN_SECONDS: z.coerce.number().min(0).max(60).default(0),
    /** Requests that one address may make in a minute. */
    RATE_LIMIT: count.default(300),
    /** Requests that one address may make of Alexa's route in a minute; Amazon's addresses speak for many visitors. */
    ALEXA_RATE_LIMIT: count.default(3000),
    /** Number of proxies in front whose X-Forwarded-For is believed. */
    TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  })
  .superRefine((settings, context) => {
    if ((settings.TLS_KEY === undefined) !== (settings.TLS_CERT === undefined)) {
      context.addIssue({ code: 'custom', path: ['TLS_KEY'], message: 'TLS_KEY and TLS_CERT belong together: set both or none.' });
    }
    if (settings.ALEXA_VERIFICATION === 'off' && !isLoopback(settings.HOST)) {
      context.addIssue({
        code: 'custom',
        path: ['ALEXA_VERIFICATION'],
        message: `It may be off only while HOST is a loopback address such as 127.0.0.1, and HOST is ${settings.HOST}.`,
      });
    }
  });

export type Settings = z.infer<typeof settingsSchema>;

/** A setting that cannot be used; its message names the variable and what it may be. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Throws {@link SettingsError} naming every setting that is wrong. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const result = settingsSchema.safeParse(env);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new SettingsError(`Wrong settings. ${problems.join(' ')}`);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}
