import { expect, test } from 'vitest';
import { resolveModelBase } from './model-base';

const page = 'https://site.example/blog/post?draft=1#end';
const script = 'https://cdn.example/emotion-tag/assets/main-1.js';
const resolve = (value: string, allowed: readonly string[] = []): string =>
  resolveModelBase(value, allowed, page, new URL(page).origin, script);

test.each([
  ['a path is the page’s', '/m', 'https://site.example/m/'],
  ['a relative folder is the page’s', 'm/', 'https://site.example/blog/m/'],
  ['dots stay on the origin', '../../../%2e%2e/m', 'https://site.example/m/'],
  ['the page’s origin may be spelled out', 'https://site.example/m', 'https://site.example/m/'],
  ['a scheme without slashes is the page’s host', 'https:elsewhere.example', 'https://site.example/blog/elsewhere.example/'],
  ['the package’s own origin is allowed', 'https://cdn.example/other/', 'https://cdn.example/other/'],
  ['so is its scheme-relative spelling', '//cdn.example/other', 'https://cdn.example/other/'],
])('%s', (_, value, expected) => {
  expect(resolve(value)).toBe(expected);
});

test('another origin is allowed once it is named, and only that one', () => {
  expect(resolve('https://models.example/v1', ['https://models.example'])).toBe('https://models.example/v1/');
  expect(() => resolve('https://evil.example/v1', ['https://models.example'])).toThrow('evil.example');
  expect(() => resolve('http://models.example/v1', ['https://models.example'])).toThrow('another origin');
  expect(() => resolve('https://models.example:8443/', ['https://models.example'])).toThrow('another origin');
});

test.each([
  '//elsewhere.example/m',
  '/\\elsewhere.example/m',
  '\\\\elsewhere.example/m',
  '/\t/elsewhere.example/m',
  'https://site.example.elsewhere.example/',
  'https://site.example@elsewhere.example/',
  'https://user:secret@site.example/m/',
  'javascript:alert(1)',
  'data:text/plain,x',
  'blob:https://site.example/1234',
  'file:///etc/',
  'https://',
  '/m?token=1',
  '/m#part',
])('%j is refused', (value) => {
  expect(() => resolve(value)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});

test('a name in the list that is no origin is told, not ignored', () => {
  expect(() => resolve('/m', ['models.example'])).toThrow('"models.example" is no URL');
});

test('a base of the page that leads to another origin makes that no origin of ours', () => {
  const from = (value: string): string => resolveModelBase(value, [], 'https://evil.example/', 'https://site.example', script);
  expect(() => from('/m')).toThrow('evil.example is another origin');
  expect(() => from('https://evil.example/m')).toThrow('another origin');
  expect(from('https://site.example/m')).toBe('https://site.example/m/');
});

test('in a frame without an origin only named ones are allowed', () => {
  const from = (value: string): string => resolveModelBase(value, [], 'about:srcdoc', 'null', script);
  expect(from('https://cdn.example/m')).toBe('https://cdn.example/m/');
  expect(() => from('https://evil.example/m')).toThrow('another origin');
  expect(() => from('data:text/plain,x')).toThrow('http(s)');
});
