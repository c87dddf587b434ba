'use client';
import 'emotion-tag/define';
import type { EmotionTag } from 'emotion-tag';
import type {} from 'emotion-tag/jsx';
import { useEffect, useRef, useState } from 'react';

/** A tag whose events are listened to. */
export default function Heard() {
  const tag = useRef<EmotionTag>(null);
  const [label, setLabel] = useState<string | null>(null);
  // React attaches no `onemotion-change` to a tag that a server has drawn (facebook/react#35446).
  useEffect(() => {
    const show = () => setLabel(tag.current?.label ?? null);
    tag.current?.addEventListener('emotion-change', show);
    return () => tag.current?.removeEventListener('emotion-change', show);
  }, []);
  return (
    <>
      <emotion-tag ref={tag} view="bars" text="I am so happy that you came!" />
      <output>{label}</output>
    </>
  );
}
