import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { hashOf, makeRefreshToken, openSuccessor, parseRefreshToken, sealSuccessor } from './refresh-token';

const key = () => ({ accountId: randomUUID(), sessionId: randomUUID() });

describe('a refresh token', () => {
  it('says which session it is of, for any account and session', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (accountId, sessionId) => {
        expect(parseRefreshToken(makeRefreshToken({ accountId, sessionId }))).toEqual({
          accountId,
          sessionId,
        });
      }),
    );
  });

  it('is another one every time', () => {
    const same = key();
    expect(makeRefreshToken(same)).not.toBe(makeRefreshToken(same));
  });

  it.each([
    ['nothing', ''],
    ['words', 'not a token'],
    ['a JWT', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
    ['two parts', makeRefreshToken(key()).split('.').slice(0, 2).join('.')],
    ['four parts', `${makeRefreshToken(key())}.x`],
    ['a short secret', makeRefreshToken(key()).slice(0, -4)],
    ['another spelling of itself', `${makeRefreshToken(key())}=`],
    ['ids in hex', `${randomUUID()}.${randomUUID()}.secret`],
  ])('is not %s', (_, text) => {
    expect(parseRefreshToken(text)).toBeUndefined();
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseRefreshToken(text)));
  });
});

describe('a sealed successor', () => {
  const previous = makeRefreshToken(key());
  const successor = makeRefreshToken(key());

  it('opens with the token before it', () => {
    expect(openSuccessor(sealSuccessor(successor, previous), previous)).toBe(successor);
  });

  it('does not open with what the database holds, nor with another token', () => {
    const sealed = sealSuccessor(successor, previous);
    for (const wrong of [hashOf(previous).toString('hex'), successor, makeRefreshToken(key())])
      expect(() => openSuccessor(sealed, wrong)).toThrow();
  });

  it('does not open when one bit was changed', () => {
    const sealed = sealSuccessor(successor, previous);
    sealed[sealed.length - 1]! ^= 1;
    expect(() => openSuccessor(sealed, previous)).toThrow();
  });

  it('does not show the successor', () => {
    const sealed = sealSuccessor(successor, previous);
    expect(sealed.includes(Buffer.from(successor.slice(0, 8)))).toBe(false);
  });
});
