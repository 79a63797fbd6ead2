import { describe, expect, it } from 'vitest';
import { answerOf, commands } from '../src/index.js';

describe('the command table', () => {
  it('pairs each request with the answer its name gives, once', () => {
    for (const { request, response } of commands) expect(answerOf(request)).toBe(response);
    expect(new Set(commands.map(({ request }) => request)).size).toBe(commands.length);
  });

  it('knows who sends the requests that the description draws as the server’s', () => {
    const fromServer = commands.filter(({ sender }) => sender === 'server').map(({ request }) => request);
    expect(fromServer.toSorted()).toEqual(
      ['RAC', 'RCR', 'RCS', 'ROA', 'RPN', 'RRB', 'RRI', 'RRM', 'RRN', 'RRR', 'RRV'].toSorted(),
    );
  });

  it('holds the thirty commands that the description names', () => {
    expect(commands).toHaveLength(30);
  });
});
