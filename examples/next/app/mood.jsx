'use client';
import 'emotion-tag/define';
export default function Mood() {
  return <emotion-tag>I am so happy that you came!</emotion-tag>;
}
