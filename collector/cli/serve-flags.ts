/** The flags of `serve`. */
import { flag, text } from './parse.ts';

/** Each with whether a value follows it. */
export const SERVE_FLAGS = {
  port: text,
  host: text,
  data: text,
  quiet: flag,
  'insecure-http': flag,
  'tls-cert': text,
  'tls-key': text,
  'metrics-port': text,
  'signing-key': text,
  keys: text,
  live: text,
  rate: text,
  watchdog: text,
  'oidc-issuer': text,
  'oidc-audience': text,
  'oidc-team-claim': text,
  'oidc-role-claim': text,
  'oidc-subject-claim': text,
  'oidc-name-claim': text,
  'oidc-group-claim': text,
  'oidc-roles': text,
  'oidc-client-id': text,
  'oidc-scope': text,
  'oidc-prompt': text,
  'oidc-audience-parameter': text,
  'public-url': text,
} as const;

/** What was written behind them. */
export type ServeValues = {
  [Key in keyof typeof SERVE_FLAGS]?:
    | ((typeof SERVE_FLAGS)[Key] extends { type: 'string' } ? string : boolean)
    | undefined;
};
