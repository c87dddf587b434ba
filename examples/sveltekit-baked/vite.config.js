import { sveltekit } from '@sveltejs/kit/vite';
import { emotionTag } from 'emotion-tag/vite';

// SvelteKit's adapter writes its pages into build/ after Vite has done its part.
export default { plugins: [sveltekit(), emotionTag({ folder: 'build' })] };
