/** The page's start: its service worker, its address, and what the system hands to it. */
import '../define';
import { receiveArrivals } from './arrivals';
import { chosenModel } from './chosen-model';
import { whenServed } from './classifier';
import { part } from './part';
import { showPage, titlePage } from './routes';
import { startServiceWorker } from './service-worker';
import './page-settings';
import { stampPrints } from './print';
import { beginSpeaking, onSpeech } from './words/speech';
import { sayWhatStands } from './words/standing';

const main = part(document, '#main', HTMLElement);
const update = part(document, '#update', HTMLElement);
part(document, '#terms', HTMLElement).hidden = chosenModel() !== 'research'; // others may be used by anybody

whenServed(
  startServiceWorker((reload) => {
    update.hidden = false;
    part(update, 'button', HTMLButtonElement).onclick = reload;
  }),
);
onSpeech(() => {
  sayWhatStands(document);
  titlePage();
});
void beginSpeaking();
addEventListener('hashchange', () => void showPage(main));
void showPage(main);
receiveArrivals();
stampPrints(part(document, '#printed', HTMLElement));
