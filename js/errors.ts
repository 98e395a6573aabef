/** The stable codes of {@link BanmianError}. */
export type ErrorCode =
  | 'too-large'
  | 'not-text'
  | 'bad-option'
  | 'not-loaded'
  | 'lexicon-corrupt'
  | 'lexicon-version'
  | 'wasm-unavailable'
  | 'aborted'
  | 'internal';

/** A refusal: a code for programs and a sentence that says what to do. */
export class BanmianError extends Error {
  override readonly name = 'BanmianError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const CODES: ReadonlySet<string> = new Set<ErrorCode>([
  'too-large',
  'not-text',
  'bad-option',
  'not-loaded',
  'lexicon-corrupt',
  'lexicon-version',
  'wasm-unavailable',
  'aborted',
  'internal',
]);

/** Whatever was thrown, as a BanmianError. */
export function asBanmianError(thrown: unknown, fallback: ErrorCode = 'internal'): BanmianError {
  if (thrown instanceof BanmianError) return thrown;
  const { code, message } = (thrown ?? {}) as { code?: unknown; message?: unknown };
  const known = typeof code === 'string' && CODES.has(code) ? (code as ErrorCode) : fallback;
  const text = typeof message === 'string' ? message : String(thrown);
  return new BanmianError(known, text, { cause: thrown });
}

/** The error of a call that its AbortSignal ended. */
export function aborted(signal: AbortSignal): BanmianError {
  return new BanmianError('aborted', 'The call was aborted.', { cause: signal.reason });
}

/** The error of a call to an engine that was given back. */
export function disposed(): BanmianError {
  return new BanmianError('not-loaded', 'This engine has been disposed of; load() gives a new one.');
}

/** The answer of a server, if it has what was asked for. */
export function fetched(response: Response): Response {
  if (response.ok) return response;
  throw new BanmianError('not-loaded', `${response.url} could not be fetched (HTTP ${response.status}).`);
}

export function isResponse(value: unknown): value is Response {
  return typeof Response !== 'undefined' && value instanceof Response;
}

/** The promise, rejected as soon as the signal is. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(aborted(signal));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
