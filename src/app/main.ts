/** The page's start: its service worker, its address, and what the system hands to it. */
import '../define';
import { receiveArrivals } from './arrivals';
import { whenServed } from './classifier';
import { showPage } from './routes';
import { startServiceWorker } from './service-worker';

const find = <T extends Element>(selector: string, type: new () => T): T => {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`index.html has no ${selector}`);
  return element;
};

const main = find('#main', HTMLElement);
const update = find('#update', HTMLElement);

whenServed(
  startServiceWorker((reload) => {
    update.hidden = false;
    find('#update button', HTMLButtonElement).onclick = reload;
  }),
);
addEventListener('hashchange', () => void showPage(main));
void showPage(main);
receiveArrivals();
