/** What went wrong in what the user gave: one line on standard error, no stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** 2 for bad input or a wrong call, 1 for what failed in doing it. */
  readonly exitCode: number;

  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The line for anything that was thrown, after `place` where that needs saying. A stack trace helps us and nobody else: SMSWIRE_DEBUG=1 asks for it. */
export function lineOf(error: unknown, place = ''): string {
  if (process.env['SMSWIRE_DEBUG'] === '1' && error instanceof Error) return error.stack ?? error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `smswire: ${place}${message.replaceAll(/\s*\n\s*/g, ' ')}`;
}
