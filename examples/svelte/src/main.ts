import 'emotion-tag/define';
import type {} from 'emotion-tag/svelte';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (target) mount(App, { target });
