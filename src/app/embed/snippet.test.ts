import { expect, test } from 'vitest';
import { GALLERY } from './gallery';
import { sift, type Node } from './snippet';

const all = (nodes: readonly Node[]): Exclude<Node, string>[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...all(node.children)]));
const textOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');

test('every example of the gallery is known whole', () => {
  for (const { html } of GALLERY) {
    const { nodes, leftOut } = sift(html);
    expect(leftOut, html).toEqual([]);
    expect(all(nodes).map(({ name }) => name)).toContain('emotion-tag');
  }
});

test('what could run, fetch or lead away is left out, and said', () => {
  const hostile: [html: string, ...said: string[]][] = [
    ['<script>alert(1)</script>', '<script>'],
    ['<SCRIPT SRC="//evil.example/x.js"></SCRIPT>', '<script>'],
    ['<img src=x onerror=alert(1)>', '<img>'],
    ['<p onclick="alert(1)">text</p>', 'onclick'],
    ['<a href="javascript:alert(1)">text</a>', '<a>'],
    ['<form action="https://evil.example"><button formaction="//evil.example">text</button></form>', 'action', 'formaction'],
    ['<input type="image" value="x">', 'type="image"'],
    ['<emotion-tag model-base="https://evil.example/">text</emotion-tag>', 'model-base'],
    ['<p style="background: url(//evil.example); position: fixed; color: red">text</p>', 'style="background"', 'style="position"'],
    ['<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<iframe>'],
    ['<style>* { background: url(//evil.example) }</style>', '<style>'],
    ['<svg><script>alert(1)</script></svg>', '<svg>'],
    ['<math><mtext><p title="</math><img src=x onerror=alert(1)>">', '<math>'],
    ['<template><script>alert(1)</script></template>', '<template>'],
    ['<write-page></write-page>', '<write-page>'],
    ['<details ontoggle=alert(1) open>text</details>', 'ontoggle'],
  ];
  for (const [html, ...said] of hostile) {
    const { nodes, leftOut } = sift(html);
    for (const one of said) expect(leftOut, html).toContain(one);
    const kept = JSON.stringify(all(nodes).map(({ name, attributes }) => [name, ...attributes]));
    expect(kept, html).not.toMatch(/evil|alert\(|script|iframe|svg|"on/);
  }
});

test('the text of an unknown element stays, that of a script does not', () => {
  expect(textOf(sift('<a href="#">a <font>b</font></a><script>c</script><noscript>d</noscript>').nodes)).toBe('a b');
});

test('a style keeps what it may say', () => {
  const [div] = all(sift('<div style="color-scheme: dark; position: fixed; padding: 1rem"></div>').nodes);
  expect(div?.attributes.get('style')).toBe('color-scheme:dark;padding:1rem');
});

test('ten thousand elements in each other are no trouble', () => {
  const { nodes, leftOut } = sift('<b>'.repeat(10_000));
  expect(all(nodes).length).toBe(40);
  expect(leftOut).toEqual(['what stands deeper than 40 elements']);
});
