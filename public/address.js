// Before anything is painted: the page that the address names, else another would flash up. `src/app/routes.ts` goes on from here.
document.documentElement.dataset.page = /^#(journal|files|model|about)(?=$|\?)/.exec(location.hash)?.[1] ?? 'write';
