/** Everything that goes wrong is answered with a problem (RFC 9457): a code for programs, a sentence for people. */
import * as z from 'zod';

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
});

/** Code, status and title of every problem that a whole request can meet. */
const PROBLEMS = {
  bad_json: { status: 400, title: 'Not readable as JSON' },
  bad_query: { status: 400, title: 'Bad query' },
  bad_request: { status: 400, title: 'Bad request' },
  unauthorised: { status: 401, title: 'Not authorised' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  precondition_failed: { status: 412, title: 'Changed meanwhile' },
  too_large: { status: 413, title: 'Too large' },
  unsupported_type: { status: 415, title: 'Unsupported content type' },
  policy_refused: { status: 422, title: 'Not a policy that can be published' },
  precondition_required: { status: 428, title: 'Precondition required' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Internal error' },
  database_unavailable: { status: 503, title: 'Database unavailable' },
  storage_full: { status: 503, title: 'Storage full' },
  no_signing_key: { status: 503, title: 'No key to sign with' },
  busy: { status: 503, title: 'Busy' },
  sign_in_unavailable: { status: 503, title: 'Sign-in unavailable' },
  stopping: { status: 503, title: 'Stopping' },
} as const;
type ProblemCode = keyof typeof PROBLEMS;

/** Thrown anywhere below a route; the app turns it into the answer. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Members beside those of every problem. */
  readonly more: object;

  constructor(code: ProblemCode, detail: string, headers: Record<string, string> = {}, more: object = {}) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.status = PROBLEMS[code].status;
    this.headers = headers;
    this.more = more;
  }

  /** The answer. Nothing in it comes from an exception, a statement or an event. */
  toResponse(): Response {
    const { title, status } = PROBLEMS[this.code];
    const body = { type: `urn:countersign:problem:${this.code}`, title, status, detail: this.message, code: this.code };
    return new Response(JSON.stringify({ ...this.more, ...(body satisfies z.infer<typeof problemSchema>) }), {
      status,
      headers: { 'content-type': 'application/problem+json', ...this.headers },
    });
  }
}
