/** What the link timers go by: milliseconds on whatever clock tells the session the time. */
export interface Liveness {
  readonly connectedAt: number;
  opened: boolean;
  /** When the last frame of any kind came, or the session opened. */
  heardAt: number;
  /** The same, of requests and notices only. */
  activeAt: number;
  /** Keepalive questions sent since. */
  asked: number;
}

export interface LivenessLimits {
  readonly sessionInitTimeoutMs: number;
  readonly keepaliveMs: number;
  readonly keepaliveTimeoutMs: number;
  readonly keepaliveAttempts: number;
  readonly inactivityTimeoutMs: number;
}

export function connected(now: number): Liveness {
  return { connectedAt: now, opened: false, heardAt: now, activeAt: now, asked: 0 };
}

/** The peer gave a sign of life. Whether it was a response, which is no activity of its own, is `answer`. */
export function heard(link: Liveness, now: number, answer: boolean): void {
  link.heardAt = now;
  link.asked = 0;
  if (!answer) link.activeAt = now;
}

/** What is to be done now: send the keepalive question, or end the session for the reason given. */
export function due(
  link: Liveness,
  limits: LivenessLimits,
  now: number,
): 'ask' | 'session_init' | 'inactivity' | 'keepalive' | undefined {
  if (!link.opened) return now - link.connectedAt > limits.sessionInitTimeoutMs ? 'session_init' : undefined;
  if (now - link.activeAt > limits.inactivityTimeoutMs) return 'inactivity';
  if (now - link.heardAt <= patience(link, limits)) return undefined;
  return link.asked < limits.keepaliveAttempts ? 'ask' : 'keepalive';
}

/** The last moment at which nothing is due. */
export function quietUntil(link: Liveness, limits: LivenessLimits): number {
  if (!link.opened) return link.connectedAt + limits.sessionInitTimeoutMs;
  return Math.min(link.activeAt + limits.inactivityTimeoutMs, link.heardAt + patience(link, limits));
}

// Counted from the last sign of life, not from when the question was sent.
function patience(link: Liveness, limits: LivenessLimits): number {
  return link.asked === 0 ? limits.keepaliveMs : limits.keepaliveMs + link.asked * limits.keepaliveTimeoutMs;
}
