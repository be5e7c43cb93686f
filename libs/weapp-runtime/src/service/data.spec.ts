import { parsePath, utf8Length, writeAt } from './data';

describe('setData paths', () => {
  it.each([
    ['a', ['a']],
    ['a.b', ['a', 'b']],
    ['list[2].name', ['list', 2, 'name']],
    ['root.cn.[0].cn.[1].v', ['root', 'cn', 0, 'cn', 1, 'v']],
  ])('%s is read as %j', (path, parts) => {
    expect(parsePath(path)).toEqual(parts);
  });

  it('makes the objects and lists on the way', () => {
    const data: Record<string, unknown> = {};
    writeAt(data, 'root.cn.[1].v', 'x');
    expect(data).toEqual({ root: { cn: [undefined, { v: 'x' }] } });
  });

  it('replaces a value that is no container', () => {
    const data: Record<string, unknown> = { a: 1 };
    writeAt(data, 'a.b', 2);
    expect(data).toEqual({ a: { b: 2 } });
  });
});

it.each(['', 'plain', '作业', 'é', '😀', 'a作😀é'])('counts the bytes of %j as UTF-8 does', (text) => {
  expect(utf8Length(text)).toBe(Buffer.byteLength(text));
});
