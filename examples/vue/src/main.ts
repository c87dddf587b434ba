import 'emotion-tag/define';
import type {} from 'emotion-tag/vue';
import { createApp } from 'vue';
import App from './App.vue';
createApp(App).mount('#app');
