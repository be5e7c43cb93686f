import fc from 'fast-check';
import { bufferFromBase64, bufferToBase64 } from './base64';

it('gives back every sequence of bytes, by the common alphabet', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = bufferToBase64(new Uint8Array(bytes).buffer);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(Buffer.from(bufferFromBase64(text))).toEqual(Buffer.from(bytes));
    }),
  );
});
