/** The page's start: its service worker, its address, and what the system hands to it. */
import '../define';
import { receiveArrivals } from './arrivals';
import { whenServed } from './classifier';
import { part } from './part';
import { showPage } from './routes';
import { startServiceWorker } from './service-worker';

const main = part(document, '#main', HTMLElement);
const update = part(document, '#update', HTMLElement);

whenServed(
  startServiceWorker((reload) => {
    update.hidden = false;
    part(update, 'button', HTMLButtonElement).onclick = reload;
  }),
);
addEventListener('hashchange', () => void showPage(main));
void showPage(main);
receiveArrivals();
